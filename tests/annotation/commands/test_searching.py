"""Finding articles by their words."""

from pathlib import Path

from annotation.operations import SaveFilter
from annotation.project import open_project
from tests.annotation.commands.runner import answer, run


def test_a_search_finds_words_whatever_their_accents(file: Path) -> None:
    (hit,) = answer("search", file, "depeche")
    assert (hit["article"], hit["snippet"]) == ("a3", "Une [dépêche] sans rien.")
    assert run("search", file, "nothing").stdout == "Nothing found.\n"
    assert len(answer("search", file, "nina OR depeche", "--limit", "1")) == 1
    assert run("search", file, '"((').exit_code == 0


def test_a_search_takes_labels_keys_and_saved_filters(file: Path) -> None:
    assert [hit["article"] for hit in answer("search", file, "stance:favor target:OTAN")] == ["a1"]
    assert [hit["article"] for hit in answer("search", file, "id:a3 OR id:a2")] == ["a2", "a3"]
    with open_project(file) as project:
        project.apply(SaveFilter(name="Dispatches", query="dépêche"))
    assert [hit["article"] for hit in answer("search", file, "dispatches")] == ["a3"]


def test_a_search_by_nothing_is_one_sentence(file: Path) -> None:
    found = run("search", file, "stanse:favor")
    assert found.exit_code == 1
    assert "did you mean “stance:”" in found.stderr


def test_an_export_can_be_of_a_filter(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    report = answer("export", file, "--format", "jsonl", "--out", out, "--filter", "stance:favor")
    assert report["articles"] == 1
    parts = answer("export", file, "--format", "jsonl", "--out", tmp_path / "parts", "--split", "50/0/50",
                   "--filter", "id:a1,a3")  # fmt: skip
    assert parts["articles"] == 2
