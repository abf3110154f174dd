"""Long work on a project in small turns, between which others may go first."""

from collections.abc import Iterable


class Turn:
    """Called between small pieces of work; this one gives way to nobody.

    Others raise where somebody is to go before the rest of it: then the project is as it was before.
    """

    def __call__(self) -> None:
        """Let others go on, or raise."""

    def keep(self, many: Iterable[object]) -> None:
        """Keep many objects alive until the work is over; to free them at once would hold every thread up."""
