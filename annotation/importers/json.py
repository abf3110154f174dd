"""JSON of articles: an array, lines or single objects, such as news-please and scrapers write them."""

from collections.abc import Iterator, Mapping
from typing import Any

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.rows import Row, first_rows, read_rows
from annotation.importers._tables.columns import find_columns
from annotation.importers._tables.reading import read_table

_WRAPPERS = (
    "articles",
    "docs",
    "documents",
    "results",
    "items",
    "data",
    "hits",
    "stories",
    "response",
    "news",
)
_INNER = ("article", "document", "doc", "story", "item", "_source", "data")
"""What a row may be called in itself."""
_KEYED = 20
"""Entries of an object that are looked at."""
_DEPTH = 3
_SAMPLE = 500
"""Objects whose keys are looked at."""


class JsonImporter:
    """Keys are found by their names in several languages, or chosen; what no field takes is metadata."""

    name = "json"
    label = "JSON of articles"
    extensions = (".json", ".jsonl", ".ndjson")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Likely when the first objects have a key for a text or a title."""
        rows = [flat(one) for row in first_rows(file) for one in opened(row)[:1]]
        if not rows:
            return 0.3 if file.name.lower().endswith(self.extensions) and _is_json(file) else 0.0
        columns = [find_columns(list(row), [row]) for row in rows]
        if any("text" in one for one in columns):
            return 0.6
        return 0.55 if any("title" in one or "url" in one for one in columns) else 0.35

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for a file without objects, or in which none has a text."""
        leftovers = Leftovers(file.name)
        rows = [flat(one) for _number, row in read_rows(file, leftovers) for one in opened(row)]
        names = list(dict.fromkeys(name for row in rows[:_SAMPLE] for name in row))
        yield from read_table(names, rows, self.name, file, leftovers)


def _is_json(file: SourceFile) -> bool:
    return file.data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def opened(row: Row) -> list[Row]:
    """The articles in an object that wraps a list of them, as the answers of interfaces do; else itself."""
    if articles := _keyed(row):
        return articles
    found: Any = row
    for _step in range(_DEPTH):
        inside = next((found[key] for key in _WRAPPERS if isinstance(found.get(key), list | dict)), None)
        inside = _listed(found) if inside is None else inside
        if isinstance(inside, list) and inside and all(isinstance(one, dict) for one in inside):
            if "text" in find_columns(list(found)):
                break
            return [one["_source"] if isinstance(one.get("_source"), dict) else one for one in inside]
        if not isinstance(inside, dict):
            break
        found = inside
    return [row]


def _keyed(row: Row) -> list[Row]:
    """The articles of an object that holds each under its number or address; none for any other object."""
    values = list(row.values())
    if not values or not all(isinstance(value, dict) and value for value in values):
        return []
    texts = ["text" in find_columns(list(value), [value]) for value in values[:_KEYED]]
    alike = len(values) > 1 and len({frozenset(value) for value in values[:_KEYED]}) <= 2
    return [{"id": key, **value} for key, value in row.items()] if all(texts) and alike else []


def _listed(row: Row) -> list[Row] | None:
    """The one list of an object whose entries have texts, whatever it is called; None where there is none."""
    lists = [value for value in row.values() if isinstance(value, list) and value]
    rows = [one for one in lists if isinstance(one[0], dict)]
    fitting = [one for one in rows if "text" in find_columns(list(one[0]), one[:1])]
    return fitting[0] if len(fitting) == 1 and "text" not in find_columns(list(row), [row]) else None


def flat(row: Row) -> dict[str, Any]:
    """The object with the keys of small objects in it, such as "source", beside its own as "source.name".

    A key whose object has a name takes that name. An article that is an object in it stands for the whole.
    """
    found: dict[str, Any] = {}
    inner = next((row[key] for key in _INNER if isinstance(row.get(key), Mapping)), None)
    if inner and "text" in find_columns(list(inner), [inner]):
        row = {**{key: value for key, value in row.items() if value is not inner}, **inner}
    for key, value in row.items():
        if isinstance(value, Mapping) and value and key in ("meta", "metadata", "fields", "attributes"):
            found.update({str(name): one for name, one in value.items() if name not in row})
        else:
            found[str(key)] = value
    return found


plug = JsonImporter()
