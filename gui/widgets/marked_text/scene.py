"""What stands where in one paragraph: its lines, the pieces of its marks and their chips."""

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QRectF

from gui.widgets.marked_text.mark import Mark

LONG = 80
"""Code points from which a mark is drawn lightly, so that the text under it stays calm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mark as one block sees it: its spans in UTF-16 units of the block, and whether it starts here."""

    mark: Mark
    spans: tuple[tuple[int, int], ...]
    opens: bool


@dataclass(slots=True, kw_only=True)
class LineBox:
    """One line, in pixels from the top of its block: room for arcs, text, rules, chips."""

    top: float
    text_top: float
    text_bottom: float
    rules_top: float
    chips_top: float
    bottom: float


@dataclass(slots=True, kw_only=True)
class Piece:
    """What a mark covers on one line: the ground of its text, its rule, and the lane that the rule is in."""

    mark: Mark
    line: int
    lane: int
    ground: QRectF
    rule: QLineF


@dataclass(slots=True, kw_only=True)
class ChipBox:
    """A chip in its place and what is written on it: that of one mark, or the count of those without room."""

    marks: tuple[Mark, ...]
    line: int
    rect: QRectF
    glyph: str
    text: str
    text_x: float

    @property
    def is_count(self) -> bool:
        """Whether the chip stands for several marks that found no room."""
        return len(self.marks) > 1


@dataclass(slots=True, kw_only=True)
class Scene:
    """All of one block, from its top left corner: lines, pieces (innermost marks first), links and chips.

    A link joins two pieces of one discontinuous mark on the same line, below the text.
    """

    height: int
    lines: list[LineBox] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    links: list[tuple[Mark, QLineF]] = field(default_factory=list)
    chips: list[ChipBox] = field(default_factory=list)

    def line_at(self, y: float) -> int:
        """The number of the line that `y` (from the top of the block) falls in."""
        return next(
            (number for number, line in enumerate(self.lines) if y < line.bottom), len(self.lines) - 1
        )

    def chip_at(self, x: float, y: float) -> ChipBox | None:
        """The chip at a place; None when there is none."""
        return next((chip for chip in self.chips if chip.rect.contains(x, y)), None)

    def marks_at(self, x: float, y: float) -> list[Mark]:
        """The marks whose text or rule is at a place, innermost first."""
        found = (
            piece.mark
            for piece in self.pieces
            if piece.ground.left() <= x <= piece.ground.right()
            and piece.ground.top() <= y <= piece.rule.y1() + 2
        )
        return list(dict.fromkeys(found))
