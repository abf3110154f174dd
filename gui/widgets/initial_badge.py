"""A disc in somebody's own hue with the letter that stands for them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import current_theme

SIDE = 18


def paint_badge(painter: QPainter, letter: str, hue: str, room: QRectF) -> None:
    """Draw the disc and its letter into `room`, which is a square."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    disc = theme.hue(hue)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(disc)
    painter.drawEllipse(room)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(room.height() * 0.58)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink_on(disc, theme.colours["paper"])))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


class InitialBadge(QWidget):
    """The disc as a widget; `name` is whom it stands for."""

    def __init__(self, letter: str, name: str, hue: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._hue = hue
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of SIDE px."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_badge(QPainter(self), self._letter, self._hue, QRectF(self.rect()))
