"""An exact decimal number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotation.fields import Field, kind_of
from annotation.records import Json
from gui.editors._base import Offers
from gui.editors.line import LineEditor


class NumberEditor(LineEditor):
    """A line that shows thousands apart and takes a number however it is typed."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def _written(self, value: Json) -> str:
        return "" if value is None else kind_of(self.field).show(value, self.field)


editor = NumberEditor
