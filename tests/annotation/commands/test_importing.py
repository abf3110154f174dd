"""Bringing files in."""

import json
from pathlib import Path

import pytest

from tests.annotation.commands.runner import answer, run


def test_an_import_reports_what_came_in(file: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Un titre 👍\n\nUn texte.", encoding="utf-8")
    document = answer("import", file, text)
    (article,) = document["articles"]
    assert {key: document[key] for key in ("imported", "skipped")} == {"imported": 1, "skipped": []}
    assert set(article) == {"id", "title", "outlet", "published", "authors", "lang", "source_file"}
    assert (article["title"], article["outlet"], article["authors"]) == ("Un titre 👍", None, [])
    assert article["source_file"] == "a.txt"


def test_the_same_file_again_is_left_out_without_failure(file: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Un titre", encoding="utf-8")
    assert run("import", file, text).exit_code == 0
    before = file.read_bytes()
    result = run("import", file, text)
    assert (result.exit_code, result.stdout) == (0, "Imported 0 articles.\n")
    assert result.stderr == f"Left out {text}: “Un titre” is already in the project.\n"
    assert file.read_bytes() == before


def test_one_bad_file_among_good_ones_fails_and_the_good_ones_come_in(file: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Words.")
    bad.write_bytes(b"\x00\x01")
    result = run("import", file, bad, good, "--json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["imported"] == 1
    assert [one["file"] for one in document["skipped"]] == [str(bad)]


def test_folders_come_in_when_asked_for(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Words.")
    assert "is a folder" in refused_import(file, tmp_path / "folder")
    assert answer("import", file, tmp_path / "folder", "--recursive")["imported"] == 1


def refused_import(file: Path, *paths: Path | str) -> str:
    """Why nothing came in; the project is as it was to the last byte."""
    before = file.read_bytes()
    result = run("import", file, *paths)
    assert result.exit_code == 1
    assert file.read_bytes() == before
    (line,) = result.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("missing.txt", None, "There is no file"),
        ("empty.txt", b"", "is empty"),
        ("binary.bin", bytes(range(256)) * 9, "is of no format that Selon reads"),
        ("binary.txt", b"MZ\x00\x00", "is a binary file"),
        ("latin.txt", "Été à l’hôpital".encode("cp1252"), "is not UTF-8 text: save it as UTF-8"),
        ("bad.jsonl", b'{"format": "selon-jsonl/1"', "holds no article that can be read"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_the_project_as_it_was(
    name: str, content: bytes | None, sentence: str, file: Path, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert sentence in refused_import(file, tmp_path / name)


def test_a_dry_run_tells_what_would_come_in_and_stores_nothing(file: Path, tmp_path: Path) -> None:
    text, table = tmp_path / "a.txt", tmp_path / "b.csv"
    text.write_text("Un titre\n\nUn texte.", encoding="utf-8")
    table.write_text("zz,title\nOne word after another,Eins\n", encoding="utf-8")
    before = file.read_bytes()
    document = answer("import", file, text, table, "--dry-run", "--column", "text=zz")
    first, second = document["articles"]
    assert (first["title"], first["guessed"], first["state"]) == ("Un titre", ["title"], "new")
    assert (second["title"], second["length"]) == ("Eins", 22)
    assert document["tables"][0]["fields"] == {"text": "zz", "title": "title"}
    assert file.read_bytes() == before
    said = run("import", file, text, "--dry-run").stdout
    assert said == f"{first['id']}  Un titre\nOne article would be imported.\n"
    left = answer("import", file, text, table, "--column", "text=zz", "--without", first["id"])
    assert [one["title"] for one in left["articles"]] == ["Eins"]
    assert [one["excluded"] for one in left["files"]] == [1, 0]


def test_a_label_can_be_taken_for_something_else(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Ana came.", "label": [[0, 3, "Zebra"]]}\n')
    labels = answer("import", file, path, "--dry-run", "--label", "Zebra=entity.type=PER")["labels"]
    assert labels == [{"label": "Zebra", "meaning": "entity.type=PER", "count": 1}]
    assert "“entity.type=X”" in refused_import(file, path, "--label", "Zebra=entity.type=X")
    assert "NAME=VALUE" in refused_import(file, path, "--label", "Zebra")
    assert "“colour”" in refused_import(file, path, "--column", "colour=zz")


def test_the_report_of_an_import_can_be_kept(file: Path, tmp_path: Path) -> None:
    text, out = tmp_path / "a.txt", tmp_path / "report.csv"
    text.write_text("Un titre")
    assert answer("import", file, text, "--report", out)["imported"] == 1
    assert out.read_text("utf-8-sig").splitlines()[1].endswith("a.txt,txt,1,0,0,0,,")


def test_a_dry_run_says_to_how_many_articles_annotations_would_come(file: Path, tmp_path: Path) -> None:
    assert run("export", file, "--format", "jsonl", "--out", tmp_path / "out", "--no-texts").exit_code == 0
    said = run("import", file, tmp_path / "out" / "articles.jsonl", "--dry-run").stdout
    assert "0 articles would be imported." in said
    assert "Annotations would come to 2 articles that are there." in said
