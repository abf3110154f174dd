"""Acts in several transactions that are one: where one fails or is stopped, those before are taken back."""

from collections.abc import Callable
from typing import TypeVar

from gui.door import SessionDoor, take_all_back
from gui.tasks import Progress

T = TypeVar("T")


def all_or_nothing(door: SessionDoor, me: str, work: Callable[[], T]) -> T:
    """What `work` gives, which acts through `door`; where it raises, the project is as it was."""
    try:
        return work()
    except BaseException:
        if door.is_open and door.entries:
            for step in take_all_back(door, tuple(door.entries), me, Progress(lambda _step: None)):
                door.tell(step)
        raise
