"""One act on very many articles: in parts, so that it can be watched and stopped."""

from collections.abc import Callable, Sequence

from annotation.project import Door, Operation

PART = 250
"""Articles in one transaction: few enough for a window to read in between."""
Report = Callable[[int, int], None]
"""Told how many of how many are done; raises to stop."""


def do_in_parts(
    door: Door, make: Callable[[Sequence[str]], Operation], articles: Sequence[str], report: Report
) -> int:
    """Apply what `make` gives for each part of the articles; how many articles were changed.

    What `report` raises stops it between two parts; what was done until then is the caller's to take back.
    """
    changed = 0
    for start in range(0, len(articles), PART):
        report(start, len(articles))
        changed += len(door.apply(make(articles[start : start + PART])).articles)
    report(len(articles), len(articles))
    return changed
