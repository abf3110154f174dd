"""The panel for what takes long: what is done, of how much, how fast, how long still; and a Cancel."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.widgets.button import button
from gui.widgets.hairline import Hairline
from gui.widgets.label import ElidedLabel, label
from gui.widgets.pace import Pace, in_words


class ProgressPanel(QWidget):
    """Shows one thing that goes on. Emits `cancelled` once when a person asks to stop it."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, pace: Pace | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pace = pace or Pace()
        self._title = label(title, "heading")
        self._detail = ElidedLabel("", "small")
        self._counts = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._cancel = button(_("Cancel"))
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self._cancel.clicked.connect(self.ask)
        self._lay_out()

    def advance(self, done: int, total: int | None = None, text: str = "") -> None:
        """Show that `done` of `total` things are done, and what is being done."""
        self._pace.report(done)
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        if self._cancel.isEnabled():
            self._detail.setText(text)
        self._counts.setText(self._in_words(done, total))

    @property
    def words(self) -> str:
        """Counts, rate and time left as shown."""
        return self._counts.text()

    def _in_words(self, done: int, total: int | None) -> str:
        number = QLocale().toString
        parts = [
            number(done) if total is None else _("{done} of {total}", done=number(done), total=number(total))
        ]
        if (rate := self._pace.rate) is not None:
            amount = number(round(rate)) if rate >= 10 else number(rate, "f", 1)
            parts.append(_("{rate} a second", rate=amount))
        if (left := self._pace.left(total)) is not None:
            parts.append(in_words(left))
        return " · ".join(parts)

    def ask(self) -> None:
        """Ask to stop it, as Cancel does; a second time asks nothing."""
        if self._cancel.isEnabled():
            self._cancel.setEnabled(False)
            self._detail.setText(_("Stopping…"))
            self.cancelled.emit()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self._title)
        words.addWidget(self._detail, 1)
        words.addWidget(self._counts)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(words)
        column.addWidget(self._bar)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Hairline())
        whole.addLayout(row)
