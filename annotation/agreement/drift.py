"""How agreement changes while people work: a coefficient over parts of the articles, one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotation.agreement.intervals import interval
from annotation.measures import Coefficient, Measure, Units

PARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One part of the articles."""

    first: str
    last: str
    """When work on its first and last article ended, ISO 8601."""
    articles: int
    coefficient: Coefficient
    low: float | None = None
    high: float | None = None
    """The ends of the interval; None where none was asked for, or there is none."""
    ids: frozenset[str] = frozenset()
    """The articles."""


def drift(
    units: Units, measure: Measure, ended: Mapping[str, str], parts: int = PARTS, draws: int = 0
) -> list[Moment]:
    """The coefficient of so many parts of equal size, in the order in which articles were finished.

    `ended` says when work on each article ended. Fewer articles than parts make a part each. `draws` is how
    many corpora are drawn for an interval.
    """
    articles = sorted((article for article, people in units.workers.items() if len(people) > 1),
                      key=lambda article: (ended.get(article, ""), article))  # fmt: skip
    return [_moment(units, measure, part, ended, draws) for part in _parted(articles, parts) if part]


def _parted(articles: Sequence[str], parts: int) -> list[Sequence[str]]:
    edges = [round(len(articles) * number / parts) for number in range(parts + 1)]
    return [articles[start:end] for start, end in pairwise(edges)]


def _moment(
    units: Units, measure: Measure, articles: Sequence[str], ended: Mapping[str, str], draws: int
) -> Moment:
    chosen = set(articles)
    part = replace(
        units,
        rows=tuple(row for row in units.rows if row.article in chosen),
        workers={article: units.workers[article] for article in articles},
    )
    times = sorted(ended.get(article, "") for article in articles)
    tally = measure.tally(part)
    coefficient = measure.conclude(part, tally)
    ends = interval(tally, measure.value, draws) if coefficient.value is not None else None
    return Moment(
        first=times[0],
        last=times[-1],
        articles=len(articles),
        coefficient=coefficient,
        low=ends[0] if ends else None,
        high=ends[1] if ends else None,
        ids=frozenset(articles),
    )
