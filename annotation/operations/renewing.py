"""Letting the suggestions of many articles follow the choices and decisions of now, batch by batch."""

from collections.abc import Callable, Sequence

from annotation.operations.detection import RenewSuggestions
from annotation.project import Door

_BATCH = 20
"""Articles that are weighed together: a window that shares the project waits no longer than for these."""

Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many; raises to cancel."""


def renew_articles(door: Door, articles: Sequence[str], progress: Progress) -> None:
    """Weigh the suggestions of these articles anew; nothing is read again.

    What was done when `progress` raises to cancel stays.
    """
    progress(0, len(articles))
    for first in range(0, len(articles), _BATCH):
        batch = tuple(articles[first : first + _BATCH])
        door.apply(RenewSuggestions(articles=batch))
        progress(first + len(batch), len(articles))
