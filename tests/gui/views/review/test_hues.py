"""The colours of tags in Review."""

from dataclasses import replace

from annotation.adjudication import Cluster
from annotation.codebook import Codebook, Layer
from annotation.records import Annotation, Json
from gui.views.review.hues import cluster_hue, value_hue
from tests.annotation.agreement.labels import CODEBOOK, mention

RED, BLUE = "#A32638", "#123456"


def layer_with_colours(codebook: Codebook = CODEBOOK) -> Layer:
    """The layer of entities, in which people and places have colours of their own."""
    layer = codebook.layer("entity")
    assert layer is not None
    hues = {"PER": RED, "LOC": BLUE}
    fields = tuple(
        replace(one, tags=tuple(replace(tag, hue=hues.get(tag.id, "")) for tag in one.tags))
        if one.id == "type"
        else one
        for one in layer.fields
    )
    return replace(layer, fields=fields)


def cluster(*records: Annotation, gold: Annotation | None = None) -> Cluster:
    return Cluster(
        id="c",
        article="a",
        layer="entity",
        annotators=tuple(one.annotator for one in records),
        rows=(),
        kinds=(),
        records={one.annotator: one for one in records},
        gold=gold,
    )


def test_a_cluster_has_the_colour_of_the_tag_that_all_give() -> None:
    layer = layer_with_colours()
    assert (
        cluster_hue(cluster(mention("a", "anna", "Union", "PER"), mention("b", "ben", "Union", "PER")), layer)
        == RED
    )
    assert cluster_hue(cluster(mention("a", "anna", "Union", "ORG")), layer) == layer.hue
    assert cluster_hue(cluster(mention("a", "anna", "Union", "PER")), None) == ""


def test_who_differ_leave_it_the_colour_of_the_layer_until_it_is_decided() -> None:
    layer = layer_with_colours()
    both = (mention("a", "anna", "Union", "PER"), mention("b", "ben", "Union", "LOC"))
    assert cluster_hue(cluster(*both), layer) == layer.hue
    assert cluster_hue(cluster(*both, gold=mention("g", "gold", "Union", "LOC")), layer) == BLUE


def test_a_value_has_the_colour_of_its_tag() -> None:
    field = layer_with_colours().field("type")
    assert field is not None
    values: list[Json] = ["PER", ["LOC", "PER"], "ORG", None, "gone"]
    assert [value_hue(field, value) for value in values] == [RED, BLUE, "", "", ""]
    role = layer_with_colours().roles[0]
    assert value_hue(role, "PER") == ""
