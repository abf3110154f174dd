"""What the inspector shows while no record is selected: the keys that matter now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotation.codebook import Layer
from annotation.i18n import _
from gui.actions import ActionTable, native
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label

_WALK = ("suggestion.next", "suggestion.previous", "suggestion.accept", "suggestion.reject", "article.next")


class IdlePage(QWidget):
    """Lists what selected words can become, and how to walk through suggestions."""

    def __init__(self, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(8)
        self._sheet: QWidget | None = None
        self._layers_shown: Sequence[Layer] = ()
        for told in (actions.rekeyed, actions.filled):
            told.connect(self._follow)

    def show_layers(self, layers: Sequence[Layer]) -> None:
        """List these layers."""
        self._layers_shown = layers
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if layers:
            column.addWidget(label(_("Select words, then press"), "section"))
            column.addLayout(self._layers(layers))
            column.addSpacing(12)
        column.addWidget(label(_("Walk through suggestions"), "section"))
        column.addLayout(self._keys())
        column.addStretch()
        self._column.addWidget(self._sheet)

    def _layers(self, layers: Sequence[Layer]) -> QGridLayout:
        grid = _grid()
        for row, layer in enumerate(layers):
            grid.addWidget(HueMark(layer.hue), row, 0)
            grid.addWidget(label(layer.text), row, 1)
            grid.addLayout(self._caps(f"record.new:{layer.id}"), row, 2, Qt.AlignmentFlag.AlignRight)
        return grid

    def _caps(self, action: str) -> QHBoxLayout:
        """The last key of an action, which is the single one where it has one."""
        bound, caps = self._actions.find(action), QHBoxLayout()
        caps.setSpacing(4)
        for key in bound.keys[-1:] if bound else ():
            caps.addWidget(label(native(key), "keycap"))
        return caps

    def _follow(self, family: str = "record.new") -> None:
        """Show the keys that layers have now."""
        if family == "record.new" and self._layers_shown:
            self.show_layers(self._layers_shown)

    def _keys(self) -> QGridLayout:
        grid = _grid()
        for row, name in enumerate(_WALK):
            grid.addWidget(label(self._actions[name].text().replace("&", "")), row, 1)
            grid.addLayout(self._caps(name), row, 2, Qt.AlignmentFlag.AlignRight)
        return grid


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 12)
    grid.setColumnStretch(1, 1)
    return grid
