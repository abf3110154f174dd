"""A project on its way into the window: made on the project lane, closed there where nobody wants it."""

from collections.abc import Callable

from annotation.project import Project
from gui.tasks import Tasks


class Opening:
    """Makes a project once; `drop` closes what came of it. Both happen on the project lane, in turn."""

    def __init__(self, tasks: Tasks, make: Callable[[], Project]) -> None:
        self._lane = tasks.project
        self._make = make
        self._made: Project | None = None

    def work(self) -> Project:
        """The project. Raises what making it raises. For the lane."""
        self._made = self._make()
        return self._made

    def drop(self) -> None:
        """Close the project as soon as it is made; returns at once."""
        self._lane.submit(self._close)

    def drop_now(self) -> None:
        """Wait until the project is made, and close it: for the end of the program."""
        self._lane.call(self._close)

    def _close(self) -> None:
        made, self._made = self._made, None
        if made is not None:
            made.close()
