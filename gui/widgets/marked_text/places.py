"""Where things are in the laid out document, and what is at a place. All in pixels of the document."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt

from gui.widgets.marked_text.layout import MarkedTextLayout
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.runs import runs_of

_FIRST_AND_LAST = 64
"""Of a range over more blocks than this, only the outer ones are measured."""


class Places:
    """Finds rectangles of marks and ranges, and marks and offsets at points."""

    def __init__(self, layout: MarkedTextLayout) -> None:
        self._layout = layout

    def of_mark(self, mark_id: str | None) -> list[QRectF]:
        """The grounds of a mark's pieces, in the order of the text; none when it is not drawn."""
        mark = self._layout.index.get(mark_id)
        if mark is None or not self._layout.is_shown(mark):
            return []
        return list(self._grounds(mark, sorted(self._layout.index.blocks_of(mark_id))))

    def of_range(self, start: int, end: int) -> list[QRectF]:
        """The grounds of the text from one code point to another, one a line and piece."""
        if start >= end:
            return []
        first, last = self._layout.positions.block_of(start), self._layout.positions.block_of(end - 1)
        blocks = _outer(range(first, last + 1))
        return [rect for block in blocks for rect in self._runs(block, start, end)]

    def shares(self, marks: Iterable[Mark]) -> Iterator[tuple[float, Mark]]:
        """Where in the document each mark starts, 0 at its top, 1 at its end; guessed within a block."""
        listed = list(marks)
        return zip(self.shares_of(mark.start for mark in listed), listed, strict=True)

    def shares_of(self, offsets: Iterable[int]) -> list[float]:
        """Where in the document each of some code points is, 0 at its top, 1 at its end."""
        positions, tops = self._layout.positions, self._layout.block_tops()
        whole, found = self._layout.documentSize().height(), []
        for offset in offsets:
            block = positions.block_of(offset)
            inside = (offset - positions.starts[block]) / max(1, len(positions.block_text(block)))
            found.append(min(1.0, (tops[block] + inside * self._layout.height(block)) / whole))
        return found

    def offset_at(self, point: QPointF) -> int:
        """The code point nearest to a point."""
        position = self._layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        return self._layout.positions.offset(max(0, position))

    def chip_at(self, point: QPointF) -> tuple[Mark, ...]:
        """The marks of the chip at a point; empty when there is none."""
        scene, inside = self._layout.scene_at(point)
        chip = scene.chip_at(inside.x(), inside.y())
        return chip.marks if chip else ()

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks whose text or rule is at a point, innermost first."""
        scene, inside = self._layout.scene_at(point)
        return scene.marks_at(inside.x(), inside.y())

    def _grounds(self, mark: Mark, blocks: list[int]) -> Iterator[QRectF]:
        for block in _outer(blocks):
            scene = self._layout.scene(block)
            for piece in scene.pieces:
                if piece.mark is mark:
                    yield piece.ground.translated(self._layout.origin(block))

    def _runs(self, block: int, start: int, end: int) -> Iterator[QRectF]:
        positions = self._layout.positions
        first, last = positions.within(block, start), positions.within(block, end)
        scene, origin = self._layout.scene(block), self._layout.origin(block)
        for line, box in zip(self._layout.lines(block), scene.lines, strict=True):
            for left, right in runs_of(line, first, last, bidi=self._layout.is_bidi(block)):
                ground = QRectF(left, box.text_top, right - left, box.text_bottom - box.text_top)
                yield ground.translated(origin)


def _outer(blocks: Iterable[int]) -> list[int]:
    found = list(blocks)
    return found if len(found) <= _FIRST_AND_LAST else [found[0], found[-1]]
