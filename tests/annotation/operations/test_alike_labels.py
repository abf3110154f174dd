"""Labelling what was found in many articles: everything that is still free, and nothing that was decided."""

from dataclasses import replace

import pytest

from annotation.operations import (
    AddAnnotations,
    AddArticles,
    ArticleSuggestions,
    Discard,
    LabelMentions,
    Mention,
    Revert,
    StoreSuggestions,
    Wanted,
    Wish,
    accept_title,
    accepting,
    do_in_batches,
    label_title,
    reject_title,
    rejecting,
    search_alike,
)
from annotation.project import Project
from annotation.records import Annotation, Span, Status, Suggestion
from tests.annotation.newsroom import ANN, imported

IDS = [f"m{n}" for n in range(4)]
TEXT = "Roux parle. Roux rit."
PLACES = (Span(0, 4), Span(12, 16))


@pytest.fixture
def project(project: Project) -> Project:
    """Four articles with two mentions each; the machine suggests the first of each."""
    project.apply(AddArticles(imported=tuple(imported(id_, TEXT) for id_ in IDS)))
    found = Suggestion(
        key="1",
        layer="entity",
        spans={"mention": (PLACES[0],)},
        features={"type": "ORG"},
        origin="entities/1",
    )
    at_once = tuple(ArticleSuggestions(article=id_, lang="fr", suggestions=(found,)) for id_ in IDS)
    project.apply(StoreSuggestions(found=at_once))
    return project


def template(project: Project) -> Annotation:
    made = Annotation(
        id="mine", article="m0", annotator=ANN.id, layer="entity", spans={"mention": (PLACES[1],)},
        features={"type": "PER", "entity": "roux"}, note="mine", why="so",
    )  # fmt: skip
    project.apply(AddAnnotations(annotations=(made,), actor=ANN.id))
    return project.read.get(Annotation, "mine")


def mentions(project: Project, record: Annotation) -> list[Mention]:
    wish = Wish(record=record, wanted=Wanted(words="Roux"), me=ANN.id, articles=tuple(IDS))
    return search_alike(project, wish).found


def mine(project: Project, article: str) -> dict[Span, tuple[str, Status]]:
    records = project.read.annotations(article, [ANN.id])
    return {one.spans["mention"][0]: (str(one.features.get("type")), one.status) for one in records}


def test_bare_mentions_and_suggestions_get_the_label(project: Project) -> None:
    record = template(project)
    found = mentions(project, record)
    assert len(found) == 7
    changes = project.apply(
        LabelMentions(record=record, words="Roux", mentions=found, actor=ANN.id, origin="Ann")
    )
    assert str(changes.title) == "Label 7 mentions of Roux"
    assert mine(project, "m3") == {PLACES[0]: ("PER", Status.EDITED), PLACES[1]: ("PER", Status.ACCEPTED)}
    new = next(
        one for one in project.read.annotations("m3", [ANN.id]) if one.spans["mention"] == (PLACES[1],)
    )
    assert (new.origin, new.note, new.why, new.features["entity"]) == ("Ann", "", "", "roux")
    project.apply(Revert(changes=changes))
    assert mine(project, "m3") == {}


def test_what_was_decided_since_stays(project: Project) -> None:
    record = template(project)
    found = mentions(project, record)
    (first,) = project.read.annotations("m1", ["machine"])
    project.apply(Discard(annotations=(first.id,), actor=ANN.id))
    other = replace(record, id="other", article="m2", features={"type": "LOC"})
    project.apply(AddAnnotations(annotations=(other,), actor=ANN.id))
    project.apply(LabelMentions(record=record, words="Roux", mentions=found, actor=ANN.id))
    assert mine(project, "m1") == {PLACES[0]: ("ORG", Status.REJECTED), PLACES[1]: ("PER", Status.ACCEPTED)}
    assert mine(project, "m2")[PLACES[1]] == ("LOC", Status.ACCEPTED)


def test_articles_that_are_gone_are_passed_over(project: Project) -> None:
    record = template(project)
    gone = Mention("m9", PLACES[0], "Roux", "nothing")
    changes = project.apply(LabelMentions(record=record, words="Roux", mentions=[gone], actor=ANN.id))
    assert not changes


def test_suggestions_are_accepted_or_rejected_as_they_stand(project: Project) -> None:
    (record, *_rest) = project.read.annotations("m0", ["machine"])
    wish = Wish(record=record, wanted=Wanted(words="Roux"), me=ANN.id, only={"type": "ORG"})
    found = search_alike(project, wish).found
    assert [one.article for one in found] == IDS
    do_in_batches(project, found[:2], accepting(ANN.id))
    do_in_batches(project, found[2:], rejecting(ANN.id))
    assert [mine(project, id_)[PLACES[0]] for id_ in IDS] == [
        ("ORG", Status.ACCEPTED), ("ORG", Status.ACCEPTED), ("ORG", Status.REJECTED), ("ORG", Status.REJECTED)
    ]  # fmt: skip


def test_a_report_hears_of_each_batch_and_can_stop_it(project: Project) -> None:
    record, heard = template(project), []
    found = mentions(project, record) * 100
    done: list[int] = []

    def make(some: object) -> LabelMentions:
        done.append(len(some))  # type: ignore[arg-type]
        return LabelMentions(record=record, words="Roux", mentions=(), actor=ANN.id)

    do_in_batches(project, found, make, lambda *step: heard.append(step))
    assert done == [200, 200, 200, 100]
    assert heard == [(0, 700), (200, 700), (400, 700), (600, 700), (700, 700)]


def test_titles_say_what_and_how_many() -> None:
    assert str(label_title("OTAN", 14)) == "Label 14 mentions of OTAN"
    assert str(label_title("OTAN", 1)) == "Label one mention of OTAN"
    assert str(accept_title("OTAN", 3)) == "Accept 3 suggestions of OTAN"
    assert str(reject_title("OTAN", 1)) == "Reject “OTAN”"
