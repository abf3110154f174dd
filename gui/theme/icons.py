"""Icons of one set, drawn in the theme's colours at the size and density that is asked for."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton

from gui.theme.current import current_theme
from gui.theme.theme import Theme
from resources import RESOURCES

ICONS = RESOURCES / "icons"
STROKE = 1.75
"""Width of an icon's lines in its 24 by 24 drawing; the set's own 2 is heavy beside 13 px text."""

_SPACE = 3
_NAME, _COLOUR, _SIZE = "selon_icon", "selon_icon_colour", "selon_icon_size"


def icon_names() -> tuple[str, ...]:
    """The names of all icons that the program has."""
    return tuple(sorted(path.stem for path in ICONS.glob("*.svg")))


def svg(name: str, colour: str = "#000000") -> str:
    """The drawing of an icon in one colour. Raises FileNotFoundError when there is no such icon."""
    return _source(ICONS / f"{name}.svg").replace("currentColor", colour)


def icon(name: str, colour: str = "ink", size: int = 16) -> QIcon:
    """The icon `name` in a colour of the theme (a name of its file, or "#RRGGBB"), paler where disabled."""
    return _icon(name, colour, size, current_theme(), _density())


def pixmap(name: str, size: int, colour: str = "ink", density: float = 1.0) -> QPixmap:
    """The icon as a square picture of `size` px a side, sharp on a screen of `density` pixels a px."""
    return _picture(name, size, _resolved(current_theme(), colour), density)


def set_icon(button: QAbstractButton, name: str, colour: str = "ink", size: int = 16) -> None:
    """Give a button its icon; it is drawn anew whenever the theme changes."""
    for key, value in ((_NAME, name), (_COLOUR, colour), (_SIZE, size)):
        button.setProperty(key, value)
    button.setIconSize(QSize(size + _space(button), size))
    redraw_icon(button)


def redraw_icon(button: QAbstractButton) -> None:
    """Draw a button's icon in the theme of now, if `set_icon` gave it one."""
    if name := button.property(_NAME):
        colour, size = button.property(_COLOUR), button.property(_SIZE)
        button.setIcon(_icon(name, colour, size, current_theme(), _density(), _space(button)))


def _space(button: QAbstractButton) -> int:
    """Room after an icon before the word of a button, px: the style leaves hardly any."""
    return _SPACE if isinstance(button, QPushButton) else 0


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, size: int, theme: Theme, density: float, space: int = 0) -> QIcon:
    drawn = QIcon()
    shade = _resolved(theme, colour)
    modes = {
        QIcon.Mode.Normal: shade,
        QIcon.Mode.Disabled: theme.colours["faint"],
        QIcon.Mode.Selected: theme.colours["on_selected"] if colour == "ink" else shade,
    }
    for mode, wanted in modes.items():
        for ratio in sorted({1.0, 2.0, density}):
            drawn.addPixmap(_spaced(_picture(name, size, wanted, ratio), round(space * ratio)), mode)
    return drawn


def _spaced(picture: QPixmap, space: int) -> QPixmap:
    """The picture with so many pixels of nothing at its right."""
    if not space:
        return picture
    wider = QPixmap(picture.width() + space, picture.height())
    wider.setDevicePixelRatio(picture.devicePixelRatio())
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wider


@lru_cache(maxsize=2048)
def _picture(name: str, size: int, colour: str, density: float) -> QPixmap:
    picture = _mask(name, size, density).copy()
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, size, size), QColor(colour))
    painter.end()
    return picture


@lru_cache(maxsize=512)
def _mask(name: str, size: int, density: float) -> QPixmap:
    """The icon in black: drawn once from its lines, then only coloured."""
    drawing = svg(name).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    picture = QPixmap(round(size * density), round(size * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _density() -> float:
    """Pixels a px of the sharpest screen."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def _resolved(theme: Theme, colour: str) -> str:
    return colour if colour.startswith("#") else theme.colours[colour]


@lru_cache(maxsize=256)
def _source(path: Path) -> str:
    return path.read_text("utf-8")
