"""The names of an article: mentions that mean the same, gathered under one name to pick."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotation.codebook import Codebook, Layer, speaker_field
from annotation.entities.folding import fold_name
from annotation.entities.index import EntityIndex
from annotation.fields import Field
from annotation.records import Annotation, Json, place_of, quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Somebody or something that an article names, with its mentions in reading order."""

    text: str
    """The canonical name, or the commonest spelling in the article."""
    entity: str | None = None
    """The key in the registry; None where no mention is linked to it."""
    mentions: tuple[Annotation, ...] = ()

    @property
    def key(self) -> str:
        """What tells names apart: the entity's key, or the folded spelling."""
        return self.entity or f"~{fold_name(self.text)}"

    def mention_near(self, offset: int) -> Annotation:
        """The mention that begins nearest to a code point, of two as near the one before it."""
        return min(self.mentions, key=lambda mention: abs(place_of(mention)[0] - offset))

    def value_for(self, field: Field, offset: int) -> Json:
        """What a field holds to mean this name: an entity where it may, else the mention near `offset`."""
        if "entity" in field.to and self.entity:
            return {"entity": self.entity}
        mention = self.mention_near(offset).id
        return mention if field.to == ("annotation",) else {"annotation": mention}


def words_of(record: Annotation, layer: Layer, text: str) -> str:
    """The words that name what a record is about: those of the layer's first role, on one line."""
    spans = record.spans.get(layer.anchors[0], ())
    return " ".join(" ".join(quote(text, spans)).split())


def names_in(
    text: str,
    codebook: Codebook,
    records: Iterable[Annotation],
    index: EntityIndex,
    layers: Sequence[str] = (),
) -> list[Name]:
    """The names that records of some layers (all that name entities, if none is given) mention in a text.

    Mentions are one name when they are linked to one entity, or when their folded spelling is the same.
    """
    found = _mentions(text, codebook, records, layers)
    linked = {fold_name(words): key for _record, words, key in found if key}
    groups: dict[str, list[tuple[Annotation, str]]] = {}
    entities: dict[str, str] = {}
    for record, words, key in found:
        folded = fold_name(words)
        entity = key or linked.get(folded) or _registered(words, index)
        group = entity or f"~{folded}"
        if entity:
            entities[group] = entity
        groups.setdefault(group, []).append((record, words))
    return [_name(entities.get(group), mentions, index) for group, mentions in groups.items()]


def _mentions(
    text: str, codebook: Codebook, records: Iterable[Annotation], layers: Sequence[str]
) -> list[tuple[Annotation, str, str]]:
    """Each record that names something, with its words and the key of the entity it is linked to, or ""."""
    wanted = {layer.id: layer for layer in codebook.layers if layer.id in layers or not layers}
    fields = {id_: speaker_field(layer) for id_, layer in wanted.items()}
    found = []
    for record in records:
        field = fields.get(record.layer)
        words = words_of(record, wanted[record.layer], text) if field else ""
        if field and words:
            key = record.features.get(field.id)
            found.append((record, words, key if isinstance(key, str) else ""))
    return found


def _registered(words: str, index: EntityIndex) -> str:
    entity = index.exact(words)
    return entity.id if entity else ""


def _name(entity: str | None, mentions: list[tuple[Annotation, str]], index: EntityIndex) -> Name:
    known = index.get(entity) if entity else None
    spelling = Counter(words for _record, words in mentions).most_common(1)[0][0]
    return Name(
        text=known.name if known else spelling,
        entity=entity,
        mentions=tuple(record for record, _w in mentions),
    )
