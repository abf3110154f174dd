"""Rows become tables of whichever library is there, and keep their kinds."""

from collections.abc import Sequence

import pytest

from annotation.exporters import Cell, Column
from annotation.notebooks import NoTables, frames
from annotation.notebooks.frames import make_frame

COLUMNS = [Column("id"), Column("start", int), Column("sure", float), Column("negated", bool)]
ROWS: Sequence[Sequence[Cell]] = [["a", 3, 0.5, True], ["b", None, None, None]]


def test_pandas_keeps_whole_numbers_and_empty_cells() -> None:
    pandas = pytest.importorskip("pandas")
    frame = make_frame(COLUMNS, ROWS, "pandas")
    assert [str(kind) for kind in frame.dtypes][1:] == ["Int64", "float64", "boolean"]
    assert frame["start"][0] == 3
    assert pandas.isna(frame["start"][1])
    assert len(make_frame(COLUMNS, [], "pandas")) == 0


def test_polars_keeps_whole_numbers_and_empty_cells() -> None:
    pytest.importorskip("polars")
    frame = make_frame(COLUMNS, ROWS, "polars")
    assert [str(kind) for kind in frame.dtypes] == ["String", "Int64", "Float64", "Boolean"]
    assert frame.rows() == [("a", 3, 0.5, True), ("b", None, None, None)]
    assert make_frame(COLUMNS, [], "polars").columns == ["id", "start", "sure", "negated"]


class Library:
    """Stands for a library that is not installed here."""

    Int64 = String = Float64 = Boolean = "kind"

    @staticmethod
    def DataFrame(rows: object, **named: object) -> tuple[object, object]:
        return rows, named


def test_the_library_that_is_there_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "find_spec", lambda name: name if name == "polars" else None)
    monkeypatch.setattr(frames, "import_module", lambda _name: Library)
    rows, named = make_frame(COLUMNS, ROWS)
    assert rows == list(ROWS)
    assert named["orient"] == "row"


@pytest.mark.parametrize(
    ("library", "sentence"),
    [
        (None, "Tables need pandas or polars: pip install “selon\\[pandas\\]”"),
        ("polars", "polars is not installed: pip install “selon\\[polars\\]”"),
        ("excel", "of pandas or of polars, not of “excel”"),
    ],
)
def test_what_is_not_installed_is_said_with_what_to_do(
    library: frames.Library | None, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "find_spec", lambda _name: None)
    with pytest.raises(NoTables, match=sentence):
        make_frame(COLUMNS, ROWS, library)
