import pytest

from annotation.importers._tables.workbook import BROKEN, sheets
from tests.annotation.importers.reading_samples import SAMPLES


def test_sheets_have_names_and_rows_of_values() -> None:
    data = (SAMPLES / "xlsx/articles.xlsx").read_bytes()
    found = {name: [tuple(row) for row in rows] for name, rows in sheets(data)}
    assert list(found) == ["Articles", "Notes"]
    assert found["Articles"][1] == ("Titre", "Texte", "Date", "Journal", "Page")
    assert found["Articles"][2][4] == 3


def test_a_broken_workbook_raises_what_is_named() -> None:
    with pytest.raises(BROKEN):
        list(sheets(b"PK\x03\x04"))
