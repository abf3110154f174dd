"""Records become labelled words and links, each field in one of the two."""

from annotation.exporters._marks import ROLE, MarkedSheet, label_of, mark_up
from annotation.exporters._sheet import Sheet, read_sheets
from annotation.records import Annotation, Span
from tests.contracts.shelf import Shelf, full_shelf


def first() -> Sheet:
    return next(read_sheets(full_shelf(), lambda *now: None))


def marked() -> MarkedSheet:
    return mark_up(first())


def test_a_record_of_one_role_is_one_mark_with_its_tag() -> None:
    found = {mark.key: mark for mark in marked().marks}
    assert (found["e1"].label, found["e1"].features) == ("PER", {"entity": "la ministre"})
    assert (found["f1"].label, found["f1"].features) == ("cardinal", {"value": "1200"})


def test_the_words_of_an_attribution_hang_on_its_cue() -> None:
    found = {mark.key: mark for mark in marked().marks if mark.record.id == "s1"}
    assert {key: mark.label for key, mark in found.items()} == {
        "s1.source": "source",
        "s1.cue": "attribution",
        "s1.content": "content",
    }
    assert [mark.key for mark in found.values() if mark.is_hub] == ["s1.cue"]
    roles = {(link.label, link.source, link.target) for link in marked().links if link.is_role}
    assert roles == {("source", "s1.cue", "s1.source"), ("content", "s1.cue", "s1.content")}


def test_a_reference_is_a_link_to_the_hub() -> None:
    links = [link for link in marked().links if not link.is_role]
    assert [(link.label, link.source, link.target) for link in links] == [("holder", "t1", "s1.cue")]


def test_a_concept_is_a_feature() -> None:
    stance = next(mark for mark in marked().marks if mark.key == "t1")
    assert stance.label == "stance"
    assert stance.features["target"] == "grève"


def test_records_without_words_and_references_outwards_are_told() -> None:
    sheet = first()
    some = mark_up(sheet, [record for record in sheet.records if record.id in ("t1", "t2")])
    assert [record.id for record in some.wordless] == ["t2"]
    assert some.dangling == 1


def test_a_record_without_a_tag_is_called_like_its_layer() -> None:
    sheet = first()
    record = sheet.by_id["e1"]
    layer = sheet.book.layer(record)
    assert layer is not None
    assert label_of(layer, record) == ("PER", "type")
    assert label_of(layer, sheet.by_id["t2"]) == ("entity", "")


def test_the_role_of_a_hub_is_said_where_other_words_differ_by_white_space_alone() -> None:
    spans = {"cue": (Span(0, 3),), "source": (Span(0, 4),)}
    one = Annotation(id="r", article="a0", annotator="p-clara", layer="source", spans=spans)
    (made,) = read_sheets(Shelf({"a0": "Ana "}, (one,)), lambda *now: None)
    hub = next(mark for mark in mark_up(made).marks if mark.is_hub)
    assert hub.features[ROLE] == "cue"
