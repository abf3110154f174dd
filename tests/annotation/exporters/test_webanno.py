"""A file for each article, whose words are the article's, and which the import reads back."""

from dataclasses import replace
from pathlib import Path

from annotation.records import Status
from tests.annotation.exporters.round import read, said, shelved, write
from tests.contracts.shelf import TEXTS, Shelf, full_shelf, record


def test_texts_come_back_to_the_last_sign_and_records_with_all_their_pieces(tmp_path: Path) -> None:
    shelf = full_shelf()
    report = write("webanno", shelf, tmp_path)
    assert [path.suffix for path in report.files] == [".tsv"] * 5
    for number, path in enumerate(report.files[:4]):
        (found,) = read("webanno", path)
        assert found.text == TEXTS[number]
        assert said(found.annotations, found.text) == shelved(shelf, f"a{number}")


def test_what_a_record_says_of_itself_comes_back(tmp_path: Path) -> None:
    (found,) = read("webanno", write("webanno", full_shelf(), tmp_path).files[0])
    by_layer = {one.layer: one for one in found.annotations}
    names = {entity.id: entity.name for entity in found.entities}
    source, stance = by_layer["source"], by_layer["stance"]
    assert (source.status, source.note, source.origin) == (Status.EDITED, "« note »\non two lines", "Clara")
    assert names[str(source.features["speaker"])] == "la ministre"
    assert stance.features["holder"] == {"annotation": source.id}
    assert stance.features["target"] == {"concept": "grève"}
    assert by_layer["figure"].features["value"] == "1200"


def test_signs_that_mean_something_in_a_cell_are_plain_in_values(tmp_path: Path) -> None:
    text = {"a0": "Ana and Bo"}
    odd = "a|b\\ [1] _;*->\n\tx\\"
    one = record("r1", "figure", text, {"mention": ["Ana and"]}, {"kind": "cardinal", "counted": odd})
    shelf = Shelf(text, (one, replace(one, id="r2", note="[2]\\")))
    (found,) = read("webanno", write("webanno", shelf, tmp_path).files[0])
    assert [record.features["counted"] for record in found.annotations] == [odd, odd]
    assert [record.note for record in found.annotations] == ["", "[2]\\"]


def test_white_space_that_no_word_holds_is_listed(tmp_path: Path) -> None:
    text = {"a0": "Ana  and"}
    some = record("r1", "entity", text, {"mention": [" and"]}, {})
    none = record("r2", "entity", text, {"mention": ["  "]}, {})
    report = write("webanno", Shelf(text, (some, none)), tmp_path)
    assert {loss.what for loss in report.losses} >= {
        "pieces with white space at their edges", "pieces of nothing but white space",
    }  # fmt: skip
    assert report.annotations == 1


def test_a_link_to_words_that_are_not_there_is_listed(tmp_path: Path) -> None:
    text = {"a0": "Ana  said"}
    one = record("r1", "source", text, {"source": ["  "], "cue": ["said"]}, {})
    losses = {loss.what for loss in write("webanno", Shelf(text, (one,)), tmp_path).losses}
    assert "links to words that were left out" in losses
