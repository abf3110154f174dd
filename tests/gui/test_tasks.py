import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotation.errors import AnnotationError
from annotation.project.turns import Turn
from gui.tasks import Cancelled, GaveWay, Lane, Progress, Step, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def last_resort(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What reaches the hook for errors that nobody expected."""
    caught: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))
    return caught


class Receiver(QObject):
    """Keeps what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[threading.Thread] = set()

    def hear(self, value: object = None) -> None:
        """Keep a value."""
        self.told.append(value)
        self.threads.add(threading.current_thread())


def test_the_result_arrives_in_the_thread_of_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    ear = Receiver()
    tasks.run(lambda _progress: threading.current_thread().name, ear.hear)
    qtbot.waitUntil(lambda: bool(ear.told))
    assert str(ear.told[0]).startswith("selon-free")
    assert ear.threads == {threading.main_thread()}


def test_every_piece_of_work_for_the_project_is_done_by_one_thread(tasks: Tasks, qtbot: QtBot) -> None:
    ear = Receiver()
    for _ in range(20):
        tasks.run(lambda _progress: threading.get_ident(), ear.hear, lane="project")
    qtbot.waitUntil(lambda: len(ear.told) == 20)
    assert {*ear.told, tasks.project.call(threading.get_ident)} == {ear.told[0]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(numbers=st.lists(st.integers(), max_size=60))
def test_the_project_lane_keeps_the_order(tasks: Tasks, qtbot: QtBot, numbers: list[int]) -> None:
    done: list[int] = []
    told: list[int] = []

    def keep(number: int, _progress: Progress) -> int:
        done.append(number)
        return number

    for number in numbers:
        tasks.run(partial(keep, number), told.append, lane="project")
    qtbot.waitUntil(lambda: len(told) == len(numbers))
    assert done == told == numbers


def test_a_call_waits_for_what_was_given_before(tasks: Tasks) -> None:
    done: list[str] = []
    go = threading.Event()

    def work(_progress: Progress) -> None:
        go.wait(5)
        done.append("first")

    tasks.run(work, lane="project")
    assert not tasks.project.idle
    go.set()
    tasks.project.call(lambda: done.append("second"))
    assert done == ["first", "second"]


def test_a_call_raises_what_the_work_raises(tasks: Tasks) -> None:
    with pytest.raises(ZeroDivisionError):
        tasks.project.call(lambda: 1 // 0)


def test_a_call_from_the_lane_itself_does_not_wait_for_itself(tasks: Tasks) -> None:
    assert tasks.project.call(lambda: tasks.project.call(lambda: 7)) == 7


def test_a_lane_is_idle_again_when_its_work_is_done(tasks: Tasks, qtbot: QtBot) -> None:
    tasks.free.call(lambda: None)
    qtbot.waitUntil(lambda: tasks.free.idle)
    assert tasks.free.idle


def test_progress_arrives_and_the_last_step_is_never_lost(tasks: Tasks, qtbot: QtBot) -> None:
    steps: list[Step] = []
    order: list[str] = []

    def work(progress: Progress) -> None:
        for done in range(1, 10_001):
            progress.report(done, 10_000, "reading")

    tasks.run(work, lambda _none: order.append("done"), on_progress=steps.append)
    qtbot.waitUntil(lambda: order == ["done"])
    assert steps[-1] == Step(10_000, 10_000, "reading")
    assert len(steps) < 10_000
    assert [step.done for step in steps] == sorted(step.done for step in steps)


def test_a_cancelled_task_stops_at_its_next_report_and_is_not_done(tasks: Tasks, qtbot: QtBot) -> None:
    ear, begun = Receiver(), threading.Event()
    stopped: list[str] = []

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.report(1)

    task = tasks.run(work, ear.hear, ear.hear, on_cancelled=lambda: stopped.append("stopped"))
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: stopped == ["stopped"])
    assert (ear.told, task.cancelled, tasks.running) == ([], True, ())


def test_a_task_that_is_cancelled_before_its_turn_never_begins(tasks: Tasks, qtbot: QtBot) -> None:
    go = threading.Event()
    begun: list[int] = []
    stopped: list[int] = []
    tasks.run(lambda _progress: go.wait(5), lane="project")
    waiting = tasks.run(
        lambda _progress: begun.append(1), lane="project", on_cancelled=lambda: stopped.append(1)
    )
    waiting.cancel()
    go.set()
    qtbot.waitUntil(lambda: stopped == [1])
    assert begun == []


def test_work_that_ends_before_it_hears_of_the_cancel_counts_as_done(tasks: Tasks, qtbot: QtBot) -> None:
    go, begun = threading.Event(), threading.Event()
    told: list[str] = []

    def work(_progress: Progress) -> str:
        begun.set()
        go.wait(5)
        return "written"

    task = tasks.run(work, told.append)
    assert begun.wait(5)
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["written"]


def test_work_that_is_dropped_tells_nobody_even_where_it_ends_well(tasks: Tasks, qtbot: QtBot) -> None:
    go, begun = threading.Event(), threading.Event()
    told: list[object] = []

    def work(_progress: Progress) -> str:
        begun.set()
        go.wait(5)
        return "of yesterday"

    task = tasks.run(work, told.append, told.append, on_cancelled=lambda: told.append("cancelled"))
    assert begun.wait(5)
    task.drop()
    go.set()
    qtbot.waitUntil(lambda: tasks.running == ())
    assert told == []


def test_an_expected_error_goes_to_the_handler_alone(
    tasks: Tasks, qtbot: QtBot, last_resort: list[object]
) -> None:
    told: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise AnnotationError("The file is locked.")

    tasks.run(work, on_error=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert ([str(error) for error in told], last_resort) == (["The file is locked."], [])


def test_an_unexpected_error_goes_to_the_last_resort_as_well(
    tasks: Tasks, qtbot: QtBot, last_resort: list[object]
) -> None:
    told: list[Exception] = []
    tasks.run(lambda _progress: 1 // 0, on_error=told.append)
    qtbot.waitUntil(lambda: bool(last_resort))
    assert told == last_resort
    assert isinstance(told[0], ZeroDivisionError)


def test_an_error_that_nobody_asked_for_reaches_the_last_resort(
    tasks: Tasks, qtbot: QtBot, last_resort: list[object]
) -> None:
    def work(_progress: Progress) -> None:
        raise AnnotationError("The file is locked.")

    tasks.run(work)
    qtbot.waitUntil(lambda: bool(last_resort))
    assert isinstance(last_resort[0], AnnotationError)


@pytest.mark.parametrize("bound", [True, False])
def test_nobody_is_called_who_is_gone(tasks: Tasks, qtbot: QtBot, bound: bool) -> None:
    go, ear = threading.Event(), Receiver()
    heard: list[object] = []
    hear: Callable[[object], object] = ear.hear if bound else heard.append
    tasks.run(lambda _progress: go.wait(5), hear, receiver=None if bound else ear)
    with qtbot.waitSignal(ear.destroyed):
        ear.deleteLater()
    go.set()
    qtbot.waitUntil(lambda: tasks.running == ())
    assert (ear.told, heard) == ([], [])


def test_it_is_told_when_work_begins_and_when_all_is_done(tasks: Tasks, qtbot: QtBot) -> None:
    states: list[bool] = []
    tasks.idle_changed.connect(states.append)
    for _ in range(3):
        tasks.run(lambda _progress: None)
    qtbot.waitUntil(lambda: tasks.running == ())
    assert states == [False, True]


def test_a_callback_that_fails_does_not_keep_the_task(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        tasks.run(lambda _progress: 1, lambda _one: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert (caught[0][0], tasks.running) == (ZeroDivisionError, ())


def test_closing_cancels_what_runs_and_leaves_no_thread(qtbot: QtBot) -> None:
    tasks, begun = Tasks(), threading.Event()
    told: list[object] = []

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.report(1)

    tasks.run(work, told.append, told.append)
    for _ in range(5):
        tasks.run(lambda _progress: told.append("late"), lane="project")
    assert begun.wait(5)
    tasks.close()
    assert tasks.running == ()
    assert [thread for thread in threading.enumerate() if thread.name.startswith("selon-")] == []
    assert [one for one in told if one != "late"] == []


def test_a_closed_lane_takes_no_more_work(qtbot: QtBot) -> None:
    lane = Lane("closed", 1)
    lane.close()
    with pytest.raises(RuntimeError):
        lane.call(lambda: 1)
    assert lane.idle


def test_progress_can_look_up_without_reporting() -> None:
    progress = Progress(lambda _step: None)
    progress.check()
    progress.cancel()
    assert progress.cancelled
    with pytest.raises(Cancelled):
        progress.check()


def test_a_call_goes_before_the_rest_of_what_gives_way(tasks: Tasks) -> None:
    begun, answers, turns = threading.Event(), list[str](), list[int]()

    def long(turn: Callable[[], object]) -> str:
        begun.set()
        for number in range(100_000):
            turns.append(number)
            turn()
        return "all of it"

    def ask() -> None:
        try:
            answers.append(tasks.project.call_between(long))
        except GaveWay:
            answers.append("gave way")

    asking = threading.Thread(target=ask)
    asking.start()
    begun.wait()
    assert tasks.project.call(lambda: "first") == "first"
    asking.join()
    assert answers == ["gave way"]
    assert len(turns) < 100_000


def test_what_nobody_disturbs_is_done_to_its_end_and_what_it_kept_is_freed(tasks: Tasks) -> None:
    class Thing:
        pass

    thing = Thing()
    gone = weakref.ref(thing)
    kept = [thing]
    del thing

    def long(turn: Turn) -> str:
        turn.keep([kept.pop()])
        for _number in range(20_000):
            turn()
        return "all of it" if gone() else "freed too early"

    assert tasks.project.call_between(long) == "all of it"
    assert gone() is None
