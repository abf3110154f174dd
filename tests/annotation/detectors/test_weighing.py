"""How sure a suggestion is after decisions about others."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._verdicts import Record
from annotation.detectors._weighing import posterior, weigh, weigh_addition

COUNTS = st.integers(0, 50)
RECORDS = st.builds(Record, COUNTS, COUNTS, COUNTS)
SURE = st.floats(0, 1)


def test_without_decisions_a_detector_is_believed() -> None:
    assert weigh(0.8, Record(), Record()) == 0.8
    assert weigh(None, Record(), Record()) is None


@given(st.none() | SURE, RECORDS, RECORDS)
def test_it_is_a_chance_whatever_was_decided(confidence: float | None, rule: Record, words: Record) -> None:
    found = weigh(confidence, rule, words)
    assert found is None or 0 <= found <= 1


@given(SURE, RECORDS)
def test_a_decision_that_it_was_right_never_makes_it_less_sure(confidence: float, words: Record) -> None:
    more = Record(words.right + 1, words.wrong, words.added)
    less = Record(words.right, words.wrong + 1, words.added)
    plain = posterior(confidence, 2, words)
    assert posterior(confidence, 2, less) <= plain <= posterior(confidence, 2, more)


def test_the_prior_is_worth_its_number_of_decisions() -> None:
    assert posterior(0.8, 2, Record(right=1, wrong=1)) == (1.6 + 1) / 4
    assert weigh(0.8, Record(), Record(wrong=2)) == 0.4
    assert weigh_addition(Record(added=1)) == round((1.2 + 1) / 3, 3)


def test_a_rule_is_judged_from_five_decisions_on_and_in_steps() -> None:
    assert weigh(0.8, Record(wrong=4), Record()) == 0.8
    assert weigh(0.8, Record(wrong=5), Record()) == 0.55
    assert weigh(0.8, Record(wrong=6), Record()) == 0.5
    assert weigh(0.8, Record(right=8, wrong=2), Record()) == 0.8
