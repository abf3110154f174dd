"""Pictures that boards write: PNG at twice the size of the screen, SVG with text that stays text."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from annotation.operations import OperationError
from annotation.operations.boards.sheets import replaced
from gui.theme import Theme, load_theme

Paint = Callable[[QPainter, Theme], None]
_LARGEST = 20_000
"""Pixels along a side of an image at most."""
_DENSITY = 2.0


def write_picture(path: Path, size: QSize, paint: Paint, title: str) -> None:
    """Write what `paint` draws within a size: as SVG where the name ends so, else as PNG.

    Pictures are for paper: always light, whatever the window wears. Raises OperationError where it cannot be
    written; what was there is untouched.
    """
    theme = load_theme("light")
    with replaced(path) as scratch:
        if path.suffix.lower() == ".svg":
            done = _write_svg(scratch, size, paint, theme, title)
        else:
            done = _write_png(scratch, size, paint, theme)
        if not done:
            raise OperationError("“{name}” cannot be written: choose another place.", name=path.name)


def _write_svg(path: Path, size: QSize, paint: Paint, theme: Theme, title: str) -> bool:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter()
    if not painter.begin(generator):
        return False
    _draw(painter, size, paint, theme)
    return painter.end()


def _write_png(path: Path, size: QSize, paint: Paint, theme: Theme) -> bool:
    density = min(_DENSITY, _LARGEST / max(1, size.width(), size.height()))
    image = QImage(size * density, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        return False
    image.setDevicePixelRatio(density)
    painter = QPainter(image)
    _draw(painter, size, paint, theme)
    painter.end()
    writer = QImageWriter(str(path), b"PNG")
    return bool(writer.write(image))


def _draw(painter: QPainter, size: QSize, paint: Paint, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme["paper"])
    paint(painter, theme)
