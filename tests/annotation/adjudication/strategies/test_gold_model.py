"""A vote weighed by how often people's decisions agreed with each."""

from annotation.adjudication import STRATEGIES, Skill, Terms, Trusted
from tests.annotation.adjudication.tables import blank_draft, compared
from tests.annotation.agreement.labels import mention

PEOPLE = ("anna", "ben", "cleo")
SAID = [mention("1", "anna", "Union"), *(mention(who, who, "Union", "GPE") for who in ("ben", "cleo"))]
MODEL = STRATEGIES["gold-model"]


def test_one_who_is_right_far_more_often_outvotes_two() -> None:
    draft = blank_draft(compared(*SAID, people=PEOPLE))
    skills = {"anna": Skill(fills=0.98), "ben": Skill(fills=0.6), "cleo": Skill(fills=0.6)}
    trusted = MODEL.choose(draft, Terms(trust=Trusted(skills=skills)))
    assert trusted.value("field:type") == "ORG"


def test_where_nothing_is_known_all_weigh_the_same() -> None:
    assert MODEL.choose(blank_draft(compared(*SAID, people=PEOPLE)), Terms()).value("field:type") == "GPE"


def test_a_record_of_one_who_invents_nothing_stands_against_two_who_miss_much() -> None:
    skills = {"anna": Skill(leaves=0.98), "ben": Skill(finds=0.4), "cleo": Skill(finds=0.4)}
    draft = blank_draft(compared(SAID[0], people=PEOPLE))
    assert MODEL.choose(draft, Terms(trust=Trusted(skills=skills))).complete
    assert MODEL.choose(draft, Terms()).rejected


def test_what_is_not_likely_enough_stays_open() -> None:
    draft = blank_draft(compared(*SAID[:2]))
    assert not MODEL.choose(draft, Terms()).complete
