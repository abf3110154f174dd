"""Boards of stances: a picture or a table of them, and beside it the words behind what is chosen in it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotation.project.boards.stances import LAYER
from gui.views.boards.board import Bench
from gui.views.boards.evidence import EvidenceList
from gui.views.boards.gathered_board import GatheredBoard
from gui.widgets.label import label

_SIZES = [860, 340]


class Options(Protocol):
    """What can be chosen in the tools of such a board."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when something else is chosen."""

    @property
    def state(self) -> dict[str, Any]:
        """What is chosen, to be remembered."""

    def restore(self, state: Mapping[str, Any]) -> None:
        """Choose what was chosen. Raises KeyError, TypeError or ValueError for another version's words."""


class EvidenceBoard(GatheredBoard):
    """Shows stances in a view, with options in its tools and evidence beside it."""

    def __init__(self, bench: Bench, icon: str, sentence: str, hint: str, options: Options) -> None:
        super().__init__(bench, bench.stances, LAYER, icon, sentence)
        self._options = options
        self._usual = options.state
        self.note = label("", "small")
        self.note.setContentsMargins(16, 6, 16, 6)
        self.evidence = EvidenceList(self.session, hint, bench.dress)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._main: QWidget | None = None
        options.changed.connect(self.rebuild)
        self.evidence.record_wanted.connect(self.record_wanted)

    def set_views(self, main: QWidget, *below: QWidget) -> None:
        """Show these one below the other, the main one as large as can be, then the note."""
        self._main = main
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(main, 1)
        for part in (*below, self.note):
            column.addWidget(part)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        for part, stretch in ((left, 4), (self.evidence, 1)):
            self.split.addWidget(part)
            self.split.setStretchFactor(self.split.count() - 1, stretch)
        self.split.setSizes(_SIZES)
        self.set_content(self.split)

    def say(self, note: str) -> None:
        """Say below the views what they leave out; "" for nothing."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def panes(self) -> Sequence[QWidget]:
        """The view and the evidence."""
        return (*([self._main] if self._main else ()), self.evidence.list)

    def entered(self) -> None:
        """Take in what changed, and give the view the keyboard."""
        super().entered()
        if self._main is not None:
            self._main.setFocus()

    def layout_state(self) -> str:
        """What is chosen, and the widths of the panes."""
        return json.dumps({"options": self._options.state, "panes": self.split.sizes()})

    def restore_layout(self, state: str) -> None:
        """Choose what was chosen."""
        try:
            known = json.loads(state)
            self._options.restore(known["options"])
            self.split.setSizes([int(width) for width in known["panes"]])
        except (ValueError, TypeError, KeyError):
            return

    def show_everything(self) -> None:
        """Leave nothing out any more."""
        self._options.restore(self._usual)
        super().show_everything()
        self.rebuild()
