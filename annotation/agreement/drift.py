"""How agreement changes while people work: a coefficient over parts of the articles, one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

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


def drift(units: Units, measure: Measure, ended: Mapping[str, str], parts: int = PARTS) -> list[Moment]:
    """The coefficient of so many parts of equal size, in the order in which articles were finished.

    `ended` says when work on each article ended. Fewer articles than parts make a part each.
    """
    articles = sorted((article for article, people in units.workers.items() if len(people) > 1),
                      key=lambda article: (ended.get(article, ""), article))  # fmt: skip
    return [_moment(units, measure, part, ended) for part in _parted(articles, parts) if part]


def _parted(articles: Sequence[str], parts: int) -> list[Sequence[str]]:
    edges = [round(len(articles) * number / parts) for number in range(parts + 1)]
    return [articles[start:end] for start, end in pairwise(edges)]


def _moment(units: Units, measure: Measure, articles: Sequence[str], ended: Mapping[str, str]) -> Moment:
    chosen = set(articles)
    part = replace(
        units,
        rows=tuple(row for row in units.rows if row.article in chosen),
        workers={article: units.workers[article] for article in articles},
    )
    times = sorted(ended.get(article, "") for article in articles)
    return Moment(first=times[0], last=times[-1], articles=len(articles), coefficient=measure.compute(part))
