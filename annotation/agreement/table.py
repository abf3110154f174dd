"""Coefficients as a table: one row a finding, with names of people, for programs and spreadsheets."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from annotation.agreement.survey import Finding
from annotation.errors import AnnotationError

COLUMNS = ("layer", "field", "measure", "annotators", "value", "low", "high", "used", "total", "note")


class UnwritableTable(AnnotationError):
    """The table of coefficients cannot be written; what was there is untouched."""


def row_of(finding: Finding, names: Mapping[str, str]) -> dict[str, Any]:
    """A finding under the keys of the command line's JSON; `names` are those of annotators by id."""
    return {
        "layer": finding.layer,
        "field": finding.field,
        "measure": finding.measure.replace("-", "_"),
        "annotators": [names.get(id_, id_) for id_ in finding.annotators],
        "value": finding.value,
        "low": finding.low,
        "high": finding.high,
        "used": finding.used,
        "total": finding.total,
        "note": str(finding.note) if finding.note else "",
    }


def write_csv(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write rows as CSV in UTF-8; several annotators are parted by "; ".

    Raises UnwritableTable, and leaves what was there as it was.
    """
    with replacing(path) as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({**row, "annotators": "; ".join(row["annotators"])} for row in rows)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A file to write a table to, in UTF-8, which takes the place of `path` once all is written.

    Raises UnwritableTable, and leaves what was there as it was.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            yield file
        beside.replace(path)
    except OSError as error:
        raise UnwritableTable("“{path}” cannot be written ({reason}): choose another place.",
                              path=path, reason=error.strerror) from error  # fmt: skip
    finally:
        beside.unlink(missing_ok=True)


def lines_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The rows as people read them in a terminal, in columns; an undefined value says why."""
    table = [("layer", "field", "measure", "value", "95 %", "used", "who")]
    notes: list[str] = []
    for row in rows:
        ends = f"{row['low']:.3f} … {row['high']:.3f}" if row["low"] is not None else ""
        value = f"{row['value']:.3f}" if row["value"] is not None else "–"
        used = f"{row['used']}/{row['total']}"
        who = ", ".join(row["annotators"])
        table.append((row["layer"], row["field"] or "", row["measure"], value, ends, used, who))
        notes.append(row["note"])
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
    shown = ["  ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)) for line in table]
    told = [f"  ({note})" if note else "" for note in ("", *notes)]
    return [line.rstrip() + why for line, why in zip(shown, told, strict=True)]
