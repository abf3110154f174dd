"""Heights of many paragraphs, and where each of them starts, both quick to change and to look up."""

from collections.abc import Iterable, Iterator


class Heights:
    """A list of heights in pixels with running sums (a Fenwick tree): look-up and change are O(log n)."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._sums = [0, *self._heights]
        for place in range(1, len(self._sums)):
            parent = place + (place & -place)
            if parent < len(self._sums):
                self._sums[parent] += self._sums[place]
        self._top = 1 << max(0, len(self._heights).bit_length() - 1)

    def __len__(self) -> int:
        return len(self._heights)

    def __iter__(self) -> Iterator[int]:
        return iter(self._heights)

    def __getitem__(self, number: int) -> int:
        return self._heights[number]

    def __setitem__(self, number: int, height: int) -> None:
        change = height - self._heights[number]
        self._heights[number] = height
        place = number + 1
        while change and place < len(self._sums):
            self._sums[place] += change
            place += place & -place

    @property
    def total(self) -> int:
        """The sum of all heights."""
        return self.start(len(self._heights))

    def start(self, number: int) -> int:
        """The sum of the heights before `number`."""
        total, place = 0, number
        while place:
            total += self._sums[place]
            place &= place - 1
        return total

    def at(self, y: float) -> int:
        """The number of the paragraph that `y` falls in; the first or last one when it falls outside."""
        place, step = 0, self._top
        while step:
            ahead = place + step
            if ahead < len(self._sums) and self._sums[ahead] <= y:
                place, y = ahead, y - self._sums[ahead]
            step >>= 1
        return max(0, min(place, len(self._heights) - 1))
