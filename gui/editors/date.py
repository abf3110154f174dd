"""A day, month or year."""

import re

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from annotation.fields import Field
from annotation.i18n import _
from gui.editors._base import Offers
from gui.editors.line import LineEditor

_DAY = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})")


class DateEditor(LineEditor):
    """A line that takes a date as exactly as it is known: 2026, 2026-03 or 2026-03-01.

    The order of the language spoken is understood too: 1/3/2026 in French, 3/1/2026 in American English.
    """

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        self.line.setPlaceholderText(_("year-month-day"))

    def _read(self, text: str) -> str:
        if found := _DAY.fullmatch(text):
            first, second, year = found.groups()
            month, day = (second, first) if _is_day_first() else (first, second)
            return f"{year}-{int(month):02}-{int(day):02}"
        if found := _MONTH.fullmatch(text):
            month, year = found.groups()
            return f"{year}-{int(month):02}"
        return text


def _is_day_first() -> bool:
    """Whether the language spoken writes the day before the month."""
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return "d" in form.partition("M")[0]


editor = DateEditor
