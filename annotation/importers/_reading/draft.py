"""An article while an importer puts it together, and what becomes of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, TypeVar

from lxml import etree

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.cleaning import clean_text
from annotation.records import Article, derived_id, digest

T = TypeVar("T")

_BAD = (ArithmeticError, AnnotationError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
        etree.LxmlError)  # fmt: skip
"""What reading one odd article may raise; the next one is read all the same."""
_TITLE_LENGTH = 200


@dataclass(slots=True, kw_only=True)
class Draft:
    """What an importer knows of an article so far."""

    text: str
    title: str = ""
    own_id: str = ""
    """What the archive calls the article, or the document's name."""
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    section: str | None = None
    page: str | None = None
    url: str | None = None
    lang: str = ""
    own_text: str = ""
    """The text as the file has it, where it was cleaned: the id follows from it."""
    metadata: dict[str, Any] = field(default_factory=dict)
    guessed: list[str] = field(default_factory=list)
    """The fields above that nothing in the file states."""


def imported(draft: Draft, format_: str, file: SourceFile) -> Imported:
    """The article, its id made of what it is: the same export read twice gives the same ids."""
    title, guessed = _title(draft)
    sha256 = digest(draft.text)
    own = (draft.own_id,) if draft.own_id else (draft.outlet or "", draft.published or "", title)
    metadata = {key: value for key, value in draft.metadata.items() if value not in (None, "", [], {})}
    if guessed:
        metadata["guessed"] = guessed
    article = Article(
        id=derived_id(format_, *own, digest(draft.own_text) if draft.own_text else sha256),
        title=title,
        text_sha256=sha256,
        length=len(draft.text),
        lang=draft.lang,
        outlet=draft.outlet or None,
        authors=draft.authors,
        published=draft.published or None,
        section=draft.section or None,
        page=draft.page or None,
        url=draft.url or None,
        source_file=PurePath(file.name).name,
        metadata=metadata,
    )
    return Imported(article=article, text=draft.text)


def _title(draft: Draft) -> tuple[str, list[str]]:
    title = " ".join(draft.title.split())
    if title:
        return title, draft.guessed
    line = next((" ".join(line.split()) for line in draft.text.splitlines() if line.strip()), "")
    short = line if len(line) <= _TITLE_LENGTH else f"{line[:_TITLE_LENGTH].rsplit(' ', 1)[0]} …"
    return short, [*draft.guessed, "title"]


def read_each(
    pieces: Iterable[T], read: Callable[[T], Draft | None], format_: str, file: SourceFile
) -> Iterator[Imported | Skipped]:
    """The articles that `read` makes of the pieces of a file; a piece that fails is left out with the reason.

    A piece of which it makes None is no article. Raises ImportFailure when nothing at all came out.
    """
    count = 0
    for number, piece in enumerate(pieces, 1):
        found = _read_one(number, piece, read, format_, file)
        if found is not None:
            count += 1
            yield found
    if not count:
        raise ImportFailure("“{name}” holds no articles.", name=file.name)


def _read_one(
    number: int, piece: T, read: Callable[[T], Draft | None], format_: str, file: SourceFile
) -> Imported | Skipped | None:
    try:
        draft = read(piece)
    except _BAD as error:
        return Skipped(
            file=file.name, reason=_("Article {n} cannot be read ({error}).", n=number, error=error)
        )
    if draft is None:
        return None
    if not draft.text.strip():
        said = draft.title or draft.own_id or str(number)
        urls = (draft.url,) if draft.url else ()
        return Skipped(file=file.name, reason=_("“{title}” has no text.", title=said), urls=urls)
    return imported(cleaned(draft), format_, file)


def cleaned(draft: Draft) -> Draft:
    """The draft with a text to read; what was taken out of it is kept in its metadata."""
    found = clean_text(draft.text)
    before = draft.metadata.get("boilerplate") or []
    if found.text != draft.text:
        draft.own_text, draft.text = draft.own_text or draft.text, found.text
    if found.removed:
        draft.metadata["boilerplate"] = [*before, *found.removed]
    return draft


def read_one(
    read: Callable[[SourceFile], Draft], format_: str, file: SourceFile
) -> Iterator[Imported | Skipped]:
    """The one article of a document. Raises ImportFailure where it cannot be read or has no text."""
    try:
        draft = read(file)
    except _BAD as error:
        if isinstance(error, ImportFailure):
            raise
        raise ImportFailure("“{name}” cannot be read ({error}).", name=file.name, error=error) from error
    if not draft.text.strip():
        raise ImportFailure("“{name}” holds no text.", name=file.name)
    yield imported(cleaned(draft), format_, file)
