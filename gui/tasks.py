"""Background work: one thread for the project, a few for the rest, answers in the thread of the window.

The project lane has exactly one thread, on which the project's SQLite connection lives; work on it is done in
the order in which it was given. The free lane is for what needs no project: parsing, writing files, waiting.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from traceback import clear_frames
from typing import Any, Generic, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from annotation.errors import AnnotationError
from annotation.project.turns import Turn

T = TypeVar("T")

FREE_THREADS = 3
_AT_A_STRETCH, _REST = 0.002, 0.0002
"""Seconds that work which gives way goes on, and rests for the sake of other threads."""
_FREED = 500
"""Objects that are freed without a rest."""


class Cancelled(Exception):
    """Raised inside a task at its next report after somebody cancelled it."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a task is: `done` of `total` things (None where nobody knows), and what is being done now."""

    done: int
    total: int | None = None
    text: str = ""


class GaveWay(Exception):
    """Raised inside work that gives way when somebody waits for its lane; nothing of it has been done."""


class Progress:
    """What a task tells how far it is, and learns from that nobody wants it now. Safe from any thread."""

    def __init__(self, tell: Callable[[Step], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def report(self, done: int, total: int | None = None, text: str = "") -> None:
        """Tell how far the task is. Raises Cancelled when it was cancelled."""
        self.check()
        self._tell(Step(done, total, text))

    def check(self) -> None:
        """Go on, or raise Cancelled when the task was cancelled."""
        if self._cancelled.is_set():
            raise Cancelled

    @property
    def cancelled(self) -> bool:
        """Whether somebody cancelled the task."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Let the next report raise Cancelled."""
        self._cancelled.set()


Wait = Callable[[str, Callable[[Progress], T]], T]
"""Does work under a title and gives what it gives, however the one who asked is kept waiting."""


class Lane:
    """Threads that work is given to. `call` waits for the answer, `Tasks.run` does not."""

    def __init__(self, name: str, threads: int) -> None:
        self.name = name
        self._here = threading.local()
        self._waiting = 0
        self._called = 0
        """How many wait for the answer to a call."""
        self._count = threading.Lock()
        self._threads = ThreadPoolExecutor(threads, f"selon-{name}", initializer=self._enter)

    @property
    def idle(self) -> bool:
        """Whether nothing is being done or waits here, so that a call is answered at once."""
        return self._waiting == 0

    def call(self, func: Callable[[], T]) -> T:
        """What `func` gives on this lane, awaited: for reads and commits that take a few milliseconds.

        Work given earlier to a lane of one thread is done first. Raises what `func` raises.
        """
        if getattr(self._here, "inside", False):
            return func()
        with self._count:
            self._called += 1
        try:
            return self.submit(func).result()
        finally:
            with self._count:
                self._called -= 1

    def call_between(self, func: Callable[[Turn], T]) -> T:
        """What `func(turn)` gives on this lane, awaited, unless somebody else calls meanwhile.

        `func` calls `turn` between small pieces of what it does. That lets other threads go on, and raises
        GaveWay once somebody waits for a call: they are not to wait until it is done.
        """
        turn = _GivingWay(lambda: self._called > 0)
        try:
            return self.submit(lambda: func(turn)).result()
        except GaveWay as error:
            clear_frames(error.__traceback__)  # they hold all that was begun
            raise
        finally:
            turn.let_go()

    def submit(self, func: Callable[[], T]) -> "Future[T]":
        """Begin `func` on this lane when its turn comes; gives the standard library's future."""
        with self._count:
            self._waiting += 1
        try:
            future = self._threads.submit(func)
        except RuntimeError:
            self._leave()
            raise
        future.add_done_callback(self._leave)
        return future

    def close(self) -> None:
        """Drop what has not begun, wait for what has, and end the threads."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _enter(self) -> None:
        self._here.inside = True

    def _leave(self, _future: "Future[Any] | None" = None) -> None:
        with self._count:
            self._waiting -= 1


class _GivingWay(Turn):
    """A turn that rests now and then for the sake of other threads, and gives way once somebody waits."""

    def __init__(self, is_wanted: Callable[[], bool]) -> None:
        self._is_wanted = is_wanted
        self._rested = time.monotonic()
        self._kept: list[list[object]] = []

    def __call__(self) -> None:
        if self._is_wanted():
            raise GaveWay
        if time.monotonic() - self._rested > _AT_A_STRETCH:
            self._rest()

    def keep(self, many: Iterable[object]) -> None:
        self._kept.append(list(many))

    def let_go(self) -> None:
        """Free what was kept, bit by bit."""
        for many in self._kept:
            while many:
                del many[-_FREED:]
                self._rest()

    def _rest(self) -> None:
        time.sleep(_REST)  # else Python would let the window's thread wait longer for its turn
        self._rested = time.monotonic()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answers(Generic[T]):
    """Who is told what; a receiver that is gone is told nothing."""

    done: Callable[[T], object] | None
    error: Callable[[Exception], object] | None
    progress: Callable[[Step], object] | None
    cancelled: Callable[[], object] | None
    receiver: QObject | None

    def tell(self, callback: Callable[..., object] | None, *values: object) -> None:
        owners = (self.receiver, getattr(callback, "__self__", None))
        alive = all(shiboken6.isValid(owner) for owner in owners if isinstance(owner, QObject))
        if callback is not None and alive:
            callback(*values)

    def fail(self, error: Exception) -> None:
        self.tell(self.error, error)
        if self.error is None or not isinstance(error, AnnotationError):
            sys.excepthook(type(error), error, error.__traceback__)


_NOBODY: _Answers[Any] = _Answers(
    done=None, error=lambda _error: None, progress=None, cancelled=None, receiver=None
)
"""Who hears of work that is not wanted any more; a fault of the program still reaches its hook."""


class Task(QObject):
    """One piece of background work, as the window's thread sees it."""

    _stepped = Signal()
    _ended = Signal()

    def __init__(self, owner: "Tasks", func: Callable[[Progress], Any], answers: _Answers[Any]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._func = func
        self._answers = answers
        self._progress = Progress(self._keep)
        self._lock = threading.Lock()
        self._step: Step | None = None
        self._outcome: Callable[[_Answers[Any]], None] | None = None
        self._stepped.connect(self._deliver_step, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._deliver_outcome, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """End the work at its next report. Work that ends before it looks up counts as done."""
        self._progress.cancel()

    def drop(self) -> None:
        """Cancel, and tell nobody of it, even where the work ends well: something else is wanted by now."""
        self._answers = _NOBODY
        self.cancel()

    @property
    def cancelled(self) -> bool:
        """Whether the task was asked to end early."""
        return self._progress.cancelled

    def work(self) -> None:
        """Do the work and keep its outcome; a lane calls this in a thread of its own."""
        try:
            self._progress.check()
            result = self._func(self._progress)
        except Cancelled:
            self._outcome = lambda answers: answers.tell(answers.cancelled)
        except Exception as error:  # noqa: BLE001 - every failure has to reach the window
            self._outcome = partial(_Answers.fail, error=error)
        else:
            self._outcome = lambda answers: answers.tell(answers.done, result)
        self._ended.emit()

    def _keep(self, step: Step) -> None:
        """Keep the newest step; wake the window only if it has seen the one before."""
        with self._lock:
            seen, self._step = self._step is None, step
        if seen:
            self._stepped.emit()

    @Slot()
    def _deliver_step(self) -> None:
        with self._lock:
            step, self._step = self._step, None
        if step is not None and not self.cancelled:
            self._answers.tell(self._answers.progress, step)

    @Slot()
    def _deliver_outcome(self) -> None:
        if self._owner.forget(self) and self._outcome is not None:
            self._outcome(self._answers)


class Tasks(QObject):
    """The two lanes, and what runs on them. Made in the window's thread, where every callback arrives.

    `idle_changed(bool)` tells when the first task began or the last one ended.
    """

    idle_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = Lane("project", 1)
        self.free = Lane("free", FREE_THREADS)
        self._running: list[Task] = []

    def run(
        self,
        func: Callable[[Progress], T],
        on_done: Callable[[T], object] | None = None,
        on_error: Callable[[Exception], object] | None = None,
        on_progress: Callable[[Step], object] | None = None,
        lane: Literal["project", "free"] = "free",
        *,
        on_cancelled: Callable[[], object] | None = None,
        receiver: QObject | None = None,
    ) -> Task:
        """Do `func(progress)` on a lane; then call, in this thread, one of `on_done`, `_error`, `_cancelled`.

        Nothing is called once `receiver`, or the QObject whose method a callback is, has been deleted. An
        error that is no AnnotationError also goes to the last-resort hook.
        """
        answers = _Answers(
            done=on_done, error=on_error, progress=on_progress, cancelled=on_cancelled, receiver=receiver
        )
        task = Task(self, func, answers)
        self._running.append(task)
        if len(self._running) == 1:
            self.idle_changed.emit(False)
        (self.project if lane == "project" else self.free).submit(task.work)
        return task

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks that have not ended, in the order in which they were given."""
        return tuple(self._running)

    def forget(self, task: Task) -> bool:
        """Let go of a task that has ended, as the task itself asks; False when it was let go of before."""
        if task not in self._running:
            return False
        self._running.remove(task)
        task.deleteLater()
        if not self._running:
            self.idle_changed.emit(True)
        return True

    def close(self) -> None:
        """Cancel everything, wait for the threads to end, call nobody back; for the end of the program."""
        for task in self._running:
            task.cancel()
        self.free.close()
        self.project.close()
        for task in self._running:
            task.deleteLater()
        self._running.clear()
