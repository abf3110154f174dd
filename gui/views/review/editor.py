"""A value of the reviewer's own: the field's editor in a small window under its row."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotation.fields import Field
from annotation.records import Json
from gui.editors import Editor, Offers, editor_for
from gui.widgets.completer_line import CompleterLine
from gui.widgets.label import label
from gui.widgets.popover import Popover

WIDTH = 320


class DecisionEditor(Popover):
    """Opens under a cell with the editor of a field. Emits `decided(value, operations)` and closes."""

    decided = Signal(object, object)

    def __init__(self, owner: QWidget, field: Field, value: Json, offers: Offers) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self.editor: Editor = editor_for(field, offers)
        self.editor.show_value(value)
        self.editor.committed.connect(self._decide)
        self.editor.left.connect(self.dismiss)
        self.closed.connect(self.deleteLater)
        content.setMinimumWidth(WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(label(field.text, "section"))
        column.addWidget(self.editor)

    def open_under(self, rect: QRect, anchor: QWidget) -> None:
        """Open beneath a cell, with what can be picked already listed."""
        super().open_under(rect, anchor)
        line = self.editor.focusProxy()
        if isinstance(line, CompleterLine):
            line.open_list()

    def _decide(self, value: Json, first: object) -> None:
        self.decided.emit(value, first)
        self.dismiss()
