import pytest

from annotation.importers._tables.parquet_rows import column_names, parquet_rows
from tests.annotation.importers.reading_samples import SAMPLES

DATA = (SAMPLES / "parquet/articles.parquet").read_bytes()


def test_rows_are_objects_by_column() -> None:
    assert column_names(DATA) == ["title", "text", "date", "score"]
    assert [row["title"] for row in parquet_rows(DATA)] == ["La gare", "Vide"]


def test_damage_is_a_value_error() -> None:
    with pytest.raises(ValueError, match=r"\w"):
        column_names(b"PAR1" + DATA[10:40] + b"PAR1")
    with pytest.raises(ValueError, match=r"\w"):
        list(parquet_rows(DATA[:100] + b"\x00" * 200 + DATA[300:]))
