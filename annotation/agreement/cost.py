"""How long a measure is going to take, so that nobody waits for it unasked."""

from annotation.measures import Units

_PER_UNIT = 5e-5
"""Seconds that the best alignment of an article takes for a unit."""
_BY_CHANCE, _DRAWS = 2.0, 60
"""How much longer one of chance takes, and how many of them are usually needed."""
WHOLE = frozenset({"gamma", "gamma-cat"})
"""Measures that need all articles at once."""
LARGE = 3_000
"""Articles from which a corpus is counted as it is read, and not held."""


def seconds_of(measure: str, units: Units) -> float:
    """About how many seconds a measure takes for a table; 0 for those that nobody waits for."""
    if measure not in WHOLE:
        return 0.0
    articles = sum(len(people) > 1 for people in units.workers.values())
    return _PER_UNIT * units.total * (1 + _BY_CHANCE * _DRAWS / articles) if articles else 0.0
