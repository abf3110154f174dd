"""The command line: exit code 0 only on success, one plain sentence on stderr, JSON where a program reads."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotation.cli import COMMANDS
from annotation.project import open_project
from tests.annotation.commands.runner import decided_newsroom, refused, run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The newsroom, in which Ann has accepted a suggestion and gold has a record."""
    return decided_newsroom(tmp_path)


PROJECT_COMMANDS: dict[str, tuple[str, ...]] = {
    "import": ("{dir}/x.txt",),
    "detect": (),
    "export": ("--format", "jsonl", "--out", "{dir}/out"),
    "info": (),
    "search": ("word",),
    "check": (),
    "backup": ("--out", "{dir}/backup.selon"),
}
each_command = pytest.mark.parametrize("name", PROJECT_COMMANDS)


def arguments(name: str, project: Path, folder: Path) -> list[str]:
    return [name, str(project), *(one.format(dir=folder) for one in PROJECT_COMMANDS[name])]


@each_command
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "There is no project at"),
        (b"", "is empty"),
        (b"Words.", "is not a Selon project"),
        (b"SQLite format 3\x00" + bytes(4080), "is not a Selon project"),
        ("cut", "is damaged, its end is missing"),
    ],
)
def test_a_project_that_cannot_be_opened_is_one_sentence_and_left_alone(
    name: str, content: bytes | str | None, sentence: str, file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    project = folder / "p.selon"
    if content is not None:
        project.write_bytes(file.read_bytes()[:-3000] if isinstance(content, str) else content)
    before = project.read_bytes() if content is not None else None
    assert sentence in refused(*arguments(name, project, folder))
    assert [path.name for path in folder.iterdir()] == ([] if before is None else ["p.selon"])
    assert before is None or project.read_bytes() == before


@each_command
def test_a_folder_is_no_project(name: str, tmp_path: Path) -> None:
    assert "is a folder" in refused(*arguments(name, tmp_path, tmp_path))


@pytest.mark.parametrize("name", ["import", "detect"])
def test_a_project_that_is_open_elsewhere_is_not_written(name: str, file: Path, tmp_path: Path) -> None:
    with open_project(file):
        assert "is open in another window or program" in refused(*arguments(name, file, tmp_path))


@pytest.mark.parametrize("name", ["export", "info", "search", "check", "backup"])
def test_a_project_that_is_open_elsewhere_can_be_read(name: str, file: Path, tmp_path: Path) -> None:
    with open_project(file):
        assert run(*arguments(name, file, tmp_path)).exit_code == 0


@pytest.mark.parametrize("name", ["export", "info", "search", "check", "backup"])
def test_reading_commands_change_nothing(name: str, file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    assert run(*arguments(name, file, tmp_path)).exit_code == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


@pytest.mark.parametrize("wrong", [["export"], ["info", "--nonsense"], ["nonsense"], ["import", "p.selon"]])
def test_wrong_usage_is_explained_with_another_exit_code(wrong: list[str]) -> None:
    result = run(*wrong)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
    assert result.stdout == ""


# ---------------------------------------------------------------- as people run it


def selon(repository: Path, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `python main.py ...` does."""
    return subprocess.run(
        [sys.executable, str(repository / "main.py"), *map(str, words)],
        env={**os.environ, "SELON_LANG": "en", **environment},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        encoding="utf-8",
    )


def test_a_truncated_project_never_gives_a_traceback(file: Path, repository: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    done = selon(repository, "info", file)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "Error: “newsroom.selon” is damaged, its end is missing: open a backup, or get the file again; "
        "it was left as it is.\n"
    )
    assert file.read_bytes() == whole[: len(whole) // 2]


def test_it_speaks_french_where_the_user_does(file: Path, repository: Path) -> None:
    done = selon(repository, "search", file, "introuvable", SELON_LANG="fr")
    assert done.returncode == 0
    assert done.stdout == "Rien n’a été trouvé.\n"
    missing = selon(repository, "info", file.with_name("rien.selon"), SELON_LANG="fr_FR.UTF-8")
    assert missing.returncode == 1
    assert missing.stderr.startswith("Erreur\u00a0: Il n’y a pas de projet sous «\u00a0")


def test_an_answer_can_be_read_where_the_machine_speaks_ascii(file: Path, repository: Path) -> None:
    done = selon(repository, "search", file, "depeche", "--json", LC_ALL="C", PYTHONIOENCODING="utf-8")
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["snippet"] == "Une [dépêche] sans rien."
