"""What stands beside the column: numbers of paragraphs and lines, and a stripe for each of some hues."""

from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from gui.widgets.marked_text.layout import MarkedTextLayout
from gui.widgets.marked_text.positions import Positions

_OFF = 14.0
"""Pixels between the column and a number."""
_WIDTH = 64.0
_STRIPE = 3.0
_APART = 2.0
_TO_STRIPES = 6.0
"""Pixels between the column and the first stripe."""


class Margins:
    """Paints beside the lines of a layout, as far as they are in view."""

    def __init__(self, layout: MarkedTextLayout) -> None:
        self._layout = layout
        self.paragraphs = False
        """Whether paragraphs are numbered, at their left."""
        self.lines = False
        """Whether lines are numbered, at their right; seen once every line has been laid out."""
        self.stripes: tuple[str, ...] = ()
        """The hues that have a stripe at the left of the lines where they mark something."""
        self._numbered: Positions | None = None
        self._numbers: list[int] = []

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paint what meets the clip; this is an overlay of the layout."""
        if not (self.paragraphs or self.lines or self.stripes):
            return
        painter.save()
        painter.setFont(self._font())
        painter.setPen(QColor(self._layout.painter.palette.page.muted))
        counts = self._counts() if self.lines else None
        for block in self._blocks(clip):
            if self.paragraphs:
                self._paint_paragraph(painter, block)
            if counts is not None:
                self._paint_lines(painter, block, counts[block])
            if self.stripes:
                self._paint_stripes(painter, block)
        painter.restore()

    def number_of(self, block: int) -> int:
        """The number of the paragraph that starts with a block, from 1; 0 where none does."""
        positions = self._layout.positions
        if self._numbered is not positions:
            self._numbered = positions
            starts = [_starts(positions, number) for number in range(positions.block_count)]
            self._numbers = [
                number if starts[place] else 0 for place, number in enumerate(accumulate(map(int, starts)))
            ]
        return self._numbers[block]

    def _blocks(self, clip: QRectF) -> Iterator[int]:
        block, layout = self._layout.block_at(clip.top()), self._layout
        while block < layout.positions.block_count and layout.block_top(block) < clip.bottom():
            yield block
            block += 1

    def _paint_paragraph(self, painter: QPainter, block: int) -> None:
        if number := self.number_of(block):
            field = self._field(block, 0)
            left = self._layout.column.left() - _OFF - self._stripes_width() - _WIDTH
            self._write(painter, QRectF(left, field.top(), _WIDTH, field.height()), str(number), right=True)

    def _paint_lines(self, painter: QPainter, block: int, before: int) -> None:
        for line in range(len(self._layout.scene(block).lines) if _has_words(self._layout, block) else 0):
            field = self._field(block, line)
            field.moveLeft(self._layout.column.right() + _OFF)
            self._write(painter, field, str(before + line + 1), right=False)

    def _paint_stripes(self, painter: QPainter, block: int) -> None:
        scene, origin = self._layout.scene(block), self._layout.origin(block)
        palette = self._layout.painter.palette
        found = {(piece.mark.hue, piece.line) for piece in scene.pieces if piece.mark.hue in self.stripes}
        for hue, line in found:
            box, place = scene.lines[line], self.stripes.index(hue)
            left = origin.x() - _TO_STRIPES - (len(self.stripes) - place) * (_STRIPE + _APART)
            stripe = QRectF(left, origin.y() + box.text_top, _STRIPE, box.bottom - box.text_top)
            painter.fillRect(stripe, QColor(palette.style(hue).line))

    def _field(self, block: int, line: int) -> QRectF:
        """Where a number stands beside a line: as high as its text."""
        scene, origin = self._layout.scene(block), self._layout.origin(block)
        box = scene.lines[line]
        return QRectF(0, origin.y() + box.text_top, _WIDTH, box.text_bottom - box.text_top)

    def _write(self, painter: QPainter, field: QRectF, text: str, *, right: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(field, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def _stripes_width(self) -> float:
        return len(self.stripes) * (_STRIPE + _APART)

    def _font(self) -> QFont:
        return self._layout.metrics.chip_font

    def _counts(self) -> list[int] | None:
        """How many lines stand before each block; None while some are not laid out."""
        if not self._layout.is_finished:
            return None
        return self._layout.lines_before()


def _starts(positions: Positions, block: int) -> bool:
    """Whether a paragraph with words starts with a block."""
    return block not in positions.continued and bool(positions.block_text(block).strip())


def _has_words(layout: MarkedTextLayout, block: int) -> bool:
    return bool(layout.positions.block_text(block).strip())
