"""A memory is what it was taught, in any order, less what was taken back."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors import Setup
from annotation.detectors._memory import Lesson, remember

MARKS = st.tuples(
    st.tuples(st.sampled_from(["words", "rule"]), st.sampled_from("abc")),
    st.tuples(st.sampled_from(["right", "wrong"])),
)
LESSONS: st.SearchStrategy[list[Lesson]] = st.lists(st.lists(MARKS, max_size=4).map(tuple), max_size=8)


@given(LESSONS, LESSONS)
def test_what_is_unlearned_leaves_no_trace(kept: list[Lesson], gone: list[Lesson]) -> None:
    memory = remember([*gone, *kept])
    for lesson in gone:
        memory.unlearn(lesson)
    assert memory == remember(reversed(kept))
    assert bool(memory) == any(kept)


def test_claims_are_counted() -> None:
    memory = remember([((("words", "a"), ("right",)), (("rule", "r"), ("right",)))] * 2)
    assert memory.about(("words", "a")) == {("right",): 2}
    assert memory.about(("words", "b")) == {}
    assert list(memory.of("rule")) == [("rule", "r")]


def test_a_setup_travels_whole() -> None:
    setup = Setup(memory=remember([((("words", "a"), ("right",)),)]))
    assert pickle.loads(pickle.dumps(setup)) == setup
