"""What the Corpus room remembers, and what it makes of the words of another version."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.views.corpus_state import CorpusState


@given(
    st.builds(
        CorpusState,
        columns=st.lists(st.text(), min_size=1).map(tuple),
        widths=st.dictionaries(st.text(), st.integers()),
        sort=st.text(min_size=1),
        descending=st.booleans(),
        panes=st.lists(st.sampled_from(["facets", "details"])).map(tuple),
        sizes=st.lists(st.integers()).map(tuple),
    )
)
def test_a_state_comes_back_as_it_was(state: CorpusState) -> None:
    assert CorpusState.read(state.written()) == state


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[150, 100]", "{}", '{"columns": 3}', '{"columns": []}', "null"]
)
def test_what_is_none_is_passed_over(text: str) -> None:
    assert CorpusState.read(text) is None


def test_what_makes_no_sense_in_it_is_left_out() -> None:
    found = CorpusState.read('{"columns": ["title", 3], "widths": {"a": "x", "b": 7}, "sizes": [1, null]}')
    assert found == CorpusState(columns=("title",), widths={"b": 7}, sizes=(1,))
