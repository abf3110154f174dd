"""Making, describing, checking and copying a project."""

import json
from pathlib import Path

import pytest

from annotation.project import open_project
from tests.annotation.commands.runner import answer, refused, run
from tests.annotation.newsroom import dump


def test_a_new_project_is_made(tmp_path: Path) -> None:
    result = run("new", tmp_path / "p.selon")
    assert (result.exit_code, result.stdout) == (0, f"Made {tmp_path / 'p.selon'}.\n")
    assert answer("info", tmp_path / "p.selon")["articles"] == 0


def test_a_new_project_may_have_its_own_codebook(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('id = "mine"\nversion = 4\n[layer.a.role.w]')
    assert run("new", tmp_path / "p.selon", "--codebook", tmp_path / "c.toml").exit_code == 0
    assert answer("info", tmp_path / "p.selon")["codebook"] == "mine 4"


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"x =", b""])
def test_a_codebook_that_cannot_be_used_makes_no_project(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "c.toml").write_bytes(content)
    assert "codebook" in refused("new", tmp_path / "p.selon", "--codebook", tmp_path / "c.toml")
    assert not (tmp_path / "p.selon").exists()


def test_a_project_that_is_there_is_not_made_again(file: Path) -> None:
    before = file.read_bytes()
    assert "exists already" in refused("new", file)
    assert file.read_bytes() == before


def test_info_has_the_shape_of_the_design(file: Path) -> None:
    with open_project(file, read_only=True) as project:
        schema = project.schema
    assert answer("info", file) == {
        "articles": 3,
        "annotators": ["gold", "machine", "Ann", "Bob"],
        "annotations": {
            "entity": {"accepted": 2, "suggested": 2},
            "figure": {"suggested": 1},
            "source": {"suggested": 1},
            "stance": {"suggested": 1},
        },
        "schema": schema,
        "codebook": "selon-default 2",
    }
    assert "3 articles" in run("info", file).stdout


def test_a_check_of_a_whole_project_finds_nothing(file: Path) -> None:
    assert answer("check", file) == {"ok": True, "problems": []}
    assert run("check", file).stdout == "No problems found.\n"


def test_a_check_that_finds_damage_fails_and_says_what(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace("Une dépêche".encode(), "Une dépêchx".encode()))
    result = run("check", file, "--json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["ok"] is False
    (problem,) = document["problems"]
    assert set(problem) == {"kind", "where", "what"}
    assert (problem["kind"], problem["where"]) == ("text", "a3")


def test_a_backup_is_the_project(file: Path, tmp_path: Path) -> None:
    assert run("backup", file, "--out", tmp_path / "copy.selon").exit_code == 0
    assert dump(tmp_path / "copy.selon") == dump(file)
    assert "cannot replace the project itself" in refused("backup", file, "--out", file)
