"""Mentions as they are read."""

from annotation.operations import Accept, RemoveArticles
from annotation.project import Project
from annotation.project.registry import (
    Mention,
    article_of,
    find_contexts,
    find_groups,
    find_mentions,
    records_at,
    registry_of,
)
from tests.annotation.newsroom import ANN, TEXTS, named


def mentions(project: Project, key: str) -> list[Mention]:
    index = registry_of(project.read)
    number = index.number_of(key)
    assert number
    return find_mentions(index, number)


def test_a_mention_has_its_words_and_what_stands_around_them(project: Project) -> None:
    found = find_contexts(project.read.db, mentions(project, "otan"))
    target, mention = (one for one in found if one)
    assert (mention.words, mention.article, mention.title) == ("OTAN", "a1", "Title a1")
    assert mention.before + mention.words + mention.after == TEXTS["a1"]
    assert target.words == "tiendrons"
    assert target.before == "« Nous "


def test_mentions_of_words_that_name_nobody_are_found_by_the_number_below_nought(project: Project) -> None:
    index = registry_of(project.read)
    (group,) = find_groups(index)
    found = find_contexts(project.read.db, find_mentions(index, -group))
    assert [(one.article, one.words) for one in found if one] == [("a1", "Nina Roux"), ("a2", "Nina Roux")]


def test_a_mention_in_an_article_that_is_gone_has_no_context(project: Project) -> None:
    found = mentions(project, "otan")
    project.apply(RemoveArticles(articles=("a1",)))
    assert find_contexts(project.read.db, found) == [None, None]
    assert article_of(project.read.db, 1) == ""
    assert article_of(project.read.db, 2) == "a2"


def test_the_records_of_a_mention_are_found_and_peoples_come_first(project: Project) -> None:
    index = registry_of(project.read)
    project.apply(Accept(annotations=(named(project, "e2").id,), actor=ANN.id))
    mention = mentions(project, "otan")[-1]
    records = records_at(project.read.annotations("a1"), index, mention)
    assert [record.annotator for record in records] == [ANN.id, "machine"]
    assert {record.layer for record in records} == {"entity"}
