"""An exact decimal number."""

import re

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from annotation.fields import Field, kind_of
from annotation.records import Json
from gui.editors._base import Offers
from gui.editors.line import LineEditor

_IN_THOUSANDS = re.compile(r"[-+−]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
"""A number with commas between thousands, as English writes it."""


class NumberEditor(LineEditor):
    """A line that shows a number as the language spoken writes it, and takes it so, or with a point."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def _written(self, value: Json) -> str:
        shown = "" if value is None else kind_of(self.field).show(value, self.field)
        return shown.replace(".", QLocale().decimalPoint())

    def _read(self, text: str) -> str:
        """A comma is what it is in the language: before a fraction, or between thousands."""
        bare = "".join(text.split())
        if QLocale().decimalPoint() == ",":
            return bare.replace(",", ".")
        return bare.replace(",", "") if _IN_THOUSANDS.fullmatch(bare) else text


editor = NumberEditor
