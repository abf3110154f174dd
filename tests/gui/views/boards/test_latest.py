"""Only the last that was asked for counts."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotation.errors import AnnotationError
from gui.tasks import Progress, Tasks
from gui.views.boards.latest import Latest


class Heard:
    """What was told."""

    def __init__(self) -> None:
        self.found: list[object] = []

    def take(self, found: object) -> None:
        self.found.append(found)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def receiver() -> QObject:
    return QObject()


def waiting(gate: threading.Event, found: str) -> Callable[[Progress], str]:
    """Work that never looks up, and ends once the gate is open."""

    def work(_progress: Progress) -> str:
        gate.wait(10)
        return found

    return work


def test_what_ends_late_is_not_heard_of(tasks: Tasks, receiver: QObject, qtbot: QtBot) -> None:
    latest, heard, gate = Latest(tasks, receiver), Heard(), threading.Event()
    latest.run(waiting(gate, "first"), heard.take, heard.take)
    latest.run(lambda _progress: "second", heard.take, heard.take)
    qtbot.waitUntil(lambda: bool(heard.found))
    gate.set()
    qtbot.waitUntil(lambda: not tasks.running)
    assert heard.found == ["second"]
    assert not latest.running


def test_what_is_stopped_is_not_heard_of(tasks: Tasks, receiver: QObject, qtbot: QtBot) -> None:
    latest, heard, gate = Latest(tasks, receiver), Heard(), threading.Event()
    latest.run(waiting(gate, "first"), heard.take, heard.take)
    assert latest.running
    latest.stop()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.running)
    assert heard.found == []


def test_a_failure_is_told(tasks: Tasks, receiver: QObject, qtbot: QtBot) -> None:
    latest, heard = Latest(tasks, receiver), Heard()
    error = AnnotationError("no")

    def fail(_progress: Progress) -> None:
        raise error

    latest.run(fail, heard.take, heard.take)
    qtbot.waitUntil(lambda: bool(heard.found))
    assert heard.found == [error]
    assert not latest.running
