"""How the parts of the Annotate room stand: the article, and around it queue, inspector and records."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from annotation.i18n import _
from gui.actions import Item
from gui.views.acts import ActsPanel
from gui.views.guidelines import GuidelinePanel
from gui.views.workbench import Workbench
from gui.widgets.empty_state import EmptyState
from gui.widgets.panes import LEFT, RIGHT, PaneArea

WHOLE, NARROW, ALONE = "", "narrow", "alone"
"""The layouts: every pane, all but the queue, the article alone."""
QUEUE, INSPECTOR, GUIDELINE, RECORDS, HISTORY = "queue", "inspector", "guideline", "records", "history"
_SHOWN = {WHOLE: (QUEUE, INSPECTOR, RECORDS), NARROW: (INSPECTOR, RECORDS), ALONE: ()}
_WIDTHS, _HEIGHTS = (224, 352), (440, 260)
"""Of queue and inspector; of inspector and records; px, at first."""
_GUIDE, _SHARE, _HISTORY = 320, 0.4, 0.55
"""The height that the guideline takes when it comes at most, px, and of the room; that of the history."""


class AnnotatePanes(PaneArea):
    """The article, or what to do where none is open, with movable panes around it."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self.empty = EmptyState("book-open-text", self._invitation(), bench.actions_table["article.next"])
        self._invite()
        bench.queue.filled.connect(self._invite)
        bench.article.add_strip(bench.picker.strip)
        bench.article.add_strip(bench.read_only)
        middle = QWidget()
        middle.setMinimumWidth(320)
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.empty)
        self._middle.addWidget(bench.article)
        self.setCentralWidget(middle)
        bench.queue.setMinimumWidth(160)
        bench.inspector.setMinimumWidth(240)
        self.add_pane(QUEUE, _("Queue"), bench.queue, LEFT, titled=True)
        self.add_pane(INSPECTOR, _("Inspector"), bench.inspector, RIGHT)
        self.add_pane(RECORDS, _("Records of the article"), bench.records, RIGHT, below=INSPECTOR)
        self.guideline = GuidelinePanel(bench.desk)
        self.guideline.gone.clicked.connect(self.turn_guideline)
        self.add_pane(
            GUIDELINE, _("Guideline"), self.guideline, RIGHT, below=INSPECTOR, shown=False, titled=True
        )
        self.history = ActsPanel(bench.session)
        self.history.closing.connect(self.hide_history)
        self.history.left.connect(bench.focus_article)
        self.add_pane(HISTORY, _("History"), self.history, LEFT, below=QUEUE, shown=False, titled=True)
        self._sized = False
        layout = bench.look.panes = bench.look.panes if bench.look.panes in _SHOWN else WHOLE
        self.begin(layout, _SHOWN[layout])
        self._fill_layouts()
        self._fill()
        self.changed.connect(self._fill)
        table = bench.actions_table
        table.connect_to("view.guidelines", self.turn_guideline)
        table.connect_to("view.float-pane", self.turn_apart)
        table.connect_to("view.reset-panes", self.put_back)

    def _invite(self) -> None:
        """Offer the next article only where there is one."""
        self.empty.set_sentence(self._invitation())
        self.empty.button.setVisible(bool(self._bench.queue.rows.rowCount()))

    def _invitation(self) -> str:
        waiting = self._bench.queue.rows.rowCount()
        return _("Choose an article of the queue to annotate it.") if waiting else _("The queue is empty.")

    def choose(self, layout: str) -> None:
        """Go to a layout, WHOLE, NARROW or ALONE; nothing of the rest is lost."""
        self._bench.look.panes = layout
        before = QApplication.focusWidget()
        if not self.arrange(layout, _SHOWN[layout]):
            self._size()
        self._keep_keyboard(before)

    def turn(self, key: str) -> None:
        """Show a pane, or hide it."""
        before = QApplication.focusWidget()
        self.show_pane(key, shown=not self.is_shown(key))
        self._keep_keyboard(before)

    def turn_guideline(self) -> None:
        """Show the guideline, or hide it and give the keyboard back to the article."""
        height = self.height()
        self.turn(GUIDELINE)
        if not self.is_shown(GUIDELINE):
            self._bench.focus_article()
        elif not self.pane(GUIDELINE).isFloating():
            mine = min(_GUIDE, round(height * _SHARE))
            self.resizeDocks([self.pane(GUIDELINE)], [mine], Qt.Orientation.Vertical)

    def turn_history(self) -> None:
        """Show the history, with the keyboard in it; hide it where it has that already."""
        if self.focused() == HISTORY:
            self.hide_history()
            return
        if not self.is_shown(HISTORY):
            height = self.height()
            self.show_pane(HISTORY, shown=True)
            if not self.pane(HISTORY).isFloating():
                share = [round(height * _HISTORY)]
                self.resizeDocks([self.pane(HISTORY)], share, Qt.Orientation.Vertical)
        self.pane(HISTORY).activateWindow()
        self.history.setFocus()

    def hide_history(self) -> None:
        """Hide the history, and give the keyboard to the article."""
        self.show_pane(HISTORY, shown=False)
        self._bench.focus_article()

    def turn_apart(self) -> None:
        """Open the pane that has the keyboard in a window of its own, or put it back; else the inspector."""
        pane = self.pane(self.focused() or INSPECTOR)
        self.show_pane(pane.key, shown=True)
        (pane.dock if pane.isFloating() else pane.float_apart)()

    def put_back(self) -> None:
        """Let the panes of this layout stand as at first."""
        self.reset(_SHOWN[self._bench.look.panes])
        self._size()

    def show_article(self, *, there: bool) -> None:
        """Show the article, or what to do where none is open."""
        self._middle.setCurrentIndex(1 if there else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the panes their usual sizes, the first time. For Qt."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            if self.unplaced():
                self._size()

    def _size(self) -> None:
        panes = [self.pane(key) for key in (QUEUE, INSPECTOR, RECORDS)]
        self.resizeDocks(panes[:2], list(_WIDTHS), Qt.Orientation.Horizontal)
        self.resizeDocks(panes[1:], list(_HEIGHTS), Qt.Orientation.Vertical)

    def _keep_keyboard(self, before: QWidget | None) -> None:
        """Who typed in a pane that went is in the article."""
        if before is not None and self.isAncestorOf(before) and not before.isVisible():
            self._bench.focus_article()

    def _fill_layouts(self) -> None:
        texts = {
            WHOLE: _("Queue, article and inspector"),
            NARROW: _("Article and inspector"),
            ALONE: _("The article alone"),
        }
        chosen = self._bench.look.panes
        items = [
            Item(key=key, text=text, shortcuts=(f"Ctrl+Alt+{number}",), checked=key == chosen)
            for number, (key, text) in enumerate(texts.items(), start=1)
        ]
        self._bench.actions_table.fill("view.panes", items, self.choose)

    def _fill(self) -> None:
        """Offer each pane to be shown, or hidden."""
        items = [
            Item(
                key=key,
                text=_("Hide: {pane}", pane=self.pane(key).title)
                if self.is_shown(key)
                else _("Show: {pane}", pane=self.pane(key).title),
            )
            for key in self.keys
        ]
        self._bench.actions_table.fill("view.pane", items, self.turn)
