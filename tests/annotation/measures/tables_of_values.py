"""Tables of values: who said what of each thing, all of them in the same place."""

from collections.abc import Sequence

from annotation.measures import Row, Unit, Units
from annotation.records import Json, Span

LONG = 10


def values(*columns: Sequence[Json], missing: Json = ".") -> Units:
    """Each annotator's values of the same things, as the books print them; `missing` is no record."""
    people = [f"coder{number}" for number in range(len(columns))]
    rows = [
        Row(
            article="a",
            units={
                who: Unit(spans={"mention": (Span(at * LONG, at * LONG + 5),)}, value=column[at])
                for who, column in zip(people, columns, strict=True)
                if column[at] != missing
            },
        )
        for at in range(len(columns[0]))
    ]
    return Units(
        layer="entity",
        feature="type",
        annotators=tuple(people),
        rows=tuple(rows),
        workers={"a": frozenset(people)},
        lengths={"a": len(columns[0]) * LONG},
    )
