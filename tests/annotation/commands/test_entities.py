"""The command that writes the registry as a table, and takes names over from one."""

import json
from pathlib import Path

import pytest

from annotation.project import open_project
from annotation.records import Entity
from tests.annotation.commands.runner import answer, refused, run
from tests.annotation.newsroom import dump, newsroom_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


def names(file: Path) -> list[str]:
    with open_project(file, read_only=True) as project:
        return [entity.name for entity in project.read.entities()]


def test_the_registry_is_written_and_taken_back_without_a_change(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "names.csv"
    assert answer("entities", file, "--export", out) == {"exported": 2}
    assert out.read_text("utf-8").splitlines()[0] == "key,name,type,aliases,wikidata,note,origin"
    before = dump(file)
    found = answer("entities", file, "--import", out)
    assert found == {"added": [], "changed": [], "unchanged": 2, "bad": [], "written": True}
    assert dump(file) == before


def test_what_an_import_would_do_is_said_and_then_done(file: Path, tmp_path: Path) -> None:
    table = tmp_path / "names.csv"
    table.write_text("key,name,wikidata\notan,Alliance,\n,ONU,Q1065\nx,X,W1\n", "utf-8")
    told = run("entities", file, "--import", table, "--dry-run", "--json")
    assert json.loads(told.stdout)["written"] is False
    assert names(file) == ["Nina Roux", "OTAN"]
    result = run("entities", file, "--import", table)
    assert result.exit_code == 1  # a line could not be taken
    assert result.stdout == "1 new, 1 changed, 0 as they are, 1 lines left out\n"
    assert result.stderr.startswith("Line 4: “W1” is no Wikidata id")
    assert names(file) == ["Alliance", "Nina Roux", "ONU"]
    with open_project(file, read_only=True) as project:
        assert project.read.get(Entity, "onu").wikidata == "Q1065"


def test_one_of_the_two_has_to_be_asked_for(file: Path, tmp_path: Path) -> None:
    assert "--export FILE" in refused("entities", file)
    both = ("--export", tmp_path / "a", "--import", tmp_path / "b")
    assert "--export FILE" in refused("entities", file, *both)
    assert "cannot be read" in refused("entities", file, "--import", tmp_path / "none.csv")


def test_names_are_written_of_a_project_that_is_open_elsewhere(file: Path, tmp_path: Path) -> None:
    with open_project(file):
        assert answer("entities", file, "--export", tmp_path / "names.csv") == {"exported": 2}
