"""The Corpus room: every article in one table, found by its words, opened with Enter."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.project import CorpusQuery, CorpusRow, SortKey
from annotation.records import Article, Changes
from gui.actions import ActionTable, context_menu
from gui.models.corpus_table import COLUMNS, CorpusTable
from gui.rooms import Room
from gui.session import Session
from gui.tasks import Task
from gui.views.article_table import ArticleTable
from gui.views.corpus_cells import cell_words, tip_words
from gui.views.dates import number_words
from gui.widgets.button import ActionButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import label

_TYPING_PAUSE = 150
_UNSORTED = (SortKey.NUMBER, False)


class CorpusRoom(Room):
    """Search, sort and open articles. Emits `article_wanted(id)`, and `listed` when other rows are shown.

    Emits `detection_wanted(ids)` when the selected articles are to be read.
    """

    article_wanted = Signal(str)
    detection_wanted = Signal(object)
    listed = Signal()

    def __init__(self, session: Session, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sort = _UNSORTED
        self._asked: CorpusQuery | None = None
        self._asking: Task | None = None
        self.model = CorpusTable(self._fetch, cell_words, tip_words, self)
        self.table = ArticleTable(self.model)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.search = QLineEdit()
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._count = label("", "muted")
        self._nothing = EmptyState("search", _("No article has these words."))
        self._empty = EmptyState(
            "newspaper",
            _("Articles of the project are listed here. Import some to begin."),
            actions["project.import"],
        )
        self._actions = actions
        self._lay_out(actions)
        self._connect()
        actions.connect_to("detect.selected", lambda: self.detection_wanted.emit(self.selected))
        actions.connect_to("article.open", self._open_current)
        self.reload()

    # ------------------------------------------------------------ for the window

    def panes(self) -> Sequence[QWidget]:
        """Search and table."""
        return (self.search, self.table)

    def entered(self) -> None:
        """Give the table the keyboard."""
        self.table.setFocus()

    def layout_state(self) -> str:
        """The widths of the columns."""
        return json.dumps(self.table.widths)

    def restore_layout(self, state: str) -> None:
        """Give the columns the widths that they had."""
        try:
            self.table.set_widths([int(width) for width in json.loads(state)])
        except (ValueError, TypeError):
            return

    # ------------------------------------------------------------ layout

    def _lay_out(self, actions: ActionTable) -> None:
        self.search.setPlaceholderText(_('Search titles and texts: words, "exact phrase", OR, begin*'))
        self.search.setAccessibleName(_("Search titles and texts"))
        self.search.setClearButtonEnabled(True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self._count)
        for action in ("project.import", "detect.settings", "project.export"):
            head.addWidget(ActionButton(actions[action]))
        pages = QWidget()
        self._stack = QStackedLayout(pages)
        for page in (self.table, self._nothing, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(pages, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._wait_for_more)
        self.search.returnPressed.connect(lambda: self.reload(then=self._enter_table))
        self._pause.timeout.connect(self.reload)
        self.table.activated_row.connect(self._want)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._vouch())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._session.changed.connect(self._follow)
        self._session.annotator_changed.connect(self.reload)

    # ------------------------------------------------------------ which articles

    def _wait_for_more(self) -> None:
        """Begin to search when no letter has followed for a moment."""
        self._pause.start()

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected articles, in the order shown."""
        return tuple(self.model.article(row) for row in self.table.selected_rows)

    def reload(self, then: Callable[[], object] | None = None) -> None:
        """Ask anew, in the background, which articles are shown; then call `then`."""
        self._pause.stop()
        if not self._session.is_open:
            return
        if self._asking is not None:
            self._asking.cancel()
        key, descending = self._sort
        query = self._asked = CorpusQuery(search=self.search.text(), sort=key, descending=descending)
        project = self._session.project
        self._asking = self._session.tasks.run(
            lambda _progress: project.ask(lambda reader: reader.corpus_ids(query)),
            on_done=lambda ids: self._show(query, ids, then),
            on_error=self._complain,
            lane="project",
            receiver=self,
        )

    def _complain(self, error: Exception) -> None:
        if isinstance(error, AnnotationError) and self._session.is_open:
            self._session.failed.emit(error)

    def _show(self, query: CorpusQuery, ids: list[str], then: Callable[[], object] | None) -> None:
        """Show the answer, unless something else has been asked since; what was selected stays so."""
        if query is not self._asked:
            return
        self._asking = None
        kept, current = self.selected, self._current
        place = self.table.verticalScrollBar().value()
        self.model.show_articles(ids)
        self._select_again(kept, current)
        self._vouch()
        self.table.verticalScrollBar().setValue(place)
        number = number_words(len(ids))
        self._count.setText(ngettext("one article", "{number} articles", len(ids), number=number))
        page = self.table if ids else self._nothing if query.search.strip() else self._empty
        self._stack.setCurrentWidget(page)
        if then is not None:
            then()
        self.listed.emit()

    def show_article(self, article: str) -> None:
        """Make an article the current row."""
        row = self.model.row_of(article)
        if row is not None:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    @property
    def _current(self) -> str | None:
        index = self.table.currentIndex()
        return self.model.article(index.row()) if index.isValid() else None

    def _fetch(self, ids: Sequence[str]) -> list[CorpusRow]:
        """The rows of some articles; none where they cannot be read, which is said once.

        Nothing may be raised here: Qt asks while it paints, and an error in there ends the program.
        """
        if not self._session.is_open:
            return []
        me = self._session.me
        try:
            return self._session.read(lambda reader: reader.corpus_rows(ids, me))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return []

    def _select_again(self, ids: Sequence[str], current: str | None) -> None:
        rows = sorted(row for id_ in ids if (row := self.model.row_of(id_)) is not None)
        chosen, last = QItemSelection(), len(COLUMNS) - 1
        for first, end in ranges(rows):
            chosen.select(self.model.index(first, 0), self.model.index(end, last))
        model, flags = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        row = self.model.row_of(current) if current else None
        if row is not None:
            model.setCurrentIndex(self.model.index(row, 0), flags.NoUpdate)
        model.select(chosen, flags.ClearAndSelect)

    # ------------------------------------------------------------ acting, following

    def _want(self, row: int) -> None:
        self.article_wanted.emit(self.model.article(row))

    def _open_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._want(self.table.currentIndex().row())

    def _show_menu(self, place: QPoint) -> None:
        """What can be done with the selected articles; the row that is pointed at is one of them."""
        menu = context_menu(self._actions, "articles", self)
        if menu.actions():
            menu.popup(self.table.viewport().mapToGlobal(place))
        else:
            menu.deleteLater()

    def _vouch(self) -> None:
        self.hold({"articles-selected": self.table.selectionModel().hasSelection()})

    def _enter_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.selected_rows:
                self.table.selectRow(max(0, self.table.currentIndex().row()))

    def _sort_by(self, section: int) -> None:
        """Ascending at the first click, descending at the second, the project's order at the third."""
        key = COLUMNS[section][1]
        if key is not None:
            again = self._sort[0] is key
            self._sort = _UNSORTED if again and self._sort[1] else (key, again)
            self.reload()
        self.table.show_sorting(*self._sort)

    def _follow(self, changes: Changes) -> None:
        """Show what changed: the rows concerned, or the whole list where articles came or went."""
        came = any(item.before is None or item.after is None for item in changes.of(Article))
        if came and not self._pause.isActive():
            self._pause.start()
        self.model.refresh(changes.articles)


def ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs without gaps: (first, last) of each."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
