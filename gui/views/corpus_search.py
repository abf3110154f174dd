"""The search line of the Corpus room: completes keys and values as one types."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotation.i18n import _
from annotation.project.suggesting import Completion
from gui.widgets.choice_list import Choice, ChoiceList
from gui.widgets.floating import Floating

Ask = Callable[[str, int, Callable[[Sequence[Completion]], object]], object]
"""Asks what may stand in a typed text at a place, and hands the answer on when it is there."""
_PAUSE = 60
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchLine(QLineEdit):
    """Offers what `ask` gives while one types. Up, Down walk; Tab or Enter take what was walked to.

    Emits `entered` for an Enter that takes nothing, and `left` for an Esc with nothing to close.
    """

    entered = Signal()
    left = Signal()

    def __init__(
        self,
        ask: Ask,
        hue: Callable[[str], str] = lambda _condition: "",
        parent: QWidget | None = None,
    ) -> None:
        """`hue` gives the colour of what a condition is about, "" for none."""
        super().__init__(parent)
        self._ask = ask
        self._hue = hue
        self._completions: Sequence[Completion] = ()
        self._walked = False
        self._panel: Floating | None = None
        self._list = ChoiceList()
        self._list.taken.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.complete)
        self.textEdited.connect(self._typed)
        self.setPlaceholderText(_('Search: words, "exact phrase", begin*, outlet:…, stance:against target:…'))
        self.setAccessibleName(_("Search titles, texts and labels"))
        self.setClearButtonEnabled(True)

    def complete(self) -> None:
        """Ask what may stand where the cursor is."""
        typed, place = self.text(), self.cursorPosition()

        def show(found: Sequence[Completion]) -> None:
            if self.text() == typed and self.cursorPosition() == place and self.hasFocus():
                self._offer(found)

        self._ask(typed, place, show)

    def show_help(self) -> None:
        """Offer every key with what it is for, to be added at the end."""
        self.setFocus()
        self.setCursorPosition(len(self.text()))
        end, gap = len(self.text()), " " if self.text() and not self.text().endswith(" ") else ""

        def show(found: Sequence[Completion]) -> None:
            self._offer([replace(one, text=gap + one.text, start=end, end=end) for one in found])

        self._ask("", 0, show)

    @property
    def is_open(self) -> bool:
        """Whether rows are offered."""
        return self._panel is not None and self._panel.isVisible()

    @property
    def offered(self) -> list[str]:
        """What is or was offered last."""
        return [one.title for one in self._completions]

    def close_list(self) -> None:
        """Offer nothing any more."""
        self._pause.stop()
        if self._panel is not None:
            self._panel.hide()

    def event(self, event: QEvent) -> bool:
        """Let Tab take a row while rows are offered. For Qt."""
        is_tab = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
        )
        if is_tab and self.is_open and self._list.current is not None:
            self._take(self._list.current)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and take with the keyboard; everything else is typing. For Qt."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.is_open:
            self._list.step(_STEPS[key] if self._walked or _STEPS[key] < 0 else 0)
            self._walked = True
        elif key == Qt.Key.Key_Down:
            self.complete()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing when the keyboard goes elsewhere. For Qt."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.close_list()
        super().focusOutEvent(event)

    def _typed(self, text: str) -> None:
        self._walked = False
        if text.strip():
            self._pause.start()
        else:
            self.close_list()

    def _enter(self) -> None:
        if self.is_open and self._walked and self._list.current is not None:
            self._take(self._list.current)
        else:
            self.close_list()
            self.entered.emit()

    def _escape(self) -> None:
        if self.is_open:
            self.close_list()
        elif self.text():
            self.clear()
        else:
            self.left.emit()

    def _offer(self, found: Sequence[Completion]) -> None:
        self._completions = found
        self._walked = False
        rows = [
            Choice(key=str(place), title=one.title, subtitle=one.help, hue=self._hue_of(one))
            for place, one in enumerate(found)
        ]
        self._list.set_choices(rows)
        if not rows:
            self.close_list()
            return
        if self._panel is None or self._panel.parentWidget() is not self.window():
            self._panel = Floating(self, self._list)
            self._panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMinimumWidth(min(max(420, self.width() // 2), self.width()))
        self._panel.layout().invalidate()  # type: ignore[union-attr]  # Floating made one
        self._panel.place_under(self.rect(), self)
        self._panel.show()

    def _hue_of(self, one: Completion) -> str:
        """The colour of the condition that taking a completion makes."""
        begun = self.text()[: one.start].rpartition(" ")[2]
        return self._hue(f"{begun}{one.text}".strip().lstrip("-"))

    def _take(self, choice: Choice) -> None:
        one = self._completions[int(choice.key)]
        rest = self.text()[one.end :]
        added = one.text if one.goes_on or rest.startswith(" ") else f"{one.text} "
        self.setText(self.text()[: one.start] + added + rest)
        self.setCursorPosition(one.start + len(added))
        self.close_list()
        self.setFocus()
        if one.goes_on:
            self.complete()
