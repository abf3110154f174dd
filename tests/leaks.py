"""What a test leaves running: threads, worker processes, and Qt's threads, timers and animations."""

import gc
import multiprocessing
import threading
import time
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import (
    QAbstractAnimation,
    QCoreApplication,
    QEvent,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
)
from shiboken6 import isValid

GRACE = 2.0
"""Seconds for what was told to stop to come to its end."""

STARTABLE: dict[type[QObject], Callable[[QObject], bool]] = {
    QTimer: lambda timer: isinstance(timer, QTimer) and timer.isActive(),
    QThread: lambda thread: isinstance(thread, QThread) and thread.isRunning(),
    QAbstractAnimation: lambda motion: (
        isinstance(motion, QAbstractAnimation) and motion.state() == QAbstractAnimation.State.Running
    ),
}


class Watch:
    """Remembers what ran when it was made, and what Qt objects were started since."""

    def __init__(self) -> None:
        self.threads = set(threading.enumerate())
        self.processes = set(multiprocessing.active_children())
        self.started: list[weakref.ref[QObject]] = []

    def still_running(self, *, with_qt: bool) -> list[str]:
        """Names of what has not stopped after a time of grace; empty when all is clean."""
        end = time.monotonic() + GRACE
        while (left := list(self._running(with_qt))) and time.monotonic() < end:
            self._let_finish(with_qt)
        return left

    def _running(self, with_qt: bool) -> Iterator[str]:
        yield from (f"thread {t.name}" for t in threading.enumerate() if t not in self.threads)
        yield from (f"process {p.name}" for p in multiprocessing.active_children() if p not in self.processes)
        if with_qt:
            yield from (describe(found) for ref in self.started if (found := ref()) and is_running(found))
            if active := QThreadPool.globalInstance().activeThreadCount():
                yield f"{active} tasks of the global thread pool"

    def _let_finish(self, with_qt: bool) -> None:
        gc.collect()
        if with_qt:
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for thread in set(threading.enumerate()) - self.threads:
            thread.join(0.02)
        threading.Event().wait(0.01)


def keeping_started(monkeypatch: pytest.MonkeyPatch, watch: Watch) -> None:
    """Let `watch` know every timer, thread and animation of Qt that is started from Python."""

    def recorder(kind: type[QObject], name: str) -> Callable[..., object]:
        original = getattr(kind, name)

        def start(self: QObject, *args: object, **named: object) -> object:
            watch.started.append(weakref.ref(self))
            return original(self, *args, **named)

        return start

    for kind in STARTABLE:
        monkeypatch.setattr(kind, "start", recorder(kind, "start"))


def is_running(item: QObject) -> bool:
    """Whether a timer, thread or animation of Qt still exists and runs."""
    return isValid(item) and any(running(item) for running in STARTABLE.values())


def describe(item: QObject) -> str:
    """The kind and name of a Qt object and of what owns it."""
    parent = item.parent()
    owner = f" of {type(parent).__name__}" if parent is not None else ""
    return f"{type(item).__name__} {item.objectName() or 'without a name'}{owner}"
