"""Which lane under a line each thing goes to, so that nothing covers anything. Numbers only, no Qt."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Interval = tuple[float, float]
"""A stretch along a line, half open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A label that wants a place: from `left`, `width` wide.

    It may start as late as `latest`, and shrink to `least`.
    """

    left: float
    width: float
    latest: float
    least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The place that a chip was given: its lane (0 nearest to the text), where it starts, how wide it is."""

    lane: int
    left: float
    width: float


class Lane:
    """Stretches of one lane that do not overlap."""

    def __init__(self) -> None:
        self._taken: list[Interval] = []

    def take(self, start: float, end: float) -> bool:
        """Take the stretch when it is free; whether it was."""
        if not self.is_free(start, end):
            return False
        insort(self._taken, (start, end))
        return True

    def is_free(self, start: float, end: float) -> bool:
        """Whether nothing in the lane overlaps the stretch."""
        place = bisect_left(self._taken, (end, end))
        return place == 0 or self._taken[place - 1][1] <= start

    def first_free(self, start: float, latest: float, width: float) -> float | None:
        """The first place from `start` to `latest` where `width` is free; None when there is none."""
        for taken_start, taken_end in self._taken:
            if taken_end <= start:
                continue
            if taken_start >= start + width or start > latest:
                break
            start = taken_end
        return start if start <= latest else None


def stack(intervals: Iterable[Interval], limit: int) -> list[int]:
    """The lane of each interval, in the order given: the first lane that is free along it.

    Intervals that find all `limit` lanes taken share the last one.
    """
    lanes = [Lane() for _ in range(limit)]
    chosen = []
    for start, end in intervals:
        free = (number for number, lane in enumerate(lanes) if lane.take(start, end))
        chosen.append(next(free, limit - 1))
    return chosen


def pack(chips: Sequence[Chip], left: float, right: float, gap: float, limit: int) -> list[Slot | None]:
    """A slot for each chip between `left` and `right`, in the order given; None where all lanes are full.

    Chips with the least freedom to move are placed first, so that the others go around them, and those at
    the right before those at the left, which may shrink to leave them room. Slots of one lane stand at
    least `gap` apart.
    """
    slots: list[Slot | None] = [None] * len(chips)
    lanes = [Lane() for _ in range(limit)]
    for place in sorted(range(len(chips)), key=lambda n: (_freedom(chips[n]), -chips[n].left, n)):
        chip = _fitted(chips[place], left, right)
        slots[place] = _first_slot(chip, lanes, right, gap)
    return slots


def _freedom(chip: Chip) -> float:
    return max(0.0, chip.latest - chip.left)


def _fitted(chip: Chip, left: float, right: float) -> Chip:
    """The chip, shrunk and moved until it lies between the two ends."""
    width = min(chip.width, right - left)
    start = max(left, min(chip.left, right - width))
    return Chip(
        left=start,
        width=width,
        latest=max(start, min(chip.latest, right - width)),
        least=min(chip.least, width),
    )


def _first_slot(chip: Chip, lanes: Sequence[Lane], right: float, gap: float) -> Slot | None:
    """The nearest lane to the text that holds the chip, in full if it can, shrunk if it must."""
    for number, lane in enumerate(lanes):
        for width in (chip.width, chip.least):
            start = lane.first_free(chip.left, chip.latest, width + gap)
            if start is not None and start + width <= right:
                lane.take(start, start + width + gap)
                return Slot(lane=number, left=start, width=width)
    return None
