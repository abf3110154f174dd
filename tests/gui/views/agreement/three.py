"""A project in which three annotators worked on four articles, and a fourth left hers untouched."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from annotation.operations import AddAnnotations, AddArticles, HandOut, MarkProgress, PutAnnotator
from annotation.project import create_project
from annotation.records import Annotation, Annotator, AssignmentState, Span, Status
from tests.annotation.newsroom import imported

TEXT = "Le Parlement de Brume a rejeté le budget, dit Odile Vernay à Port-Gris. Numéro {number}."
SPOTS = {"Parlement": "ORG", "Brume": "GPE", "Odile Vernay": "PER", "Port-Gris": "LOC"}
ANNA, BEN, CLEO, DAN = (
    Annotator(id=f"p-{name.lower()}", name=name) for name in ("Anna", "Ben", "Cleo", "Dan")
)
ARTICLES = tuple(f"a{number}" for number in range(4))
MISSED = {("a0", "p-ben", "Brume"), ("a2", "p-cleo", "Odile Vernay")}
OTHERWISE = {("a1", "p-ben", "Port-Gris"): "GPE", ("a2", "p-anna", "Parlement"): "PER"}


def record(article: str, who: str, quote: str) -> Annotation:
    """A mention of an entity."""
    text = TEXT.format(number=article)
    start = text.index(quote)
    return Annotation(
        id=f"{article}-{who}-{quote}",
        article=article,
        annotator=who,
        layer="entity",
        spans={"mention": (Span(start, start + len(quote)),)},
        features={"type": OTHERWISE.get((article, who, quote), SPOTS[quote])},
        status=Status.ACCEPTED,
        created="2026-01-01T08:00:00Z",
        updated=f"2026-01-0{ARTICLES.index(article) + 1}T10:00:00Z",
    )


def three_file(folder: Path) -> Path:
    """A copy of the project in a folder.

    Anna and Ben did everything; Cleo found nothing in a3; Dan was given all and did not begin.
    """
    path = folder / "three.selon"
    shutil.copy(_made(), path)
    return path


@cache
def _made() -> Path:
    path = Path(mkdtemp()) / "three.selon"
    with create_project(path) as project:
        texts = {id_: TEXT.format(number=id_) for id_ in ARTICLES}
        articles = [imported(id_, text) for id_, text in texts.items()]
        project.apply(AddArticles(imported=tuple(articles)))
        for person in (ANNA, BEN, CLEO, DAN):
            project.apply(PutAnnotator(annotator=person))
        project.apply(HandOut(shares={one.id: list(ARTICLES) for one in (ANNA, BEN, CLEO, DAN)}))
        for person in (ANNA, BEN, CLEO):
            records = [
                record(article, person.id, quote)
                for article in ARTICLES
                for quote in SPOTS
                if (article, person.id, quote) not in MISSED and (article, person.id) != ("a3", "p-cleo")
            ]
            project.apply(AddAnnotations(annotations=tuple(records)))
            for article in ARTICLES:
                project.apply(MarkProgress(article=article, annotator=person.id, state=AssignmentState.DONE))
    return path
