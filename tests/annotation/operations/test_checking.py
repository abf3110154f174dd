"""What is to be stored fits the text and the codebook, or is refused in words."""

from dataclasses import replace

import pytest

from annotation.fields import InvalidValue
from annotation.operations import OperationError
from annotation.operations._checking import (
    check_references,
    checked,
    checked_spans,
    layer_of,
    with_features,
)
from annotation.project import Project, Writer
from annotation.records import Annotation, Span
from tests.annotation.newsroom import ANN, annotation, named


@pytest.fixture
def writer(project: Project) -> Writer:
    """A writer that only reads."""
    return Writer(project.read.db)


RECORD = annotation("x1", ANN.id, "figure", {"mention": ["soldats"]}, value="1 000", source="s1")


def test_spans_are_sorted_and_features_stored(writer: Writer) -> None:
    spans = {"mention": (Span(5, 9), Span(0, 2), Span(5, 9))}
    record = checked(writer, replace(RECORD, spans=spans))
    assert record.spans == {"mention": (Span(0, 2), Span(5, 9))}
    assert record.features == {"value": "1000", "source": "s1"}


def test_the_layer_must_be_one_of_the_codebook(writer: Writer) -> None:
    assert layer_of(writer, RECORD).id == "figure"
    with pytest.raises(OperationError, match="no layer “dream”"):
        layer_of(writer, replace(RECORD, layer="dream"))


def test_spans_alone_can_be_checked(writer: Writer) -> None:
    old = replace(RECORD, features={"kind": "of an earlier codebook"})
    assert checked_spans(writer, old).features == old.features
    with pytest.raises(OperationError, match="mark them first"):
        checked_spans(writer, replace(old, spans={}))


def test_only_changed_features_are_checked(writer: Writer) -> None:
    old = replace(RECORD, features={"kind": "of an earlier codebook", "per": "a"})
    assert with_features(writer, old, {"value": "2,5", "per": None}).features == {
        "kind": "of an earlier codebook",
        "value": "2.5",
    }
    with pytest.raises(InvalidValue):
        with_features(writer, old, {"kind": "of an earlier codebook"})


def test_references_must_point_at_something_of_the_article(writer: Writer, project: Project) -> None:
    def pointing(id_: str) -> Annotation:
        return replace(RECORD, features={"source": id_})

    check_references(writer, pointing(named(project, "s1").id))
    check_references(writer, pointing("nothing"), only={"kind"})
    for id_ in ("nothing", named(project, "e1", "a2").id):
        with pytest.raises(OperationError, match="Vouched for by points at an annotation that the article"):
            check_references(writer, pointing(id_))
