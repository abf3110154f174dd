"""Spans of a role as parts, whatever the text and the place."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotation.records import Span
from gui.views.parts import (
    Parts,
    nearest_part,
    part_around,
    parted,
    trimmed,
    with_words,
    without_words,
)

TEXT = "L’eau, dit 🌊 Ana, coule.\nElle  coule encore, \u202f« לא » et 中文."
places = st.integers(0, len(TEXT))


@st.composite
def some_parts(draw: st.DrawFn) -> Parts:
    """Sorted spans that neither overlap nor touch, without blanks at their ends."""
    ends = sorted(draw(st.sets(places, max_size=8)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return tuple(one for start, end in pairs if len(one := trimmed(Span(start, end), TEXT)))


@st.composite
def some_words(draw: st.DrawFn) -> Span:
    """A stretch of the text."""
    start, end = sorted(draw(st.tuples(places, places)))
    return Span(start, end)


def covered(parts: Parts) -> set[int]:
    return {place for part in parts for place in range(part.start, part.end)}


def is_sound(parts: Parts) -> bool:
    """Whether spans lie in the text, sorted, not overlapping, each with something in it."""
    inside = all(0 <= part.start < part.end <= len(TEXT) for part in parts)
    return inside and all(one.end <= other.start for one, other in pairwise(parts))


@given(some_parts(), some_words())
def test_added_words_are_covered_and_nothing_else(parts: Parts, words: Span) -> None:
    if len(words):
        found = with_words(parts, words)
        assert is_sound(found)
        assert covered(found) == covered(parts) | covered((words,))


@given(some_parts(), some_words())
def test_words_taken_out_are_covered_no_more_and_only_blanks_go_with_them(parts: Parts, words: Span) -> None:
    found = without_words(parts, words, TEXT)
    assert is_sound(found)
    assert not covered(found) & covered((words,))
    lost = covered(parts) - covered((words,)) - covered(found)
    assert all(TEXT[place].isspace() for place in lost)


@given(some_parts(), places)
def test_parting_loses_only_blanks_and_leaves_nothing_on_the_wrong_side(parts: Parts, place: int) -> None:
    before, after = parted(parts, place, TEXT)
    assert is_sound(before)
    assert is_sound(after)
    assert all(one.end <= place for one in before)
    assert all(one.start >= place for one in after)
    assert all(TEXT[lost].isspace() for lost in covered(parts) - covered(before) - covered(after))


@given(some_parts(), places)
def test_the_part_around_a_place_is_the_nearest_one(parts: Parts, place: int) -> None:
    around, nearest = part_around(parts, place), nearest_part(parts, place)
    assert (nearest is None) == (not parts)
    if around is not None:
        assert around.start < place < around.end
        assert nearest == around


def test_words_that_touch_a_part_become_one_with_it() -> None:
    assert with_words((Span(0, 5), Span(9, 12)), Span(5, 7)) == (Span(0, 7), Span(9, 12))
    assert with_words((Span(0, 5), Span(9, 12)), Span(4, 10)) == (Span(0, 12),)
    assert with_words((), Span(4, 10)) == (Span(4, 10),)


def test_words_in_the_middle_leave_two_parts() -> None:
    text = "un deux trois"
    assert without_words((Span(0, 13),), Span(3, 7), text) == (Span(0, 2), Span(8, 13))
    assert without_words((Span(3, 7),), Span(0, 13), text) == ()
    assert parted((Span(0, 13),), 3, text) == ((Span(0, 2),), (Span(3, 13),))
