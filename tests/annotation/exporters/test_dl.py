"""UCINET DL is read back by a strict reader of what UCINET's guide says of the format."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotation.exporters._networks.options import NETWORK
from annotation.records import Reader
from tests.annotation.exporters.networks.corpus import corpus, network, square, write
from tests.annotation.exporters.test_graphml import ODD


@dataclass
class Dl:
    rows: list[str]
    columns: list[str]
    cells: dict[tuple[str, str], float]


def read_dl(text: str) -> Dl:
    """What a DL file holds; any line that is out of place is an error."""
    assert text.endswith("\n")
    lines = text.splitlines()
    head = re.fullmatch(
        r"dl (?:n=(\d+)|nr=(\d+), nc=(\d+)), format=(fullmatrix|edgelist1|edgelist2)", lines[0]
    )
    assert head
    one, rows, columns, shape = head.groups()
    assert (shape == "edgelist2") <= (one is None)
    assert (shape == "edgelist1") <= (one is not None)
    height, width = int(one or rows), int(one or columns)
    assert lines[1] == ("labels:" if one else "row labels:")
    row_names = [unquote(line) for line in lines[2 : 2 + height]]
    place, column_names = 2 + height, row_names
    if not one:
        assert lines[place] == "col labels:"
        column_names = [unquote(line) for line in lines[place + 1 : place + 1 + width]]
        place += 1 + width
    assert lines[place] == "data:"
    data = [[float(cell) for cell in line.split(" ") if cell] for line in lines[place + 1 :]]
    if shape == "fullmatrix":
        assert [len(line) for line in data] == [width] * height
        cells = {
            (name, column): weight
            for name, line in zip(row_names, data, strict=True)
            for column, weight in zip(column_names, line, strict=True)
            if weight
        }
    else:
        cells = {
            (row_names[int(row) - 1], column_names[int(column) - 1]): weight for row, column, weight in data
        }
        assert len(cells) == len(data)
    return Dl(row_names, column_names, cells)


def unquote(line: str) -> str:
    assert re.fullmatch(r'"[^"]+"', line)
    return line[1:-1]


def read(reader: Reader, out: Path, **chosen: str) -> Dl:
    (place,) = write("dl", reader, out, **chosen).files
    return read_dl(place.read_text("utf-8"))


@pytest.mark.parametrize("shape", ["fullmatrix", "edgelist"])
@pytest.mark.parametrize("kind", [choice.value for choice in NETWORK.choices])
def test_names_and_weights_come_back(kind: str, shape: str, tmp_path: Path) -> None:
    found, meant = read(ODD, tmp_path / "out", shape=shape, network=kind), network(ODD, network=kind)
    spelt = {name: name.replace('"', "'") for name in (*meant.matrix.rows, *meant.matrix.columns)}
    assert found.rows == [spelt[name] for name in meant.matrix.rows]
    assert found.columns == [spelt[name] for name in meant.matrix.columns]
    assert found.cells == {
        (spelt[one], spelt[other]): weight for (one, other), weight in square(meant).items()
    }


def test_nobody_is_a_network_of_none(tmp_path: Path) -> None:
    for shape in ("fullmatrix", "edgelist"):
        assert read(corpus(), tmp_path / "out.dl", shape=shape) == Dl([], [], {})
