"""The names of an article: mentions that mean the same, gathered under one name to pick."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotation.codebook import Codebook, Layer, speaker_field
from annotation.entities.index import EntityIndex
from annotation.fields import Field
from annotation.records import Annotation, Json, Span, fold_name, quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Somebody or something that an article names, with its mentions in reading order."""

    text: str
    """The canonical name, or the commonest spelling in the article."""
    entity: str | None = None
    """The key in the registry; None where no mention is linked to it."""
    mentions: tuple[Annotation, ...] = ()
    spans: tuple[Span, ...] = ()
    """The first words of each mention that name it, in the same order."""
    spellings: tuple[str, ...] = ()
    """How the article writes it, the commonest first."""

    @property
    def key(self) -> str:
        """What tells names apart: the entity's key, or the folded spelling."""
        return self.entity or f"~{fold_name(self.text)}"

    def mention_near(self, offset: int) -> Annotation:
        """The mention that begins nearest to a code point, of two as near the one before it."""
        return self.mentions[self._place_near(offset)]

    def span_near(self, offset: int) -> Span:
        """The words of that mention."""
        return self.spans[self._place_near(offset)]

    def between(self, start: int, end: int) -> Sequence[Span]:
        """The words of the mentions that begin between two code points."""
        first = bisect_left(self.spans, start, key=_start)
        return self.spans[first : bisect_right(self.spans, end, key=_start)]

    def _place_near(self, offset: int) -> int:
        after = bisect_right(self.spans, offset, key=_start)
        near = (place for place in (after - 1, after) if 0 <= place < len(self.spans))
        return min(near, key=lambda place: abs(self.spans[place].start - offset))

    def value_for(self, field: Field, offset: int) -> Json:
        """What a field holds to mean this name: an entity where it may, else the mention near `offset`."""
        if "entity" in field.to and self.entity:
            return {"entity": self.entity}
        mention = self.mention_near(offset).id
        return mention if field.to == ("annotation",) else {"annotation": mention}


def _start(span: Span) -> int:
    return span.start


def words_of(record: Annotation, layer: Layer, text: str) -> str:
    """The words that name what a record is about: those of the layer's first role, on one line."""
    spans = record.spans.get(layer.roles[0].id, ())
    return " ".join(" ".join(quote(text, spans)).split()) if spans else ""


class Names:
    """Gathers the names of one text; what it read of a record is remembered until the record is another."""

    def __init__(self, text: str, codebook: Codebook, index: EntityIndex) -> None:
        """Name by the codebook's layers and the registry in `index`."""
        self._text = text
        self._index = index
        self._layers = {layer.id: layer for layer in codebook.layers if speaker_field(layer)}
        self._read: dict[str, _Mention] = {}

    def gather(self, records: Iterable[Annotation], layers: Sequence[str] = ()) -> list[Name]:
        """The names that records of some layers (all that name entities, if none is given) mention.

        Mentions are one name when they are linked to one entity, or when their folded spelling is the same.
        """
        wanted = self._layers.keys() & set(layers) if layers else self._layers.keys()
        found = [self._mention(record) for record in records if record.layer in wanted]
        mentions = [mention for mention in found if mention.words]
        linked = {mention.folded: mention.key for mention in mentions if mention.key}
        groups: dict[str, list[_Mention]] = {}
        entities: dict[str, str] = {}
        for mention in mentions:
            entity = mention.key or linked.get(mention.folded) or mention.registered
            group = entity or f"~{mention.folded}"
            if entity:
                entities[group] = entity
            groups.setdefault(group, []).append(mention)
        return [self._name(entities.get(group), found) for group, found in groups.items()]

    def _mention(self, record: Annotation) -> "_Mention":
        known = self._read.get(record.id)
        if known is None or known.record is not record:
            known = self._read[record.id] = self._look_at(record)
        return known

    def _look_at(self, record: Annotation) -> "_Mention":
        layer = self._layers[record.layer]
        field = speaker_field(layer)
        words = words_of(record, layer, self._text)
        key = record.features.get(field.id) if field else None
        known = self._index.exact(words) if words and not key else None
        return _Mention(
            record=record,
            span=next(iter(record.spans.get(layer.roles[0].id, ())), Span(0, 0)),
            words=words,
            folded=fold_name(words),
            key=key if isinstance(key, str) else "",
            registered=known.id if known else "",
        )

    def _name(self, entity: str | None, mentions: Sequence["_Mention"]) -> Name:
        known = self._index.get(entity) if entity else None
        ordered = sorted(mentions, key=lambda mention: mention.span.start)
        spellings = [words for words, _n in Counter(mention.words for mention in mentions).most_common()]
        return Name(
            text=known.name if known else spellings[0],
            entity=entity,
            mentions=tuple(mention.record for mention in ordered),
            spans=tuple(mention.span for mention in ordered),
            spellings=tuple(spellings),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    record: Annotation
    span: Span
    words: str
    folded: str
    key: str
    """The entity that it is linked to, or ""."""
    registered: str
    """The entity that the registry has under its words, or ""."""


def names_in(
    text: str,
    codebook: Codebook,
    records: Iterable[Annotation],
    index: EntityIndex,
    layers: Sequence[str] = (),
) -> list[Name]:
    """The names that records of some layers mention in a text, as `Names.gather` gives them."""
    return Names(text, codebook, index).gather(records, layers)
