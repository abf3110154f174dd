"""A line in which a person picks one of many by typing a few letters of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotation.i18n import _
from gui.theme import current_theme
from gui.widgets.choice_list import Choice, ChoiceList
from gui.widgets.floating import Floating

Rank = Callable[[str], Sequence[Choice]]
"""Gives what a typed text may mean, best first; for "" what is likeliest before anything is typed."""

MARK = 9
"""Side of the square in a choice's hue, px."""
FREE = "free"
"""The key of a choice that is what a person typed."""


class CompleterLine(QLineEdit):
    """Offers what `rank` gives for what is typed. Up, Down, PgUp, PgDown walk; Enter, Tab take; Esc closes.

    Emits `chosen(Choice)` when one is taken, `cleared` when the line is emptied, and `accepted` for an Enter
    that takes nothing. With `free`, what no row is called can be taken as it is typed (`Choice.free`).
    """

    chosen = Signal(object)
    cleared = Signal()
    accepted = Signal()

    def __init__(self, rank: Rank, parent: QWidget | None = None, *, free: bool = False) -> None:
        super().__init__(parent)
        self._rank = rank
        self._free = free
        self._choice: Choice | None = None
        self._panel: Floating | None = None
        self._list = ChoiceList()
        self._list.taken.connect(self._take)
        self.textEdited.connect(self._edited)

    @property
    def choice(self) -> Choice | None:
        """What was taken; None while the text is being changed or the line is empty."""
        return self._choice

    def set_choice(self, choice: Choice | None) -> None:
        """Show a choice, or an empty line, without emitting anything."""
        text = choice.title if choice else ""
        if choice != self._choice or text != self.text():
            self._choice = choice
            self.setText(text)
            self._show_mark()
        self.close_list()

    def set_rank(self, rank: Rank) -> None:
        """Offer other things from now on."""
        self._rank = rank

    def open_list(self) -> None:
        """Show what the text may mean; for a taken choice, what an empty line may."""
        text = "" if self._choice else self.text().strip()
        rows = list(self._rank(text))
        if self._free and text and all(row.title != text for row in rows):
            rows.append(Choice(key=FREE, title=text, subtitle=_("as typed"), icon="pencil", free=True))
        self._list.set_choices(rows)
        if rows:
            self._show_panel()
        else:
            self.close_list()

    def close_list(self) -> None:
        """Hide the rows."""
        if self._panel is not None:
            self._panel.hide()

    @property
    def is_open(self) -> bool:
        """Whether rows are shown."""
        return self._panel is not None and self._panel.isVisible()

    @property
    def rows(self) -> Sequence[Choice]:
        """The rows that are or were shown last."""
        return self._list.choices

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and take with the keyboard; everything else is typing."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            self._walk(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and self.is_open:
            self.close_list()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let Tab take the row that is chosen, then go on as usual."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if tab and self.is_open:
                self._enter()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the rows when the keyboard goes elsewhere."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.close_list()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and the hue of what was taken at its left."""
        super().paintEvent(event)
        if self._hue:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current_theme().hue(self._hue))
            painter.drawRoundedRect(QRectF(9, (self.height() - MARK) / 2, MARK, MARK), 2, 2)

    @property
    def _hue(self) -> str:
        return self._choice.hue if self._choice else ""

    def _edited(self, text: str) -> None:
        self._choice = None
        self._show_mark()
        if text.strip():
            self.open_list()
        else:
            self.close_list()
            self.cleared.emit()

    def _walk(self, rows: int) -> None:
        if self.is_open:
            self._list.step(rows)
        else:
            self.open_list()

    def _enter(self) -> None:
        if self.is_open and self._list.current is not None:
            self._take(self._list.current)
        else:
            self.accepted.emit()

    def _take(self, choice: Choice) -> None:
        self.set_choice(choice)
        self.chosen.emit(choice)

    def _show_mark(self) -> None:
        self.setTextMargins(MARK + 6 if self._hue else 0, 0, 0, 0)
        self.update()

    def _show_panel(self) -> None:
        if self._panel is None or self._panel.parentWidget() is not self.window():
            self._panel = Floating(self, self._list)
            self._panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMinimumWidth(max(self.width(), 320))
        self._panel.layout().invalidate()  # type: ignore[union-attr]
        self._panel.place_under(self.rect(), self)
        self._panel.show()
