"""The table of formats says of each what reads it back, and finds the records that went out."""

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is an extra")

from annotation.exporters import EXPORTERS
from tests.evaluation.formats import READ, Round, rounds

WHOLE = {"jsonl", "json", "csv", "parquet", "brat", "label-studio", "doccano", "dna", "webannotation", "tei",
         "graphml", "gexf"}  # fmt: skip
"""Some of the formats of which every record that is written is found again as one."""


def test_every_format_has_a_reader() -> None:
    assert set(READ) >= set(EXPORTERS.names)


def test_what_is_written_is_found_again() -> None:
    found = {one.name: one for one in rounds(sorted(WHOLE))}
    assert set(found) == WHOLE
    assert {name: one.back for name, one in found.items()} == {name: one.out for name, one in found.items()}


def test_a_line_tells_what_was_lost_and_what_could_not_be_tried() -> None:
    line = Round("x", "y", 3, None, (("notes", 2),)).row()
    assert line == "| `x` | y | 3 | not installed | 2 × notes |"
    assert Round("x", "y", 3, 3, ()).row().endswith("| 3 | 3 | none |")
