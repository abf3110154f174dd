"""Counting what a format cannot hold while it is written."""

from collections import Counter

from annotation.exporters._base import Loss


class Losses:
    """A tally of what a format cannot hold, by what it is and what was done with it."""

    def __init__(self) -> None:
        """Begin with nothing lost."""
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, what: str, done: str, count: int = 1) -> None:
        """Count what the format does not hold; both texts in the user's language."""
        if count:
            self._counts[what, done] += count

    def report(self) -> tuple[Loss, ...]:
        """The losses in the order in which they were first met."""
        return tuple(Loss(what=what, count=count, done=done) for (what, done), count in self._counts.items())
