"""What can be asked, and which measures answer."""

import pytest

from annotation.agreement import UnknownMeasured, fitting, measures_called, questions_of, sensible
from annotation.measures import MEASURES
from tests.annotation.agreement.labels import CODEBOOK


def test_everything_is_asked_of_everything() -> None:
    asked = questions_of(CODEBOOK)
    assert ("stance", None) in asked
    assert ("stance", "polarity") in asked
    assert len(asked) == len(CODEBOOK.layers) + sum(len(layer.fields) for layer in CODEBOOK.layers)


def test_a_field_is_asked_of_the_layers_that_have_it() -> None:
    assert questions_of(CODEBOOK, fields=["polarity"]) == [("stance", "polarity")]
    assert questions_of(CODEBOOK, ["entity"])[0] == ("entity", None)


def test_what_does_not_exist_is_refused_with_what_does() -> None:
    with pytest.raises(UnknownMeasured, match="entity"):
        questions_of(CODEBOOK, ["nothing"])
    with pytest.raises(UnknownMeasured, match="polarity"):
        questions_of(CODEBOOK, ["stance"], ["speaker"])
    with pytest.raises(UnknownMeasured, match="u_alpha"):
        measures_called(["beta"])


def test_measures_are_called_with_either_dash() -> None:
    assert measures_called(["alpha_nominal", "gamma-cat"]) == ["alpha-nominal", "gamma-cat"]
    assert measures_called([]) == list(MEASURES.names)


def test_order_is_asked_only_of_what_has_one() -> None:
    def names(field: str | None) -> set[str]:
        return {name for name, _measure in fitting(CODEBOOK, ("stance", field), MEASURES.names)}

    assert "alpha-ordinal" in names("intensity")
    assert "alpha-ordinal" not in names("polarity")
    assert "alpha-nominal" in names("polarity")
    assert names(None).isdisjoint({"alpha-nominal", "alpha-interval", "gamma-cat"})
    assert {"u-alpha", "gamma", "f1-exact"} <= names(None)


def test_spans_can_be_asked_for_beside_fields() -> None:
    assert questions_of(CODEBOOK, ["stance"], ["spans"]) == [("stance", None)]
    assert questions_of(CODEBOOK, ["stance"], ["spans", "polarity"]) == [
        ("stance", None),
        ("stance", "polarity"),
    ]


def test_the_usual_measure_is_the_one_that_says_most() -> None:
    usual = {question: sensible(CODEBOOK, question) for question in questions_of(CODEBOOK)}
    assert usual["entity", None] == "f1-overlap"
    assert usual["stance", "polarity"] == "alpha-nominal"
    assert usual["stance", "intensity"] == "alpha-ordinal"
    assert usual["stance", "attribution"] == "f1-exact"
    for question, name in usual.items():
        assert [one for one, _measure in fitting(CODEBOOK, question, ["usual", name])] == [name]
    assert measures_called(["usual", "percent"]) == ["usual", "percent"]
