"""Work that lasts is shown while it lasts, and has exactly one end."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotation.errors import AnnotationError
from gui.background import Ends, run_shown
from gui.shell import Shell
from gui.tasks import Progress, Tasks
from gui.widgets.activity import Activity


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


class Stage:
    """Runs work in a window and notes how it ends."""

    def __init__(self, shell: Shell, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shell, self.tasks = shell, tasks
        self.ended: list[object] = []
        self.begun: list[Activity] = []
        self.receiver: QObject | None = QObject()
        begin = shell.begin_activity

        def begin_and_keep(title: str) -> Activity:
            self.begun.append(begin(title))
            return self.begun[-1]

        monkeypatch.setattr(shell, "begin_activity", begin_and_keep)

    def run(self, work: Callable[[Progress], str]) -> None:
        assert self.receiver is not None
        ends: Ends[str] = Ends(
            done=self.ended.append,
            failed=lambda error: self.ended.append(str(error)),
            stopped=lambda: self.ended.append("stopped"),
            hasten=lambda: self.ended.append("hastened"),
        )
        run_shown(self.shell, self.tasks, "Reading", work, ends, self.receiver)

    @property
    def line(self) -> tuple[float, float]:
        return self.shell._line.span


@pytest.fixture
def stage(shell: Shell, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(shell, tasks, monkeypatch)


def test_the_result_is_handed_over_and_nothing_is_shown_any_more(stage: Stage, qtbot: QtBot) -> None:
    stage.run(lambda _progress: "42")
    assert stage.begun[0].title == "Reading"
    qtbot.waitUntil(lambda: bool(stage.ended))
    assert (stage.ended, stage.line) == (["42"], (0, 0))


def test_how_far_it_is_is_shown(stage: Stage, qtbot: QtBot) -> None:
    may_go_on = threading.Event()

    def work(progress: Progress) -> str:
        progress.report(1, 4)
        may_go_on.wait(20)
        return "done"

    stage.run(work)
    qtbot.waitUntil(lambda: stage.line == (0, 0.25))
    may_go_on.set()
    qtbot.waitUntil(lambda: stage.ended == ["done"])


def test_a_failure_is_handed_over_and_nothing_is_shown_any_more(stage: Stage, qtbot: QtBot) -> None:
    def fail(_progress: Progress) -> str:
        raise AnnotationError("No.")

    stage.run(fail)
    qtbot.waitUntil(lambda: bool(stage.ended))
    assert (stage.ended, stage.line) == (["No."], (0, 0))


def test_when_a_person_cancels_it_is_hastened_and_ends_as_stopped(stage: Stage, qtbot: QtBot) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        begun.set()
        may_go_on.wait(20)
        progress.report(1)
        return "too late"

    stage.run(work)
    assert begun.wait(20)
    stage.begun[0].cancelled.emit()
    may_go_on.set()
    qtbot.waitUntil(lambda: len(stage.ended) == 2)
    assert (stage.ended, stage.line) == (["hastened", "stopped"], (0, 0))


def test_nobody_is_told_once_who_asked_is_gone(stage: Stage, qtbot: QtBot) -> None:
    may_go_on = threading.Event()
    stage.run(lambda _progress: str(may_go_on.wait(20)))
    stage.receiver.deleteLater()  # type: ignore[union-attr]
    stage.receiver = None
    qtbot.waitUntil(lambda: True)
    may_go_on.set()
    qtbot.waitUntil(lambda: not stage.tasks.running)
    assert stage.ended == []
