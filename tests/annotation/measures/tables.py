"""Tables of units, written as who said what of each thing."""

from collections.abc import Mapping, Sequence

from annotation.measures import Row, Unit, Units
from annotation.records import Span

Said = tuple[int, int] | tuple[int, int, str]
"""Start, end, and the value where a field is measured."""


def unit(said: Said) -> Unit:
    """One unit of one role."""
    value = said[2] if len(said) == 3 else None
    return Unit(spans={"mention": (Span(said[0], said[1]),)}, value=value)


def table(
    *rows: Mapping[str, Said],
    people: Sequence[str] = ("anna", "ben"),
    feature: str | None = None,
    article: str = "a",
) -> Units:
    """A table of one article on which everyone of `people` worked."""
    return Units(
        layer="entity",
        feature=feature,
        annotators=tuple(people),
        rows=tuple(Row(article=article, units={who: unit(s) for who, s in row.items()}) for row in rows),
        workers={article: frozenset(people)},
        lengths={article: 100},
        words={article: tuple(Span(start, start + 4) for start in range(0, 100, 5))},
    )
