"""A file that is left by an error is closed all the same."""

from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is an extra")

from annotation.exporters import ExportFailure
from annotation.exporters._parquet_files import ParquetFile
from annotation.exporters._shapes import Typed


def test_an_error_passes_and_leaves_no_open_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zip"), ParquetFile(tmp_path / "x", [Typed("a", "string")]) as file:
        file.write([["more", "cells"]] * 20_000)
    (tmp_path / "x").unlink()
    assert list(tmp_path.iterdir()) == []


def test_a_value_of_another_kind_than_its_column_is_said_in_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(ExportFailure, match="A value of “flag” does not fit the field"),
        ParquetFile(tmp_path / "x.parquet", [Typed("flag", "bool")], 1) as file,
    ):
        file.write([["perhaps"]])
