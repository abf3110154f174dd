"""Questions to a project, and their answers in a fixed order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import Accept, AddArticles, Discard, Revert, StoreSuggestions
from annotation.project import Missing, Project
from annotation.records import Annotation, Article, Entity, place_of
from tests.annotation.newsroom import ANN, BOB, imported, named, newsroom, suggestions


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


def test_a_record_is_found_or_missed(project: Project) -> None:
    assert project.read.find(Entity, "otan") == project.read.get(Entity, "otan")
    assert project.read.find(Entity, "zz") is None
    with pytest.raises(Missing, match="no longer has the entities record “zz”"):
        project.read.get(Entity, "zz")


def test_annotations_come_in_reading_order_however_they_came_about(project: Project) -> None:
    ids = [record.id for record in project.read.annotations("a1")]
    changes = project.apply(StoreSuggestions(found=(suggestions("a1", "e2"),)))
    project.apply(Revert(changes=changes))
    records = project.read.annotations(project.read.get(Article, "a1"))
    assert [record.id for record in records] == ids
    assert records == sorted(records, key=place_of)


def test_annotations_can_be_asked_for_by_annotator(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    project.apply(Discard(annotations=(named(project, "e2").id,), actor=BOB.id))
    whose = {
        name: len(project.read.annotations("a1", name)) for name in ((ANN.id,), (ANN.id, BOB.id), ("zz",), ())
    }
    assert whose == {(ANN.id,): 1, (ANN.id, BOB.id): 2, ("zz",): 0, (): 0}
    assert len(project.read.annotations("a1")) == 7


def test_what_was_made_from_a_record_is_found(project: Project) -> None:
    base = named(project, "e1").id
    project.apply(Accept(annotations=(base,), actor=ANN.id))
    project.apply(Discard(annotations=(base,), actor=BOB.id))
    assert {record.annotator for record in project.read.based_on([base, "zz"])} == {ANN.id, BOB.id}
    assert project.read.based_on([]) == []


def test_what_names_an_entity_is_found(project: Project) -> None:
    found = {record.layer for record in project.read.annotations_naming("otan")}
    assert found == {"entity", "stance"}
    assert project.read.annotations_naming("ota") == []


def test_a_suggestion_that_somebody_decided_about_is_counted_once(project: Project) -> None:
    assert project.read.counts()["entity"] == {"suggested": 3}
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    project.apply(Discard(annotations=(named(project, "e1").id, named(project, "e2").id), actor=BOB.id))
    assert project.read.counts() == {
        "entity": {"suggested": 1, "accepted": 1, "rejected": 2},
        "figure": {"suggested": 1},
        "source": {"suggested": 1},
        "stance": {"suggested": 1},
    }


def test_articles_come_one_after_the_other_however_many(project: Project) -> None:
    project.apply(AddArticles(imported=tuple(imported(f"n{n}", f"Text {n}") for n in range(1100))))
    ids = [article.id for article in project.read.articles()]
    assert ids == project.read.article_ids() == ["a1", "a2", "a3", *(f"n{n}" for n in range(1100))]
    assert project.read.count_articles() == 1103


def test_articles_may_change_while_they_are_gone_through(project: Project) -> None:
    seen = []
    for article in project.read.articles():
        seen.append(article.id)
        if article.id == "a2":
            project.apply(AddArticles(imported=(imported("a9", "Nine."),)))
    assert seen == ["a1", "a2", "a3", "a9"]


def test_a_text_that_the_file_has_lost_is_missed_in_words(project: Project) -> None:
    lost = imported("zz", "lost").article
    with pytest.raises(Missing, match="The text of “Title zz” is missing"):
        project.read.text(lost)


def test_articles_without_a_suggestion_are_unread(project: Project) -> None:
    assert project.read.unread_ids() == ["a3"]


def test_the_registry_is_in_the_order_of_names(project: Project) -> None:
    assert [entity.name for entity in project.read.entities()] == ["Nina Roux", "OTAN"]


def test_no_annotation_is_the_answer_for_an_article_that_is_gone(project: Project) -> None:
    assert project.read.annotations("zz") == []
    assert project.read.decisions("zz") == []
    assert project.read.assignments_of("zz") == []
    assert project.read.find(Annotation, "zz") is None
