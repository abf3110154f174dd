"""Making, changing, accepting and discarding annotations."""

import pytest

from annotation.errors import AnnotationError
from annotation.fields import InvalidValue
from annotation.operations import (
    Accept,
    AddAnnotations,
    ApplyCodebook,
    Discard,
    EditFeatures,
    EditNote,
    EditSpans,
    OperationError,
    own_id,
)
from annotation.project import Missing, Operation, Project
from annotation.records import Annotation, Json, Span, Status
from tests.annotation.newsroom import ANN, BOB, TEXTS, annotation, named


def mine(project: Project, key: str, who: str = ANN.id) -> Annotation:
    """The version that an annotator has of a suggestion."""
    return project.read.get(Annotation, own_id(named(project, key), who))


# ---------------------------------------------------------------- adding


def test_a_new_record_is_stored_as_it_is_with_its_times(project: Project) -> None:
    record = annotation("x1", ANN.id, "entity", {"mention": ["OTAN"]}, type="ORG")
    changes = project.apply(AddAnnotations(annotations=(record,), actor=ANN.id))
    stored = project.read.get(Annotation, "x1")
    assert stored.created
    assert stored.created == stored.updated
    assert (stored.spans, stored.features, stored.status) == (record.spans, {"type": "ORG"}, Status.ACCEPTED)
    assert str(changes.title) == "Add entity"
    assert changes.articles == {"a1"}


def test_several_records_are_one_step_with_one_title(project: Project) -> None:
    records = tuple(
        annotation(f"x{n}", ANN.id, layer, {role: ["OTAN"]})
        for n, (layer, role) in enumerate([("entity", "mention"), ("stance", "evidence")])
    )
    changes = project.apply(AddAnnotations(annotations=records, actor=ANN.id))
    assert str(changes.title) == "Add 2 annotations"
    assert len(changes.items) == 2


def test_spans_are_stored_in_text_order_and_once(project: Project) -> None:
    record = Annotation(
        id="x1",
        article="a1",
        annotator=ANN.id,
        layer="entity",
        spans={"mention": (Span(9, 12), Span(2, 5), Span(9, 12), Span(2, 8))},
    )
    project.apply(AddAnnotations(annotations=(record,)))
    assert project.read.get(Annotation, "x1").spans == {"mention": (Span(2, 5), Span(2, 8), Span(9, 12))}


def test_features_are_stored_in_their_stored_form(project: Project) -> None:
    record = annotation(
        "x1", ANN.id, "figure", {"mention": ["soldats"]}, value="10 000,50", unit=" EUR ", per=""
    )
    project.apply(AddAnnotations(annotations=(record,)))
    assert project.read.get(Annotation, "x1").features == {"value": "10000.5", "unit": "EUR"}


def test_records_may_point_at_others_of_the_same_step(project: Project) -> None:
    first = annotation("x1", ANN.id, "figure", {"mention": ["soldats"]}, source="x2")
    second = annotation("x2", ANN.id, "source", {"source": ["elle"]})
    project.apply(AddAnnotations(annotations=(first, second)))
    assert project.read.get(Annotation, "x1").features["source"] == "x2"


@pytest.mark.parametrize(
    ("layer", "spans", "features", "sentence"),
    [
        ("dream", {"mention": (Span(0, 3),)}, {}, "The codebook has no layer “dream”"),
        ("entity", {"cue": (Span(0, 3),)}, {}, "The layer Entity has no role “cue”"),
        ("entity", {"mention": (Span(0, 3000),)}, {}, "marked as mention lie outside the text"),
        ("entity", {"mention": (Span(-1, 3),)}, {}, "marked as mention lie outside the text"),
        ("entity", {"mention": (Span(3, 3),)}, {}, "marked as mention lie outside the text"),
        ("entity", {"mention": ()}, {}, "needs some words of the text"),
        ("entity", {}, {}, "needs some words of the text"),
        (
            "figure",
            {"mention": (Span(0, 3),)},
            {"source": "nothing"},
            "Vouched for by points at an annotation",
        ),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(
    layer: str, spans: dict[str, tuple[Span, ...]], features: dict[str, Json], sentence: str, project: Project
) -> None:
    record = Annotation(id="x1", article="a1", annotator=ANN.id, layer=layer, spans=spans, features=features)
    with pytest.raises(OperationError, match=sentence):
        project.apply(AddAnnotations(annotations=(record,)))
    assert project.read.find(Annotation, "x1") is None


def test_one_bad_record_among_several_stores_none(project: Project) -> None:
    good = annotation("x1", ANN.id, "entity", {"mention": ["OTAN"]})
    bad = annotation("x2", ANN.id, "entity", {"mention": ["OTAN"]}, type="ALIEN")
    with pytest.raises(InvalidValue, match="ALIEN"):
        project.apply(AddAnnotations(annotations=(good, bad)))
    assert project.read.find(Annotation, "x1") is None


def test_a_reference_into_another_article_is_refused(project: Project) -> None:
    elsewhere = named(project, "e1", "a2")
    record = annotation("x1", ANN.id, "figure", {"mention": ["soldats"]}, source=elsewhere.id)
    with pytest.raises(OperationError, match="the article does not have"):
        project.apply(AddAnnotations(annotations=(record,)))


def test_a_record_of_somebody_else_cannot_be_replaced_by_its_id(project: Project) -> None:
    record = annotation(named(project, "e1").id, ANN.id, "entity", {"mention": ["OTAN"]})
    with pytest.raises(OperationError, match="belongs to another annotation"):
        project.apply(AddAnnotations(annotations=(record,)))


def test_an_article_that_is_gone_is_missed_in_words(project: Project) -> None:
    spans = {"mention": (Span(0, 3),)}
    record = Annotation(id="x1", article="zz", annotator=ANN.id, layer="entity", spans=spans)
    with pytest.raises(Missing, match="no longer has the articles record “zz”"):
        project.apply(AddAnnotations(annotations=(record,)))


# ---------------------------------------------------------------- accepting


def test_accepting_makes_an_own_version_and_leaves_the_suggestion(project: Project) -> None:
    suggestion = named(project, "e1")
    project.apply(Accept(annotations=(suggestion.id,), actor=ANN.id))
    own = mine(project, "e1")
    assert (own.status, own.basis, own.annotator) == (Status.ACCEPTED, suggestion.id, ANN.id)
    assert (own.origin, own.confidence, own.why) == ("test/1", 0.5, "a rule")
    assert (own.spans, own.features) == (suggestion.spans, suggestion.features)
    assert project.read.get(Annotation, suggestion.id) == suggestion


def test_two_annotators_accept_the_same_suggestion_each_for_themselves(project: Project) -> None:
    suggestion = named(project, "e1")
    project.apply(Accept(annotations=(suggestion.id,), actor=ANN.id))
    project.apply(EditFeatures(annotation=suggestion.id, features={"type": "ORG"}, actor=BOB.id))
    project.apply(Discard(annotations=(suggestion.id,), actor=BOB.id))
    assert mine(project, "e1", ANN.id).features["type"] == "PER"
    assert mine(project, "e1", ANN.id).status is Status.ACCEPTED
    assert mine(project, "e1", BOB.id).status is Status.REJECTED


def test_accepting_twice_changes_nothing_the_second_time(project: Project) -> None:
    operation = Accept(annotations=(named(project, "e1").id, named(project, "t1").id), actor=ANN.id)
    assert project.apply(operation)
    entries = project.history()
    assert not project.apply(operation)
    assert project.history() == entries


def test_accepting_what_was_rejected_makes_it_count_again(project: Project) -> None:
    suggestion = named(project, "e1").id
    project.apply(Discard(annotations=(suggestion,), actor=ANN.id))
    project.apply(Accept(annotations=(suggestion,), actor=ANN.id))
    assert mine(project, "e1").status is Status.ACCEPTED


def test_accepting_what_was_corrected_keeps_the_correction(project: Project) -> None:
    suggestion = named(project, "e1").id
    project.apply(EditFeatures(annotation=suggestion, features={"type": "ORG"}, actor=ANN.id))
    assert not project.apply(Accept(annotations=(suggestion,), actor=ANN.id))
    assert mine(project, "e1").status is Status.EDITED


@pytest.mark.parametrize("order", [("t1", "s1", "e1"), ("e1", "s1", "t1"), ("s1", "t1", "e1")])
@pytest.mark.parametrize("at_once", [True, False])
def test_references_lead_to_own_versions_in_whatever_order_they_come(
    order: tuple[str, ...], at_once: bool, project: Project
) -> None:
    ids = tuple(named(project, key).id for key in order)
    for chosen in [ids] if at_once else [(id_,) for id_ in ids]:
        project.apply(Accept(annotations=chosen, actor=ANN.id))
    stance = mine(project, "t1")
    assert stance.features["holder"] == {"annotation": mine(project, "e1").id}
    assert stance.features["attribution"] == mine(project, "s1").id
    assert stance.features["target"] == {"entity": "otan"}
    assert project.check() == []


def test_a_reference_to_a_suggestion_that_nobody_decided_about_stays(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "t1").id,), actor=ANN.id))
    assert mine(project, "t1").features["attribution"] == named(project, "s1").id


def test_references_of_one_annotator_do_not_follow_the_decisions_of_another(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "t1").id,), actor=ANN.id))
    project.apply(Accept(annotations=(named(project, "s1").id,), actor=BOB.id))
    project.apply(Discard(annotations=(named(project, "e1").id,), actor=BOB.id))
    features = mine(project, "t1").features
    assert features["attribution"] == named(project, "s1").id
    assert features["holder"] == {"annotation": named(project, "e1").id}


def test_a_record_of_another_annotator_can_be_taken_over(project: Project) -> None:
    theirs = annotation("x1", BOB.id, "entity", {"mention": ["OTAN"]}, type="ORG")
    project.apply(AddAnnotations(annotations=(theirs,), actor=BOB.id))
    project.apply(Accept(annotations=("x1",), actor=ANN.id))
    own = project.read.get(Annotation, own_id(theirs, ANN.id))
    assert (own.basis, own.annotator, own.origin) == ("x1", ANN.id, BOB.id)


# ---------------------------------------------------------------- rejecting and removing


def test_rejecting_keeps_a_rejected_version(project: Project) -> None:
    project.apply(Discard(annotations=(named(project, "e1").id,), actor=ANN.id))
    assert mine(project, "e1").status is Status.REJECTED
    assert not mine(project, "e1").counts


@pytest.mark.parametrize("stance_first", [True, False])
def test_rejecting_clears_the_references_to_it(stance_first: bool, project: Project) -> None:
    accept = Accept(annotations=(named(project, "t1").id,), actor=ANN.id)
    reject = Discard(annotations=(named(project, "s1").id, named(project, "e1").id), actor=ANN.id)
    for operation in (accept, reject) if stance_first else (reject, accept):
        project.apply(operation)
    features = mine(project, "t1").features
    assert "attribution" not in features
    assert "holder" not in features
    assert features["target"] == {"entity": "otan"}


def test_rejecting_an_own_version_clears_the_references_to_that_too(project: Project) -> None:
    ids = (named(project, "s1").id, named(project, "t1").id)
    project.apply(Accept(annotations=ids, actor=ANN.id))
    project.apply(Discard(annotations=(mine(project, "s1").id,), actor=ANN.id))
    assert mine(project, "s1").status is Status.REJECTED
    assert "attribution" not in mine(project, "t1").features


def test_a_record_made_from_nothing_is_removed_and_what_points_at_it_points_nowhere(project: Project) -> None:
    source = annotation("x1", ANN.id, "source", {"source": ["elle"]})
    figure = annotation("x2", ANN.id, "figure", {"mention": ["soldats"]}, source="x1", kind="cardinal")
    project.apply(AddAnnotations(annotations=(source, figure), actor=ANN.id))
    project.apply(Discard(annotations=("x1",), actor=ANN.id))
    assert project.read.find(Annotation, "x1") is None
    assert project.read.get(Annotation, "x2").features == {"kind": "cardinal"}


def test_several_records_that_point_at_each_other_are_removed_at_once(project: Project) -> None:
    first = annotation("x1", ANN.id, "source", {"source": ["elle"]}, parent="x2")
    second = annotation("x2", ANN.id, "source", {"source": ["Nina"]}, parent="x1")
    project.apply(AddAnnotations(annotations=(first, second), actor=ANN.id))
    project.apply(Discard(annotations=("x1", "x2", "x1"), actor=ANN.id))
    assert project.read.find(Annotation, "x1") is project.read.find(Annotation, "x2") is None


@pytest.mark.parametrize("how", ["made from it", "points at it"])
def test_a_record_that_somebody_leans_on_is_rejected_instead_of_removed(how: str, project: Project) -> None:
    source = annotation("x1", ANN.id, "source", {"source": ["elle"]})
    project.apply(AddAnnotations(annotations=(source,), actor=ANN.id))
    if how == "made from it":
        project.apply(Accept(annotations=("x1",), actor=BOB.id))
    else:
        figure = annotation("x2", BOB.id, "figure", {"mention": ["soldats"]}, source="x1")
        project.apply(AddAnnotations(annotations=(figure,), actor=BOB.id))
    project.apply(Discard(annotations=("x1",), actor=ANN.id))
    assert project.read.get(Annotation, "x1").status is Status.REJECTED
    assert project.check() == []


def test_discarding_what_is_gone_is_an_error_in_words(project: Project) -> None:
    with pytest.raises(Missing, match="no longer has the annotations record “zz”"):
        project.apply(Discard(annotations=("zz",), actor=ANN.id))


# ---------------------------------------------------------------- editing


def test_editing_a_suggestion_makes_an_own_edited_version(project: Project) -> None:
    project.apply(EditFeatures(annotation=named(project, "e1").id, features={"type": "ORG"}, actor=ANN.id))
    own = mine(project, "e1")
    assert (own.status, own.features) == (Status.EDITED, {"type": "ORG", "entity": "roux"})
    assert named(project, "e1").features["type"] == "PER"


def test_editing_nothing_of_a_suggestion_accepts_it(project: Project) -> None:
    project.apply(EditFeatures(annotation=named(project, "e1").id, features={"type": "PER"}, actor=ANN.id))
    assert mine(project, "e1").status is Status.ACCEPTED


def test_editing_an_own_record_keeps_it_accepted(project: Project) -> None:
    record = annotation("x1", ANN.id, "entity", {"mention": ["OTAN"]}, type="ORG")
    project.apply(AddAnnotations(annotations=(record,), actor=ANN.id))
    project.apply(EditFeatures(annotation="x1", features={"type": "GPE"}, actor=ANN.id))
    assert project.read.get(Annotation, "x1").status is Status.ACCEPTED


def test_editing_what_was_rejected_makes_it_count_again(project: Project) -> None:
    suggestion = named(project, "e1").id
    project.apply(Discard(annotations=(suggestion,), actor=ANN.id))
    project.apply(EditFeatures(annotation=suggestion, features={"type": "PER"}, actor=ANN.id))
    assert mine(project, "e1").counts


@pytest.mark.parametrize("empty", [None, "", []])
def test_an_empty_value_takes_a_feature_away(empty: Json, project: Project) -> None:
    project.apply(EditFeatures(annotation=named(project, "e2").id, features={"entity": empty}, actor=ANN.id))
    assert mine(project, "e2").features == {"type": "ORG"}


def test_a_value_that_an_earlier_codebook_allowed_does_not_stand_in_the_way(project: Project) -> None:
    suggestion = named(project, "e1").id
    project.apply(Accept(annotations=(suggestion,), actor=ANN.id))
    toml = project.read.codebook_toml
    kept = "\n".join(line for line in toml.splitlines() if not line.startswith("PER ="))
    project.apply(ApplyCodebook(toml=kept))
    project.apply(EditFeatures(annotation=suggestion, features={"mention_level": "NAM"}, actor=ANN.id))
    project.apply(EditSpans(annotation=suggestion, spans={"mention": (Span(0, 4),)}, actor=ANN.id))
    assert mine(project, "e1").features["type"] == "PER"
    with pytest.raises(InvalidValue):
        project.apply(EditFeatures(annotation=suggestion, features={"type": "PER"}, actor=ANN.id))


def test_a_reference_to_nothing_is_refused(project: Project) -> None:
    with pytest.raises(OperationError, match="points at an annotation that the article does not have"):
        project.apply(
            EditFeatures(annotation=named(project, "f1").id, features={"source": "zz"}, actor=ANN.id)
        )


def test_spans_are_moved_by_role(project: Project) -> None:
    start = TEXTS["a1"].index("Nina")
    project.apply(
        EditSpans(
            annotation=named(project, "s1").id,
            spans={"source": (Span(start, start + 4),), "cue": (), "addressee": (Span(3, 5), Span(0, 1))},
            actor=ANN.id,
        )
    )
    own = mine(project, "s1")
    assert own.spans["source"] == (Span(start, start + 4),)
    assert own.spans["addressee"] == (Span(0, 1), Span(3, 5))
    assert own.spans["content"] == named(project, "s1").spans["content"]
    assert "cue" not in own.spans
    assert own.status is Status.EDITED


def test_the_last_words_cannot_be_taken_away(project: Project) -> None:
    with pytest.raises(OperationError, match="mark them first"):
        project.apply(EditSpans(annotation=named(project, "e1").id, spans={"mention": ()}, actor=ANN.id))


def test_a_note_is_kept_without_white_space_around_it(project: Project) -> None:
    project.apply(EditNote(annotation=named(project, "e1").id, note="  sure?\n", actor=ANN.id))
    assert mine(project, "e1").note == "sure?"
    assert mine(project, "e1").status is Status.ACCEPTED
    assert not project.apply(EditNote(annotation=named(project, "e1").id, note="sure?", actor=ANN.id))


def test_a_note_on_what_was_rejected_leaves_it_rejected(project: Project) -> None:
    project.apply(Discard(annotations=(named(project, "e1").id,), actor=ANN.id))
    project.apply(EditNote(annotation=named(project, "e1").id, note="no name", actor=ANN.id))
    assert mine(project, "e1").status is Status.REJECTED


@pytest.mark.parametrize("text", ["a \ud83d b", "\udce9"])
def test_half_a_character_is_refused_in_words(text: str, project: Project) -> None:
    with pytest.raises(AnnotationError, match="half a character"):
        project.apply(EditNote(annotation=named(project, "e1").id, note=text, actor=ANN.id))


@pytest.mark.parametrize(
    ("operation", "title"),
    [
        (Accept(annotations=("x",), actor=""), "Accept"),
        (Accept(annotations=("x", "y", "z"), actor=""), "Accept 3 suggestions"),
        (Discard(annotations=("x",), actor=""), "Discard"),
        (Discard(annotations=("x", "y"), actor=""), "Discard 2 annotations"),
        (EditFeatures(annotation="x", features={"type": "", "entity": ""}, actor=""), "Change type, entity"),
        (EditSpans(annotation="x", spans={}, actor=""), "Move the span"),
        (EditNote(annotation="x", note="", actor=""), "Change the note"),
    ],
)
def test_titles_say_what_is_done(operation: Operation, title: str) -> None:
    assert str(operation.title) == title
