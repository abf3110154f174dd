"""The whole matrix as a picture for a paper, with its legend."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from annotation.operations.boards.counts import POLARITIES
from gui.theme import Theme
from gui.views.boards.matrix_cells import CELL, paint_counts
from gui.views.boards.matrix_view import MatrixView
from gui.views.boards.polarity import colour_of, mark_of, polarity_words
from gui.widgets.figure_grid import draw_name, draw_nothing

_MARGIN, _LEGEND = 16, 28
_LONGEST = 260
_SPACE = 20


def matrix_picture(view: MatrixView, *, net: bool) -> tuple[QSize, Callable[[QPainter, Theme], None]]:
    """The size of the picture, and what draws it."""
    model, font = view.matrix, QApplication.font()
    rows = [str(model.headerData(place, Qt.Orientation.Vertical)) for place in range(model.rowCount())]
    heads = [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())]
    metrics = QFontMetricsF(font)
    left, top = (
        min(_LONGEST, max((metrics.horizontalAdvance(name) for name in names), default=0) + _SPACE)
        for names in (rows, heads)
    )
    width, height = CELL
    size = QSize(
        round(2 * _MARGIN + left + width * len(heads)),
        round(2 * _MARGIN + top + height * len(rows) + _LEGEND),
    )
    strongest = model.matrix.strongest

    def paint(painter: QPainter, theme: Theme) -> None:
        theme = view.dress(theme)
        painter.setFont(font)
        painter.translate(_MARGIN, _MARGIN)
        painter.setPen(QPen(theme["ink"]))
        for place, name in enumerate(heads):
            hue = view.hue_of_line(place, Qt.Orientation.Horizontal)
            draw_name(painter, QRectF(left + place * width, 0, width, top), name, turned=True, hue=hue)
        for row, name in enumerate(rows):
            painter.setFont(font)
            painter.setPen(QPen(theme["ink"]))
            draw_name(painter, QRectF(0, top + row * height, left, height), name, turned=False)
            for column in range(len(heads)):
                counts = model.counts(row, column)
                cell = QRectF(left + column * width, top + row * height, width, height).adjusted(1, 1, -1, -1)
                if counts is None or not counts.total:
                    draw_nothing(painter, cell, theme)
                    continue
                total = model.is_total(row, column)
                paint_counts(painter, cell, counts, theme, strongest=strongest, net=net, total=total)
        paint_legend(painter, QRectF(left, top + height * len(rows) + 8, 1000, _LEGEND - 8), theme, font)

    return size, paint


def paint_legend(painter: QPainter, rect: QRectF, theme: Theme, font: QFont) -> None:
    """The polarities with their marks and colours, side by side."""
    painter.setFont(font)
    x = rect.left()
    for polarity in POLARITIES:
        text = f"{mark_of(polarity)} {polarity_words(polarity)}"
        width = QFontMetricsF(font).horizontalAdvance(text)
        painter.setPen(QPen(theme.ink_on(theme["paper"], colour_of(polarity, theme))))
        painter.drawText(QRectF(x, rect.top(), width + 4, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        x += width + _SPACE
