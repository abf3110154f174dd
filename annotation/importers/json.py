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
    found: Any = row
    for _step in range(_DEPTH):
        inside = next((found[key] for key in _WRAPPERS if isinstance(found.get(key), list | dict)), None)
        if isinstance(inside, list) and inside and all(isinstance(one, dict) for one in inside):
            if "text" in find_columns(list(found)):
                break
            return [one["_source"] if isinstance(one.get("_source"), dict) else one for one in inside]
        if not isinstance(inside, dict):
            break
        found = inside
    return [row]


def flat(row: Row) -> dict[str, Any]:
    """The object with the keys of small objects in it, such as "source", beside its own as "source.name".

    A key whose object has a name takes that name.
    """
    found: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, Mapping) and value and key in ("meta", "metadata", "fields", "attributes"):
            found.update({str(name): one for name, one in value.items() if name not in row})
        else:
            found[str(key)] = value
    return found


plug = JsonImporter()
