"""The bar below the rooms: switches at the left, who works and words of state at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import set_icon
from gui.widgets.button import button
from gui.widgets.hairline import Hairline
from gui.widgets.label import label

HEIGHT = 32


class BottomBar(QWidget):
    """Holds one widget of the room's at the left; at the right a button with who works, and a few words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = label("", "small")
        self.person = button("", "quiet")
        set_icon(self.person, "users", "muted", 14)
        self.person.hide()
        self.state = button("", "quiet")
        set_icon(self.state, "eye-off", "accent", 14)
        self.state.hide()
        self._footer: QWidget | None = None
        self._row = QHBoxLayout()
        self._row.setContentsMargins(8, 0, 16, 0)
        self._row.addStretch()
        self._row.addWidget(self.state)
        self._row.addWidget(self.person)
        self._row.addWidget(self._words)
        inside = QWidget()
        inside.setFixedHeight(HEIGHT)
        inside.setLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addWidget(inside)

    def set_footer(self, footer: QWidget | None) -> None:
        """Show `footer` at the left instead of what was there, which stays alive."""
        if self._footer is not None and self._footer is not footer:
            self._row.removeWidget(self._footer)
            self._footer.hide()
        self._footer = footer
        if footer is not None:
            self._row.insertWidget(0, footer, 1)
            footer.show()

    def set_person(self, name: str, tip: str = "") -> None:
        """Show who works, "" for nobody; `tip` says what a click does."""
        self.person.setText(name.replace("&", "&&"))
        self.person.setToolTip(tip)
        self.person.setVisible(bool(name))

    def set_state(self, words: str, tip: str = "") -> None:
        """Say what holds for all that is shown, "" for nothing; `tip` says what that means."""
        self.state.setText(words.replace("&", "&&"))
        self.state.setToolTip(tip)
        self.state.setVisible(bool(words))

    def set_words(self, words: Sequence[str]) -> None:
        """Say these at the right, such as how much is left and when the last change was saved."""
        self._words.setText("   ·   ".join(word for word in words if word))
        self._words.setVisible(bool(self._words.text()))

    @property
    def words(self) -> str:
        """What is said at the right."""
        return self._words.text()
