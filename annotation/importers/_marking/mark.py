"""The neutral form of an annotated text, as the file has it, before its labels mean anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from annotation.records import Annotator, Article, Entity, Json, Span, Status, derived_id, digest

TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One annotation of the file. Spans are code points of the text as it is imported."""

    key: str
    """What tells it from the others of the same text."""
    label: str
    spans: tuple[Span, ...] = ()
    group: str = ""
    """The layer or type that the label belongs to in the file, such as "NamedEntity"."""
    features: Mapping[str, Json] = field(default_factory=dict)
    annotator: str = ""
    """A name; "" for whoever the format stands for."""
    status: Status = Status.ACCEPTED
    origin: str = ""
    confidence: float | None = None
    note: str = ""
    why: str = ""
    created: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation of the file between two marks, named by their keys."""

    label: str
    source: str
    target: str
    features: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """An article with its marks and links."""

    article: Article
    text: str
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    people: Mapping[str, Annotator] = field(default_factory=dict)
    """Annotators by the name in marks, where they are more than that name."""
    entities: tuple[Entity, ...] = ()


def new_article(
    text: str,
    key: tuple[str, ...],
    title: str = "",
    source_file: str = "",
    metadata: Mapping[str, Any] | None = None,
) -> Article:
    """The article of a text; `key` and the text make its id, so that importing twice gives the same one.

    Without a title it is the first line, which the metadata count among what is guessed.
    """
    sha256 = digest(text)
    known = dict(metadata or {})
    if not title.strip():
        known["guessed"] = ["title"]
    return Article(
        id=derived_id(*key, sha256),
        title=" ".join(title.split()) or guess_title(text),
        text_sha256=sha256,
        length=len(text),
        source_file=source_file,
        metadata=known,
    )


def guess_title(text: str) -> str:
    """The first line that is not empty, cut at a word where it is longer than a headline."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(first) <= TITLE_LENGTH:
        return first
    cut = first[:TITLE_LENGTH]
    return (cut.rpartition(" ")[0] or cut) + "…"
