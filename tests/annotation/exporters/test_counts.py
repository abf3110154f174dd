"""What is counted of an export is what it holds."""

from annotation.codebook import load_codebook
from annotation.exporters._counts import Counts
from annotation.exporters._sheet import read_sheets
from tests.contracts.shelf import full_shelf


def counted() -> Counts:
    shelf = full_shelf()
    counts = Counts(load_codebook(shelf.codebook_toml))
    for sheet in read_sheets(shelf, lambda *now: None):
        counts.add(sheet)
    return counts


def test_records_are_counted_by_layer_person_and_value() -> None:
    counts = counted()
    assert (counts.articles, counts.records) == (5, 9)
    assert counts.layers == {"entity": 5, "figure": 1, "source": 1, "stance": 2}
    assert counts.people == {"Clara": 9}
    assert counts.statuses == {"edited": 9}
    assert counts.values["entity", "type"] == {"PER": 3, "MISC": 1}


def test_articles_are_counted_by_language_outlet_and_their_first_and_last_day() -> None:
    counts = counted()
    assert counts.languages == {"fr": 1, "": 4}
    assert counts.outlets == {"Le Quotidien": 1, "": 4}
    assert counts.days == ["2026-03-01", "2026-03-01"]
