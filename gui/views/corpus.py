"""The Corpus room: every article in one table, found by its words, opened with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.project import CorpusQuery, CorpusRow, SortKey
from annotation.records import Article, Changes
from gui.actions import ActionTable
from gui.models.corpus_table import COLUMNS, CorpusTable
from gui.rooms import Room
from gui.session import Session
from gui.widgets.button import ActionButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import label

_WIDTHS = {"title": 420, "outlet": 150, "published": 110, "lang": 80, "length": 90, "labels": 80}
_TYPING_PAUSE = 150


class ArticleTable(QTableView):
    """The table itself. Emits `activated_row` for Enter and for a double click."""

    activated_row = Signal(int)

    def __init__(self, model: CorpusTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Articles"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, (field, _key) in enumerate(COLUMNS[1:], 1):
            self.setColumnWidth(place, _WIDTHS.get(field, 110))
        self.doubleClicked.connect(lambda index: self.activated_row.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the article."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class CorpusRoom(Room):
    """Search, sort and open articles. Emits `article_wanted(id)`."""

    article_wanted = Signal(str)

    def __init__(self, session: Session, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sort = (SortKey.NUMBER, False)
        self.model = CorpusTable(self._fetch, self)
        self.table = ArticleTable(self.model)
        self.search = QLineEdit()
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._count = label("", "muted")
        self._nothing = EmptyState("search", _("No article has these words."))
        self._empty = EmptyState(
            "newspaper",
            _("Articles of the project are listed here. Import some to begin."),
            actions["project.import"],
        )
        self._lay_out(actions)
        self._connect()
        self.reload()

    def panes(self) -> Sequence[QWidget]:
        """Search and table."""
        return (self.search, self.table)

    def entered(self) -> None:
        """Give the table the keyboard."""
        self.table.setFocus()

    def _lay_out(self, actions: ActionTable) -> None:
        self.search.setPlaceholderText(_('Search titles and texts: words, "exact phrase", OR, begin*'))
        self.search.setClearButtonEnabled(True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self._count)
        for action in ("project.import", "detect.corpus", "project.export"):
            head.addWidget(ActionButton(actions[action]))
        self._stack = QStackedLayout()
        for page in (self.table, self._nothing, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._wait_for_more)
        self.search.returnPressed.connect(self._enter_table)
        self._pause.timeout.connect(self.reload)
        self.table.activated_row.connect(self._want)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self._session.changed.connect(self._follow)
        self._session.annotator_changed.connect(self.reload)

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected articles."""
        rows = self.table.selectionModel().selectedRows()
        return tuple(self.model.article(index.row()) for index in rows)

    def reload(self) -> None:
        """Ask anew which articles are shown."""
        if not self._session.is_open:
            return
        key, descending = self._sort
        query = CorpusQuery(search=self.search.text(), sort=key, descending=descending)
        try:
            ids = self._session.read(lambda reader: reader.corpus_ids(query))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return
        kept = self.selected
        self.model.show_articles(ids)
        self._select_again(kept)
        self._count.setText(ngettext("one article", "{n} articles", len(ids)))
        page = self.table if ids else self._nothing if query.search.strip() else self._empty
        self._stack.setCurrentWidget(page)

    def show_article(self, article: str) -> None:
        """Make an article the current row."""
        row = self.model.row_of(article)
        if row is not None:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def _fetch(self, ids: Sequence[str]) -> list[CorpusRow]:
        me = self._session.me
        return self._session.read(lambda reader: reader.corpus_rows(ids, me))

    def _select_again(self, ids: tuple[str, ...]) -> None:
        chosen = QItemSelection()
        for id_ in ids:
            row = self.model.row_of(id_)
            if row is not None:
                chosen.select(self.model.index(row, 0), self.model.index(row, len(COLUMNS) - 1))
        self.table.selectionModel().select(chosen, self.table.selectionModel().SelectionFlag.ClearAndSelect)

    def _wait_for_more(self) -> None:
        self._pause.start()

    def _want(self, row: int) -> None:
        self.article_wanted.emit(self.model.article(row))

    def _enter_table(self) -> None:
        self._pause.stop()
        self.reload()
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)

    def _sort_by(self, section: int) -> None:
        """Ascending at the first click, descending at the second, the project's order at the third."""
        key = COLUMNS[section][1]
        header = self.table.horizontalHeader()
        if key is None:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        if self._sort == (key, True):
            self._sort = (SortKey.NUMBER, False)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        else:
            self._sort = (key, self._sort == (key, False))
            order = Qt.SortOrder.DescendingOrder if self._sort[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(section, order)
        self.reload()

    def _follow(self, changes: Changes) -> None:
        """Show what changed: the rows concerned, or the whole list where articles came or went."""
        if any(item.before is None or item.after is None for item in changes.of(Article)):
            self._pause.start()
        self.model.refresh(changes.articles)
