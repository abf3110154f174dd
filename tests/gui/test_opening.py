"""A project that nobody wants any more when it is there is closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotation.project import ProjectError, ProjectLocked, create_project, open_project
from gui.opening import Opening
from gui.tasks import Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.selon"
    create_project(made).close()
    return made


def is_locked(path: Path) -> bool:
    """Whether somebody has the project open for writing."""
    try:
        open_project(path).close()
    except ProjectLocked:
        return True
    return False


def test_a_project_that_is_wanted_stays_open(tasks: Tasks, path: Path) -> None:
    opening = Opening(tasks, lambda: open_project(path))
    project = tasks.project.call(opening.work)
    assert is_locked(path)
    tasks.project.call(project.close)


def test_a_project_that_is_dropped_while_it_is_on_its_way_is_closed_when_it_comes(
    tasks: Tasks, path: Path
) -> None:
    opening = Opening(tasks, lambda: open_project(path))
    coming = tasks.project.submit(opening.work)
    opening.drop()
    assert coming.result().path == path
    tasks.project.call(lambda: None)
    assert not is_locked(path)


def test_at_the_end_of_the_program_it_is_waited_for(tasks: Tasks, path: Path) -> None:
    opening = Opening(tasks, lambda: open_project(path))
    tasks.project.submit(opening.work)
    opening.drop_now()
    opening.drop_now()
    assert not is_locked(path)


def test_dropping_what_never_came_does_no_harm(tasks: Tasks, tmp_path: Path) -> None:
    opening = Opening(tasks, lambda: open_project(tmp_path / "none.selon"))
    coming = tasks.project.submit(opening.work)
    opening.drop_now()
    assert isinstance(coming.exception(), ProjectError)
