"""The command `selon duplicates`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from annotation.cli import cli
from annotation.operations import AddArticles, RemoveArticles
from annotation.project import create_project, open_project
from annotation.project.duplicates import grouped_ids
from tests.annotation.newsroom import imported

TEXT = " ".join(f"mot{number}" for number in range(40))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of three articles, two of which are copies nine days apart."""
    made = (
        imported("a", TEXT, outlet="Agence", published="2024-01-01"),
        imported("b", f"Par Nina Roux\n{TEXT}", outlet="Le Soir", published="2024-01-10"),
        imported("c", "Autre chose."),
    )
    with create_project(tmp_path / "p.selon") as project:
        project.apply(AddArticles(imported=made))
    return tmp_path / "p.selon"


def run(*arguments: object) -> Any:
    return CliRunner().invoke(cli, ["duplicates", *map(str, arguments)])


def marked(path: Path) -> dict[str, str]:
    with open_project(path, read_only=True) as project:
        return project.ask(grouped_ids)


def test_the_groups_are_marked_and_told_as_json(path: Path) -> None:
    found = json.loads(run(path, "--json", "--pairs").output)
    assert (found["articles"], found["copies"], found["exact"], found["near"]) == (3, 1, 0, 1)
    assert found["pairs"] == [["a", "b", 1.0]]
    (group,) = found["groups"]
    assert (group["representative"], group["gap"], group["outlets"]) == ("a", 9, ["Agence", "Le Soir"])
    assert [one["containment"] for one in group["articles"]] == [1.0, 1.0]
    assert (found["released"], found["marked"]) == (0, True)
    assert marked(path) == {"a": "a", "b": "a"}


def test_trying_marks_nothing(path: Path) -> None:
    result = run(path, "--dry-run")
    assert "one copy in one group would be marked" in result.output
    assert "  b  Le Soir · 2024-01-10 · Title b" in result.output
    assert marked(path) == {}


def test_people_read_what_was_marked(path: Path) -> None:
    assert run(path).output.startswith("Marked one copy in one group.\na  Agence")
    assert run(path, "--threshold", "0.9").exit_code == 0


def test_a_corpus_without_copies_says_so_and_releases_what_was_marked(path: Path, tmp_path: Path) -> None:
    run(path)
    with open_project(path) as project:
        project.apply(RemoveArticles(articles=("a",)))
    result = run(path, "--json")
    assert json.loads(result.output)["released"] == 1
    assert run(path).output.strip() == "No article is a copy of another one."


def test_a_threshold_that_is_no_share_is_one_sentence_on_stderr(path: Path) -> None:
    result = run(path, "--threshold", "7")
    assert result.exit_code == 1
    assert "between 0 and 1" in result.stderr
