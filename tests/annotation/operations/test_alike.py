"""Labelling every mention of the same words in an article: one step, and no decision is overridden."""

import pytest

from annotation.operations import (
    Accept,
    AddAnnotations,
    AddArticles,
    Alike,
    ArticleSuggestions,
    Discard,
    EditFeatures,
    LabelAlike,
    Revert,
    StoreSuggestions,
    find_alike,
    own_id,
)
from annotation.project import Missing, Project
from annotation.records import Annotation, Span, Status, Suggestion
from tests.annotation.newsroom import ANN, BOB, imported

TEXT = "Roux parle. Roux, Anne Roux et ROUX. Roux rit. Roux-Fabre non."
PLACES = [Span(0, 4), Span(12, 16), Span(23, 27), Span(31, 35), Span(37, 41)]


@pytest.fixture
def project(project: Project) -> Project:
    """The newsroom with one article more; the machine suggests two of the mentions, one in longer words."""
    project.apply(AddArticles(imported=(imported("r", TEXT),)))
    found = tuple(
        Suggestion(key=str(span), layer="entity", spans={"mention": (span,)}, features={"type": type_})
        for span, type_ in ((PLACES[0], "ORG"), (PLACES[1], "ORG"), (Span(18, 27), "PER"))
    )
    at_once = ArticleSuggestions(article="r", lang="fr", suggestions=found)
    project.apply(StoreSuggestions(found=(at_once,)))
    return project


def suggested(project: Project, span: Span) -> Annotation:
    records = project.read.annotations("r", ["machine"])
    return next(one for one in records if one.spans["mention"] == (span,))


def alike(project: Project, record: Annotation, me: str = ANN.id) -> Alike:
    found = find_alike(project.read, record, me)
    assert found is not None
    return found


def labels(project: Project, me: str = ANN.id) -> dict[Span, str]:
    mine = project.read.annotations("r", [me])
    return {one.spans["mention"][0]: str(one.features.get("type")) for one in mine if one.counts}


def own(project: Project, span: Span, **features: str) -> Annotation:
    made = Annotation(
        id=f"own{span.start}", article="r", annotator=ANN.id, layer="entity", spans={"mention": (span,)},
        features=features,
    )  # fmt: skip
    project.apply(AddAnnotations(annotations=(made,), actor=ANN.id))
    return project.read.get(Annotation, made.id)


def test_all_mentions_get_the_label_in_one_step_and_it_can_be_undone(project: Project) -> None:
    first = suggested(project, PLACES[0])
    project.apply(EditFeatures(annotation=first.id, features={"type": "PER"}, actor=ANN.id))
    record = project.read.get(Annotation, own_id(first, ANN.id))
    found = alike(project, record)
    assert (found.words, len(found), found.kept) == ("Roux", 3, 1)
    changes = project.apply(LabelAlike(alike=found, actor=ANN.id, origin="Ann"))
    assert str(changes.title) == "Label 3 mentions of Roux"
    assert labels(project) == dict.fromkeys((PLACES[0], PLACES[1], PLACES[3], PLACES[4]), "PER")
    project.apply(Revert(changes=changes))
    assert labels(project) == {PLACES[0]: "PER"}


def test_a_suggestion_is_accepted_with_those_like_it(project: Project) -> None:
    found = alike(project, suggested(project, PLACES[0]))
    project.apply(LabelAlike(alike=found, actor=ANN.id))
    mine = {one.spans["mention"][0]: one for one in project.read.annotations("r", [ANN.id])}
    assert (mine[PLACES[0]].status, mine[PLACES[1]].status) == (Status.ACCEPTED, Status.ACCEPTED)
    assert labels(project) == dict.fromkeys((PLACES[0], PLACES[1], PLACES[3], PLACES[4]), "ORG")


def test_a_suggestion_within_a_longer_one_is_one_of_them(project: Project) -> None:
    found = tuple(
        Suggestion(key=str(span), layer="entity", spans={"mention": (span,)}, features={"type": "PER"})
        for span in (PLACES[0], PLACES[2], Span(18, 27))
    )
    project.apply(StoreSuggestions(found=(ArticleSuggestions(article="r", lang="fr", suggestions=found),)))
    own(project, Span(18, 27), type="PER")
    assert suggested(project, PLACES[2]).id in alike(project, suggested(project, PLACES[0])).suggested


def test_what_one_decided_or_rejected_stays(project: Project) -> None:
    own(project, PLACES[3], type="LOC")
    project.apply(Discard(annotations=(suggested(project, PLACES[1]).id,), actor=ANN.id))
    found = alike(project, suggested(project, PLACES[0]))
    assert (found.bare, len(found.suggested), found.kept) == ((PLACES[4],), 1, 3)
    project.apply(LabelAlike(alike=found, actor=ANN.id))
    assert labels(project) == {PLACES[0]: "ORG", PLACES[3]: "LOC", PLACES[4]: "ORG"}


def test_words_that_were_rejected_with_others_leave_their_place_free(project: Project) -> None:
    longer = suggested(project, Span(18, 27))
    project.apply(Discard(annotations=(longer.id,), actor=ANN.id))
    assert PLACES[2] in alike(project, suggested(project, PLACES[0])).bare


def test_what_others_decided_is_their_own_affair(project: Project) -> None:
    project.apply(Accept(annotations=(suggested(project, PLACES[1]).id,), actor=BOB.id))
    found = alike(project, suggested(project, PLACES[0]))
    assert suggested(project, PLACES[1]).id in found.suggested


def test_references_to_other_records_and_notes_are_not_copied(project: Project) -> None:
    project.apply(AddArticles(imported=(imported("f", "12 morts, puis 12 morts."),)))
    figure = Annotation(
        id="f1", article="f", annotator=ANN.id, layer="figure", spans={"mention": (Span(0, 8),)},
        features={"kind": "cardinal", "value": "12", "source": "s1"}, note="sure", confidence=0.5, why="so",
    )  # fmt: skip
    carrier = Annotation(
        id="s1", article="f", annotator=ANN.id, layer="source", spans={"content": (Span(0, 8),)},
        features={"speech": "direct"},
    )  # fmt: skip
    project.apply(AddAnnotations(annotations=(carrier, figure), actor=ANN.id))
    found = alike(project, figure)
    project.apply(LabelAlike(alike=found, actor=ANN.id, origin="Ann"))
    made = next(one for one in project.read.annotations("f") if one.spans.get("mention") == (Span(15, 23),))
    assert made.features == {"kind": "cardinal", "value": "12"}
    assert (made.note, made.confidence, made.why, made.origin) == ("", None, "", "Ann")


def test_a_record_of_several_stretches_has_no_like(project: Project) -> None:
    record = own(project, PLACES[3])
    several = Annotation(
        id="x", article="r", annotator=ANN.id, layer="entity", spans={"mention": (PLACES[0], PLACES[1])}
    )
    assert find_alike(project.read, several, ANN.id) is None
    assert find_alike(project.read, record, ANN.id) is not None


def test_nothing_happens_where_the_record_is_gone(project: Project) -> None:
    record = own(project, PLACES[3])
    found = alike(project, record)
    project.apply(Discard(annotations=(record.id,), actor=ANN.id))
    with pytest.raises(Missing):
        project.apply(LabelAlike(alike=found, actor=ANN.id))
