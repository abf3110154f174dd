"""What is wrong with an annotation, and what is only not said yet."""

import pytest

from annotation.codebook import (
    Layer,
    built_in_codebook,
    check_annotation,
    check_features,
    load_codebook,
    visible_fields,
)
from annotation.fields import InvalidValue
from annotation.records import Annotation, Json, Span, Spans

CODEBOOK = load_codebook(built_in_codebook())
MENTION: Spans = {"mention": (Span(0, 5),)}
LENGTH = 100


def layer(id_: str) -> Layer:
    found = CODEBOOK.layer(id_)
    assert found is not None
    return found


def problems(layer_id: str, spans: Spans, features: dict[str, Json]) -> list[tuple[str, str, bool]]:
    record = Annotation(id="x", article="a", annotator="p", layer=layer_id, spans=spans, features=features)
    found = check_annotation(CODEBOOK, record, LENGTH)
    return [(problem.field, str(problem.message), problem.missing) for problem in found]


def test_a_whole_annotation_has_no_problem() -> None:
    assert problems("entity", MENTION, {"type": "PER", "entity": "otan"}) == []
    assert problems("source", {"cue": (Span(0, 2),)}, {"speech": "direct"}) == []


def test_a_layer_that_the_codebook_lacks_is_the_only_problem() -> None:
    assert problems("dream", {}, {}) == [("", "The codebook has no layer “dream”.", False)]


def test_required_roles_and_fields_are_missed() -> None:
    assert problems("stance", {}, {"polarity": "favor"}) == [
        ("evidence", "Evidence is not marked in the text.", True),
        ("holder", "Holder is missing.", True),
        ("target", "Target is missing.", True),
    ]


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_empty_value_is_a_missing_one(empty: Json) -> None:
    assert ("type", "Type is missing.", True) in problems("entity", MENTION, {"type": empty})


def test_an_annotation_without_any_words_is_missed_where_no_role_is_required() -> None:
    assert ("", "No words are marked in the text.", True) in problems("source", {}, {"speech": "direct"})


@pytest.mark.parametrize(
    "span", [Span(-1, 3), Span(3, 3), Span(5, 3), Span(90, LENGTH + 1), Span(LENGTH, LENGTH + 1)]
)
def test_a_span_outside_the_text_is_wrong(span: Span) -> None:
    assert ("mention", "mention lies outside the text.", False) in problems(
        "entity", {"mention": (span,)}, {"type": "PER"}
    )


def test_a_span_up_to_the_end_of_the_text_is_right() -> None:
    assert problems("entity", {"mention": (Span(0, LENGTH),)}, {"type": "PER"}) == []


def test_a_role_that_the_layer_lacks_is_wrong() -> None:
    assert problems("entity", {**MENTION, "cue": (Span(1, 2),)}, {"type": "PER"}) == [
        ("cue", "The layer has no role “cue”.", False)
    ]


def test_a_value_that_does_not_fit_is_wrong() -> None:
    ((field, message, missing),) = problems("entity", MENTION, {"type": "ALIEN"})
    assert (field, missing) == ("type", False)
    assert message.startswith("“ALIEN” does not fit the field Type: choose one of PER")


def test_a_value_of_a_field_that_the_codebook_lacks_is_nobodys_problem() -> None:
    assert problems("entity", MENTION, {"type": "PER", "mood": "dark"}) == []


def test_only_fields_that_apply_are_visible() -> None:
    def ids(features: dict[str, Json]) -> set[str]:
        return {field.id for field in visible_fields(layer("figure"), features)}

    assert {"value_min", "value_max"} <= ids({"comparator": "range"})
    assert not {"value_min", "value_max", "unit"} & ids({"comparator": "=", "kind": "cardinal"})
    assert "unit" in ids({"kind": "money"})


def test_a_required_field_that_does_not_apply_is_not_missed() -> None:
    codebook = load_codebook(
        "[layer.a]\nrole.w = {}\nfield.g = {}\nfield.f = {required = true, visible_when = {g = 'x'}}"
    )
    record = Annotation(id="x", article="a", annotator="p", layer="a", spans={"w": (Span(0, 1),)})
    assert check_annotation(codebook, record, 5) == []


def test_features_take_their_stored_form_and_empty_ones_go() -> None:
    features: dict[str, Json] = {
        "value": "1 000,50",
        "unit": " EUR ",
        "per": "",
        "counted": None,
        "vague": False,
    }
    assert check_features(layer("figure"), features) == {"value": "1000.5", "unit": "EUR", "vague": False}


def test_features_that_the_codebook_lacks_are_kept() -> None:
    assert check_features(layer("entity"), {"mood": {"x": [1]}}) == {"mood": {"x": [1]}}


def test_the_first_feature_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(InvalidValue, match="Value"):
        check_features(layer("figure"), {"value": "many"})
