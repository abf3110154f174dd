"""What exporters write from: one article after the other with its text, records and what these refer to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotation.codebook import Codebook, Layer, load_codebook
from annotation.exporters._base import Progress
from annotation.fields import Field, kind_of
from annotation.records import (
    Annotation,
    Annotator,
    Article,
    Decision,
    Entity,
    Json,
    Reader,
    Shown,
    SigningReader,
    Span,
    SparingReader,
    quote,
)

GAP = " […] "
"""Stands between the parts of words that are not in one piece."""


@dataclass(frozen=True, slots=True)
class Book:
    """What all articles of an export share."""

    codebook: Codebook
    people: Mapping[str, Annotator]
    """By id."""
    entities: Mapping[str, Entity]
    """The registry by key."""
    layers: Mapping[str, Layer]
    """Those of the codebook by id."""

    @classmethod
    def of(cls, reader: Reader) -> "Book":
        """The codebook, the people and the registry that a reader gives."""
        registry = {entity.id: entity for entity in reader.entities()}
        codebook = load_codebook(reader.codebook_toml)
        return cls(codebook, reader.annotators(), registry, {layer.id: layer for layer in codebook.layers})

    def annotator(self, record: Annotation) -> str:
        """The name of a record's annotator."""
        return self.people[record.annotator].name

    def layer(self, record: Annotation) -> Layer | None:
        """The layer of a record, where the codebook has it."""
        return self.layers.get(record.layer)

    def name(self, key: str) -> str:
        """The canonical name that a key stands for, the key itself where the registry has none."""
        found = self.entities.get(key)
        return found.name if found else key


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article with everything that was chosen of it."""

    book: Book
    article: Article
    text: str
    records: Sequence[Annotation]
    """In the order of their spans."""
    decisions: Sequence[Decision]
    by_id: Mapping[str, Annotation] = field(default_factory=dict)
    """The same records by id."""
    shown: Shown = Shown.WHOLE
    """How much of the text may be read; `text` is covered accordingly."""

    standing: Callable[[Article, Sequence[Span]], str] | None = None
    """What gives signs for words that may not be read."""

    @property
    def whole_text(self) -> str | None:
        """The text, None where it is to be left out."""
        return self.text if self.shown is Shown.WHOLE else None

    @property
    def is_quoted(self) -> bool:
        """Whether the words that records mark may be read."""
        return self.shown is not Shown.NOTHING

    def anchor(self, record: Annotation) -> tuple[Span, ...]:
        """The spans of the first role of a record that has any."""
        layer = self.book.layer(record)
        return record.anchor(layer.anchors if layer else tuple(record.spans))

    def words(self, spans: Sequence[Span]) -> str:
        """What spans hold of the text, in one line of pieces; "" where quotes are left out."""
        return GAP.join(quote(self.text, spans)) if self.is_quoted else ""

    def stand_in(self, spans: Sequence[Span]) -> str:
        """A sign for words that may not be read, the same for the same words; "" where they may."""
        return self.standing(self.article, spans) if self.standing and spans and not self.is_quoted else ""

    def named(self, record: Annotation) -> str:
        """Whom or what a record stands for: its canonical name, else its anchor's words."""
        key = next((key for _field, key in self.book.codebook.entities(record)), None)
        return self.book.name(key) if key else self.words(self.anchor(record))

    def told(self, value: Json, one: Field) -> str:
        """How a value of a field reads where no keys and ids are wanted."""
        if isinstance(value, list):
            return "|".join(self.told(item, one) for item in value)
        kind = kind_of(one)
        for key in kind.entities(value):
            return self.book.name(key)
        for id_ in kind.annotations(value):
            found = self.by_id.get(id_)
            return self.named(found) if found else id_
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, dict):
            return str(value.get("concept", "")) or str(next(iter(value.values()), ""))
        return "" if value is None else str(value)


def read_fields(sheet: Sheet, record: Annotation) -> list[tuple[str, str]]:
    """The names and values of a record's fields for people to read: tags by their names."""
    layer = sheet.book.layer(record)
    values = ((one, record.features.get(one.id)) for one in (layer.fields if layer else ()))
    return [(one.text, _shown(sheet, value, one)) for one, value in values if value is not None]


def _shown(sheet: Sheet, value: Json, one: Field) -> str:
    values = value if isinstance(value, list) else [value]
    tags = [one.tag(item) if isinstance(item, str) else None for item in values]
    named = (tag.text if tag else sheet.told(item, one) for tag, item in zip(tags, values, strict=True))
    return ", ".join(named)


def read_sheets(reader: Reader, progress: Progress) -> Iterator[Sheet]:
    """The articles of a reader, each read when it is its turn; `progress` hears of each."""
    book = Book.of(reader)
    total = reader.count_articles()
    shown = reader.shown if isinstance(reader, SparingReader) else Shown.WHOLE
    standing = reader.stand_in if isinstance(reader, SigningReader) else None
    for done, article in enumerate(reader.articles()):
        progress(done, total)
        records = reader.annotations(article)
        by_id = {record.id: record for record in records}
        text, decisions = reader.text(article), reader.decisions(article)
        yield Sheet(book, article, text, records, decisions, by_id, shown, standing)
    progress(total, total)
