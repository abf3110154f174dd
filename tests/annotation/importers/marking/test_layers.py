from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.layers import layer_link, layer_mark
from annotation.records import Span

LABELS = load_labels("xmi")


def test_the_feature_that_names_kinds_is_the_label() -> None:
    mark = layer_mark("1", "x.Name", (Span(0, 1),), {"value": "PER", "identifier": "Q1", "empty": ""}, LABELS)
    assert (mark.label, mark.group, mark.features) == ("PER", "x.Name", {"identifier": "Q1"})


def test_an_annotation_without_such_a_feature_has_its_layer() -> None:
    mark = layer_mark("1", "x.Name", (), {"certain": True}, LABELS)
    assert (mark.label, mark.group, mark.features) == ("", "x.Name", {"certain": True})


def test_a_relation_is_called_by_its_label_and_keeps_its_layer() -> None:
    assert layer_link("x.Tie", "1", "2", {"value": "lives"}, LABELS).features == {"layer": "Tie"}
    assert layer_link("x.Tie", "1", "2", {"weight": 2}, LABELS).label == "Tie"
