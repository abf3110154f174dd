"""A small project in which two people marked the same article, and agree on some of it."""

from pathlib import Path

from annotation.importers import Imported
from annotation.operations import AddAnnotations, AddArticles, PutAnnotator
from annotation.project import Project, create_project
from annotation.records import Annotation, Annotator, Article, digest
from tests.annotation.agreement.labels import TEXT, mention, record

PEOPLE = [Annotator(id=name, name=name.capitalize()) for name in ("anna", "ben", "rita")]
FIGURE = {"mention": "12 millions d’euros", "kind": "money", "value": "12000000", "unit": "EUR"}
RECORDS = (
    mention("a1", "anna", "Parlement de Brume"),
    mention("b1", "ben", "Parlement de Brume"),
    mention("a2", "anna", "Odile Vernay", "PER"),
    mention("b2", "ben", "Odile Vernay", "PER"),
    mention("a3", "anna", "Union"),
    mention("b3", "ben", "l’Union"),
    mention("b4", "ben", "mardi", "EVENT"),
    record(
        "a5", "anna", "source", source="Odile Vernay", cue="accuse", content="le ministre",
        speech="reported-act",
    ),
    record("b5", "ben", "source", cue="accuse", content="le ministre", speech="indirect"),
    record("a6", "anna", "figure", **FIGURE, comparator="=", source="a5"),
    record("b6", "ben", "figure", **FIGURE, comparator="~", source="b5"),
    record(
        "a7", "anna", "stance", evidence="accuse", holder={"annotation": "a2"},
        target={"concept": "ministre"}, polarity="against", attribution="a5",
    ),
    record(
        "b7", "ben", "stance", evidence="accuse", holder={"annotation": "b2"},
        target={"concept": "le ministre"}, polarity="against", attribution="b5",
    ),
)  # fmt: skip

AGREED = 3
"""The clusters on which both agree: a1, a2 and a7 with their twins."""


def create_reviewed_project(path: Path, *more: Annotation) -> Project:
    """The project at `path`: Anna and Ben worked on the article "a", Rita reviews."""
    made = create_project(path)
    article = Article(
        id="a", title="Le budget", text_sha256=digest(TEXT), length=len(TEXT), outlet="Le Cadran"
    )
    made.apply(AddArticles(imported=(Imported(article=article, text=TEXT),)))
    for person in PEOPLE:
        made.apply(PutAnnotator(annotator=person))
    made.apply(AddAnnotations(annotations=(*RECORDS, *more)))
    return made
