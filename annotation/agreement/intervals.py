"""How sure a coefficient is: the interval that remains when other articles had been drawn.

The percentile bootstrap (Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap. New York:
Chapman & Hall, chapter 13), with articles drawn and not records, since those of one article resemble each
other (Field, C. A. & Welsh, A. H. (2007). Bootstrapping clustered data. Journal of the Royal Statistical
Society B 69(3), 369–390).
"""

from collections.abc import Callable, Hashable, Iterator, Mapping

from annotation.measures import Counts

LEVEL = 0.95
DRAWS = 1000
FEWEST = 2
"""With one article there is nothing to draw."""


def interval(
    tally: Mapping[str, Counts], value: Callable[[Counts], float | None], draws: int = DRAWS, seed: int = 1
) -> tuple[float, float] | None:
    """(low, high) of the values of `draws` corpora of as many articles, drawn with replacement.

    `tally` is what a measure counts in each article, `value` how it reads counts. None where there are fewer
    than two articles, or where the value is undefined for more than half of what was drawn.
    """
    if len(tally) < FEWEST or not draws:
        return None
    values = sorted(found for counts in _drawn(tally, draws, seed) if (found := value(counts)) is not None)
    if len(values) * 2 < draws:
        return None
    return _quantile(values, (1 - LEVEL) / 2), _quantile(values, (1 + LEVEL) / 2)


def _drawn(tally: Mapping[str, Counts], draws: int, seed: int) -> Iterator[Counts]:
    """What the measure would count in each corpus drawn."""
    # NumPy is needed here alone, and a project is opened without it.
    import numpy as np  # noqa: PLC0415

    keys: dict[tuple[Hashable, ...], int] = {}
    for article in sorted(tally):
        for key in tally[article]:
            keys.setdefault(key, len(keys))
    counted = np.zeros((len(tally), len(keys)))
    for row, article in enumerate(sorted(tally)):
        for key, number in tally[article].items():
            counted[row, keys[key]] = number
    chance = np.full(len(tally), 1 / len(tally))
    generator = np.random.default_rng(seed)
    for _draw in range(draws):
        sums = generator.multinomial(len(tally), chance) @ counted
        yield dict(zip(keys, sums.tolist(), strict=True))


def _quantile(values: list[float], share: float) -> float:
    """The value below which a share of the sorted values lies, between two of them in proportion."""
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)
