"""How the parts of the Corpus room stand: search above, facets, table and details side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from annotation.codebook import Codebook
from annotation.i18n import _
from gui.actions import ActionTable
from gui.views.article_table import ArticleTable
from gui.views.corpus_chips import ChipStrip
from gui.views.corpus_details import DetailsPane
from gui.views.corpus_facets import Ask as AskFacet
from gui.views.corpus_facets import FacetPanel, term_of
from gui.views.corpus_progress import ProgressBoard
from gui.views.corpus_search import Ask as AskCompletions
from gui.views.corpus_search import SearchLine
from gui.views.corpus_terms import condition_words
from gui.widgets.button import ActionButton, icon_button
from gui.widgets.empty_state import EmptyState
from gui.widgets.hairline import Hairline
from gui.widgets.label import label

_SIZES = (232, 700, 320)
FACETS, DETAILS, BOARD = "facets", "details", "board"


class CorpusLayout(QObject):
    """Makes the parts and lays them out in `room`. Emits `pane_shown(name)` when one comes into view."""

    pane_shown = Signal(str)

    def __init__(
        self,
        room: QWidget,
        table: ArticleTable,
        actions: ActionTable,
        codebook: Codebook,
        complete: AskCompletions,
        ask_facet: AskFacet,
        hue: Callable[[str], str] = lambda _condition: "",
    ) -> None:
        """`hue` gives the colour of what a condition of the search is about, "" for none."""
        super().__init__(room)
        self._table = table
        self._page: QWidget = table
        """What stands in the middle while the board does not: the table, or why it is empty."""
        self.search = SearchLine(complete, hue)
        self.chips = ChipStrip(lambda typed: condition_words(typed, codebook), hue)
        self.count = label("", "muted")
        self.trouble = label("", "danger", wrap=True)
        self.facets = FacetPanel(codebook, ask_facet, hue)
        self.details = DetailsPane(codebook)
        self.board = ProgressBoard(actions)
        self.nothing = EmptyState("search", _("No article has all this."), actions["corpus.clear"])
        self.empty = EmptyState(
            "newspaper",
            _("Articles of the project are listed here. Import some to begin."),
            actions["project.import"],
        )
        self.help = icon_button("circle-help", _("What can be searched for"))
        self.help.clicked.connect(self.search.show_help)
        self.saved = icon_button("funnel", _("Saved filters"))
        self.columns = icon_button("table-2", _("Columns…"))
        self.columns.clicked.connect(actions["corpus.columns"].trigger)
        self._toggles = {
            FACETS: self._toggle_button("panel-left", _("Filters"), actions["corpus.facets"].trigger),
            DETAILS: self._toggle_button("panel-right", _("Details"), actions["corpus.details"].trigger),
            BOARD: self._toggle_button("gauge", _("Progress"), actions["corpus.progress"].trigger),
        }
        self._lay_out(room, actions)
        self.show_panes((), ())
        self.chips.set_filters(())
        self.say("")

    def _toggle_button(self, icon: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        made = icon_button(icon, tip)
        made.setCheckable(True)
        made.clicked.connect(slot)
        return made

    def _lay_out(self, room: QWidget, actions: ActionTable) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._toggles[FACETS])
        head.addWidget(self.search, 1)
        head.addWidget(self.help)
        head.addWidget(self.saved)
        head.addWidget(self.count)
        for action in ("project.import", "detect.settings", "project.export"):
            head.addWidget(ActionButton(actions[action]))
        for tool in (self._toggles[BOARD], self.columns, self._toggles[DETAILS]):
            head.addWidget(tool)
        above = QVBoxLayout()
        above.setContentsMargins(12, 12, 12, 10)
        above.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self.trouble)
        above.addWidget(self.chips)
        pages = QWidget()
        self._stack = QStackedLayout(pages)
        for page in (self._table, self.nothing, self.empty, self.board):
            self._stack.addWidget(page)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        for part in (self.facets, pages, self.details):
            self.split.addWidget(part)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes(list(_SIZES))
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(Hairline())
        column.addWidget(self.split, 1)

    # ------------------------------------------------------------ panes

    @property
    def shown_panes(self) -> tuple[str, ...]:
        """Which of the side panes are shown."""
        return tuple(name for name in (FACETS, DETAILS) if self.is_shown(name))

    def is_shown(self, name: str) -> bool:
        """Whether a pane, or the board, is shown."""
        if name == BOARD:
            return self._stack.currentWidget() is self.board
        return not self._pane(name).isHidden()

    def show_panes(self, names: Sequence[str], sizes: Sequence[int]) -> None:
        """Show these side panes and no others, as wide as they were."""
        for name in (FACETS, DETAILS):
            self._pane(name).setVisible(name in names)
            self._toggles[name].setChecked(name in names)
        if len(sizes) == len(_SIZES):
            self.split.setSizes([size or usual for size, usual in zip(sizes, _SIZES, strict=True)])
        for name in names:
            self.pane_shown.emit(name)

    def toggle(self, name: str) -> None:
        """Show a side pane, or hide it."""
        there = self.is_shown(name)
        self._pane(name).setVisible(not there)
        self._toggles[name].setChecked(not there)
        if not there:
            self.pane_shown.emit(name)

    def toggle_board(self) -> None:
        """Show the board of progress in the place of the table, or the table again."""
        there = self.is_shown(BOARD)
        self._stack.setCurrentWidget(self._page if there else self.board)
        self._toggles[BOARD].setChecked(not there)
        if not there:
            self.pane_shown.emit(BOARD)
        else:
            self._page.setFocus()

    def show_page(self, there: bool, narrowed: bool) -> None:
        """Show the table, or why it is empty; the board stays where it is shown."""
        self._page = self._table if there else self.nothing if narrowed else self.empty
        if not self.is_shown(BOARD):
            self._stack.setCurrentWidget(self._page)

    def say(self, trouble: str) -> None:
        """Say below the search what is wrong with it; "" for nothing."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.search.setProperty("state", "error" if trouble else "")
        self.search.style().unpolish(self.search)
        self.search.style().polish(self.search)

    def is_of(self, condition: str, key: str) -> bool:
        """Whether a filter is one by this key, whatever it chooses or leaves out."""
        return any(term_of(condition, key, left_out=left_out) is not None for left_out in (False, True))

    def _pane(self, name: str) -> QWidget:
        return self.facets if name == FACETS else self.details
