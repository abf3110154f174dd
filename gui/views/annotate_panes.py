"""How the parts of the Annotate room stand: queue, article, and inspector above the records."""

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.actions import Item
from gui.views.workbench import Workbench
from gui.widgets.empty_state import EmptyState

WHOLE, NARROW, ALONE = "", "narrow", "alone"
"""The layouts: every pane, all but the queue, the article alone."""
_SIZES = ((208, 644, 352), (440, 260))
"""Widths of queue, article and right column; heights of inspector and records; px."""


class AnnotatePanes(QWidget):
    """The parts in three columns between movable lines; the article, or what to do where none is open."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.empty = EmptyState(
            "book-open-text",
            _("Choose an article of the queue to annotate it."),
            bench.actions_table["article.next"],
        )
        bench.article.add_strip(bench.picker.strip)
        bench.article.add_strip(bench.read_only)
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.empty)
        self._middle.addWidget(bench.article)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for splitter, parts, sizes in (
            (self._right, (bench.inspector, bench.records), _SIZES[1]),
            (self._across, (bench.queue, middle, self._right), _SIZES[0]),
        ):
            _fill(splitter, parts, sizes)
        self._across.setStretchFactor(1, 1)
        middle.setMinimumWidth(320)
        bench.queue.setMinimumWidth(160)
        self._right.setMinimumWidth(240)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._across)
        self._bench = bench
        self._fill_layouts()
        self._arrange()

    def arrange(self, layout: str) -> None:
        """Show only what a layout has, WHOLE, NARROW or ALONE, from now on; nothing of the rest is lost."""
        self._bench.look.panes = layout
        self._arrange()

    def _arrange(self) -> None:
        layout = self._bench.look.panes
        self._bench.queue.setVisible(layout not in (NARROW, ALONE))
        self._right.setVisible(layout != ALONE)
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus) and not focus.isVisible():
            self._bench.article.text.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._bench.actions_table.fill("view.panes", items, self.arrange)

    def show_article(self, *, there: bool) -> None:
        """Show the article, or what to do where none is open."""
        self._middle.setCurrentIndex(1 if there else 0)

    def state(self) -> str:
        """The sizes of the panes."""
        return json.dumps([self._across.sizes(), self._right.sizes()])

    def restore(self, state: str) -> None:
        """Give the panes the sizes that they had; words of another version change nothing."""
        try:
            across, right = json.loads(state)
            self._across.setSizes([int(size) for size in across])
            self._right.setSizes([int(size) for size in right])
        except (ValueError, TypeError):
            return


def _fill(splitter: QSplitter, parts: tuple[QWidget, ...], sizes: tuple[int, ...]) -> None:
    for part in parts:
        splitter.addWidget(part)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    splitter.setSizes(list(sizes))
