"""How often decisions agreed with an annotator."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotation.adjudication import Skill, Trust, Trusted
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


THREE = ("anna", "ben", "cleo")


def learned(*decisions: Decision) -> Trusted:
    trust = Trust()
    for _time in range(20):
        trust.learn(compared(*RECORDS, decisions=decisions, gold=[GOLD]), CODEBOOK)
    return trust.trusted()


def test_who_was_taken_is_trusted_more() -> None:
    """Both were right that there is a record; Anna was right about its type too."""
    found = learned(TAKEN)
    assert found.of("anna").fills > 0.9
    assert found.of("ben").fills < 0.6
    assert found.of("anna").finds == found.of("ben").finds


def test_who_did_not_mark_what_was_rejected_was_right() -> None:
    found = learned(REJECTED)
    assert found.of("anna").leaves > 0.9
    assert found.of("ben").leaves < 0.3
    assert found.real < 0.2


def test_automatic_and_outdated_decisions_of_two_teach_nothing() -> None:
    assert learned(replace(TAKEN, automatic=True)) == Trusted()
    assert learned(replace(TAKEN, updated="2025")) == Trusted()
    assert learned() == Trusted()


def test_of_three_the_one_with_whom_nobody_agrees_is_trusted_less_without_any_decision() -> None:
    said = [mention(f"{who}1", who, "Union", "GPE" if who == "cleo" else "ORG") for who in THREE]
    alone = mention("c2", "cleo", "mardi", "EVENT")
    trust = Trust()
    for _time in range(20):
        trust.learn(compared(*said, alone, people=THREE), CODEBOOK)
    found = trust.trusted()
    assert found.of("anna").fills == found.of("ben").fills > found.of("cleo").fills
    assert found.of("anna").leaves > found.of("cleo").leaves


@given(shares=st.lists(st.sampled_from([0.02, 0.3, 0.6, 0.98]), min_size=3, max_size=3))
def test_likelihoods_are_shares_and_one_more_record_of_somebody_good_never_lessens_them(
    shares: list[float],
) -> None:
    trusted = Trusted(
        skills={who: Skill(finds=s, leaves=1 - s / 3) for who, s in zip(THREE, shares, strict=True)}
    )
    two, three = trusted.likelihood(THREE[:2], THREE), trusted.likelihood(THREE, THREE)
    assert 0 <= two <= 1
    assert three >= two or shares[2] < 1 / 3
    assert 0 < sum(trusted.answers([THREE[:1], THREE[1:]])) < 1
