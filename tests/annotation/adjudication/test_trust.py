"""How often decisions agreed with an annotator."""

from dataclasses import replace

from annotation.adjudication import Comparison, Trust
from annotation.records import Decision, Outcome
from tests.annotation.adjudication.tables import compared
from tests.annotation.agreement.labels import CODEBOOK, mention

RECORDS = (
    mention("1", "anna", "Union"),
    mention("2", "ben", "Union", "GPE"),
    mention("3", "ben", "mardi", "EVENT"),
)
TAKEN = Decision(
    id="d",
    article="a",
    layer="entity",
    reviewer="rita",
    outcome=Outcome.TAKEN,
    records=("1", "2"),
    gold="g",
    updated="2027",
)
REJECTED = replace(TAKEN, id="e", outcome=Outcome.REJECTED, records=("3",), gold=None)
GOLD = mention("g", "gold", "Union")


def learned(*decisions: Decision) -> dict[str, float]:
    trust = Trust()
    trust.learn(decided(*decisions), CODEBOOK)
    return trust.shares()


def decided(*decisions: Decision) -> Comparison:
    return compared(*RECORDS, decisions=decisions, gold=[GOLD])


def test_who_was_taken_is_trusted_more() -> None:
    """Both were right that there is a record; Anna was right about its type too."""
    found = learned(TAKEN)
    assert found == {"anna": 3 / 4, "ben": 2 / 4}


def test_who_did_not_mark_what_was_rejected_was_right() -> None:
    assert learned(REJECTED) == {"anna": 2 / 3, "ben": 1 / 3}


def test_automatic_and_outdated_decisions_teach_nothing() -> None:
    assert learned(replace(TAKEN, automatic=True)) == {}
    assert learned(replace(TAKEN, updated="2025")) == {}
    assert learned() == {}
