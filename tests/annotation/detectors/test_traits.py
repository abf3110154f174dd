"""What suggestions have in common with accepted and rejected ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors import Memory, settle
from annotation.detectors._traits import chance, traits_of
from annotation.detectors._verdicts import Record
from annotation.records import Span, Status
from tests.annotation.detectors.lessons import decided, heard, machine, setup, taught

TEXT = "« Oui », dit-il. Elle pense que non."
COUNTS = st.integers(0, 60)
RECORDS = st.builds(Record, COUNTS, COUNTS)
ROLES = ("source", "cue", "content", "addressee")


def test_rule_values_beginnings_and_short_words_are_traits() -> None:
    spans = {"cue": (Span(10, 13),), "content": (Span(0, 7),)}
    found = set(traits_of("source", ROLES, spans, {"speech": "direct", "n": 3}, ("rule", "d", "r"), TEXT))
    assert found == {
        ("trait", "source"),
        ("trait", "source", "rule", "d", "r"),
        ("trait", "source", "value", "speech", "direct"),
        ("trait", "source", "without", "source"),
        ("trait", "source", "without", "addressee"),
        ("trait", "source", "begins", "cue", "a"),
        ("trait", "source", "begins", "content", "«"),
        ("trait", "source", "words", "cue", TEXT[10:13].lower()),
        ("trait", "source", "words", "content", "« oui »"),
    }


@given(RECORDS.filter(lambda one: one.right and one.wrong), st.lists(RECORDS, max_size=8))
def test_it_is_a_chance_and_grows_with_what_was_right(whole: Record, traits: list[Record]) -> None:
    plain = chance(whole, traits)
    assert 0 <= plain <= 1
    better = [Record(one.right + 1, one.wrong) for one in traits]
    assert chance(whole, better) >= plain - 1e-9


def test_without_traits_it_is_the_share_of_all() -> None:
    assert chance(Record(29, 9), []) == pytest.approx(30 / 40)


def taught_direct(times: int) -> Memory:
    """Somebody accepted direct speech and rejected indirect speech so many times."""
    memory = Memory()
    direct = machine(TEXT, "source", {"speech": "direct"}, "quote", cue="dit", content="« Oui »")
    other = machine(TEXT, "source", {"speech": "indirect"}, "clause", cue="pense", content="non")
    taught(memory, decided(direct), direct, TEXT, times)
    taught(memory, decided(other, Status.REJECTED), other, TEXT, times)
    return memory


def test_what_is_like_the_rejected_ones_is_suggested_no_more_after_enough_decisions() -> None:
    new = heard(TEXT, "source", {"speech": "indirect"}, 0.8, "clause", cue="que", content="non")
    like = heard(TEXT, "source", {"speech": "direct"}, 0.8, "quote", "l", cue="il", content="« Oui »")
    assert [item.key for item in settle([new, like], setup(taught_direct(9)), TEXT)] == ["k", "l"]
    assert [item.key for item in settle([new, like], setup(taught_direct(10)), TEXT)] == ["l"]


def test_rejections_alone_say_nothing_about_others() -> None:
    memory = Memory()
    other = machine(TEXT, "source", {"speech": "indirect"}, "clause", cue="pense", content="non")
    taught(memory, decided(other, Status.REJECTED), other, TEXT, 50)
    new = heard(TEXT, "source", {"speech": "indirect"}, 0.8, "clause", cue="que", content="non")
    assert settle([new], setup(memory), TEXT)
