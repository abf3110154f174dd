"""A grid of figures about agreement on the screen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.models.agreement_grid import CELL, GridCell, GridTable
from gui.theme import Theme, mix
from gui.widgets.figure_grid import CellDelegate, FigureGrid, GridSizes, Index, draw_nothing

_SIZES = GridSizes(cell=(62, 34), names=(80, 190), heads=(40, 150))
_STRONGEST = 0.5


class GridView(FigureGrid):
    """Shows a GridTable."""

    def __init__(self, model: GridTable, name: str, parent: QWidget | None = None) -> None:
        self.table = model
        super().__init__(model, GridDelegate(), _SIZES, name, parent)

    def first_cell(self) -> tuple[int, int] | None:
        """The first cell that has a figure."""
        return min(self.table.grid.cells, default=None)


class GridDelegate(CellDelegate):
    """Draws a ground, the stronger the more, and a figure."""

    def draw(self, painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> bool:
        """Draw the figure of a cell."""
        cell = index.data(CELL)
        if cell is None:
            draw_nothing(painter, rect, theme)
            return False
        paint_cell(painter, rect, cell, theme)
        return True


def paint_cell(painter: QPainter, rect: QRectF, cell: GridCell, theme: Theme) -> None:
    """One figure upon its ground; what people do not agree on is of another colour, and underlined."""
    hue = theme.colours["accent" if cell.agreed else "danger"]
    ground = QColor(mix(hue, theme.colours["paper"], _STRONGEST * min(1.0, max(0.0, cell.share))))
    painter.fillRect(rect, ground)
    font = QFont(painter.font())
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.DemiBold if cell.share else QFont.Weight.Normal)
    font.setUnderline(not cell.agreed and bool(cell.share))
    painter.setFont(font)
    painter.setPen(QPen(theme.ink_on(ground)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.text)
