"""Counting what a project knows and a format has no place for, while its articles are read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotation.exporters._base import Progress
from annotation.exporters._losses import Losses
from annotation.exporters._sheet import Sheet, read_sheets
from annotation.i18n import Message, _
from annotation.records import Annotation, Article, Reader, Status

NOTE, CONFIDENCE, ORIGIN, WHY, BASIS, TIMES = ("note", "confidence", "origin", "why", "basis", "times")
STATUS, MORE, OTHERS = ("status", "more", "others")
"""`more` are fields that the codebook does not have, `others` records of layers that it lacks."""
DECISIONS, REGISTRY = ("decisions", "registry")
RECORD = (NOTE, CONFIDENCE, ORIGIN, WHY, BASIS, TIMES, STATUS, MORE, OTHERS)
"""What is known of a record beside its words, its fields and its annotator."""
ARTICLE = ("outlet", "authors", "published", "section", "page", "url", "source_file", "duplicates",
           "metadata", "tags")  # fmt: skip
"""All that is known of an article beside its id, title, text and language."""
HELD = (*RECORD, *ARTICLE, DECISIONS, REGISTRY)
"""What tables hold."""
HELD_ALONE = (*RECORD, "outlet", "published")
"""What the one wide table holds."""


def further(sheet: Sheet, record: Annotation) -> list[str]:
    """The fields of a record that the codebook does not have; () where it does not have the layer."""
    layer = sheet.book.layer(record)
    return [key for key in record.features if layer.field(key) is None] if layer else []


@dataclass(frozen=True, slots=True)
class _Kind:
    """Something that is known of a record: what it is called, and whether a record has it."""

    name: str
    what: Message
    has: Callable[[Sheet, Annotation], object]


_KINDS = (
    _Kind(NOTE, Message("notes"), lambda sheet, record: record.note),
    _Kind(CONFIDENCE, Message("confidences"), lambda sheet, record: record.confidence is not None),
    _Kind(ORIGIN, Message("origins of records"),
          lambda sheet, record: record.origin not in ("", sheet.book.annotator(record))),
    _Kind(WHY, Message("reasons of suggestions"), lambda sheet, record: record.why),
    _Kind(BASIS, Message("links from records to what they were made from"),
          lambda sheet, record: record.basis),
    _Kind(TIMES, Message("times of records"), lambda sheet, record: record.created or record.updated),
    _Kind(STATUS, Message("statuses"), lambda sheet, record: record.status is not Status.ACCEPTED),
    _Kind(MORE, Message("records with fields that the codebook does not have"), further),
    _Kind(OTHERS, Message("records of layers that the codebook does not have"),
          lambda sheet, record: sheet.book.layer(record) is None),
)  # fmt: skip


def read_and_count(
    reader: Reader, progress: Progress, losses: Losses, holds: Iterable[str]
) -> Iterator[Sheet]:
    """The articles of a reader; what is known and not among `holds` is counted as left out.

    `holds` are names of this module, and of `ARTICLE`.
    """
    held = frozenset(holds)
    kinds = [(str(kind.what), kind.has) for kind in _KINDS if kind.name not in held]
    details = [name for name in ARTICLE if name not in held]
    decisions, more = (
        _("decisions of reviewers"),
        _("articles of which more is known: outlet, authors, date and the like"),
    )
    out, in_part = _("left out"), _("left out in part")
    for sheet in read_sheets(reader, progress):
        for what, has in kinds:
            losses.add(what, out, sum([1 for one in sheet.records if has(sheet, one)]))
        if DECISIONS not in held:
            losses.add(decisions, out, len(sheet.decisions))
        losses.add(more, in_part, _has(sheet.article, details))
        yield sheet
    if REGISTRY not in held:
        known = sum(1 for one in reader.entities() if one.aliases or one.wikidata or one.note)
        losses.add(_("other names, Wikidata ids and notes of the registry"), out, known)


def _has(article: Article, details: Iterable[str]) -> bool:
    return any(getattr(article, name) for name in details)
