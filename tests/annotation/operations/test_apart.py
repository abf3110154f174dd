"""What a person said about names stays said, and follows them."""

import pytest

from annotation.operations import (
    IgnoreWords,
    KeepApart,
    MergeEntities,
    OperationError,
    PutEntity,
    RemoveEntity,
    Revert,
)
from annotation.operations.apart import kept_apart
from annotation.project import Missing, Project
from annotation.records import Entity


@pytest.fixture(autouse=True)
def third(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="nato", name="NATO")))


def test_two_names_stay_apart_until_somebody_thinks_again(project: Project) -> None:
    project.apply(KeepApart(one="otan", other="roux"))
    assert kept_apart(project.read) == {frozenset({"otan", "roux"})}
    assert not project.apply(KeepApart(one="roux", other="otan"))
    project.apply(KeepApart(one="roux", other="otan", apart=False))
    assert kept_apart(project.read) == frozenset()
    assert not project.apply(KeepApart(one="roux", other="otan", apart=False))


def test_a_name_is_not_kept_apart_from_itself_or_from_nobody(project: Project) -> None:
    with pytest.raises(OperationError, match="from itself"):
        project.apply(KeepApart(one="otan", other="otan"))
    with pytest.raises(Missing):
        project.apply(KeepApart(one="otan", other="gone"))


def test_what_is_kept_apart_follows_a_merge_and_goes_with_a_removal(project: Project) -> None:
    project.apply(KeepApart(one="nato", other="roux"))
    merged = project.apply(MergeEntities(into="otan", others=("nato",)))
    assert kept_apart(project.read) == {frozenset({"otan", "roux"})}
    project.apply(Revert(changes=merged))
    assert kept_apart(project.read) == {frozenset({"nato", "roux"})}
    project.apply(RemoveEntity(entity="roux"))
    assert kept_apart(project.read) == frozenset()


def test_merging_what_was_kept_apart_forgets_it(project: Project) -> None:
    project.apply(KeepApart(one="nato", other="otan"))
    project.apply(MergeEntities(into="otan", others=("nato",)))
    assert kept_apart(project.read) == frozenset()


def test_words_are_ignored_whatever_their_accents_and_may_be_heeded_again(project: Project) -> None:
    changes = project.apply(IgnoreWords(words=("L’École", "ecole", "…")))
    assert len(changes.items) == 1
    assert not project.apply(IgnoreWords(words=("École",)))
    assert project.apply(IgnoreWords(words=("école",), ignored=False))
    assert not project.apply(IgnoreWords(words=("école",), ignored=False))


def test_titles_say_what_is_remembered() -> None:
    assert str(KeepApart(one="a", other="b").title) == "Keep two names apart"
    assert str(KeepApart(one="a", other="b", apart=False).title) == "Let two names be compared again"
    assert str(IgnoreWords(words=("il",)).title) == "Ignore “il”"
    assert str(IgnoreWords(words=("il",), ignored=False).title) == "Heed “il” again"
    assert str(IgnoreWords(words=("il", "elle")).title) == "Ignore 2 groups of words"
