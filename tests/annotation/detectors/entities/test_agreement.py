"""What the names of an article say about each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._entities.agreement import Stretches, agree, separate
from annotation.detectors._entities.mention import Mention
from tests.annotation.detectors.entities.reader import line_of

MENTIONS = st.lists(
    st.builds(
        lambda start, length, code: Mention(start, start + length, "PER", (code,)),
        st.integers(0, 60),
        st.integers(1, 12),
        st.sampled_from(["model", "list"]),
    ),
    max_size=25,
)


@given(MENTIONS)
def test_names_that_stay_do_not_overlap_and_each_other_meets_one_as_long(found: list[Mention]) -> None:
    kept = separate(found)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for item in found:
        assert any(
            item.overlaps(other) and other.end - other.start >= item.end - item.start for other in kept
        )


@given(MENTIONS, st.integers(0, 70))
def test_a_stretch_finds_what_shares_a_code_point(found: list[Mention], at: int) -> None:
    kept = separate(found)
    point = Mention(at, at + 1, "PER", ())
    assert Stretches(kept).around(point) == next((item for item in kept if item.overlaps(point)), None)


def types(text: str, *mentions: tuple[str, str, str]) -> list[str]:
    """The types that mentions, (words, type, code), have in the end."""
    line, found, at = line_of(text), [], 0
    for words, kind, code in mentions:
        at = line.text.index(words, at)
        found.append(Mention(at, at + len(words), kind, (code,)))
        at += len(words)
    return [item.type for item in agree([found], [line])[0]]


def test_the_same_words_have_one_type() -> None:
    assert types(
        "Morin, Morin et Morin.",
        ("Morin", "ORG", "model"),
        ("Morin", "ORG", "model"),
        ("Morin", "LOC", "model"),
    ) == ["ORG", "ORG", "ORG"]


def test_the_surname_of_a_person_is_a_person() -> None:
    assert types("Claire Morin. Morin.", ("Claire Morin", "PER", "given"), ("Morin", "LOC", "model")) == [
        "PER",
        "PER",
    ]


def test_what_the_lists_know_is_not_outvoted() -> None:
    assert types("Paris. Paris. Paris.", ("Paris", "GPE", "list"), ("Paris", "PER", "model")) == [
        "GPE",
        "GPE",
    ]
