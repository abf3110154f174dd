"""An article: frozen text and what is known about it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


def digest(text: str) -> str:
    """The SHA-256 of a text's UTF-8 in hexadecimal; lone surrogates are hashed as they are stored."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The frozen text of one or more articles, known by its SHA-256; it is never changed or removed."""

    sha256: str
    text: str

    @classmethod
    def of(cls, text: str) -> "Text":
        """The frozen form of `text`."""
        return cls(sha256=digest(text), text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What is known about an article; its text is stored once per SHA-256 and read through the project."""

    id: str
    title: str
    text_sha256: str
    length: int
    """Code points of the text."""
    lang: str = ""
    """ISO 639-1, or "" where it is not known."""
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date or date and time."""
    section: str | None = None
    page: str | None = None
    url: str | None = None
    source_file: str = ""
    duplicates: str | None = None
    """The group of near-duplicates that the article belongs to."""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    """What the source said that has no field of its own, as JSON."""
    tags: tuple[str, ...] = ()
    """What people sorted the article under, each once, in the order of the alphabet."""
    created: str = ""
    number: int = 0
    """The place in the order of the project, which it keeps for good; 0 until it is stored."""
