"""Work that lasts, as the window shows it: progress, Cancel, and an end in every case."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from gui.shell import Shell
from gui.tasks import Progress, Task, Tasks

T = TypeVar("T")


def run_shown(
    shell: Shell,
    tasks: Tasks,
    title: str,
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    *,
    receiver: QObject,
    stopped: Callable[[], None] = lambda: None,
) -> Task:
    """Do `work` on the free lane, shown as an activity; then call one of `done`, `failed`, `stopped`."""
    activity = shell.begin_activity(title)

    def end_with(result: T) -> None:
        activity.finish()
        done(result)

    def end_badly(error: Exception) -> None:
        activity.finish()
        failed(error)

    def end_early() -> None:
        activity.finish()
        stopped()

    task = tasks.run(
        work,
        end_with,
        end_badly,
        lambda step: activity.advance(step.done, step.total, step.text),
        "free",
        on_cancelled=end_early,
        receiver=receiver,
    )
    activity.cancelled.connect(task.cancel)
    return task
