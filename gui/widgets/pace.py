"""How fast something goes and how long it will still take, from how far it was when."""

import time
from collections import deque
from collections.abc import Callable

from annotation.i18n import _, ngettext

WINDOW = 12
"""How many of the latest reports the rate is taken from at least."""
SECONDS = 30.0
"""Over how many of the latest seconds it is taken, so that it does not jump."""


class Pace:
    """Fed with how much is done, gives the rate and the time left. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._reports: deque[tuple[float, int]] = deque([(self._began, 0)])

    def report(self, done: int) -> None:
        """Note that `done` things are done now; reports within a quarter of a second replace each other."""
        now = self._clock()
        if len(self._reports) > 1 and now - self._reports[-2][0] < 0.25:
            self._reports.pop()
        self._reports.append((now, done))
        while len(self._reports) > WINDOW and now - self._reports[1][0] > SECONDS:
            self._reports.popleft()

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return self._clock() - self._began

    @property
    def rate(self) -> float | None:
        """Things a second lately; None before anything is known."""
        (then, before), (now, done) = self._reports[0], self._reports[-1]
        return (done - before) / (now - then) if now > then and done > before else None

    def left(self, total: int | None) -> float | None:
        """Seconds until `total` things are done at this rate; None where nobody can know."""
        rate, done = self.rate, self._reports[-1][1]
        return None if rate is None or total is None else max(0.0, (total - done) / rate)


def in_words(seconds: float) -> str:
    """A time still to wait, as roughly as people want to know it."""
    if seconds < 5:
        return _("a few seconds left")
    if seconds < 60:
        return ngettext("about {n} second left", "about {n} seconds left", 5 * round(seconds / 5))
    if seconds < 5400:
        return ngettext("about {n} minute left", "about {n} minutes left", max(1, round(seconds / 60)))
    return ngettext("about {n} hour left", "about {n} hours left", round(seconds / 3600))
