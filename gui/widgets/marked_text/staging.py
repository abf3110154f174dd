"""Scenes from lines and marks: gives every rule and chip its lane, and every line the height it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine

from gui.widgets.marked_text.chips import ChipSetter, Seat, Wish
from gui.widgets.marked_text.lanes import stack
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.metrics import Metrics
from gui.widgets.marked_text.runs import runs_of
from gui.widgets.marked_text.scene import ChipBox, LineBox, Piece, Placed, Scene

RULE_LANES = 5
"""More marks than this over one place share the outermost rule."""


@dataclass(slots=True, kw_only=True)
class _Stretch:
    """What a mark covers on a line, before it is known how high the line is."""

    mark: Mark
    line: int
    lane: int
    left: float
    right: float


class Stage:
    """Builds the scenes of blocks set in one font and one column."""

    def __init__(self, metrics: Metrics, width: float) -> None:
        self._metrics = metrics
        self._chips = ChipSetter(metrics, width)

    def build_blank(self, layout: QTextLayout) -> Scene:
        """The scene of a block without a word: an empty line is a pause, not a line."""
        m = self._metrics
        line = layout.lineAt(0)
        line.setPosition(QPointF(line.x(), m.blank - line.height()))
        box = LineBox(
            top=0, text_top=0, text_bottom=m.blank, rules_top=m.blank, chips_top=m.blank, bottom=m.blank
        )
        return Scene(height=round(m.blank), lines=[box])

    def build(self, layout: QTextLayout, marks: Sequence[Placed], *, bidi: bool, gap: float) -> Scene:
        """The scene of a block whose lines are broken; puts its lines in their places as well.

        `marks` come innermost first; `gap` is the room above the block's first line.
        """
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        stretches = list(_stretches(lines, marks, bidi=bidi))
        seats = self._seats(marks, stretches, len(lines))
        boxes = self._boxes(lines, stretches, seats, gap)
        pieces = [self._piece(stretch, boxes[stretch.line]) for stretch in stretches]
        return Scene(
            height=round(boxes[-1].bottom) if boxes else round(gap + self._metrics.pitch),
            lines=boxes,
            pieces=pieces,
            links=list(_links(pieces)),
            chips=[self._chip(seat, n, boxes[n]) for n, row in enumerate(seats) for seat in row],
        )

    def _seats(self, marks: Sequence[Placed], stretches: Sequence[_Stretch], lines: int) -> list[list[Seat]]:
        """The chips of each line: a chip stands on the first line of its mark."""
        opening = {placed.mark.id for placed in marks if placed.opens and placed.mark.has_chip}
        wishes: list[list[Wish]] = [[] for _ in range(lines)]
        for stretch in stretches:
            if stretch.mark.id in opening:
                opening.remove(stretch.mark.id)
                wish = Wish(mark=stretch.mark, left=round(stretch.left), right=stretch.right)
                wishes[stretch.line].append(wish)
        return [self._chips.seat(row) if row else [] for row in wishes]

    def _boxes(
        self,
        lines: Sequence[QTextLine],
        stretches: Sequence[_Stretch],
        seats: Sequence[Sequence[Seat]],
        gap: float,
    ) -> list[LineBox]:
        """The boxes of the lines, each as high as what is under it needs, but never less than the pitch."""
        rule_lanes = [0] * len(lines)
        for stretch in stretches:
            rule_lanes[stretch.line] = max(rule_lanes[stretch.line], stretch.lane + 1)
        boxes: list[LineBox] = []
        top = gap
        for line, rules, row in zip(lines, rule_lanes, seats, strict=True):
            chip_lanes = max((seat.lane + 1 for seat in row), default=0)
            boxes.append(self._box(line, top, rules, chip_lanes))
            top = boxes[-1].bottom
        return boxes

    def _box(self, line: QTextLine, top: float, rule_lanes: int, chip_lanes: int) -> LineBox:
        m = self._metrics
        taller = max(0.0, line.ascent() - m.font_ascent)
        deeper = max(0.0, line.descent() - m.font_descent)
        baseline = round(top + m.channel + m.ascent + taller)
        text_bottom = baseline + m.descent + deeper
        chips_top = round(text_bottom + m.rules_height(max(rule_lanes, 1)) + m.chip_gap)
        # Arcs run in the middle of the channel: rules may hang into the next one's upper half.
        needed = chips_top + chip_lanes * m.chip_pitch if chip_lanes else chips_top - m.channel / 2
        line.setPosition(QPointF(line.x(), baseline - line.ascent()))
        return LineBox(
            top=top,
            text_top=baseline - m.ascent - taller,
            text_bottom=text_bottom,
            rules_top=text_bottom + m.rule_gap,
            chips_top=chips_top,
            bottom=max(round(top + m.pitch + taller + deeper), round(needed)),
        )

    def _piece(self, stretch: _Stretch, box: LineBox) -> Piece:
        y = box.rules_top + (stretch.lane + 0.5) * self._metrics.rule_pitch
        width = max(2.0, stretch.right - stretch.left)
        return Piece(
            mark=stretch.mark,
            line=stretch.line,
            lane=stretch.lane,
            ground=QRectF(stretch.left - 1, box.text_top, width + 2, box.text_bottom - box.text_top),
            rule=QLineF(stretch.left + 0.5, y, stretch.left + width - 0.5, y),
        )

    def _chip(self, seat: Seat, line: int, box: LineBox) -> ChipBox:
        top = box.chips_top + seat.lane * self._metrics.chip_pitch
        return ChipBox(
            marks=seat.marks,
            line=line,
            rect=QRectF(seat.left, top, seat.width, self._metrics.chip_height),
            glyph=seat.glyph,
            text=seat.text,
            text_x=seat.text_x,
        )


def _stretches(lines: Sequence[QTextLine], marks: Sequence[Placed], *, bidi: bool) -> Iterator[_Stretch]:
    """What each mark covers on each line, in the order of the marks."""
    bounds = [(line.textStart(), line.textStart() + line.textLength()) for line in lines]
    lanes = stack((_hull(placed) for placed in marks), RULE_LANES)
    for placed, lane in zip(marks, lanes, strict=True):
        for start, end in placed.spans:
            for number, (first, last) in enumerate(bounds):
                if start < last and first < end:
                    for left, right in runs_of(lines[number], start, end, bidi=bidi):
                        yield _Stretch(mark=placed.mark, line=number, lane=lane, left=left, right=right)


def _hull(placed: Placed) -> tuple[int, int]:
    """From where the mark first touches the block to where it last does."""
    return min(start for start, _ in placed.spans), max(end for _, end in placed.spans)


def _links(pieces: Sequence[Piece]) -> Iterator[tuple[Mark, QLineF]]:
    """What joins the pieces of one mark that stand apart on one line."""
    for one, other in pairwise(pieces):
        if one.mark is other.mark and one.line == other.line:
            left, right = sorted((one.rule, other.rule), key=QLineF.x1)
            yield one.mark, QLineF(left.p2(), right.p1())
