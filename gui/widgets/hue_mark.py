"""A small square in a hue, that stands beside the word for what has it."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import current_theme

SIDE = 10


def paint_hue(painter: QPainter, hue: str, square: QRectF) -> None:
    """Draw the square of a hue ("#RRGGBB"), as the theme of now can show it; a muted one for ""."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.hue(hue) if hue else theme["muted"])
    painter.drawRoundedRect(square, 2, 2)
    painter.restore()


def hue_icon(hue: str, ratio: float = 2.0) -> QIcon:
    """The square of a hue as an icon, for `ratio` pixels a point; drawn once in each theme."""
    return _icon(hue, ratio, current_theme().name)


def tag_icon(hue: str) -> QIcon | None:
    """What stands before the word of a tag: the square of its own colour, nothing where it has none."""
    return hue_icon(hue) if hue else None


@lru_cache(maxsize=256)
def _icon(hue: str, ratio: float, _theme: str) -> QIcon:
    picture = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_hue(painter, hue, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return QIcon(picture)


class HueMark(QWidget):
    """The square as a widget."""

    def __init__(self, hue: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hue = hue
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def hue(self) -> str:
        """The hue that is shown."""
        return self._hue

    def set_hue(self, hue: str) -> None:
        """Show another hue."""
        if hue != self._hue:
            self._hue = hue
            self.update()

    def sizeHint(self) -> QSize:
        """A square of SIDE px."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square. For Qt."""
        paint_hue(QPainter(self), self._hue, QRectF(self.rect()))
