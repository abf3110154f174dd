"""Chips of one line: how wide each is, what is written on it, and where it finds room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from gui.widgets.marked_text.lanes import Chip, Slot, pack
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.metrics import Metrics

LANES = 4
"""More chips than fit into this many lanes of a line are counted instead."""
_GAP = 3.0
_WIDEST = 18.0
"""Widths of a capital; a longer label is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A chip that wants to stand under its mark, which goes from `left` to `right` on the line."""

    mark: Mark
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A chip in its lane, from `left`, `width` wide; more than one mark when it counts those without room."""

    marks: tuple[Mark, ...]
    lane: int
    left: float
    width: float
    glyph: str
    text: str
    text_x: float


class ChipSetter:
    """Seats the chips of lines in one font and one column."""

    def __init__(self, metrics: Metrics, width: float) -> None:
        self._metrics = metrics
        self._width = width
        self._shape = QFontMetricsF(metrics.chip_font)
        self._widths: dict[str, float] = {}

    def seat(self, wishes: Sequence[Wish]) -> list[Seat]:
        """A seat for every wish, or for as many as there is room for and one that counts the others."""
        chips = [self._chip(wish) for wish in wishes]
        slots = pack(chips, 0.0, self._width, _GAP, LANES)
        if None not in slots:
            return [self._seat(wish, slot) for wish, slot in zip(wishes, slots, strict=True) if slot]
        return self._crowded(wishes, chips)

    def _crowded(self, wishes: Sequence[Wish], chips: Sequence[Chip]) -> list[Seat]:
        """The seats of a line that is too full, the last place kept for the count."""
        kept = self._advance(f"+{len(wishes)}") + 2 * self._metrics.chip_padding
        right = max(kept, self._width - kept - _GAP)
        slots = pack(chips, 0.0, right, _GAP, LANES)
        seats = [self._seat(wish, slot) for wish, slot in zip(wishes, slots, strict=True) if slot]
        rest = tuple(wish.mark for wish, slot in zip(wishes, slots, strict=True) if slot is None)
        count = Seat(
            marks=rest,
            lane=LANES - 1,
            left=right + _GAP,
            width=kept,
            glyph="",
            text=f"+{len(rest)}",
            text_x=self._metrics.chip_padding,
        )
        return [*seats, count]

    def _chip(self, wish: Wish) -> Chip:
        """The room that a wish asks for: it may slide along its own words but not away from them."""
        width = self._chip_width(wish.mark)
        least = min(width, max(0.7 * width, 3.0 * self._metrics.chip_height))
        latest = max(wish.left, wish.right - min(width, self._metrics.chip_height))
        return Chip(left=wish.left, width=width, latest=latest, least=least)

    def _chip_width(self, mark: Mark) -> float:
        widest = _WIDEST * self._metrics.chip_height
        text = self._advance(mark.label) + self._metrics.chip_padding if mark.label else 0.0
        return round(min(widest, self._text_x(mark) + text))

    def _text_x(self, mark: Mark) -> float:
        """Where the label starts on the chip: after the glyph in its own field, if there is one."""
        if not mark.glyph:
            # A suggestion's chip has no ground: its text starts where its rule does.
            return 1.0 if mark.ghost else self._metrics.chip_padding
        return self.glyph_width(mark.glyph) + (self._metrics.chip_padding - 1 if mark.label else 0.0)

    def glyph_width(self, glyph: str) -> float:
        """The width of the field that a glyph stands in."""
        return max(self._metrics.chip_height, self._advance(glyph) + self._metrics.chip_padding)

    def _seat(self, wish: Wish, slot: Slot) -> Seat:
        text, text_x = wish.mark.label, self._text_x(wish.mark)
        if slot.width < self._chip_width(wish.mark) or slot.width >= _WIDEST * self._metrics.chip_height:
            room = slot.width - text_x - self._metrics.chip_padding
            text = self._shape.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return Seat(
            marks=(wish.mark,),
            lane=slot.lane,
            left=slot.left,
            width=slot.width,
            glyph=wish.mark.glyph,
            text=text,
            text_x=text_x,
        )

    def _advance(self, text: str) -> float:
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = self._shape.horizontalAdvance(text)
        return width
