"""The command `selon text`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from annotation.cli import cli
from annotation.operations import AddAnnotations
from annotation.project import open_project
from annotation.records import Article
from tests.annotation.newsroom import ANN, TEXTS, annotation, newsroom_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The newsroom, in which Ann marked a name."""
    file = newsroom_file(tmp_path)
    label = annotation("n", ANN.id, "entity", {"mention": ["OTAN"]}, type="ORG")
    with open_project(file) as project:
        project.apply(AddAnnotations(annotations=(label,), actor=ANN.id))
    return file


def run(path: Path, *arguments: object, stdin: str | None = None) -> Any:
    return CliRunner().invoke(cli, ["text", str(path), *map(str, arguments)], input=stdin)


def text_of(path: Path) -> str:
    with open_project(path, read_only=True) as project:
        return project.read.text(project.read.get(Article, "a1"))


def test_the_text_is_printed(path: Path) -> None:
    assert run(path, "a1").output == TEXTS["a1"]


def test_a_text_from_a_file_takes_the_annotations_along(path: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_bytes(TEXTS["a1"].replace("OTAN", "ONU").encode("utf-8-sig"))
    found = json.loads(run(path, "a1", "--file", new, "--json").output)
    assert (found["corrected"], found["moved"], found["lost"]) == (True, 6, [])
    assert [(one["before"], one["after"]) for one in found["reworded"]] == [("OTAN", "ONU")]
    assert "ONU" in text_of(path)


def test_what_would_be_lost_is_listed_and_nothing_done_without_leave(path: Path) -> None:
    new = TEXTS["a1"].replace(" à l’OTAN", "")
    tried = run(path, "a1", "--file", "-", "--dry-run", stdin=new)
    assert "Nothing was changed." in tried.output
    assert "No place: “OTAN”" in tried.output
    refused = run(path, "a1", "--file", "-", stdin=new)
    assert refused.exit_code == 1
    assert "“OTAN”" in refused.stderr
    assert text_of(path) == TEXTS["a1"]
    assert run(path, "a1", "--file", "-", "--drop", stdin=new).exit_code == 0
    assert text_of(path) == new


def test_a_text_is_cleaned(path: Path) -> None:
    run(path, "a1", "--file", "-", stdin=TEXTS["a1"] + "\n\nLire aussi : la suite")
    result = run(path, "a1", "--clean")
    assert result.output.startswith("Corrected “Title a1”.")
    assert text_of(path) == TEXTS["a1"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xe9"])
def test_a_file_that_cannot_be_read_is_one_sentence(
    content: bytes | None, path: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.txt"
    if content is not None:
        new.write_bytes(content)
    result = run(path, "a1", "--file", new)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_an_unknown_article_is_one_sentence(path: Path) -> None:
    assert run(path, "nobody", "--clean").exit_code == 1
