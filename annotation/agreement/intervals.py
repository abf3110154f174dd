"""How sure a coefficient is: the interval that remains when other articles had been drawn.

The percentile bootstrap (Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap. New York:
Chapman & Hall, chapter 13), with articles drawn and not records, since those of one article resemble each
other (Field, C. A. & Welsh, A. H. (2007). Bootstrapping clustered data. Journal of the Royal Statistical
Society B 69(3), 369–390).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from annotation.measures import Counts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEVEL = 0.95
DRAWS = 1000
_BLOCK = 2_048
"""Articles whose counts stand side by side at once, so that a large corpus takes little memory."""
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
    return interval_of(_drawn(tally, draws, seed), value, draws)


def interval_of(
    drawn: Iterable[Counts], value: Callable[[Counts], float | None], draws: int
) -> tuple[float, float] | None:
    """(low, high) of the values of what was counted in so many corpora drawn, as `interval` has them."""
    values = sorted(found for counts in drawn if (found := value(counts)) is not None)
    if len(values) * 2 < draws:
        return None
    return _quantile(values, (1 - LEVEL) / 2), _quantile(values, (1 + LEVEL) / 2)


def _drawn(tally: Mapping[str, Counts], draws: int, seed: int) -> Iterator[Counts]:
    """What the measure would count in each corpus drawn."""
    # NumPy is needed here alone, and a project is opened without it.
    import numpy as np  # noqa: PLC0415

    articles = sorted(tally)
    keys: dict[tuple[Hashable, ...], int] = {}
    for article in articles:
        for key in tally[article]:
            keys.setdefault(key, len(keys))
    times = _times_drawn(len(articles), draws, seed)
    sums = np.zeros((draws, len(keys)))
    for first in range(0, len(articles), _BLOCK):
        some = articles[first : first + _BLOCK]
        counted = np.zeros((len(some), len(keys)))
        for row, article in enumerate(some):
            for key, number in tally[article].items():
                counted[row, keys[key]] = number
        sums += times[:, first : first + _BLOCK].astype(float) @ counted
    for numbers in sums.tolist():
        yield dict(zip(keys, numbers, strict=True))


@lru_cache(maxsize=2)
def _times_drawn(articles: int, draws: int, seed: int) -> "NDArray[np.uint8]":
    """How often each of so many articles is in each corpus drawn: the same corpora for every measure."""
    import numpy as np  # noqa: PLC0415

    generator = np.random.default_rng(seed)
    chance = np.full(articles, 1 / articles)
    return np.stack([generator.multinomial(articles, chance).astype(np.uint8) for _draw in range(draws)])


def _quantile(values: list[float], share: float) -> float:
    """The value below which a share of the sorted values lies, between two of them in proportion."""
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)
