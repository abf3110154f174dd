"""Figures side by side: what several sources say about how many there are of the same thing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from annotation.project.boards.figures import Figure
from annotation.project.boards.parties import Party
from annotation.records.folding import fold_name

Key = tuple[str, str, str, str, str]
_KEPT = 4
"""A word of as many letters or more loses its plural."""


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """What one source says about it."""

    source: Party | None
    """None for the articles themselves."""
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One counted thing and everything that is said about how many there are."""

    key: Key
    counted: str
    """As it is written most often."""
    unit: str
    per: str
    kind: str
    columns: tuple[SourceColumn, ...]
    low: Decimal | None
    """The least number that anybody gives; None where nobody gives a number."""
    high: Decimal | None
    articles: tuple[str, ...]
    """Where the figures are, in the order of their dates."""

    @property
    def figures(self) -> int:
        """How many figures there are."""
        return sum(len(column.figures) for column in self.columns)

    @property
    def spread(self) -> Decimal:
        """How far the largest number is from the least."""
        return self.high - self.low if self.high is not None and self.low is not None else Decimal(0)

    @property
    def ratio(self) -> float | None:
        """How many times the least number the largest is; None where that cannot be said."""
        if self.low is None or self.high is None or self.low <= 0:
            return None
        return float(self.high / self.low)


def compare_figures(
    figures: Iterable[Figure], *, several: bool = True, nameless: bool = False
) -> list[Comparison]:
    """The figures by what they count, with `several` only where more than one source speaks.

    With `nameless` also amounts without a noun, which can be of anything: those of one article alone are
    compared. Those on which most sources speak come first, then those that differ most.
    """
    groups: dict[Key, list[Figure]] = {}
    for figure in figures:
        if figure.counted or (nameless and figure.unit):
            groups.setdefault(key_of(figure), []).append(figure)
    found = [_compared(key, group) for key, group in groups.items()]
    if several:
        found = [one for one in found if len(one.columns) > 1]
    return sorted(found, key=lambda one: (-len(one.columns), -(one.ratio or 1), one.counted.casefold()))


def key_of(figure: Figure) -> Key:
    """What figures that can be compared have in common: the thing, its unit, what it is per, the kind.

    Those that name nothing have their article in common as well.
    """
    article = "" if figure.counted else figure.article
    return singular(figure.counted), figure.unit, figure.per, figure.kind, article


def singular(counted: str) -> str:
    """The folded words of what is counted, without plurals: "Soldats blessés" gives "soldat blesse"."""
    return " ".join(map(_without_plural, fold_name(counted).split()))


def _without_plural(word: str) -> str:
    if len(word) < _KEPT or word.endswith("ss"):
        return word
    if word.endswith("aux"):
        return f"{word[:-3]}al"
    if word.endswith("ies"):
        return f"{word[:-3]}y" if len(word) > _KEPT else word[:-1]
    return word[:-1] if word[-1] in "sx" else word


def bounds(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """The least and the largest number that a figure gives; None where it gives none."""
    texts = [figure.value_min, figure.value_max] if figure.comparator == "range" else [figure.value]
    numbers = [number for text in texts if (number := _number(text)) is not None]
    return (min(numbers), max(numbers)) if numbers else None


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _compared(key: Key, figures: Sequence[Figure]) -> Comparison:
    by_source: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=lambda one: (one.published or "~", one.article)):
        by_source.setdefault(figure.source.key if figure.source else "", []).append(figure)
    ranked = sorted(by_source.values(), key=_rank)
    found = [pair for figure in figures if (pair := bounds(figure))]
    spellings = Counter(figure.counted for figure in figures)
    dates = {figure.article: figure.published or "~" for figure in figures}
    return Comparison(
        key=key,
        counted=min(spellings, key=lambda text: (-spellings[text], text)),
        unit=key[1],
        per=key[2],
        kind=key[3],
        columns=tuple(SourceColumn(group[0].source, tuple(group)) for group in ranked),
        low=min((low for low, _high in found), default=None),
        high=max((high for _low, high in found), default=None),
        articles=tuple(sorted(dates, key=lambda article: (dates[article], article))),
    )


def _rank(figures: Sequence[Figure]) -> tuple[bool, int, Decimal]:
    """Sources before the articles themselves, those with most figures first, then the most modest."""
    return figures[0].source is None, -len(figures), _least(figures)


def _least(figures: Sequence[Figure]) -> Decimal:
    return min((pair[0] for figure in figures if (pair := bounds(figure))), default=Decimal(0))
