"""What is read of an article when it is opened; of a long one, stretch by stretch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotation.codebook import Codebook
from annotation.project import ProjectReader, annotations_from
from annotation.records import MACHINE, Annotation, Article, VisibleRecords
from gui.views.marks import marks_of
from gui.widgets.marked_text import Mark, MarkIndex, Positions

LONG = 100_000
"""Code points from which an article is shown before all of its records have been read."""
BEGINNING = 12_000
"""Code points of a long article whose records are read first: more than a window shows."""
STRETCH = 50_000
"""Code points whose records are read at once; in between, others can use the project."""


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
    text, whole = reader.text(article), article.length < LONG
    end = article.length + 1 if whole else BEGINNING
    annotations = read_stretch(reader, article, me, 0, end)
    return make_sheet(article, text, reader.codebook, me, annotations, whole=whole)


def read_stretch(reader: ProjectReader, article: Article, me: str, start: int, end: int) -> list[Annotation]:
    """The records of `me` and of the machine that start in a stretch of an article."""
    return annotations_from(reader, article.id, [me, MACHINE.id], start, end)


def stretches(article: Article) -> list[tuple[int, int]]:
    """The stretches that an article is read in, half open; the last one goes beyond its end."""
    starts = range(0, article.length + 1, STRETCH)
    return [(start, start + STRETCH) for start in starts]


def make_sheet(
    article: Article,
    text: str,
    codebook: Codebook,
    me: str,
    annotations: Iterable[Annotation],
    *,
    whole: bool = True,
) -> Sheet:
    """A sheet of what was read; to be made where twenty thousand records hold nobody up."""
    records = VisibleRecords.of(article.id, me, annotations)
    layers = {layer.id: layer for layer in codebook.layers}
    marks: list[Mark] = []
    drawn: dict[str, list[str]] = {}
    for record in records:
        made = marks_of(record, layers.get(record.layer))
        drawn[record.id] = [mark.id for mark in made]
        marks += made
    return Sheet(article, text, records, MarkIndex(Positions(text), marks), drawn, whole)
