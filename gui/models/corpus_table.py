"""The corpus as Qt's table: ids from SQL, rows fetched when they are looked at; 100,000 show at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from annotation.i18n import _
from annotation.project import CorpusRow, SortKey
from gui.theme import icon

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[str]], list[CorpusRow]]
Words = Callable[[CorpusRow, str], str]
"""What a cell of a row says, by the field of its column."""
Mark = Callable[[CorpusRow, str], QIcon | None]
HeadMark = Callable[[str], QIcon | None]
"""What stands before the words of a cell; before the head of a column."""

COLUMNS: tuple[tuple[str, str], ...] = (
    ("title", SortKey.TITLE),
    ("outlet", SortKey.OUTLET),
    ("published", SortKey.PUBLISHED),
    ("lang", SortKey.LANG),
    ("length", SortKey.LENGTH),
    ("labels", SortKey.LABELS),
    ("suggestions", SortKey.SUGGESTIONS),
    ("state", SortKey.STATE),
)
"""(column, what a click on its head sorts by) of the columns that are shown at first."""
MORE_COLUMNS = (
    "authors",
    "section",
    "tags",
    "annotators",
    "created",
    "source_file",
    "url",
    "duplicates",
)
"""Further columns; beside them there are `labels.LAYER`, `suggestions.LAYER` and `meta.KEY`."""
_NUMBERS = frozenset({"length", "labels", "suggestions"})
_CHUNK = 128


def column_title(field: str) -> str:
    """The head of a column in the user's language; of one of metadata, its key."""
    column, _dot, part = field.partition(".")
    if part:
        return part if column == "meta" else f"{column_title(column)}: {part}"
    return {
        "title": _("Title"),
        "outlet": _("Outlet"),
        "published": _("Date"),
        "lang": _("Language"),
        "length": _("Characters"),
        "labels": _("Labels"),
        "suggestions": _("Suggestions"),
        "state": _("Progress"),
        "authors": _("Authors"),
        "section": _("Section"),
        "tags": _("Tags"),
        "annotators": _("Annotators"),
        "created": _("Imported"),
        "source_file": _("Source file"),
        "url": _("Address"),
        "duplicates": _("Copies"),
    }[field]


def state_words(state: str) -> str:
    """A state of an assignment in the user's language; "" where there is none."""
    return {
        "todo": _("to do"),
        "started": _("started"),
        "done": _("done"),
        "skipped": _("skipped"),
        "flagged": _("flagged"),
    }.get(state, "")


class CorpusTable(QAbstractTableModel):
    """Articles by id in a given order; `fetch` gives their rows in chunks, those that are gone left out.

    Cells show what `words` gives, and say what `tips` gives when they are pointed at. `marks` give what
    stands before the words of cells, and before heads.
    """

    def __init__(
        self,
        fetch: Fetch,
        words: Words,
        tips: Words,
        parent: QObject | None = None,
        marks: tuple[Mark, HeadMark] = (lambda _row, _field: None, lambda _field: None),
    ) -> None:
        super().__init__(parent)
        self._mark, self._head_mark = marks
        self._columns = tuple(field for field, _key in COLUMNS)
        self._titles: Mapping[str, str] = {}
        self._fetch = fetch
        self._words = {Qt.ItemDataRole.DisplayRole: words, Qt.ItemDataRole.ToolTipRole: tips}
        self._ids: list[str] = []
        self._rows: dict[str, CorpusRow | None] = {}
        self._places: dict[str, int] = {}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in their order; the first one is the title."""
        return self._columns

    def show_columns(self, columns: Sequence[str], titles: Mapping[str, str] | None = None) -> None:
        """Show these columns from now on; `titles` are the heads of those that are called otherwise."""
        self.beginResetModel()
        self._columns = tuple(dict.fromkeys(("title", *columns)))
        self._titles = titles if titles is not None else self._titles
        self.endResetModel()

    def title(self, column: str) -> str:
        """The head of a column."""
        return self._titles.get(column) or column_title(column)

    def show_articles(self, ids: list[str]) -> None:
        """Show these articles from now on."""
        self.beginResetModel()
        self._ids = ids
        self._places = {id_: place for place, id_ in enumerate(ids)}
        self._rows.clear()
        self.endResetModel()

    def refresh(self, articles: frozenset[str]) -> None:
        """Fetch the rows of these articles anew when they are next looked at."""
        for id_ in articles & self._rows.keys():
            del self._rows[id_]
            row = self._places[id_]
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def article(self, row: int) -> str:
        """The id of the article in a row."""
        return self._ids[row]

    def row_of(self, article: str) -> int | None:
        """The row of an article, or None where it is not shown."""
        return self._places.get(article)

    @property
    def ids(self) -> list[str]:
        """All articles in the order shown."""
        return self._ids

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many articles are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.title(self._columns[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DecorationRole:
            return self._head_mark(self._columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        field = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(field)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row(), field)
        words = self._words.get(Qt.ItemDataRole(role))
        if words is None:
            return None
        row = self._row(index.row())
        return words(row, field) if row else ""

    def _picture(self, place: int, field: str) -> QIcon | None:
        row = self._row(place)
        if row is None or field != "title":
            return self._mark(row, field) if row is not None else None
        return icon("copy", "muted") if row.copy_of else None

    def _row(self, place: int) -> CorpusRow | None:
        """The row at a place, fetched with those around it; None, asked for once, where it cannot be had."""
        id_ = self._ids[place]
        if id_ not in self._rows:
            start = place - place % _CHUNK
            missing = [one for one in self._ids[start : start + _CHUNK] if one not in self._rows]
            self._rows.update(dict.fromkeys(missing))
            self._rows.update((row.id, row) for row in self._fetch(missing))
        return self._rows[id_]


def _alignment(field: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if field.partition(".")[0] in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
