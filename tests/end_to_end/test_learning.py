"""A researcher's decisions change what the real detectors suggest, in one article and in the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.detectors import DetectionPool, explain
from annotation.importers import Imported
from annotation.operations import (
    Accept,
    AddAnnotations,
    AddArticles,
    Discard,
    EditFeatures,
    PutAnnotator,
    RenewSuggestions,
    Revert,
)
from annotation.operations.detecting import AUTO, detect_articles
from annotation.project import Project, create_project
from annotation.records import MACHINE, Annotation, Annotator, Article, Entity, Span, digest, quote

ANN = Annotator(id="ann", name="Ann")
TEXTS = {
    "one": "La ministre Odile Tavernel a visité Zorgane lundi. La ministre radote que le pont sera fini en "
    "mars. Le président de Veltrix, Paul Garmond, a dit non.",
    "two": "Zorgane attend. La ministre radote que rien ne presse. « Nous verrons », a répondu Paul Garmond, "
    "le président de Veltrix.",
}


pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
"""The language model is loaded in a process of its own, several times."""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two articles, read by the detectors."""
    with create_project(tmp_path / "p.selon") as made:
        made.apply(PutAnnotator(annotator=ANN))
        articles = [Article(id=id_, title=id_, text_sha256=digest(text), length=len(text), lang="fr")
                    for id_, text in TEXTS.items()]  # fmt: skip
        pairs = zip(articles, TEXTS.values(), strict=True)
        made.apply(AddArticles(imported=tuple(Imported(article=one, text=text) for one, text in pairs)))
        detect(made)
        yield made


def detect(project: Project) -> None:
    with DetectionPool(workers=1) as pool:
        report = detect_articles(project, pool, None, AUTO, lambda done, total: None)
    assert report.failures == []


def suggested(project: Project, article: str, layer: str = "entity") -> dict[str, Annotation]:
    """What the machine suggests in an article by the words of the first role."""
    found = project.read.annotations(article, [MACHINE.id])
    return {
        " ".join(quote(TEXTS[article], next(iter(one.spans.values())))): one
        for one in found
        if one.layer == layer
    }


def mark(
    project: Project, id_: str, layer: str, article: str, features: dict[str, str], **words: str
) -> None:
    text = TEXTS[article]
    spans = {role: (Span(text.index(one), text.index(one) + len(one)),) for role, one in words.items()}
    made = Annotation(id=id_, article=article, annotator=ANN.id, layer=layer, spans=spans,
                      features=dict(features), origin=ANN.id)  # fmt: skip
    project.apply(AddAnnotations(annotations=(made,), actor=ANN.id))


def test_decisions_teach_undoing_unlearns_and_detection_keeps_what_people_did(project: Project) -> None:
    garmond = suggested(project, "one")["Paul Garmond"]
    other = suggested(project, "two")["Paul Garmond"]
    assert garmond.features["entity"] == other.features["entity"]
    assert project.read.get(Entity, str(other.features["entity"])).origin

    done = project.apply(EditFeatures(annotation=garmond.id, features={"type": "MISC"}, actor=ANN.id))
    project.apply(RenewSuggestions(articles=("two",)))
    corrected = suggested(project, "two")["Paul Garmond"]
    assert corrected.features["type"] == "MISC"
    assert "“Other name” for “Type”" in explain(corrected, project.read.codebook)
    project.apply(Revert(changes=done))
    project.apply(RenewSuggestions(articles=("two",)))
    assert suggested(project, "two")["Paul Garmond"].features == other.features

    before = suggested(project, "two")
    if "Zorgane" in before:
        project.apply(Discard(annotations=(before["Zorgane"].id,), actor=ANN.id))
    mark(project, "x", "entity", "one", {"type": "PRODUCT"}, mention="Veltrix")
    project.apply(Accept(annotations=(garmond.id,), actor=ANN.id))
    mine = {one.id: one for id_ in TEXTS for one in project.read.annotations(id_, [ANN.id])}
    detect(project)
    assert {one.id: one for id_ in TEXTS for one in project.read.annotations(id_, [ANN.id])} == mine
    assert suggested(project, "two")["Veltrix"].features["type"] == "PRODUCT"
    assert project.check() == []


def test_a_cue_that_a_researcher_marks_is_found_in_the_next_article(project: Project) -> None:
    def cues() -> set[str]:
        found = project.read.annotations("two", [MACHINE.id])
        return {" ".join(quote(TEXTS["two"], one.spans.get("cue", ()))) for one in found}

    assert "radote" not in cues()
    mark(project, "s", "source", "one", {"speech": "indirect", "attribution_kind": "assertion"},
         source="La ministre", cue="radote", content="que le pont sera fini en mars")  # fmt: skip
    detect(project)
    assert "radote" in cues()
