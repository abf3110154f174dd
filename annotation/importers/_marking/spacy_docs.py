"""The one module of the importers that loads spaCy, which takes a second: imported when a DocBin is read."""

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from annotation.importers._marking.docs import DocSpan, DocText
from annotation.records import Json

_CERTAIN = 0.5


def read_doc_bin(data: bytes) -> Iterator[DocText]:
    """The documents of a DocBin with their entities, groups of spans, categories and user data."""
    for doc in DocBin().from_bytes(data).get_docs(Vocab()):
        spans = [_span(entity, "") for entity in doc.ents]
        spans += [_span(span, group) for group, found in doc.spans.items() for span in found]
        yield DocText(doc.text, tuple(spans), _known(doc))


def _span(span: Span, group: str) -> DocSpan:
    features: dict[str, Json] = {}
    if span.kb_id_:
        features["kb_id"] = span.kb_id_
    if span.id_:
        features["id"] = span.id_
    return DocSpan(span.start_char, span.end_char, span.label_, group, features)


def _known(doc: Doc) -> dict[str, Any]:
    """What the document says of itself: its categories, its user data and its own attributes."""
    known: dict[str, Any] = {}
    if chosen := [label for label, score in doc.cats.items() if score >= _CERTAIN]:
        known["labels"] = chosen
    told: dict[Any, Any] = doc.user_data
    for key, value in told.items():
        name = (
            key[1] if isinstance(key, tuple) and len(key) == 4 and key[0] == "._." and key[2] is None else key
        )
        if isinstance(name, str):
            known[name] = value
    return {
        key: value
        for key, value in known.items()
        if isinstance(value, str | int | float | bool | list | dict)
    }
