"""What a reviewer wants to see, and what comes first."""

from dataclasses import replace

from annotation.adjudication import Asked, Cluster, Kind, State, Wish, dissenters, importance, states_of
from annotation.records import Decision, Outcome
from tests.annotation.adjudication.tables import compared, only
from tests.annotation.agreement.labels import mention

THREE = ("anna", "ben", "cleo")
TAKEN = Decision(
    id="d", article="a", layer="entity", reviewer="rita", outcome=Outcome.TAKEN, records=("1", "2"), gold="g"
)


def cluster(*types: str | None) -> Cluster:
    """What each of three says of one word; None for no record."""
    records = [
        mention(str(n), who, "Union", type_)
        for n, (who, type_) in enumerate(zip(THREE, types, strict=True))
        if type_
    ]
    return only(compared(*records, people=THREE))


AGREED = cluster("ORG", "ORG", "ORG")
LABEL = cluster("ORG", "GPE", "ORG")
MISSED = cluster("ORG", None, "ORG")


def test_kinds_are_sorted_as_the_reviewer_wants_to_see_them() -> None:
    assert sorted([AGREED, LABEL, MISSED], key=importance, reverse=True) == [MISSED, LABEL, AGREED]


def test_of_the_same_kind_what_divides_people_most_comes_first() -> None:
    divided = cluster("ORG", "GPE", "LOC")
    assert importance(divided) > importance(LABEL)


def test_what_changed_or_was_answered_comes_before_all_else_and_what_is_decided_after() -> None:
    decided = replace(MISSED, decision=TAKEN)
    answered = replace(LABEL, asked=(Asked(annotator="ben", text="?", asked="2026", answered=True),))
    assert importance(replace(decided, changed=True)) > importance(MISSED) > importance(decided)
    assert importance(answered) > importance(MISSED)


def test_states_tell_who_decided_and_who_is_asked() -> None:
    assert states_of(MISSED) == {State.OPEN}
    automatic = replace(MISSED, decision=replace(TAKEN, automatic=True))
    assert states_of(automatic) == {State.DECIDED, State.AUTOMATIC}
    assert states_of(replace(automatic, changed=True)) == {State.OPEN, State.CHANGED, State.AUTOMATIC}
    asked = replace(MISSED, asked=(Asked(annotator="ben", text="?", asked="2026"),))
    assert states_of(asked) == {State.OPEN, State.ASKED}
    assert asked.waits


def test_who_stands_alone_is_told() -> None:
    assert dissenters(MISSED) == ("ben",)
    assert dissenters(LABEL) == ("ben",)
    assert dissenters(cluster("ORG", None, None)) == ("anna",)
    assert dissenters(cluster("ORG", "GPE", "LOC")) == THREE
    assert dissenters(AGREED) == ()


def test_a_wish_lists_what_has_all_that_is_asked_for() -> None:
    assert not Wish().passes(AGREED)
    assert Wish(agreed=True).passes(AGREED)
    assert Wish(kinds=frozenset({Kind.AGREED})).passes(AGREED)
    assert Wish(layers=frozenset({"entity"})).passes(LABEL)
    assert not Wish(layers=frozenset({"stance"})).passes(LABEL)
    assert Wish(annotators=frozenset({"ben"}), kinds=frozenset({Kind.MISSED})).passes(MISSED)
    assert not Wish(annotators=frozenset({"anna"})).passes(MISSED)
    assert not Wish(states=frozenset({State.DECIDED})).passes(MISSED)
    assert Wish(states=frozenset({State.DECIDED})).narrows
    assert not Wish(agreed=True).narrows
