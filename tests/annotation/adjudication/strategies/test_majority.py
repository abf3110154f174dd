"""Votes: more than half, or a larger share, of those compared."""

import pytest

from annotation.adjudication import STRATEGIES, Draft, Terms
from annotation.records import Outcome
from tests.annotation.adjudication.tables import blank_draft, compared
from tests.annotation.agreement.labels import mention, span

PEOPLE = ("anna", "ben", "cleo", "dan")


def voted(said: str, share: float = 0.5, name: str = "majority") -> Draft:
    """Who says ORG, who says GPE, who says nothing: a letter for each of four."""
    types = {"o": "ORG", "g": "GPE"}
    records = [
        mention(f"{who}1", who, "Union", types[one])
        for who, one in zip(PEOPLE, said, strict=True)
        if one in types
    ]
    return STRATEGIES[name].choose(blank_draft(compared(*records, people=PEOPLE)), Terms(share=share))


def test_three_of_four_carry_a_value() -> None:
    draft = voted("ooog")
    assert draft.value("field:type") == "ORG"
    assert draft.complete


def test_a_larger_share_can_be_asked_for() -> None:
    assert not voted("ooog", share=0.8).complete
    assert voted("oooo", share=1.0).complete


def test_ties_stay_open() -> None:
    assert not voted("oogg").complete
    assert not voted("oo..").complete


def test_what_most_do_not_have_is_rejected() -> None:
    assert voted("o...").outcome is Outcome.REJECTED
    assert not voted("o...", share=0.8).complete


def test_those_without_a_record_have_no_vote_on_its_fields() -> None:
    assert voted("oo.g").value("field:type") == "ORG"


def test_one_record_can_be_made_enough() -> None:
    draft = blank_draft(compared(mention("1", "anna", "Union"), people=PEOPLE))
    found = STRATEGIES["majority"].choose(draft, Terms(presence=0.25))
    assert found.complete
    assert not found.rejected
    assert STRATEGIES["majority"].choose(draft, Terms(presence=0.3)).rejected


def test_where_none_mark_the_same_words_each_end_is_voted_on() -> None:
    words = {"anna": "accuse le ministre", "ben": "le ministre", "cleo": "accuse le"}
    records = [mention(f"{who}1", who, quote) for who, quote in words.items()]
    draft = STRATEGIES["majority"].choose(blank_draft(compared(*records, people=words)), Terms())
    assert draft.value("role:mention") == (span("accuse le ministre"),)
    assert draft.outcome is Outcome.TAKEN


def test_what_two_say_of_five_is_taken_where_all_others_say_something_else() -> None:
    types = ("ORG", "ORG", "GPE", "LOC", "PER")
    records = [mention(f"{n}", f"p{n}", "Union", type_) for n, type_ in enumerate(types)]
    draft = blank_draft(compared(*records, people=[f"p{n}" for n in range(5)]))
    assert STRATEGIES["majority"].choose(draft, Terms()).value("field:type") == "ORG"
    assert not STRATEGIES["majority"].choose(draft, Terms(share=0.6)).complete


@pytest.mark.parametrize(("said", "complete"), [("oooo", True), ("ooog", False), ("ooo.", False)])
def test_unanimous_takes_nothing_on_which_anybody_differs(said: str, complete: bool) -> None:
    assert voted(said, name="unanimous").complete is complete
