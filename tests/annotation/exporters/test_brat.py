"""What Brat is given, Brat's own rules accept, and the import reads back what was written."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.records import Annotation, Annotator, Span
from tests.annotation.exporters.round import read, said, shelved, write
from tests.contracts.shelf import Shelf, full_shelf

LINE = re.compile(
    r"T\d+\t[\w-]+ \d+ \d+(?:;\d+ \d+)*\t[^\n]+|E\d+\t[\w-]+:T\d+(?: [\w-]+:[TE]\d+)+"
    r"|R\d+\t[\w-]+ Arg1:[TE]\d+ Arg2:[TE]\d+|A\d+\t[\w-]+ [TE]\d+(?: .+)?|#\d+\tAnnotatorNotes [TE]\d+\t.+"
)


def files(out: Path) -> list[tuple[Path, Path]]:
    return [(path, path.with_suffix(".txt")) for path in sorted(out.glob("*.ann"))]


def test_every_line_is_standoff(tmp_path: Path) -> None:
    write("brat", full_shelf(), tmp_path)
    lines = [line for path, _text in files(tmp_path) for line in path.read_text("utf-8").split("\n")[:-1]]
    assert len(lines) > 20
    assert [line for line in lines if not LINE.fullmatch(line)] == []


def test_words_stand_where_the_offsets_say_in_the_very_text(tmp_path: Path) -> None:
    shelf = full_shelf()
    write("brat", shelf, tmp_path)
    assert sorted(text.read_bytes().decode() for _ann, text in files(tmp_path)) == sorted(
        shelf.texts.values()
    )
    for ann, text_file in files(tmp_path):
        text = text_file.read_bytes().decode()
        for line in ann.read_text("utf-8").split("\n"):
            if line.startswith("T"):
                _id, place, words = line.split("\t")
                pairs = [pair.split() for pair in place.partition(" ")[2].split(";")]
                found = " ".join(text[int(start) : int(end)] for start, end in pairs)
                assert found == words


def test_what_is_read_back_is_what_was_written(tmp_path: Path) -> None:
    shelf = full_shelf()
    write("brat", shelf, tmp_path)
    for number, (ann, text) in enumerate(files(tmp_path)):
        (found,) = read("brat", ann, text)
        assert said(found.annotations, found.text) == shelved(shelf, f"a{number}")


def test_labels_and_fields_come_back(tmp_path: Path) -> None:
    write("brat", full_shelf(), tmp_path)
    (found,) = read("brat", *files(tmp_path)[0])
    features = {record.layer: record.features for record in found.annotations}
    assert features["entity"]["type"] == "PER"
    assert (features["figure"]["kind"], features["figure"]["value"]) == ("cardinal", "1200")
    assert features["source"]["speech"] == "direct"
    assert features["stance"]["polarity"] == "against"
    source = next(record.id for record in found.annotations if record.layer == "source")
    assert features["stance"]["holder"] == {"annotation": source}


def test_records_without_words_are_counted_as_lost(tmp_path: Path) -> None:
    report = write("brat", full_shelf(), tmp_path)
    assert ("records without words", 1) in {(loss.what, loss.count) for loss in report.losses}
    assert report.annotations == 8


def test_a_reference_to_a_record_that_was_not_chosen_is_counted(tmp_path: Path) -> None:
    shelf = full_shelf()
    alone = replace(shelf, records=tuple(record for record in shelf.records if record.id != "s1"))
    losses = {loss.what: loss.count for loss in write("brat", alone, tmp_path).losses}
    assert losses["references to records that were not chosen"] == 1


def test_several_annotators_have_a_folder_each(tmp_path: Path) -> None:
    class Two(Shelf):
        def annotators(self) -> dict[str, Annotator]:
            return {**super().annotators(), "p-bo": Annotator(id="p-bo", name="Bö/2")}

    shelf = full_shelf()
    records = [replace(record, id="y", annotator="p-bo") for record in shelf.records if record.id == "e1"]
    write("brat", Two(shelf.texts, (*shelf.records, *records)), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bo-2", "clara"]
    assert len(files(tmp_path / "bo-2")) == len(files(tmp_path / "clara")) == 5


@pytest.mark.parametrize("section", ["entities", "events", "relations", "attributes"])
def test_the_configuration_names_every_label_that_is_used(section: str, tmp_path: Path) -> None:
    write("brat", full_shelf(), tmp_path)
    written = (tmp_path / "annotation.conf").read_text("utf-8")
    part = written.split(f"[{section}]\n")[1].split("\n\n")[0]
    known = {re.split(r"[\t ]", line)[0] for line in part.split("\n")}
    letter = section[0].upper() if section != "entities" else "T"
    lines = [line for path, _text in files(tmp_path) for line in path.read_text("utf-8").split("\n")]
    used = {re.split(r"[\t :]", line)[1] for line in lines if line.startswith(letter)}
    assert used
    assert used <= known


def test_the_words_of_every_mark_are_those_of_the_text_line_by_line_as_brat_checks_them(
    tmp_path: Path,
) -> None:
    text = "One  two\tthree\r\nfour\u2028five\nsix"
    spans = {"mention": (Span(0, 25), Span(26, 29))}
    whole = Annotation(id="w", article="a", annotator="p-clara", layer="entity", spans=spans)
    write("brat", Shelf({"a": text}, (whole,)), tmp_path)
    (ann,) = (path for path in tmp_path.rglob("*.ann"))
    lines = ann.read_bytes().decode().splitlines()
    (mark,) = [line for line in lines if line.startswith("T")]
    _id, places, words = mark.split("\t", 2)
    pairs = [[int(end) for end in pair.split()] for pair in places.partition(" ")[2].split(";")]
    assert " ".join(text[start:end] for start, end in pairs) == words
    assert len(pairs) == 4
    (found,) = read("brat", ann, ann.with_suffix(".txt"))
    assert [text[one.start : one.end] for one in found.annotations[0].spans["mention"]] == [text]
