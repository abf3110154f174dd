"""One program writes to a project at a time; another may read, and a crash locks nobody out."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotation.operations import ChangeSetting
from annotation.project import ProjectError, ProjectLocked, open_project
from annotation.project.lock import WriterLock
from tests.annotation.newsroom import dump, newsroom_file

HOLDER = """
import sys
from pathlib import Path
from annotation.project import open_project
project = open_project(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
project.close()
print("closed", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


@contextmanager
def another_program(file: Path, repository: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the project open for writing; a line to it closes the project."""
    command = [sys.executable, "-c", HOLDER, str(file)]
    with subprocess.Popen(
        command, cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process
        finally:
            process.kill()


def tell(process: subprocess.Popen[str]) -> str:
    """Send a line, and what comes back."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return process.stdout.readline()


def test_a_second_program_may_read_but_not_write(file: Path, repository: Path) -> None:
    with another_program(file, repository) as process:
        with pytest.raises(ProjectLocked, match="is open in another window or program: close it there"):
            open_project(file)
        with open_project(file, read_only=True) as reader:
            assert reader.read.count_articles() == 3
        assert tell(process) == "closed\n"
        with open_project(file) as project:
            project.apply(ChangeSetting(key="a", value=1))
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_program_that_was_killed_locks_nobody_out(file: Path, repository: Path) -> None:
    with another_program(file, repository) as process:
        process.kill()
        process.wait()
    with open_project(file) as project:
        assert project.check() == []
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_link_to_a_project_is_the_same_project(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.selon"
    link.parent.mkdir()
    link.symlink_to(file)
    with open_project(link), pytest.raises(ProjectLocked):
        open_project(file)
    assert list(link.parent.iterdir()) == [link]


def test_the_same_program_cannot_open_it_twice(file: Path) -> None:
    with open_project(file), pytest.raises(ProjectLocked):
        open_project(file)


def test_a_refused_file_is_not_locked(file: Path) -> None:
    before = dump(file)
    broken = file.with_name("broken.selon")
    broken.write_bytes(file.read_bytes()[:-5000])
    with pytest.raises(ProjectError):
        open_project(broken)
    assert sorted(path.name for path in file.parent.iterdir()) == ["broken.selon", "newsroom.selon"]
    assert dump(file) == before


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("annotation.project.lock.FileLock.acquire", refuse)
    with pytest.raises(ProjectError, match=r"its folder cannot be written to \(Permission denied\)"):
        WriterLock(file)


def test_a_lock_file_that_cannot_be_removed_locks_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = WriterLock(file)

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        lock.release()
    assert len(list(file.parent.iterdir())) == 2
    WriterLock(file).release()
    assert len(list(file.parent.iterdir())) == 1
