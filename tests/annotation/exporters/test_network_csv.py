"""Matrices and lists of ties are read back by the standard library."""

import csv
from pathlib import Path

from tests.annotation.exporters.networks.corpus import corpus, network, square, write
from tests.annotation.exporters.test_graphml import ODD


def read(out: Path, delimiter: str = ",", **chosen: str) -> list[list[str]]:
    (place,) = write("network-csv", ODD, out, **chosen).files
    with place.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter=delimiter))


def test_a_matrix_has_names_on_both_sides_and_every_cell(tmp_path: Path) -> None:
    for chosen in (
        {},
        {"network": "actor-conflict"},
        {"network": "actor-actor"},
        {"normalization": "activity"},
    ):
        (_corner, *columns), *rows = read(tmp_path / "out", **chosen)
        cells = {(name, column): float(cell) for name, *line in rows
                 for column, cell in zip(columns, line, strict=True)}  # fmt: skip
        assert len(cells) == len(rows) * len(columns)
        assert {pair: cell for pair, cell in cells.items() if cell} == square(network(ODD, **chosen))


def test_a_list_of_ties_has_a_row_for_each(tmp_path: Path) -> None:
    header, *rows = read(tmp_path / "out.csv", shape="edges", separator="semicolon", delimiter=";")
    assert header == ["source", "target", "weight"]
    assert {(one, other): float(weight) for one, other, weight in rows} == square(network(ODD))


def test_combinations_say_what_they_stand_for(tmp_path: Path) -> None:
    header, *rows = read(tmp_path / "out", shape="edges", qualifier="combine")
    assert header[-1] == "meaning"
    assert ["Bo", "war", "2", "against"] in rows


def test_nodes_without_a_tie_are_reported_where_a_list_cannot_hold_them(tmp_path: Path) -> None:
    report = write("network-csv", ODD, tmp_path / "out", shape="edges", network="actor-congruence")
    assert [(loss.what, loss.count) for loss in report.losses] == [("actors and concepts without a tie", 3)]
    assert not write("network-csv", ODD, tmp_path / "out", network="actor-congruence").losses


def test_nobody_is_a_corner_without_rows(tmp_path: Path) -> None:
    (place,) = write("network-csv", corpus(), tmp_path / "out").files
    assert place.read_text("utf-8").splitlines() == ['""']
