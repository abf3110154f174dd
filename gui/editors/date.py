"""A day, month or year."""

from PySide6.QtWidgets import QWidget

from annotation.fields import Field
from annotation.i18n import _
from gui.editors._base import Offers
from gui.editors.line import LineEditor


class DateEditor(LineEditor):
    """A line that takes a date as exactly as it is known: 2026, 2026-03 or 2026-03-01."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        self.line.setPlaceholderText(_("year-month-day"))


editor = DateEditor
