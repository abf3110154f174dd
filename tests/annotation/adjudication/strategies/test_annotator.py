"""Following one annotator."""

from annotation.adjudication import STRATEGIES, Terms
from annotation.records import Outcome
from tests.annotation.adjudication.tables import blank_draft, compared
from tests.annotation.agreement.labels import mention

FOLLOW = STRATEGIES["annotator"]
BOTH = (mention("1", "anna", "Union"), mention("2", "ben", "l’Union", "GPE"))


def test_their_record_is_taken_whole() -> None:
    draft = FOLLOW.choose(blank_draft(compared(*BOTH)), Terms(annotator="ben"))
    assert draft.taken == "ben"
    assert draft.outcome is Outcome.TAKEN


def test_what_they_do_not_have_is_rejected() -> None:
    draft = FOLLOW.choose(blank_draft(compared(BOTH[0])), Terms(annotator="ben"))
    assert draft.outcome is Outcome.REJECTED


def test_where_they_did_not_work_nothing_is_decided() -> None:
    assert not FOLLOW.choose(blank_draft(compared(*BOTH)), Terms(annotator="cleo")).begun
