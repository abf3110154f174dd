"""The matrix of stances on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from annotation.i18n import _
from gui.models.matrix_table import COUNTS, MatrixTable
from gui.theme import Theme
from gui.views.boards.matrix_cells import CELL, paint_counts
from gui.views.boards.polarity import Dress, undressed
from gui.widgets.figure_grid import CellDelegate, FigureGrid, GridSizes, Index, draw_nothing

SIZES = GridSizes(cell=CELL, names=(80, 200), heads=(60, 168))
LineHue = Callable[[str], str]
"""{key of a line: the colour of its own that it has, "" for none}"""


class MatrixView(FigureGrid):
    """Shows a MatrixTable. `dress` gives the theme the codebook's own colours of polarities."""

    def __init__(
        self,
        model: MatrixTable,
        dress: Dress = undressed,
        hue: LineHue = lambda _key: "",
        parent: QWidget | None = None,
    ) -> None:
        self.matrix = model
        self.dress = dress
        self._hue = hue
        self._drawn = MatrixDelegate(model, dress)
        super().__init__(model, self._drawn, SIZES, _("Who towards whom"), parent)

    def show_net(self, net: bool) -> None:
        """Show how much favor and against differ, rather than how many there are of each."""
        self._drawn.net = net
        self.viewport().update()

    def stands_back(self, section: int, orientation: Qt.Orientation) -> bool:
        """Whether a line holds the totals."""
        return self.matrix.line(section, orientation) is None

    def hue_of_line(self, section: int, orientation: Qt.Orientation) -> str:
        """The colour of a topic's tag."""
        line = self.matrix.line(section, orientation)
        return self._hue(line.key) if line is not None else ""


class MatrixDelegate(CellDelegate):
    """Draws counts; `net` says what they show."""

    def __init__(self, model: MatrixTable, dress: Dress) -> None:
        super().__init__()
        self._matrix = model
        self._dress = dress
        self.net = False

    def draw(self, painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> bool:
        """Draw the counts of a cell, or its net."""
        counts = index.data(COUNTS)
        if counts is None or not counts.total:
            draw_nothing(painter, rect, theme)
            return counts is not None
        paint_counts(
            painter,
            rect,
            counts,
            self._dress(theme),
            strongest=self._matrix.matrix.strongest,
            net=self.net,
            total=self._matrix.is_total(index.row(), index.column()),
        )
        return True
