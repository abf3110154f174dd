"""The history of one record, out of the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.importers import Imported
from annotation.operations import (
    Accept,
    AddArticles,
    ArticleSuggestions,
    EditFeatures,
    PutAnnotator,
    StoreSuggestions,
    own_id,
)
from annotation.project import Project, create_project
from annotation.records import Annotation, Annotator, Article, Span, Suggestion, digest

TEXT = "Oskar Vint approuve. " * 400


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "p.selon") as made:
        found = Article(id="a", title="A", text_sha256=digest(TEXT), length=len(TEXT))
        made.apply(AddArticles(imported=(Imported(article=found, text=TEXT),)))
        made.apply(PutAnnotator(annotator=Annotator(id="ana", name="Ana")))
        yield made


def detect(project: Project, number: int) -> list[Annotation]:
    suggestions = tuple(
        Suggestion(
            key=f"e{n}", layer="entity", spans={"mention": (Span(n, n + 5),)}, features={"type": "PER"}
        )
        for n in range(number)
    )
    found = ArticleSuggestions(article="a", lang="fr", suggestions=suggestions)
    project.apply(StoreSuggestions(found=(found,)))
    return project.read.annotations("a")


def test_a_record_remembers_who_made_and_changed_it_newest_first(project: Project) -> None:
    first, second = detect(project, 2)
    project.apply(Accept(annotations=(first.id,), actor="ana"))
    project.apply(Accept(annotations=(second.id,), actor="ana"))
    mine = own_id(first, "ana")
    project.apply(EditFeatures(annotation=mine, features={"type": "ORG"}, actor="ana"))
    record = project.read.get(Annotation, mine)
    events = project.read.history(record)
    assert [(event.entry.operation, event.entry.actor) for event in events] == [
        ("EditFeatures", "ana"),
        ("Accept", "ana"),
    ]
    assert events[0].change.after == record
    assert events[1].change.before is None


def test_a_suggestion_knows_the_detection_that_made_it_even_a_large_one(project: Project) -> None:
    suggestion = detect(project, 300)[7]
    events = project.read.history(suggestion)
    assert [(event.entry.operation, event.change.after) for event in events] == [
        ("StoreSuggestions", suggestion)
    ]
