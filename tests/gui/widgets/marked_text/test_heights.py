"""Heights: sums and look-ups agree with plain lists."""

from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.marked_text.heights import Heights

heights = st.lists(st.integers(0, 60), min_size=1, max_size=70)


@given(heights, st.data())
def test_sums_stay_right_whatever_changes(values: list[int], data: st.DataObject) -> None:
    found = Heights(values)
    for place, height in data.draw(
        st.lists(st.tuples(st.integers(0, len(values) - 1), st.integers(0, 99)), max_size=20)
    ):
        found[place] = values[place] = height
    assert found.total == sum(values)
    for place in range(len(values) + 1):
        assert found.start(place) == sum(values[:place])
    assert [found[n] for n in range(len(found))] == values


@given(heights, st.integers(-5, 5000))
def test_a_height_falls_in_the_paragraph_that_spans_it(values: list[int], y: int) -> None:
    found = Heights(values)
    place = found.at(y)
    assert place == 0 or found.start(place) <= y
    assert place == len(values) - 1 or y < found.start(place + 1)


def test_no_paragraphs_have_no_height() -> None:
    assert Heights().total == 0
    assert len(Heights()) == 0
    assert Heights().at(12) == 0
