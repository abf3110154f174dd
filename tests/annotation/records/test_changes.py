"""What an operation changed, and what takes it back."""

import pytest

from annotation.i18n import Message
from annotation.records import (
    Annotation,
    Annotator,
    Article,
    Assignment,
    Change,
    Changes,
    Decision,
    Entity,
    Outcome,
    Setting,
)

ARTICLE = Article(id="a1", title="T", text_sha256="0", length=0)
RECORD = Annotation(id="x", article="a2", annotator="p", layer="l")
CHANGES = Changes(
    Message("Do"),
    (
        Change(None, ARTICLE),
        Change(Setting(id="s", value=1), Setting(id="s", value=2)),
        Change(RECORD, None),
        Change(None, Entity(id="e", name="E")),
        Change(None, Annotator(id="p", name="P")),
        Change(None, Assignment(id="q", article="a3", annotator="p")),
        Change(
            None, Decision(id="d", article="a4", layer="l", reviewer="p", outcome=Outcome.AGREED, records=())
        ),
    ),
    7,
)


def test_the_inverse_goes_back_the_newest_first() -> None:
    inverse = CHANGES.inverse()
    assert [item.after for item in inverse.items] == [item.before for item in reversed(CHANGES.items)]
    assert inverse.inverse() == CHANGES
    assert inverse.entry == 7


def test_a_change_is_about_the_record_as_it_is_or_was_last() -> None:
    assert [change.record for change in CHANGES.items[:3]] == [ARTICLE, Setting(id="s", value=2), RECORD]


def test_a_change_of_nothing_is_a_mistake() -> None:
    with pytest.raises(AssertionError, match="a change of nothing"):
        str(Change(None, None).record)


def test_changes_can_be_asked_for_by_kind_and_by_article() -> None:
    assert [change.after for change in CHANGES.of(Entity)] == [Entity(id="e", name="E")]
    assert CHANGES.articles == {"a1", "a2", "a3", "a4"}


def test_no_change_is_nothing() -> None:
    assert CHANGES
    assert not Changes(Message("Do"))
