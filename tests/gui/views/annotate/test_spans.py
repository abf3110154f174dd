"""Moving the ends of spans, whatever the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotation.records import Span
from gui.views.spans import SpanEnd, ends_of, nearest_end, nudge, other_end, resize
from gui.widgets.marked_text import Positions
from gui.widgets.marked_text.words import Words

TEXT = "L’eau, dit 🌊 Ana, coule.\nElle coule encore."


def words(text: str) -> Words:
    positions = Positions(text)
    return Words(text, positions.starts, positions.ends)


def moved(start: int, end: int, *, last: bool, forward: bool, by_word: bool = True) -> str | None:
    spans = {"mention": (Span(start, end),)}
    where = SpanEnd("mention", 0, last, end if last else start)
    done = nudge(spans, where, words(TEXT), forward=forward, by_word=by_word)
    return TEXT[done.spans[0].start : done.spans[0].end] if done else None


def test_the_end_grows_and_shrinks_by_words() -> None:
    at = TEXT.index("dit")
    assert moved(at, at + 3, last=True, forward=True) == "dit 🌊"
    assert moved(at, at + 5, last=True, forward=False) == "dit"
    assert moved(at, at + 3, last=True, forward=False) is None


def test_the_start_grows_and_shrinks_by_words() -> None:
    at = TEXT.index("dit")
    assert moved(at, at + 3, last=False, forward=False) == "eau, dit"
    assert moved(0, 5, last=False, forward=True) == "eau"
    assert moved(at, at + 3, last=False, forward=True) is None


def test_a_word_at_the_ends_of_the_text_goes_no_further() -> None:
    assert moved(0, 2, last=False, forward=False) is None
    assert moved(TEXT.index("encore"), TEXT.index("encore") + 6, last=True, forward=True) is None


def test_a_character_is_the_least_that_is_left() -> None:
    assert moved(3, 5, last=True, forward=False, by_word=False) == "a"
    assert moved(3, 4, last=True, forward=False, by_word=False) is None


def test_the_nearest_end_is_that_of_any_role_and_the_last_of_two_as_near() -> None:
    spans = {"source": (Span(0, 4),), "cue": (Span(6, 9), Span(12, 15))}
    assert len(ends_of(spans)) == 6
    assert nearest_end(spans, 5) == SpanEnd("cue", 0, False, 6)
    assert nearest_end(spans, 11) == SpanEnd("cue", 1, False, 12)
    assert nearest_end({}, 3) is None
    assert other_end(spans, SpanEnd("cue", 1, False, 12)) == SpanEnd("cue", 1, True, 15)


def test_a_span_does_not_run_into_another_of_its_role() -> None:
    spans = {"mention": (Span(0, 5), Span(7, 10))}
    end = SpanEnd("mention", 0, True, 5)
    assert nudge(spans, end, words(TEXT), forward=True, by_word=True) is None
    assert nudge(spans, end, words(TEXT), forward=True, by_word=False) is not None


@given(
    st.text(alphabet="ab é’🌊.\n ", min_size=2, max_size=40),
    st.data(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_a_nudge_leaves_a_span_within_the_text(
    text: str, data: st.DataObject, last: bool, forward: bool, by_word: bool
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    spans = {"mention": (Span(start, end),)}
    where = SpanEnd("mention", 0, last, end if last else start)
    done = nudge(spans, where, words(text), forward=forward, by_word=by_word)
    if done is not None:
        (found,) = done.spans
        assert 0 <= found.start < found.end <= len(text)
        assert done.offset == (found.end if last else found.start)
        assert (found.start == start) if last else (found.end == end)
        grown = len(found) > end - start
        assert grown == (forward is last)


# ------------------------------------------------------------ dragging


def dragged(spans: tuple[Span, ...], number: int, to: int, *, last: bool, by_word: bool = True) -> list[str]:
    where = SpanEnd("mention", number, last, spans[number].end if last else spans[number].start)
    done = resize({"mention": spans}, where, to, words(TEXT), by_word=by_word)
    return [TEXT[span.start : span.end] for span in done.spans]


def test_a_dragged_end_snaps_to_the_nearest_edge_of_a_word() -> None:
    at = TEXT.index("dit")
    assert dragged((Span(at, at + 3),), 0, TEXT.index("Ana") + 2, last=True) == ["dit 🌊 Ana"]
    assert dragged((Span(at, at + 3),), 0, TEXT.index("eau") + 1, last=False) == ["eau, dit"]
    assert dragged((Span(at, at + 3),), 0, TEXT.index("Ana") + 2, last=True, by_word=False) == ["dit 🌊 An"]


def test_a_dragged_end_stops_at_its_own_start_and_at_the_next_part() -> None:
    at, ana = TEXT.index("dit"), TEXT.index("Ana")
    assert dragged((Span(at, at + 3),), 0, 0, last=True) == ["dit"]
    assert dragged((Span(at, at + 3),), 0, len(TEXT), last=False) == ["dit"]
    assert dragged((Span(at, at + 3), Span(ana, ana + 3)), 0, len(TEXT), last=True)[1] == "Ana"
    assert dragged((Span(at, at + 3), Span(ana, ana + 3)), 1, 0, last=False)[0] == "dit"


@st.composite
def roles(draw: st.DrawFn) -> tuple[Span, ...]:
    ends = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=8)))
    return tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))


@given(roles(), st.data(), st.integers(-5, len(TEXT) + 5), st.booleans(), st.booleans())
def test_wherever_an_end_is_dragged_spans_stay_sorted_and_apart(
    spans: tuple[Span, ...], data: st.DataObject, to: int, last: bool, by_word: bool
) -> None:
    number = data.draw(st.integers(0, len(spans) - 1))
    where = SpanEnd("mention", number, last, 0)
    done = resize({"mention": spans}, where, to, words(TEXT), by_word=by_word)
    assert done.spans == tuple(sorted(done.spans))
    assert all(one.end <= other.start for one, other in pairwise(done.spans))
    assert all(0 <= one.start < one.end <= len(TEXT) for one in done.spans)
    assert done.offset in (done.spans[number].start, done.spans[number].end)
