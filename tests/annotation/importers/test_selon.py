"""Entities out of the lines of a registry."""

import pytest

from annotation.importers._row import BadRow, Row
from annotation.importers._selon import entity_of, imported_of
from annotation.records import Entity


def test_an_entity_is_read_whole() -> None:
    values = {"type": "ORG", "wikidata": "Q7184", "note": "n", "created": "2026", "updated": "2027"}
    row = Row({"key": "otan", "name": "OTAN", "aliases": ["NATO"], **values})
    assert entity_of(row) == Entity(id="otan", name="OTAN", aliases=("NATO",), **values)


@pytest.mark.parametrize("values", [{"key": "x"}, {"name": "x"}, {"key": "x", "name": "y", "type": []}])
def test_what_is_no_entity_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(BadRow):
        entity_of(Row(values))


def test_the_registry_comes_with_the_article_that_it_is_given_to() -> None:
    otan = Entity(id="otan", name="OTAN")
    read = imported_of(Row({"id": "a", "text": ""}), (otan,))
    assert read.imported.entities == (otan,)
    assert read.problems == ()
