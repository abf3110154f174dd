"""Selon JSONL, and Selon's one JSON document: what the export wrote comes back as it was.

Where the export left texts out, records come to articles of the project that have those texts.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from annotation.i18n import _
from annotation.importers._base import Detached, Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._row import BadRow, Row
from annotation.importers._selon import entity_of, imported_of, is_textless
from annotation.records import Article, Entity

FORMAT = "selon-jsonl/1"
DOCUMENT = "selon-json/1"
ENTITIES_FORMAT = "selon-entities/1"
ENTITIES = "entities.jsonl"
_HEAD = 65_536
"""Bytes in which the first line names its format."""


class JsonlImporter:
    """One article a line; a file `entities.jsonl` beside it, or the document itself, brings the registry."""

    name = "jsonl"
    label = "Selon JSONL"
    extensions = (".jsonl", ".json")
    siblings = (ENTITIES,)

    def recognises(self, file: SourceFile) -> float:
        """Sure when the first line names the format, and nearly so when it is a line of one."""
        first = file.data.lstrip(b"\xef\xbb\xbf \t\r\n")[:_HEAD].split(b"\n")[0]
        if any(f'"{name}"'.encode() in first for name in (FORMAT, ENTITIES_FORMAT, DOCUMENT)):
            return 1.0
        return 0.95 if first.startswith(b"{") and _is_article(first.decode("utf-8", "replace")) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles, and what in them cannot be read with the reason. ImportFailure when there is none."""
        registry, rows = _opened(file)
        read = 0
        for number, parse in rows:
            try:
                row = parse()
                if row.values.get("format") == ENTITIES_FORMAT:
                    yield Skipped(
                        file=file.name, reason=_("It holds canonical names, which come with the articles.")
                    )
                    return
                if is_textless(row):
                    yield _detached(file.name, number, row, registry)
                else:
                    yield from _article(file.name, number, row, () if read else registry)
            except BadRow as error:
                reason = _("Line {n} is not an article ({error}).", n=number, error=error)
                yield Skipped(file=file.name, reason=reason)
                continue
            read += 1
        if not read:
            raise ImportFailure("“{name}” holds no article that can be read.", name=file.name)


def _article(name: str, number: int, row: Row, registry: tuple[Entity, ...]) -> Iterator[Imported | Skipped]:
    """The article of a line, after what of it is left out. Raises BadRow where it is none."""
    article = imported_of(row, registry)
    for what in article.problems:
        reason = _("Something of line {n} was left out ({error}).", n=number, error=what)
        yield Skipped(file=name, reason=reason)
    yield article.imported


def _detached(name: str, number: int, row: Row, registry: tuple[Entity, ...]) -> Detached:
    """The records of a line whose text is left out."""
    id_, title, sha256 = row.text("id"), row.text("title"), row.text("text_sha256")

    def attach(article: Article, text: str) -> Iterator[Imported | Skipped]:
        told = {**row.values, "id": article.id, "title": article.title, "text": text}
        try:
            yield from _article(name, number, Row(told), registry)
        except BadRow as error:
            reason = _("Line {n} is not an article ({error}).", n=number, error=error)
            yield Skipped(file=name, reason=reason)

    reason = _(
        "“{title}” comes without its text, and the project has no article with that text: import the texts "
        "first.",
        title=title or id_,
    )
    return Detached(file=name, reason=reason, article=id_, title=title, text_sha256=sha256, attach=attach)


def _is_article(line: str) -> bool:
    """Whether a line that does not name its format has the keys of an article of Selon."""
    try:
        row = Row.parse(line)
        records = row.rows("annotations")
    except BadRow:
        return False
    ours = "text_sha256" in row.values or any("layer" in record.values for record in records)
    has_text = isinstance(row.values.get("text"), str) or (is_textless(row) and bool(records))
    return ours and has_text and "id" in row.values


def _text(file: SourceFile) -> str:
    try:
        return file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportFailure(
            "“{name}” is not UTF-8 text (byte {place}): save it as UTF-8 and import it again.",
            name=file.name,
            place=error.start,
        ) from error


def _opened(file: SourceFile) -> tuple[tuple[Entity, ...], Iterator[tuple[int, Callable[[], Row]]]]:
    """The registry, and each article by its number, to be parsed when it is its turn."""
    text = _text(file)
    if f'"{DOCUMENT}"' not in text[:_HEAD].split("\n")[0]:
        beside = file.siblings.get(ENTITIES, b"").decode("utf-8-sig", "replace")
        lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
        return tuple(_found(entity_of, beside)), (
            (number, partial(Row.parse, line)) for number, line in lines
        )
    try:
        document = Row.parse(text)
        registry = tuple(map(entity_of, document.rows("entities")))
        articles = document.rows("articles")
    except BadRow as error:
        raise ImportFailure("“{name}” is damaged ({error}).", name=file.name, error=error) from error
    return registry, ((number, partial(_as_it_is, row)) for number, row in enumerate(articles, 1))


def _as_it_is(row: Row) -> Row:
    return row


def _found(make: Callable[[Row], Any], written: str) -> Iterator[Any]:
    """What can be made of the lines; those of which nothing can are passed over."""
    for line in written.split("\n"):
        if line.strip():
            with suppress(BadRow):
                yield make(Row.parse(line))


plug = JsonlImporter()
