"""Tables that boards write."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import OperationError
from annotation.operations.boards.sheets import Cell, replaced, safe, write_table


def test_a_table_is_written_for_spreadsheets(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    assert write_table(path, ["Qui", "=n"], [["Élu, e", 3], ["-5", None], ["a\nb", 1.5]]) == 3
    assert path.read_bytes() == (
        b"\xef\xbb\xbf" + 'Qui,\'=n\r\n"Élu, e",3\r\n\'-5,\r\n"a\nb",1.5\r\n'.encode()
    )
    assert [found.name for found in tmp_path.iterdir()] == ["t.csv"]


@pytest.mark.parametrize(
    ("cell", "found"),
    [("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"), ("a=1", "a=1"), (-1, -1)],
)
def test_no_cell_is_taken_for_a_formula(cell: Cell, found: Cell) -> None:
    assert safe(cell) == found


def test_what_was_there_stays_where_the_rows_fail(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("old", "utf-8")

    def rows() -> Iterator[list[Cell]]:
        yield ["a"]
        raise InterruptedError

    with pytest.raises((InterruptedError, OperationError)):
        write_table(path, ["h"], rows())
    assert path.read_text("utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["t.csv"]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with (
        pytest.raises(OperationError, match="cannot be written"),
        replaced(tmp_path / "no" / "t.csv"),
    ):
        pytest.fail("there is no such folder")
