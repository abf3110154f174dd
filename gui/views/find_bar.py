"""Finding words in the open article."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.views.find_words import FoldedText, Place
from gui.widgets.button import icon_button
from gui.widgets.hairline import Hairline
from gui.widgets.label import label


class FindBar(QWidget):
    """A line above the article. Emits `found(start, end)` for the place looked at, `closed` at the end.

    Emits `listed(places)` with all places whenever they are others. Enter goes to the next place, Shift and
    Enter to the one before, Alt and R takes what is typed for a pattern, Alt and A tells accents apart, Esc
    closes.
    """

    found = Signal(int, int)
    listed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = FoldedText("")
        self._from = 0
        self.places: tuple[Place, ...] = ()
        self.here = 0
        self._trouble = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find in the article"))
        self.line.setAccessibleName(_("Find in the article"))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self._count = label("", "small")
        self.pattern = _switch(".*", _("Regular expression (Alt+R)"))
        self.accents = _switch("é≠e", _("Tell accents apart (Alt+A)"))
        for switch in (self.pattern, self.accents):
            switch.toggled.connect(self._search_again)
        self._lay_out()
        self.hide()

    def open(self, text: str, start: int) -> None:
        """Show the bar for a text; the first place looked at is the one after `start`."""
        if text is not self._text.text:
            self._text = FoldedText(text)
        self._from = start
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._search(self.line.text())

    def close_bar(self) -> None:
        """Hide the bar."""
        if self.isVisible():
            self.hide()
            self.listed.emit(())
            self.closed.emit()

    def step(self, places: int) -> None:
        """Look at the place so many further on; the ends are joined."""
        if self.places:
            self.here = (self.here + places) % len(self.places)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Shift and Enter, Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with R or A in the line: before a menu or the line itself takes it. For Qt."""
        if isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            switch = {Qt.Key.Key_R: self.pattern, Qt.Key.Key_A: self.accents}.get(Qt.Key(event.key()))
            if switch is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    switch.toggle()
                return True
        return super().eventFilter(watched, event)

    def _search(self, words: str) -> None:
        found = self._text.find(words, pattern=self.pattern.isChecked(), accents=self.accents.isChecked())
        self.places, self._trouble = found.places, found.trouble
        after = (number for number, (start, _end) in enumerate(self.places) if start >= self._from)
        self.here = next(after, 0)
        self.listed.emit(self.places)
        self._tell()

    def _search_again(self) -> None:
        self._search(self.line.text())

    def _tell(self) -> None:
        self.line.setProperty("state", "error" if self._trouble else "")
        self.line.style().polish(self.line)
        if self.places:
            here, total = QLocale().toString(self.here + 1), QLocale().toString(len(self.places))
            self._count.setText(_("{n} of {total}", n=here, total=total))
            self.found.emit(*self.places[self.here])
        else:
            self._count.setText(self._trouble or (_("not found") if self.line.text().strip() else ""))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.accents)
        row.addWidget(self.pattern)
        row.addWidget(self._count)
        for icon, tip, step in (
            ("chevron-up", _("Previous place"), -1),
            ("chevron-down", _("Next place"), 1),
        ):
            stepper = icon_button(icon, tip)
            stepper.clicked.connect(lambda _checked=False, step=step: self.step(step))
            row.addWidget(stepper)
        closer = icon_button("x", _("Close"))
        closer.clicked.connect(self.close_bar)
        row.addWidget(closer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())


def _switch(sign: str, words: str) -> QToolButton:
    made = QToolButton()
    made.setText(sign)
    made.setCheckable(True)
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
