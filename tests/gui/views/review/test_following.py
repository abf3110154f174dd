"""What changes mean for the article under review."""

from annotation.adjudication import ASKED
from annotation.i18n import Message
from annotation.records import Change, Changes, Decision, Outcome, Setting
from gui.views.review.following import concerns, decided_about


def changes(*records: Decision | Setting) -> Changes:
    return Changes(Message("x"), tuple(Change(before=None, after=one) for one in records), 1)


def decision(article: str) -> Decision:
    return Decision(
        id="d",
        article=article,
        layer="entity",
        reviewer="r",
        outcome=Outcome.MIXED,
        records=("a1",),
        gold="g1",
    )


def test_decisions_and_questions_of_the_article_concern_it() -> None:
    assert concerns(changes(decision("a")), "a")
    assert not concerns(changes(decision("b")), "a")
    assert concerns(changes(Setting(id=f"{ASKED}a/anna")), "a")
    assert not concerns(changes(Setting(id=f"{ASKED}ab/anna"), Setting(id="pool")), "a")


def test_a_decision_is_about_its_records_and_its_gold_record() -> None:
    assert decided_about(changes(decision("a"), Setting(id="pool"))) == {"a1", "g1"}
