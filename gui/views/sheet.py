"""What is read of an article when it is opened; of a long one, its beginning first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotation.codebook import Codebook
from annotation.project import ProjectReader, RawAnnotation, decode_annotations, raw_annotations
from annotation.records import MACHINE, Article, VisibleRecords
from gui.views.marks import marks_of
from gui.widgets.marked_text import Mark, MarkIndex, Positions

LONG = 40_000
"""Code points from which an article is shown before all of its records have been read."""
BEGINNING = 12_000
"""Code points of a long article whose records are read first: more than a window shows."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with its records as they are to be shown."""

    article: Article
    text: str
    records: VisibleRecords
    index: MarkIndex
    """How the records look, found by place."""
    drawn: Mapping[str, list[str]]
    """{id of a record: ids of its marks}"""
    whole: bool
    """Whether these are all records, not only those of the beginning."""


def read_sheet(reader: ProjectReader, article: Article, me: str) -> Sheet:
    """What `me` works on in an article; of a long one, with the records of its beginning."""
    whole = article.length < LONG
    rows = read_rows(reader, article, me, None if whole else BEGINNING)
    return make_sheet(article, reader.text(article), reader.codebook, me, rows, whole=whole)


def read_rows(
    reader: ProjectReader, article: Article, me: str, end: int | None = None
) -> list[RawAnnotation]:
    """The records of `me` and of the machine in an article, or before `end`, not decoded yet."""
    return raw_annotations(reader, article.id, [me, MACHINE.id], end)


def make_sheet(
    article: Article,
    text: str,
    codebook: Codebook,
    me: str,
    rows: Iterable[RawAnnotation],
    *,
    whole: bool = True,
) -> Sheet:
    """A sheet of what was read; to be made where twenty thousand records hold nobody up."""
    records = VisibleRecords.of(article.id, me, decode_annotations(rows))
    layers = {layer.id: layer for layer in codebook.layers}
    marks: list[Mark] = []
    drawn: dict[str, list[str]] = {}
    for record in records:
        made = marks_of(record, layers.get(record.layer))
        drawn[record.id] = [mark.id for mark in made]
        marks += made
    return Sheet(article, text, records, MarkIndex(Positions(text), marks), drawn, whole)
