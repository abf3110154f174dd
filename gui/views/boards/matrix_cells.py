"""How a cell of the matrix is drawn, on the screen and in a picture: a tint, marks and numbers."""

from math import log1p

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from annotation.operations.boards.counts import Counts
from gui.theme import Theme, mix
from gui.views.boards.polarity import colour_of, count_parts, net_words

CELL = (78, 38)
"""Width and height of a cell, px."""
_FAINTEST, _STRONGEST = 0.07, 0.34
_SMALL = 12


def tint_of(counts: Counts, strongest: int, theme: Theme) -> QColor:
    """The ground of a cell: the colour of what prevails, the stronger the more stances there are."""
    share = log1p(counts.total) / log1p(strongest) if strongest else 0.0
    share = _FAINTEST + (_STRONGEST - _FAINTEST) * min(1.0, share)
    return QColor(mix(colour_of(counts.leading, theme), theme.colours["paper"], share))


def paint_counts(
    painter: QPainter, rect: QRectF, counts: Counts, theme: Theme, *, strongest: int, net: bool, total: bool
) -> None:
    """Draw the counts of a cell, or its net; a total has no tint."""
    ground = theme["paper"] if total else tint_of(counts, strongest, theme)
    painter.fillRect(rect, ground)
    parts = [(counts.leading, net_words(counts))] if net else count_parts(counts)
    font = QFont(painter.font())
    font.setPixelSize(_SMALL if len(parts) > 1 else _SMALL + 1)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    for place, (polarity, text) in zip(_places(rect, len(parts)), parts, strict=True):
        painter.setPen(QPen(theme.ink_on(ground, colour_of(polarity, theme))))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _places(rect: QRectF, count: int) -> list[QRectF]:
    """Where the parts stand: one in the middle, two side by side, more in two lines."""
    inner = rect.adjusted(4, 2, -4, -2)
    if count <= 1:
        return [inner] * count
    lines = 1 if count == 2 else 2
    across = 2 if count <= 4 else 3
    width, height = inner.width() / across, inner.height() / lines
    return [
        QRectF(inner.left() + n % across * width, inner.top() + n // across * height, width, height)
        for n in range(count)
    ]
