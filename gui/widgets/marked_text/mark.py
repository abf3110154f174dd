"""What is drawn on a text: marks over spans of it, and arcs from one mark to another."""

from dataclasses import dataclass
from enum import Enum


class Visibility(Enum):
    """How clearly the marks of one group are drawn."""

    SHOWN = "shown"
    DIMMED = "dimmed"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing marked in a text: its spans (code points, half open, any number), its hue and its chip.

    A `ghost` is a suggestion (dashed, without tint), a `faded` mark stands back behind the others. The
    `glyph` is one to three characters that say without colour what the hue says with it. Marks of a
    higher `order` are nearer to the text where several of the same length compete.
    Raises ValueError for a span that ends before it starts or starts before the text.
    """

    id: str
    spans: tuple[tuple[int, int], ...]
    hue: str
    group: str = ""
    """What it is shown, dimmed and hidden together with; its hue where nothing else is said."""
    label: str = ""
    glyph: str = ""
    ghost: bool = False
    faded: bool = False
    order: int = 0

    def __post_init__(self) -> None:
        for start, end in self.spans:
            if not 0 <= start <= end:
                raise ValueError(f"mark {self.id}: no text has a span from {start} to {end}")

    @property
    def together(self) -> str:
        """The group that it belongs to."""
        return self.group or self.hue

    @property
    def start(self) -> int:
        """The first code point that the mark covers."""
        return min((start for start, _ in self.spans), default=0)

    @property
    def end(self) -> int:
        """The code point after the last one that the mark covers."""
        return max((end for _, end in self.spans), default=0)

    @property
    def length(self) -> int:
        """How many code points the mark covers, gaps left out."""
        return sum(end - start for start, end in self.spans)

    @property
    def has_chip(self) -> bool:
        """Whether the mark has a chip under its line."""
        return bool(self.label or self.glyph)

    def covers(self, offset: int) -> bool:
        """Whether the character at the code point `offset` is marked."""
        return any(start <= offset < end for start, end in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A reference drawn from one mark to another, both named by id, in the colour of a hue."""

    source: str
    target: str
    label: str = ""
    hue: str = ""


def nearest_first(mark: Mark) -> tuple[int, int, int, str]:
    """The key that sorts marks from the innermost, which stands nearest to the text, outwards."""
    return (mark.length, -mark.order, mark.start, mark.id)
