"""An annotator's queue as a list: ids and states at once, titles when they are looked at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotation.project import ArticleQueue, ArticleTitle
from annotation.records import Assignment, AssignmentState

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[str]], Mapping[str, ArticleTitle]]
ROW = Qt.ItemDataRole.UserRole
"""The role under which a view finds the QueueRow."""
_CHUNK = 128
_NOWHERE = QModelIndex()
_OVER = frozenset({AssignmentState.DONE, AssignmentState.SKIPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """What the list shows of one article."""

    id: str
    title: str
    outlet: str
    published: str
    state: AssignmentState


class QueueRows(QAbstractListModel):
    """The articles of a queue; `fetch` gives their titles in chunks, `say` the words of a state."""

    def __init__(
        self, fetch: Fetch, say: Callable[[AssignmentState], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._say = say
        self._ids: Sequence[str] = ()
        self._places: dict[str, int] = {}
        self._states: dict[str, AssignmentState] = {}
        self._titles: dict[str, ArticleTitle] = {}

    def show_queue(self, queue: ArticleQueue) -> None:
        """Show another queue."""
        self.beginResetModel()
        self._ids = queue.articles
        self._places = {id_: place for place, id_ in enumerate(queue.articles)}
        self._states = dict(queue.states)
        self._titles.clear()
        self.endResetModel()

    def set_state(self, assignment: Assignment | None, article: str) -> None:
        """Show how far an article is now; None: nothing is known any more."""
        if assignment is None:
            self._states.pop(article, None)
        else:
            self._states[article] = assignment.state
        self._tell(article)

    def forget_title(self, article: str) -> None:
        """Fetch what is said of an article anew."""
        self._titles.pop(article, None)
        self._tell(article)

    def article(self, row: int) -> str:
        """The id of the article in a row. Raises IndexError outside the list."""
        return self._ids[row]

    def row_of(self, article: str | None) -> int | None:
        """The row of an article, or None where it is not in the queue."""
        return self._places.get(article) if article is not None else None

    def state(self, article: str) -> AssignmentState:
        """How far an article is."""
        return self._states.get(article, AssignmentState.TODO)

    @property
    def done(self) -> int:
        """How many articles of the queue are done or skipped."""
        return sum(state in _OVER for article, state in self._states.items() if article in self._places)

    def neighbour(self, article: str | None, step: int, *, open_only: bool = False) -> str | None:
        """The article so many rows further on; with `open_only`, the first that is not done, going round."""
        here = self.row_of(article)
        if open_only:
            count = len(self._ids)
            start = -1 if here is None else here
            rows = ((start + n) % count for n in range(1, count + 1))
            return next((self._ids[row] for row in rows if self._is_open(self._ids[row], article)), None)
        row = (0 if step > 0 else len(self._ids) - 1) if here is None else here + step
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of articles in the queue."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks of one row."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == ROW:
            return self._row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._row(index.row()).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._row(index.row())
            return f"{row.title}, {self._say(row.state)}"
        return None

    def _is_open(self, article: str, here: str | None) -> bool:
        return article != here and self.state(article) not in _OVER

    def _tell(self, article: str) -> None:
        row = self.row_of(article)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _row(self, place: int) -> QueueRow:
        id_ = self._ids[place]
        if id_ not in self._titles:
            start = place - place % _CHUNK
            self._titles.update(self._fetch(self._ids[start : start + _CHUNK]))
        title = self._titles.get(id_) or ArticleTitle(id=id_, title=id_, outlet="", published="")
        return QueueRow(
            id=id_,
            title=title.title,
            outlet=title.outlet,
            published=title.published,
            state=self.state(id_),
        )
