"""Values of records as measures compare them: as names, or as numbers on a scale."""

import json
from collections.abc import Iterator, Sequence

from annotation.measures._base import Row
from annotation.records import Json


def name_of(value: Json) -> str:
    """What tells a value from others; a field that is left blank is a value too."""
    if isinstance(value, list):
        value = sorted(value, key=json.dumps)
    return json.dumps(value, sort_keys=True)


def number_of(value: Json) -> float | None:
    """The number that a value is (a number, or a tag called by one); None for any other."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if number - number == 0 else None


def values_of(rows: Sequence[Row], people: Sequence[str]) -> Iterator[list[Json]]:
    """Of each thing, what those of `people` who have a record of it say."""
    for row in rows:
        yield [row.units[who].value for who in people if who in row.units]
