"""Work that lasts, as the window shows it: progress, Cancel, and an end in every case."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from gui.tasks import Progress, Task, Tasks
from gui.widgets.activity import Activity
from gui.widgets.message_bar import MessageBar

T = TypeVar("T")


def nothing() -> None:
    """Nothing at all."""


class Front(Protocol):
    """Where people see what goes on: a window, or all windows on a project as if they were one."""

    @property
    def messages(self) -> MessageBar:
        """Where it is said what came of it."""

    def begin_activity(self, title: str) -> Activity:
        """Show that something goes on."""

    def set_conditions(self, source: str, conditions: AbstractSet[str]) -> None:
        """Let the conditions of actions that `source` vouches for be these and no others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends(Generic[T]):
    """The ways in which work ends, one of which is called: `done`, `failed`, or `stopped` by a person.

    `hasten` is called as soon as a person cancels; the task itself ends at its next report.
    """

    done: Callable[[T], object]
    failed: Callable[[Exception], object]
    stopped: Callable[[], object] = nothing
    hasten: Callable[[], object] = nothing


def run_shown(
    front: Front, tasks: Tasks, title: str, work: Callable[[Progress], T], ends: Ends[T], receiver: QObject
) -> Task:
    """Do `work` on the free lane, shown as an activity, as long as `receiver` is there."""
    activity = front.begin_activity(title)

    def end_with(result: T) -> None:
        activity.finish()
        ends.done(result)

    def end_badly(error: Exception) -> None:
        activity.finish()
        ends.failed(error)

    def end_early() -> None:
        activity.finish()
        ends.stopped()

    def cancel() -> None:
        task.cancel()
        ends.hasten()

    task = tasks.run(
        work,
        end_with,
        end_badly,
        lambda step: activity.advance(step.done, step.total, step.text),
        "free",
        on_cancelled=end_early,
        receiver=receiver,
    )
    activity.cancelled.connect(cancel)
    return task
