"""Work in the background of which only the last that was asked for counts."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from gui.tasks import Progress, Step, Task, Tasks

T = TypeVar("T")


class Latest:
    """Runs one thing at a time for `receiver`: what was begun before is cancelled, and nobody hears of it."""

    def __init__(self, tasks: Tasks, receiver: QObject) -> None:
        self._tasks = tasks
        self._receiver = receiver
        self.task: Task | None = None
        """What goes on now."""

    @property
    def running(self) -> bool:
        """Whether something goes on."""
        return self.task is not None

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        stepped: Callable[[Step], object] | None = None,
    ) -> None:
        """Do `work` on the free lane, then call `done` or `failed`, unless something else was begun since."""
        self.stop()

        def end_with(found: T) -> None:
            self.task = None
            done(found)

        def end_badly(error: Exception) -> None:
            self.task = None
            failed(error)

        self.task = self._tasks.run(work, end_with, end_badly, stepped, receiver=self._receiver)

    def stop(self) -> None:
        """Give up what goes on; nobody hears of it."""
        if self.task is not None:
            self.task.drop()
            self.task = None
