"""All marks of one text: by id, by paragraph, and by what they cover."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gui.widgets.marked_text.mark import Mark, nearest_first
from gui.widgets.marked_text.positions import Positions


class MarkIndex:
    """The marks of one text, found by id or by the block they touch; a change costs only its own blocks."""

    def __init__(self, positions: Positions, marks: Iterable[Mark] = ()) -> None:
        self.positions = positions
        self._marks: dict[str, Mark] = {}
        self._blocks: defaultdict[int, dict[str, Mark]] = defaultdict(dict)
        for mark in marks:
            self.put(mark)

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks.values())

    def get(self, mark_id: str | None) -> Mark | None:
        """The mark of that id; None when there is none."""
        return self._marks.get(mark_id) if mark_id is not None else None

    def put(self, mark: Mark) -> set[int]:
        """Add the mark or put it in the place of the one with its id; gives the blocks that changed."""
        changed = self.remove(mark.id) if mark.id in self._marks else set()
        self._marks[mark.id] = mark
        touched = self._touched(mark)
        for block in touched:
            self._blocks[block][mark.id] = mark
        return changed | touched

    def remove(self, mark_id: str) -> set[int]:
        """Take the mark away, if there is one; gives the blocks that changed."""
        mark = self._marks.pop(mark_id, None)
        touched = self._touched(mark) if mark else set()
        for block in touched:
            self._blocks[block].pop(mark_id, None)
        return touched

    def in_block(self, block: int) -> list[Mark]:
        """The marks that touch the block, innermost first."""
        return sorted(self._blocks.get(block, {}).values(), key=nearest_first)

    def count_in(self, block: int) -> int:
        """How many marks touch the block."""
        return len(self._blocks.get(block, ()))

    def at(self, offset: int) -> list[Mark]:
        """The marks over the character at `offset`, innermost first."""
        return [mark for mark in self.in_block(self.positions.block_of(offset)) if mark.covers(offset)]

    def blocks_of(self, mark_id: str | None) -> set[int]:
        """The blocks that a mark touches; none when there is no such mark."""
        mark = self.get(mark_id)
        return self._touched(mark) if mark else set()

    def _touched(self, mark: Mark) -> set[int]:
        """The blocks where something of the mark can be seen."""
        block_of, limit = self.positions.block_of, self.positions.length
        touched: set[int] = set()
        for start, end in mark.spans:
            if start < min(end, limit):
                touched.update(range(block_of(start), block_of(end - 1) + 1))
        return touched
