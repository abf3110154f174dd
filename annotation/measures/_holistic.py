"""What gamma and gamma-cat share: the disorder of what annotators did, beside that of chance.

Chance is what Mathet et al. take for it: each annotator does what one of them did, moved by a random stretch
and round the end of the text. It is drawn `DRAWS` times over the corpus at least, article after article in an
order of chance, and then as often as the mean disorder a unit needs to be known to within `PRECISION`, as
the reference implementation counts it, but no more than `MOST` times. Articles of which nothing was drawn
have the disorder per unit that was drawn of the others. The draws follow from the articles' ids, so that the
same corpus has the same coefficient.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import sqrt
from random import Random
from statistics import fmean, stdev

from annotation.measures._base import Counts, Row, Units
from annotation.measures._disorder import EMPTY, Aligned, Place, best_alignment, disorder, of_places
from annotation.measures._tallied import USED, Tallied, added, used_units
from annotation.measures._values import name_of

DRAWS, MOST = 30, 200
PRECISION = 0.02
"""Half the width of the interval of 95 % of the mean disorder of chance, as a share of it."""
_NORMAL = 1.96
TRIES = 20
OBSERVED, CHANCE = "observed", "chance"
DISORDER, APART, WEIGHT = "disorder", "apart", "weight"
"""The disorder of units, and of categories of aligned units with what they weigh."""

Continuum = tuple[tuple[Place, ...], ...]
"""Each annotator's units in an article."""


class Holistic(Tallied):
    """Subclasses read their coefficient out of the same counts."""

    def tally(self, units: Units) -> dict[str, Counts]:
        """What is observed in each article, and its share of what chance would give."""
        articles = {
            article: (
                _continuum(people, rows, units.feature),
                units.lengths.get(article, 0),
                used_units(rows, people),
            )
            for article, people, rows in units.by_article()
        }
        if not self._fits(units) or not articles:
            return {}
        by_chance = _by_chance({one: found[:2] for one, found in articles.items()}, units.watch)
        mean = added(by_chance.values())
        number = sum(_size(articles[article][0]) for article in by_chance)
        tallied: dict[str, Counts] = {}
        for article, (one, _length, used) in articles.items():
            units.watch()
            chance = by_chance.get(article) or _share(mean, _size(one), number)
            tallied[article] = {USED: used, **_observed(one), **chance}
        return tallied

    def count(self, units: Units, article: str, people: Sequence[str], rows: Sequence[Row]) -> Counts:
        """What is observed in one article alone."""
        return _observed(_continuum(people, rows, units.feature))


def ratio(counts: Counts, what: str, of: str | None = None) -> float | None:
    """1 − observed / chance, each divided by the count `of`; None where chance has none of it."""
    observed, chance = counts.get((OBSERVED, what), 0.0), counts.get((CHANCE, what), 0.0)
    if of is not None:
        weights = counts.get((OBSERVED, of), 0.0), counts.get((CHANCE, of), 0.0)
        if not all(weights):
            return None
        observed, chance = observed / weights[0], chance / weights[1]
    return 1 - observed / chance if chance else None


def _continuum(people: Sequence[str], rows: Sequence[Row], feature: str | None) -> Continuum:
    """Each annotator's units, from the first code point of any role to the last."""
    return tuple(tuple(sorted(_places(rows, who, feature))) for who in people)


def _places(rows: Sequence[Row], who: str, feature: str | None) -> Iterator[Place]:
    for row in rows:
        unit = row.units.get(who)
        spans = [span for found in unit.spans.values() for span in found] if unit else []
        if unit and spans:
            category = name_of(unit.value) if feature is not None else ""
            yield min(span.start for span in spans), max(span.end for span in spans), category


@lru_cache(maxsize=4096)
def _observed(continuum: Continuum) -> Counts:
    return _counted(OBSERVED, best_alignment(continuum))


def _by_chance(
    articles: Mapping[str, tuple[Continuum, int]], watch: Callable[[], object]
) -> dict[str, Counts]:
    """What chance gives in those articles of which it was drawn; the mean of an article's draws.

    `articles` are what was done and the length of the text, in code points.
    """
    order = sorted(article for article, (one, _length) in articles.items() if _size(one))
    Random(order[0] if order else "").shuffle(order)
    drawn: dict[str, list[Counts]] = {}
    ratios: list[float] = []
    while order and not _enough(ratios):
        watch()
        article, time = order[len(ratios) % len(order)], len(ratios) // len(order)
        counts = _drawn(*articles[article], f"{article}/{time}")
        drawn.setdefault(article, []).append(counts)
        ratios.append(counts[CHANCE, DISORDER] / _size(articles[article][0]))
    return {article: _share(added(found), 1, len(found)) for article, found in drawn.items()}


def _enough(ratios: Sequence[float]) -> bool:
    """Whether the mean is known well enough, or as well as it is going to be."""
    if len(ratios) < DRAWS or len(ratios) >= MOST:
        return len(ratios) >= MOST
    return _NORMAL * stdev(ratios) <= PRECISION * fmean(ratios) * sqrt(len(ratios))


@lru_cache(maxsize=4096)
def _drawn(continuum: Continuum, length: int, seed: str) -> Counts:
    return _counted(CHANCE, best_alignment(_moved(continuum, length, Random(seed))))


def _moved(continuum: Continuum, length: int, random: Random) -> Continuum:
    """What one of the annotators did, moved and turned round the end of the text, for each of them.

    No two are moved alike: their moves are a unit's mean length apart at least, where there is room for that.
    """
    end = max([length, *(unit[1] for units in continuum for unit in units)])
    apart = sum(stop - start for units in continuum for start, stop, _said in units) // max(
        1, _size(continuum)
    )
    moves: list[int] = []
    for _annotator in continuum:
        drawn = [random.randrange(end or 1) for _try in range(TRIES)]
        moves.append(next((by for by in drawn if all(abs(by - other) >= apart for other in moves)), drawn[0]))
    return tuple(_turned(random.choice(continuum), by, end) for by in moves)


def _turned(units: Sequence[Place], by: int, end: int) -> tuple[Place, ...]:
    moved = (
        (start + by - (end if start + by >= end else 0), stop - start, said) for start, stop, said in units
    )
    return tuple(sorted((start, start + long, said) for start, long, said in moved))


def _counted(kind: str, alignment: Sequence[Aligned]) -> Counts:
    """The disorder of an alignment, and that of its categories as far as units stand in the same place."""
    found: dict[tuple[Hashable, ...], float] = {(kind, DISORDER): sum(map(disorder, alignment))}
    apart = weights = 0.0
    for aligned in alignment:
        units = [unit for unit in aligned if unit is not None]
        for one, other in combinations(units, 2):
            weight = max(0.0, 1 - of_places(one, other)) / (len(units) - 1)
            weights += weight
            apart += weight * EMPTY * (one[2] != other[2])
    return {**found, (kind, APART): apart, (kind, WEIGHT): weights}


def _size(continuum: Continuum) -> int:
    return sum(map(len, continuum))


def _share(counts: Counts, part: int, whole: int) -> Counts:
    return {key: number * part / whole for key, number in counts.items()} if whole else {}
