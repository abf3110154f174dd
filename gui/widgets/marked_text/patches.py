"""The parts of a page to paint anew: lines that look otherwise than before, lines that show some marks."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from PySide6.QtCore import QLineF, QRectF

from gui.widgets.marked_text.layout import MarkedTextLayout
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.scene import ChipBox, LineBox, Piece, Scene

_HANGS = 12
"""Pixels that handles and rims may hang down from a line."""
_Row = list[LineBox | Piece | ChipBox | tuple[Mark, QLineF]]
"""All that one line shows, but its words."""


class Patches:
    """Finds parts of the document of a layout, each as wide as the page, among what is in view."""

    def __init__(self, layout: MarkedTextLayout) -> None:
        self._layout = layout

    def scenes(self, blocks: Iterable[int], top: float, bottom: float) -> dict[int, Scene | None]:
        """How those of some blocks look that lie between two heights; None for one that is not laid out."""
        first, last = self._layout.block_at(top), self._layout.block_at(bottom)
        return {block: self._layout.kept_scene(block) for block in sorted(blocks) if first <= block <= last}

    def changed(self, before: Mapping[int, Scene | None], bottom: float) -> Iterator[QRectF]:
        """What looks otherwise since `scenes` was asked; all down to `bottom` where a height is another."""
        for block, old in before.items():
            new = self._layout.scene(block)
            if old is None or old.height != new.height or len(old.lines) != len(new.lines):
                first = self._lines(block, [_first_changed(old, new)] if old else range(len(new.lines)))
                yield first.united(QRectF(0, first.top(), first.width(), max(0.0, bottom - first.top())))
                return
            rows = zip(_rows(old), _rows(new), strict=True)
            if lines := [number for number, (was, is_) in enumerate(rows) if was != is_]:
                yield self._lines(block, lines)

    def of_marks(self, marks: Collection[str], top: float, bottom: float) -> Iterator[QRectF]:
        """Where something of some marks is drawn between two heights, chips that count them included."""
        blocks = {block for mark in marks for block in self._layout.index.blocks_of(mark)}
        for block, scene in self.scenes(blocks, top, bottom).items():
            if scene is None:
                continue
            lines = {piece.line for piece in scene.pieces if piece.mark.id in marks}
            lines |= {chip.line for chip in scene.chips if any(mark.id in marks for mark in chip.marks)}
            if lines:
                yield self._lines(block, lines)

    def _lines(self, block: int, lines: Iterable[int]) -> QRectF:
        """From the first to the last of some lines of a block; the whole block where there are none."""
        scene, origin = self._layout.scene(block), self._layout.block_top(block)
        listed = sorted(lines)
        start = scene.lines[listed[0]].top if listed else 0
        end = scene.lines[listed[-1]].bottom if listed else scene.height
        return QRectF(0, origin + start, self._layout.documentSize().width(), end - start + _HANGS)


def _first_changed(old: Scene, new: Scene) -> int:
    """The first line that looks otherwise; the last one of the two that have fewest where none does."""
    rows = zip(_rows(old), _rows(new), strict=False)
    last = max(0, min(len(old.lines), len(new.lines)) - 1)
    return next((number for number, (was, is_) in enumerate(rows) if was != is_), last)


def _rows(scene: Scene) -> list[_Row]:
    """What each line shows."""
    rows: list[_Row] = [[box] for box in scene.lines]
    for piece in scene.pieces:
        rows[piece.line].append(piece)
    for chip in scene.chips:
        rows[chip.line].append(chip)
    for mark, line in scene.links:
        rows[scene.line_at(line.y1())].append((mark, line))
    return rows
