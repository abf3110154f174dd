"""A vote weighed by how often people's decisions agreed with each."""

from annotation.adjudication import STRATEGIES, Terms
from tests.annotation.adjudication.tables import blank_draft, compared
from tests.annotation.agreement.labels import mention

PEOPLE = ("anna", "ben", "cleo")
SAID = [mention("1", "anna", "Union"), *(mention(who, who, "Union", "GPE") for who in ("ben", "cleo"))]
MODEL = STRATEGIES["gold-model"]


def test_one_who_is_right_far_more_often_outvotes_two() -> None:
    draft = blank_draft(compared(*SAID, people=PEOPLE))
    trusted = MODEL.choose(draft, Terms(trust={"anna": 0.98, "ben": 0.6, "cleo": 0.6}))
    assert trusted.value("field:type") == "ORG"


def test_where_nothing_is_known_all_weigh_the_same() -> None:
    assert MODEL.choose(blank_draft(compared(*SAID, people=PEOPLE)), Terms()).value("field:type") == "GPE"
