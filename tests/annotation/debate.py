"""A small project for tests of the boards: who says what, how many, and towards whom, by several people."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from annotation.operations import AddAnnotations, AddArticles, PutAnnotator, PutEntity, StoreSuggestions
from annotation.operations.detection import ArticleSuggestions
from annotation.project import Project, create_project, open_project
from annotation.records import Annotation, Entity, Json, Status, Suggestion
from tests.annotation.newsroom import ANN, BOB, imported, spans_of

TEXTS = {
    "d1": "Nina Roux a affirmé que 10 000 manifestants ont défilé. Selon la police, 4 000 manifestants.",
    "d2": "La police parle de 3 000 à 5 000 manifestants. Nina Roux soutient l’OTAN. Ali Ben accuse l’OTAN.",
    "d3": "« Oui »,\na dit Nina Roux. Elle juge la réforme bonne, et mauvaise.",
}
ENTITIES = (
    Entity(id="roux", name="Nina Roux", type="PER"),
    Entity(id="police", name="Police", type="ORG"),
    Entity(id="otan", name="OTAN", type="ORG"),
)
_ARTICLES = (
    imported("d1", TEXTS["d1"], outlet="Écho", published="2024-03-01", title="Le défilé"),
    imported("d2", TEXTS["d2"], outlet="Le Matin", published="2024-04-02T08:00:00", title="Après le défilé"),
    imported("d3", TEXTS["d3"], title="Entretien"),
)


def record(
    id_: str, article: str, layer: str, quotes: dict[str, list[str]], who: str = ANN.id, **features: Json
) -> Annotation:
    """A record of a person."""
    spans = spans_of(TEXTS[article], quotes)
    return Annotation(
        id=id_, article=article, annotator=who, layer=layer, spans=spans, features=features, origin=who
    )


RECORDS = (
    record("s1", "d1", "source",
           {"source": ["Nina Roux"], "cue": ["a affirmé"], "content": ["10 000 manifestants ont défilé"]},
           speaker="roux", speech="indirect", source_type="person", cue_type="verb"),
    record("s2", "d1", "source",
           {"source": ["la police"], "cue": ["Selon"], "content": ["4 000 manifestants"]},
           speech="indirect", source_type="institution", cue_type="selon-pp"),
    record("f1", "d1", "figure", {"mention": ["10 000 manifestants"]},
           kind="cardinal", value="10000", counted="manifestants", source="s1"),
    record("f2", "d1", "figure", {"mention": ["4 000 manifestants"]},
           kind="cardinal", value="4000", counted="Manifestant", source="s2"),
    record("s3", "d2", "source", {"source": ["La police"], "cue": ["parle de"],
           "content": ["3 000 à 5 000 manifestants"]}, speaker="police", speech="indirect"),
    record("f3", "d2", "figure", {"mention": ["3 000 à 5 000 manifestants"]}, kind="cardinal",
           comparator="range", value_min="3000", value_max="5000", counted="manifestants", source="s3"),
    record("e1", "d2", "entity", {"mention": ["Nina Roux"]}, type="PER", entity="roux"),
    record("e2", "d2", "entity", {"mention": ["Ali Ben"]}, type="PER"),
    record("t1", "d2", "stance", {"evidence": ["soutient"]},
           holder={"annotation": "e1"}, target={"entity": "otan"}, polarity="favor"),
    record("t2", "d2", "stance", {"evidence": ["accuse"]},
           holder={"annotation": "e2"}, target={"entity": "otan"}, polarity="against", concept="war"),
    record("s4", "d3", "source", {"source": ["Nina Roux"], "cue": ["a dit"], "content": ["« Oui »"]},
           who=BOB.id, speech="direct"),
    record("t3", "d3", "stance", {"evidence": ["bonne"]}, who=BOB.id, holder={"entity": "roux"},
           target={"concept": "la réforme"}, polarity="favor", attribution="s4"),
    record("t4", "d3", "stance", {"evidence": ["mauvaise"]}, who=BOB.id, holder={"entity": "roux"},
           target={"concept": "La réforme"}, polarity="against", attribution="s4"),
)  # fmt: skip
_SUGGESTED = ArticleSuggestions(
    article="d3",
    lang="fr",
    suggestions=tuple(
        Suggestion(key=key, layer="source", spans=spans_of(TEXTS["d3"], quotes), features=features)
        for key, quotes, features in (
            ("1", {"source": ["Elle"], "cue": ["juge"]}, {"speech": "indirect"}),
            ("2", {"source": ["Nina Roux"], "cue": ["a dit"], "content": ["« Oui »"]}, {"speech": "direct"}),
        )
    ),
)
"""The second one is what Bob marked by hand."""


@cache
def _template() -> Path:
    path = Path(mkdtemp(prefix="selon-debate-")) / "template.selon"
    with create_project(path) as project:
        project.apply(AddArticles(imported=_ARTICLES))
        for person in (ANN, BOB):
            project.apply(PutAnnotator(annotator=person))
        for entity in ENTITIES:
            project.apply(PutEntity(entity=entity))
        for person in (ANN, BOB):
            mine = tuple(one for one in RECORDS if one.annotator == person.id)
            project.apply(AddAnnotations(annotations=mine, actor=person.id))
        project.apply(StoreSuggestions(found=(_SUGGESTED,)))
    return path


def debate_file(folder: Path) -> Path:
    """A fresh copy of the project in a folder."""
    return Path(shutil.copy(_template(), folder / "debate.selon"))


@contextmanager
def debate(folder: Path) -> Iterator[Project]:
    """The project, open for writing."""
    with open_project(debate_file(folder)) as project:
        yield project


def suggested(project: Project) -> Annotation:
    """The suggestion that nobody has decided about."""
    found = [one for one in project.read.annotations("d3", ["machine"]) if one.layer == "source"]
    return next(one for one in found if one.status is Status.SUGGESTED and "content" not in one.spans)
