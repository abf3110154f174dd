"""A short tour of the window, on the sample: a card with a few steps, each in the room where it happens."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.shell import Shell
from gui.widgets.floating import Floating
from gui.widgets.label import label
from resources import RESOURCES

_WIDE, _EDGE = 360, 24
"""Width of the text, and how far the card stands from the window's lower right corner, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what it is about, and in which room it happens."""

    room: str
    title: str
    text: str


@cache
def steps() -> tuple[Step, ...]:
    """The steps in their order."""
    table = tomllib.loads((RESOURCES / "tour.toml").read_text("utf-8"))
    return tuple(Step(**step) for step in table["steps"])


class Tour(QObject):
    """Handles “Tour of the window”, and begins by itself the first time; Esc or Skip ends it for good."""

    def __init__(self, shell: Shell, entered: Callable[[], object]) -> None:
        """`entered` is called in each step's room, so that there is something to see in it."""
        super().__init__(shell)
        self._shell = shell
        self._entered_room = entered
        self.at = 0
        self.card: TourCard | None = None
        """What shows the step, while the tour goes on."""
        shell.actions_table.connect_to("help.tour", self.begin)
        shell.retranslated.connect(self.end)
        shell.closing.connect(self.end)
        shell.installEventFilter(self)

    def begin_once(self) -> None:
        """Begin, unless this person has seen it before."""
        if not self._shell.settings.tour_seen:
            self.begin()

    def begin(self) -> None:
        """Begin with the first step."""
        self.end()
        self._shell.settings.tour_seen = True
        self._go(0)

    def end(self) -> None:
        """Leave the tour, wherever it is."""
        card, self.card = self.card, None
        if card is not None:
            card.hide()
            card.deleteLater()

    def step(self, by: int) -> None:
        """Go on, or back; beyond the last step the tour ends."""
        self.end()
        if 0 <= self.at + by < len(steps()):
            self._go(self.at + by)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the card in its corner. For Qt."""
        if event.type() == QEvent.Type.Resize and self.card is not None:
            self.card.place()
        return False

    def _go(self, number: int) -> None:
        self.at = number
        self._shell.enter(steps()[number].room)
        self._entered_room()
        self.card = TourCard(self, self._shell, number)
        self.card.place()
        self.card.show()
        self.card.forward.setFocus(Qt.FocusReason.PopupFocusReason)


class TourCard(Floating):
    """One step of the tour, in the window's lower right corner."""

    def __init__(self, tour: Tour, owner: QWidget, number: int) -> None:
        step, last = steps()[number], number == len(steps()) - 1
        content = QWidget()
        super().__init__(owner, content)
        self._tour = tour
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        count = _("{number} of {total}", number=number + 1, total=len(steps()))
        column.addWidget(label(count, "small"))
        column.addWidget(label(_(step.title), "heading"))
        text = label(_(step.text), wrap=True)
        text.setFixedWidth(_WIDE)
        text.setMinimumHeight(text.heightForWidth(_WIDE))
        column.addWidget(text)
        row = QHBoxLayout()
        self.skip = QPushButton(_("Skip"))
        self.skip.setProperty("kind", "quiet")
        self.back = QPushButton(_("Back"))
        self.back.setEnabled(number > 0)
        self.forward = QPushButton(_("Finish") if last else _("Next"))
        self.forward.setProperty("kind", "primary")
        self.skip.setVisible(not last)
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        column.addSpacing(4)
        column.addLayout(row)
        for button, slot in ((self.skip, self._end), (self.back, self._back), (self.forward, self._on)):
            button.setAutoDefault(True)  # Enter presses as the space bar does
            button.clicked.connect(slot)

    def place(self) -> None:
        """Stand in the corner."""
        size = self.sizeHint()
        corner = self.owner.window().rect().bottomRight()
        place = corner - QPoint(size.width() + _EDGE, size.height() + 2 * _EDGE)
        self.setGeometry(QRect(place, size))
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc. For Qt."""
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def _end(self) -> None:
        self._tour.end()

    def _back(self) -> None:
        self._tour.step(-1)

    def _on(self) -> None:
        self._tour.step(1)
