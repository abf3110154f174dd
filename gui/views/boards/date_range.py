"""A button that says which dates are chosen, and opens two lines in which others are typed."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.widgets.button import button
from gui.widgets.dates import short_date_words
from gui.widgets.label import label
from gui.widgets.popover import Popover

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class DateRange(QPushButton):
    """Emits `chosen(since, until)` as dates are typed, once they are dates; "" for no limit."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.since, self.until = _line(), _line()
        self.clear = button(_("All dates"), "link")
        self._popover: Popover | None = None
        self.setAutoDefault(True)
        self.clicked.connect(self.open)
        self._form = self._make_form()
        for line in self._lines:
            line.textEdited.connect(self._told)
        self.clear.clicked.connect(self._clear)
        self.show_range("", "")

    @property
    def _lines(self) -> Sequence[QLineEdit]:
        return (self.since, self.until)

    def show_range(self, since: str, until: str) -> None:
        """Show that these dates are chosen."""
        for line, date in zip(self._lines, (since, until), strict=True):
            if line.text().strip() != date and not line.property("state"):
                line.setText(date)
        self.setText(_range_words(since, until))

    def open(self) -> None:
        """Let other dates be typed."""
        if self._popover is None:
            self._popover = Popover(self, self._form)
            self._form.show()
        self._popover.open_under(self.rect(), self)

    def _make_form(self) -> QWidget:
        form = QWidget(self)
        form.hide()
        rows = QFormLayout()
        rows.setSpacing(8)
        rows.addRow(_("From"), self.since)
        rows.addRow(_("To"), self.until)
        column = QVBoxLayout(form)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(rows)
        column.addWidget(label(_("A day, a month or a year: 2024-01-31, 2024-01, 2024"), "small"))
        column.addWidget(self.clear)
        return form

    def _told(self) -> None:
        texts = [line.text().strip() for line in self._lines]
        fit = [not text or _DATE.fullmatch(text) is not None for text in texts]
        for line, fits in zip(self._lines, fit, strict=True):
            line.setProperty("state", "" if fits else "error")
            line.style().polish(line)
        if all(fit):
            self.chosen.emit(*texts)

    def _clear(self) -> None:
        for line in self._lines:
            line.clear()
        self._told()


def _line() -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(_("YYYY-MM-DD"))
    line.setMinimumWidth(150)
    return line


def _range_words(since: str, until: str) -> str:
    if since and until:
        return f"{short_date_words(since)} – {short_date_words(until)}"
    if since:
        return _("Since {date}", date=short_date_words(since))
    return _("Until {date}", date=short_date_words(until)) if until else _("All dates")
