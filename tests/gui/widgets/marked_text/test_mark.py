"""A mark knows what it covers, and what it may not be."""

import pytest

from gui.widgets.marked_text.mark import Mark, nearest_first


def test_a_mark_covers_its_spans_and_not_the_gap_between_them() -> None:
    mark = Mark(id="a", spans=((10, 14), (2, 5)), hue="sea")
    assert (mark.start, mark.end, mark.length) == (2, 14, 7)
    assert [offset for offset in range(16) if mark.covers(offset)] == [2, 3, 4, 10, 11, 12, 13]


def test_a_mark_without_spans_covers_nothing() -> None:
    mark = Mark(id="a", spans=(), hue="sea")
    assert (mark.start, mark.end, mark.length) == (0, 0, 0)
    assert not mark.covers(0)


@pytest.mark.parametrize("span", [(4, 3), (-1, 2)])
def test_a_span_that_no_text_has_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="mark odd: no text has a span"):
        Mark(id="odd", spans=(span,), hue="sea")


def test_a_mark_with_a_label_or_a_glyph_has_a_chip() -> None:
    assert Mark(id="a", spans=(), hue="sea", label="ORG").has_chip
    assert Mark(id="a", spans=(), hue="sea", glyph="+").has_chip
    assert not Mark(id="a", spans=(), hue="sea").has_chip


def test_the_innermost_mark_comes_first_and_order_decides_between_equals() -> None:
    outer = Mark(id="outer", spans=((0, 9),), hue="sea")
    inner = Mark(id="inner", spans=((2, 5),), hue="sea")
    favoured = Mark(id="favoured", spans=((2, 5),), hue="sea", order=1)
    assert sorted([outer, inner, favoured], key=nearest_first) == [favoured, inner, outer]
