"""The raw table of units: who said what of which thing, one row an annotator, for other programs."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotation.agreement.confusion import written
from annotation.agreement.table import replacing
from annotation.agreement.units import Question
from annotation.measures import Row, Unit, Units

MARKED, NOTHING, UNTOUCHED = "marked", "nothing", "untouched"
"""Who has a record of the thing, who worked on the article and has none, and who did not work on it."""
COLUMNS = ("layer", "field", "article", "unit", "annotator", "state", "record", "spans", "value")


def unit_rows(
    tables: Mapping[Question, Units], names: Mapping[str, str]
) -> Iterator[tuple[str, str, str, int, str, str, str, str, str]]:
    """The rows of several tables under COLUMNS; `names` are those of annotators by id.

    `unit` is the same number for all who are compared on a thing, within a layer and field. Spans are
    `role:start-end` in code points, half open, several parted by a space.
    """
    for (layer, field), units in tables.items():
        for number, row in enumerate(units.rows, 1):
            for who in units.annotators:
                unit = row.units.get(who)
                yield (
                    layer,
                    field or "",
                    row.article,
                    number,
                    names.get(who, who),
                    _state(units, row, who),
                    unit.record if unit else "",
                    _spans(unit) if unit else "",
                    written(unit.value) if unit else "",
                )


def write_units(tables: Mapping[Question, Units], names: Mapping[str, str], path: Path) -> int:
    """Write the table of units as CSV in UTF-8; how many rows there are.

    Raises UnwritableTable, and leaves what was there as it was.
    """
    number = 0
    with replacing(path) as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in unit_rows(tables, names):
            writer.writerow(row)
            number += 1
    return number


def count_units(tables: Mapping[Question, Units]) -> int:
    """How many rows the table of units has."""
    return sum(len(units.rows) * len(units.annotators) for units in tables.values())


def _state(units: Units, row: Row, who: str) -> str:
    if who in row.units:
        return MARKED
    return NOTHING if who in units.workers.get(row.article, ()) else UNTOUCHED


def _spans(unit: Unit) -> str:
    parts: Sequence[str] = [
        f"{role}:{span.start}-{span.end}" for role, spans in unit.spans.items() for span in spans
    ]
    return " ".join(parts)
