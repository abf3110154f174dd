"""A session in the window's thread, with a project and without."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.tasks import Tasks
from tests.annotation.newsroom import newsroom_file
from tests.gui.session.work import Log

T = TypeVar("T")


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def session(tasks: Tasks) -> Iterator[Session]:
    """A session without a project; Rita annotates."""
    made = Session(tasks, "Rita")
    yield made
    made.close()


@pytest.fixture
def log(session: Session) -> Log:
    return Log(session)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


@pytest.fixture
def opened(session: Session, log: Log, path: Path, qtbot: QtBot) -> Session:
    """The session with the newsroom open."""
    with qtbot.waitSignal(session.opened):
        session.open(path)
    log.told.clear()
    return session
