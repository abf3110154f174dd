"""Taking only what everybody says."""

from annotation.adjudication import STRATEGIES, Terms
from annotation.records import Outcome
from tests.annotation.adjudication.tables import blank_draft, compared
from tests.annotation.agreement.labels import mention

UNANIMOUS = STRATEGIES["unanimous"]


def test_the_same_record_of_all_is_agreed() -> None:
    draft = blank_draft(compared(mention("1", "anna", "Union"), mention("2", "ben", "Union")))
    assert UNANIMOUS.choose(draft, Terms()).outcome is Outcome.AGREED


def test_a_difference_in_one_row_leaves_the_cluster_open() -> None:
    draft = blank_draft(compared(mention("1", "anna", "Union"), mention("2", "ben", "Union", "GPE")))
    assert not UNANIMOUS.choose(draft, Terms()).complete


def test_a_share_that_is_set_does_not_soften_it() -> None:
    draft = blank_draft(compared(mention("1", "anna", "Union")))
    assert not UNANIMOUS.choose(draft, Terms(share=0.5)).complete
