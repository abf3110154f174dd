"""What was found is painted behind its words, in the block where it stands."""

from PySide6.QtGui import QColor

from gui.widgets.marked_text.formats import formats_of_hits
from gui.widgets.marked_text.positions import Positions

TEXT = "A 👍 word\nand more words"


def ranges(number: int, *hits: tuple[int, int]) -> list[tuple[int, int]]:
    found = formats_of_hits(hits, Positions(TEXT), number, QColor("red"))
    return [(one.start, one.length) for one in found]


def test_a_hit_after_an_emoji_is_measured_as_qt_counts() -> None:
    assert ranges(0, (4, 8)) == [(5, 4)]


def test_each_block_has_its_own_hits_alone() -> None:
    hits = ((4, 8), (13, 17), (18, 23))
    assert ranges(0, *hits) == [(5, 4)]
    assert ranges(1, *hits) == [(4, 4), (9, 5)]
    assert ranges(1) == []
