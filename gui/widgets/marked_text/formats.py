"""What is painted behind words beside marks: what was found, and what is selected."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
)

from gui.widgets.marked_text.positions import Positions


def formats_of_hits(
    hits: Sequence[tuple[int, int]], positions: Positions, number: int, ground: QBrush | QColor
) -> Iterator[QTextLayout.FormatRange]:
    """The background of what was found (code points, in order, not overlapping) in a block."""
    start, end = positions.starts[number], positions.ends[number]
    first = bisect_right(hits, start, key=lambda hit: hit[1])
    last = bisect_left(hits, end, key=lambda hit: hit[0])
    for hit in hits[first:last]:
        found = QTextLayout.FormatRange()
        found.start = positions.within(number, hit[0])
        found.length = positions.within(number, hit[1]) - found.start
        behind = QTextCharFormat()
        behind.setBackground(ground)
        found.format = behind
        yield found


def formats_of_selections(
    context: QAbstractTextDocumentLayout.PaintContext, block: QTextBlock
) -> list[QTextLayout.FormatRange]:
    """The selections of the context as the block's layout wants them."""
    start, length = block.position(), block.length()
    formats = []
    for selection in context.selections:
        first = max(0, selection.cursor.selectionStart() - start)
        last = min(length, selection.cursor.selectionEnd() - start)
        if first < last:
            found = QTextLayout.FormatRange()
            found.start, found.length = first, last - first
            # A copy: the format that the selection hands out dies with it.
            found.format = QTextCharFormat(selection.format)
            formats.append(found)
    return formats
