import pytest

from annotation.importers import ImportFailure, Skipped, SourceFile
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._tables.reading import read_table
from tests.annotation.importers.reading_samples import Found, articles, reasons

FILE = SourceFile(name="file", data=b"")


def read(rows: list[dict[str, object]], names: list[str] | None = None, **choices: dict[str, str]) -> Found:
    file = SourceFile(name="file", data=b"", choices=choices)
    return list(read_table(names or list(rows[0]), rows, "csv", file, Leftovers("file")))


def test_rows_without_a_text_are_reported_together() -> None:
    found = read([{"text": "a"}, {"text": ""}, {"text": None}, {"text": "b"}])
    assert [one.text for one in articles(found)] == ["a", "b"]
    assert reasons(found) == ["2 entries have no text and were left out, the first of them number 2."]


def test_an_id_that_is_there_twice_is_no_id() -> None:
    found = articles(read([{"id": "1", "text": "a"}, {"id": "1", "text": "a"}, {"id": "1", "text": "b"}]))
    assert len({one.article.id for one in found}) == 3


def test_a_chosen_column_is_used() -> None:
    assert [one.text for one in articles(read([{"a": "x y", "b": "z"}], columns={"text": "b"}))] == ["z"]


def test_addresses_without_texts_are_listed_once_each() -> None:
    (found,) = read([{"url": f"https://example.org/{n % 3}", "title": "t"} for n in range(7)])
    assert isinstance(found, Skipped)
    assert found.urls == tuple(f"https://example.org/{n}" for n in range(3))
    assert found.reason == (
        "This is a table of addresses, without the texts of articles (7 rows). The report lists 3 addresses."
    )


def test_a_table_of_something_else_is_refused_with_its_columns() -> None:
    with pytest.raises(ImportFailure, match="“a”, “b”"):
        read([{"a": "1", "b": "2"}])
