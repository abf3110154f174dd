"""Doccano: texts with spans, relations or categories, as JSON lines, as an array, or pretty-printed."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.gathering import Keys, Occurrences, gather
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark, MarkedText, new_article
from annotation.importers._marking.places import Places
from annotation.importers._marking.records import to_records
from annotation.importers._marking.rows import Row, first_rows, read_rows
from annotation.importers._tables.articles import describe_article
from annotation.records import Span

_TEXTS = ("text", "data")
_SPANS = ("label", "labels", "entities", "annotations")
_LINKS = ("relations",)
_CATEGORIES = ("cats", "categories")


class DoccanoImporter:
    """Spans are [start, end, label] or objects with offsets; a list of words is the article's categories."""

    name = "doccano"
    label = "Doccano"
    extensions = (".jsonl", ".json")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Likely when the first objects have a text and spans or categories as Doccano writes them."""
        return max(map(_likeness, first_rows(file)), default=0.0)

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """One article an object. Raises ImportFailure for a file in which none has a text."""
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        empty = True
        for marked in gather(_texts(file, leftovers)):
            empty = False
            yield to_records(marked, labels, leftovers, self.name)
        if empty:
            raise ImportFailure("“{name}” holds no objects with a text.", name=file.name)
        yield from leftovers


def _likeness(row: Row) -> float:
    if not _text_of(row) or "_input_hash" in row:
        return 0.0
    values = [row[key] for key in _SPANS if isinstance(row.get(key), list)]
    if any(_is_triple(one) or _is_entity(one) for found in values for one in found[:3]):
        return 0.9
    words = any(isinstance(one, str) for found in values for one in found[:1])
    if words or isinstance(row.get("label"), str):
        return 0.65
    return 0.62 if values else 0.0


def _text_of(row: Row) -> str:
    return next((row[key] for key in _TEXTS if isinstance(row.get(key), str) and row[key].strip()), "")


def _is_triple(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 3
        and isinstance(value[0], int)
        and isinstance(value[1], int)
    )


def _is_entity(value: object) -> bool:
    return isinstance(value, dict) and "start_offset" in value and "end_offset" in value


def _texts(file: SourceFile, leftovers: Leftovers) -> Iterator[MarkedText]:
    occurrences = Occurrences()
    for number, row in read_rows(file, leftovers):
        text = _text_of(row)
        if text:
            yield _marked(row, text, leftovers, file, occurrences)
        else:
            leftovers.no_text(number)


def _marked(
    row: Row, text: str, leftovers: Leftovers, file: SourceFile, occurrences: Occurrences
) -> MarkedText:
    person = next(
        (row[key] for key in ("user", "annotator", "username") if isinstance(row.get(key), str)), ""
    )
    article = new_article(
        text, ("doccano", occurrences.number(person, text)), source_file=PurePath(file.name).name
    )
    marks = tuple(_marks(row, Places(text, leftovers), person))
    meta = {key: value for name in ("meta", "metadata") for key, value in _mapping(row.get(name)).items()}
    rest = {key: row[key] for key in row if key not in (*_TEXTS, *_SPANS, *_LINKS, "meta", "metadata", "id")}
    if words := _categories(row):
        rest["labels"] = words
    comments = [
        one for one in row.get("Comments") or row.get("comments") or () if isinstance(one, str | dict)
    ]
    if comments:
        rest["comments"] = comments
    described = describe_article(article, {**meta, **rest})
    return MarkedText(article=described, text=text, marks=marks, links=tuple(_links(row)))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _marks(row: Row, places: Places, person: str) -> Iterator[Mark]:
    keys = Keys()
    for found in (one for name in _SPANS if isinstance(row.get(name), list) for one in row[name]):
        if _is_triple(found):
            start, end, label = found
            own, rest = None, {}
        elif _is_entity(found):
            start, end, label = found["start_offset"], found["end_offset"], found.get("label")
            own = found.get("id")
            rest = {key: found[key] for key in found if key not in _ENTITY_KEYS and found[key] is not None}
        else:
            continue
        span = places.span(start, end)
        if span is not None:
            name = str(label) if label is not None else ""
            key = keys.key(name, [span]) if own is None else f"id {own}"
            yield Mark(
                key=key, label=name, spans=(Span(span.start, span.end),), annotator=person, features=rest
            )


_ENTITY_KEYS = {"start_offset", "end_offset", "label", "id"}


def _links(row: Row) -> Iterator[Link]:
    relations = row.get("relations")
    for found in relations if isinstance(relations, list) else ():
        if isinstance(found, dict):
            yield Link(
                label=str(found.get("type") or found.get("label") or ""),
                source=f"id {found.get('from_id')}",
                target=f"id {found.get('to_id')}",
            )


def _categories(row: Row) -> list[str]:
    """The categories of the whole text."""
    found: list[str] = []
    for name in (*_SPANS, *_CATEGORIES):
        value = row.get(name)
        if isinstance(value, str) and value:
            found.append(value)
        elif isinstance(value, list):
            found += [one for one in value if isinstance(one, str)]
    return found


plug = DoccanoImporter()
