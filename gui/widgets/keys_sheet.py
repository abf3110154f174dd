"""All keys on one sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.widgets.label import label
from gui.widgets.ranking import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyGroup:
    """What one part of the sheet lists: what is done, and the keys that do it as people write them."""

    title: str
    rows: Sequence[tuple[str, Sequence[str]]]

    def having(self, text: str) -> "KeyGroup":
        """The group with only those rows that have `text` in what they do or in a key."""
        wanted = folded(text)
        kept = [
            row
            for row in self.rows
            if wanted in folded(row[0]) or any(wanted == folded(key) for key in row[1])
        ]
        return KeyGroup(title=self.title, rows=kept)


class KeysSheet(QDialog):
    """Lists `groups` in two columns; a line above narrows them."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self._groups = groups
        self._line = QLineEdit()
        self._line.setPlaceholderText(_("Find a key or what it does"))
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(self._show)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 8, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 16, 0)
        head.addWidget(label(_("Keys"), "title"), 1)
        head.addWidget(self._line, 1)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.resize(820, 620)
        self._show("")

    def _show(self, text: str) -> None:
        shown = [found for group in self._groups if (found := group.having(text)).rows]
        sheet = QWidget()
        sheet.setObjectName("content")
        sides = QHBoxLayout(sheet)
        sides.setContentsMargins(0, 0, 16, 0)
        sides.setSpacing(40)
        for side in _halves(shown):
            sides.addLayout(_column(side), 1)
        self._area.setWidget(sheet)


def _halves(groups: Sequence[KeyGroup]) -> tuple[list[KeyGroup], list[KeyGroup]]:
    """The groups in two columns of about the same height, in their order."""
    heights = [len(group.rows) + 2 for group in groups]
    best = min(range(len(groups) + 1), key=lambda cut: abs(sum(heights[:cut]) - sum(heights[cut:])))
    return list(groups[:best]), list(groups[best:])


def _column(groups: Sequence[KeyGroup]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for group in groups:
        column.addWidget(label(group.title, "heading"))
        column.addLayout(_grid(group))
        column.addSpacing(12)
    column.addStretch()
    return column


def _grid(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for row, (text, keys) in enumerate(group.rows):
        grid.addWidget(label(text, wrap=True), row, 0)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for key in keys:
            caps.addWidget(label(key, "keycap"))
        grid.addLayout(caps, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return grid
