"""What is tagged is read back with the same labels on the same words; what cannot be tagged is counted."""

from pathlib import Path

import pytest

from annotation.exporters import ExportFailure, Report
from tests.annotation.exporters.round import read, write
from tests.contracts.shelf import Shelf, full_shelf, record


def rows(path: Path) -> list[tuple[str, ...]]:
    return [tuple(line.split(" ")) for line in path.read_text("utf-8").split("\n") if line]


def one_text(text: str, *words: tuple[str, str]) -> Shelf:
    texts = {"a0": text}
    made = [record(f"r{n}", "entity", texts, {"mention": [said]}, {"type": label})
            for n, (said, label) in enumerate(words)]  # fmt: skip
    return Shelf(texts, tuple(made))


def tags(shelf: Shelf, out: Path, **chosen: str) -> list[tuple[str, ...]]:
    write("conll", shelf, out, **chosen)
    return rows(out)[1:]


def losses(report: Report) -> dict[str, int]:
    return {loss.what: loss.count for loss in report.losses}


def test_names_are_tagged_word_by_word(tmp_path: Path) -> None:
    shelf = one_text("Marie Curie aime Paris.", ("Marie Curie", "PER"), ("Paris", "LOC"))
    assert tags(shelf, tmp_path / "x.conll") == [
        ("Marie", "B-PER"), ("Curie", "I-PER"), ("aime", "O"), ("Paris", "B-LOC"), (".", "O"),
    ]  # fmt: skip


def test_bioes_marks_ends_and_single_words(tmp_path: Path) -> None:
    shelf = one_text("Marie Curie aime Paris.", ("Marie Curie", "PER"), ("Paris", "LOC"))
    found = tags(shelf, tmp_path / "x.conll", scheme="bioes")
    assert [tag for _word, tag in found] == ["B-PER", "E-PER", "O", "S-LOC", "O"]


def test_neighbours_of_one_label_stay_apart(tmp_path: Path) -> None:
    shelf = one_text("Paris Rome", ("Paris", "LOC"), ("Rome", "LOC"))
    assert [tag for _word, tag in tags(shelf, tmp_path / "x.conll")] == ["B-LOC", "B-LOC"]


def test_half_a_word_is_widened_or_left_out(tmp_path: Path) -> None:
    shelf = one_text("anticonstitutionnel", ("constitution", "MISC"))
    assert tags(shelf, tmp_path / "x.conll") == [("anticonstitutionnel", "B-MISC")]
    assert tags(shelf, tmp_path / "y.conll", edges="drop") == [("anticonstitutionnel", "O")]


def test_of_two_that_overlap_the_longer_stays_and_the_other_is_counted(tmp_path: Path) -> None:
    shelf = one_text("la ville de Paris", ("Paris", "LOC"), ("ville de Paris", "ORG"))
    report = write("conll", shelf, tmp_path / "x.conll")
    assert [row[1] for row in rows(tmp_path / "x.conll")[1:]] == ["O", "B-ORG", "I-ORG", "I-ORG"]
    assert losses(report)["pieces that share words with a longer one"] == 1


def test_each_layer_has_its_file_in_a_folder(tmp_path: Path) -> None:
    report = write("conll", full_shelf(), tmp_path)
    assert [path.name for path in report.files] == [
        "entity.conll", "figure.conll", "source.conll", "stance.conll"
    ]  # fmt: skip
    roles = {row[1] for row in rows(tmp_path / "source.conll")} - {"O"}
    assert {tag.partition("-")[2] for tag in roles} == {"source", "attribution", "content"}


def test_lines_and_sentences_are_parted_by_empty_lines(tmp_path: Path) -> None:
    write("conll", one_text("Un. Deux\ntrois"), tmp_path / "x.conll")
    blocks = (tmp_path / "x.conll").read_text("utf-8").rstrip("\n").split("\n\n")
    assert [block.replace(" O", "").split("\n") for block in blocks] == [
        ["-DOCSTART-"], ["Un", "."], ["Deux"], ["trois"]
    ]  # fmt: skip


def test_the_import_reads_the_same_names(tmp_path: Path) -> None:
    shelf = one_text("Marie Curie aime Paris.", ("Marie Curie", "PER"), ("Paris", "LOC"))
    write("conll", shelf, tmp_path / "x.conll")
    (found,) = read("conll", tmp_path / "x.conll")
    said = [
        (found.text[one.spans["mention"][0].start : one.spans["mention"][0].end], one.features["type"])
        for one in found.annotations
    ]
    assert said == [("Marie Curie", "PER"), ("Paris", "LOC")]


def test_a_layer_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(ExportFailure, match="entity, figure, source, stance"):
        write("conll", full_shelf(), tmp_path / "x.conll", layer="dream")
