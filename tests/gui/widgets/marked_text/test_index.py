"""The index finds marks by id, by paragraph and by place, and says which paragraphs a change touches."""

from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.marked_text.index import MarkIndex
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.positions import Positions

TEXT = "un deux\ntrois\n\nquatre cinq"
POSITIONS = Positions(TEXT)


def mark(name: str, *spans: tuple[int, int]) -> Mark:
    return Mark(id=name, spans=spans, hue="sea")


def test_a_mark_touches_the_paragraphs_of_its_spans_only() -> None:
    index = MarkIndex(POSITIONS)
    assert index.put(mark("a", (0, 2), (15, 21))) == {0, 3}
    assert index.put(mark("b", (3, 10))) == {0, 1}
    assert [m.id for m in index.in_block(0)] == ["b", "a"]
    assert index.in_block(2) == []


def test_a_mark_put_again_takes_the_place_of_the_first() -> None:
    index = MarkIndex(POSITIONS, [mark("a", (0, 2))])
    assert index.put(mark("a", (8, 13))) == {0, 1}
    assert len(index) == 1
    assert index.in_block(0) == []


def test_a_removed_mark_is_gone_and_removing_it_again_does_nothing() -> None:
    index = MarkIndex(POSITIONS, [mark("a", (0, 2))])
    assert index.remove("a") == {0}
    assert index.remove("a") == set()
    assert index.get("a") is None
    assert index.at(1) == []


def test_marks_at_a_place_come_from_the_inside_out() -> None:
    index = MarkIndex(POSITIONS, [mark("outer", (0, 13)), mark("inner", (3, 7)), mark("apart", (8, 13))])
    assert [m.id for m in index.at(4)] == ["inner", "outer"]
    assert [m.id for m in index.at(7)] == ["outer"], "the line end belongs to the mark over it"
    assert index.at(20) == []


def test_what_lies_beyond_the_text_or_is_empty_touches_nothing() -> None:
    index = MarkIndex(POSITIONS)
    assert index.put(mark("far", (99, 120))) == set()
    assert index.put(mark("empty", (3, 3))) == set()
    assert index.put(mark("none")) == set()
    assert len(index) == 3


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.lists(spans, max_size=3)), max_size=12))
def test_the_index_agrees_with_looking_at_every_mark(puts: list[tuple[str, list[tuple[int, int]]]]) -> None:
    index, plain = MarkIndex(POSITIONS), {}
    for name, where in puts:
        plain[name] = mark(name, *where)
        index.put(plain[name])
    for offset in range(len(TEXT)):
        assert {m.id for m in index.at(offset)} == {name for name, m in plain.items() if m.covers(offset)}
