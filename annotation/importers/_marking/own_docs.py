"""Documents of spaCy that Selon wrote: its records with their roles, pieces and fields, put together again.

Canonical names are in another file, so fields that name somebody stay out; the words do not.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from annotation.fields import Field
from annotation.importers._marking.docs import DocSpan
from annotation.importers._marking.labels import layer_called
from annotation.importers._marking.mark import Link, Mark
from annotation.importers._marking.places import Places
from annotation.records import Json, Span, Status

OWN = "selon"
"""The custom attribute of documents in which Selon keeps what spans cannot say."""
_POINTING = ("entity", "reference")


def is_own(known: Mapping[str, Any]) -> bool:
    """Whether a document has what Selon adds."""
    return isinstance(known.get(OWN), dict) and isinstance(known[OWN].get("records"), dict)


def read_own_doc(
    spans: tuple[DocSpan, ...], known: Mapping[str, Any], places: Places
) -> tuple[tuple[Mark, ...], tuple[Link, ...]]:
    """The marks of a document's groups of spans, one for each record or role of one, and their links.

    Entities are in a group as well, and are not read twice. A record without words is a mark without spans.
    """
    records: Mapping[str, Any] = known[OWN]["records"]
    pieces: dict[str, list[Span]] = {}
    labels: dict[str, str] = {}
    for one in spans:
        id_ = str(one.features.get("id", ""))
        span = places.span(one.start, one.end) if one.group and id_ in records else None
        if span is not None:
            role = one.group.partition(".")[2]
            key = f"{id_}.{role}" if role else id_
            labels.setdefault(key, one.label)
            pieces.setdefault(key, []).append(span)
    made = [_mark(key, labels[key], tuple(found), records) for key, found in pieces.items()]
    wordless = [id_ for id_ in records if not any(key.partition(".")[0] == id_ for key in pieces)]
    made += [_mark(id_, str(records[id_].get("layer", "")), (), records) for id_ in wordless]
    return tuple(made), tuple(_links(known[OWN].get("links"), pieces))


def _mark(key: str, label: str, spans: tuple[Span, ...], records: Mapping[str, Any]) -> Mark:
    id_, _dot, role = key.partition(".")
    told = records[id_]
    is_hub = label != role
    status = str(told.get("status", ""))
    return Mark(
        key=key,
        label=label,
        spans=spans,
        features=dict(_fields(told, role)) if is_hub else {},
        annotator=str(told.get("annotator", "")),
        status=Status(status) if status in set(Status) else Status.ACCEPTED,
        note=str(told.get("note", "")) if is_hub else "",
    )


def _fields(told: Mapping[str, Any], role: str) -> Iterator[tuple[str, Json]]:
    layer = layer_called(str(told.get("layer", "")))
    fields: Mapping[str, Field] = {one.id: one for one in layer.fields} if layer else {}
    features = told.get("features")
    for key, value in features.items() if isinstance(features, dict) else ():
        is_concept = isinstance(value, dict) and "concept" in value
        if is_concept or key not in fields or fields[key].kind not in _POINTING:
            yield key, list(value) if isinstance(value, tuple) else value
    if role:
        yield "role", role


def _links(written: Any, pieces: Mapping[str, Any]) -> Iterator[Link]:
    for one in written if isinstance(written, list | tuple) else ():
        label, source, target = (str(part) for part in one)
        if source in pieces and target in pieces:
            yield Link(label=label, source=source, target=target)
