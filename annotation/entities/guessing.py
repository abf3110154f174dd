"""The likeliest values of a new record's fields, from what is marked already and what the registry knows."""

import re
from collections.abc import Iterable, Sequence

from annotation.codebook import Codebook, Layer, speaker_field
from annotation.entities.index import EntityIndex
from annotation.entities.naming import Name, words_of
from annotation.fields import Field
from annotation.records import Annotation, Json, Span, covers, fold_name, is_suggestion, overlap, place_of

_SENTENCE_END = re.compile(r"[.!?…][»”\"'’)\]\s]*\s|\n+")


def guess_features(
    words: str, layer: Layer, text: str, records: Iterable[Annotation], index: EntityIndex
) -> dict[str, Json]:
    """The tag for the chip and the entity of newly marked words.

    Those of the same words elsewhere in the article (a person's before a suggestion's), else what the
    registry knows under that name, else the first tag.
    """
    field = layer.field(layer.chip[0]) if layer.chip else None
    named = speaker_field(layer)
    known = _alike(words, layer, text, records)
    keys = [one.id for one in (field, named) if one]
    if known and any(key in known.features for key in keys):
        return {key: known.features[key] for key in keys if key in known.features}
    entity = index.find(words) if named else None
    guessed: dict[str, Json] = {named.id: entity.id} if named and entity else {}
    if field and field.tags:
        tag = entity.type if entity and field.tag(entity.type) else field.tags[0].id
        guessed[field.id] = [tag] if field.multiple else tag
    return guessed


def _alike(words: str, layer: Layer, text: str, records: Iterable[Annotation]) -> Annotation | None:
    """A record of the layer with the same words, decided by a person if there is one."""
    folded = fold_name(words)
    same = [
        record
        for record in records
        if record.layer == layer.id and fold_name(words_of(record, layer, text)) == folded
    ]
    return min(same, key=is_suggestion, default=None)


def carriers(
    layer: Layer, span: Span, records: Iterable[Annotation], sentence: Sequence[str] = ()
) -> dict[str, Json]:
    """For each field that points at a record of certain layers, the label of those that holds all of a span.

    Fields of the `sentence`, which a person fills, are left out; suggestions are no labels yet.
    """
    labels = [record for record in records if record.counts]
    found: dict[str, Json] = {}
    for field in layer.fields:
        if field.kind == "reference" and field.to == ("annotation",) and field.id not in sentence:
            around = enclosing(labels, field.layers, span)
            if around is not None and _is_within(span, around):
                found[field.id] = around.id
    return found


def _is_within(span: Span, record: Annotation) -> bool:
    start, end, _id = place_of(record)
    return start <= span.start and span.end <= end


def enclosing(records: Iterable[Annotation], layers: Sequence[str], span: Span) -> Annotation | None:
    """The record of some layers that holds most of a span, first word to last; short ones first."""
    best: tuple[int, int] | None = None
    found: Annotation | None = None
    for record in records:
        if record.layer in layers:
            start, end, _id = place_of(record)
            size = (-overlap([Span(start, end)], [span]), end - start)
            if size[0] and (best is None or size < best):
                best, found = size, record
    return found


def likely_reference(
    field: Field,
    span: Span,
    text: str,
    codebook: Codebook,
    records: Sequence[Annotation],
    names: Sequence[Name],
) -> Json:
    """Whom a field of a new record at `span` most likely names; None where nobody is near.

    The one who speaks in the attribution around it, else the last one named before it in its sentence.
    """
    around = enclosing(records, _attributing(codebook), span)
    if around is not None:
        return _speaker(around, field, codebook, names)
    start = sentence_start(text, span.start)
    before = [(found.end, name) for name in names for found in name.between(start, span.start)]
    before = [(end, name) for end, name in before if end <= span.start]
    return max(before, key=lambda pair: pair[0])[1].value_for(field, span.start) if before else None


def sentence_start(text: str, offset: int) -> int:
    """The first code point of the sentence that `offset` is in, roughly: after a full stop or a line end."""
    start = max(0, offset - 2000)
    return max((found.end() for found in _SENTENCE_END.finditer(text, start, offset)), default=start)


def _attributing(codebook: Codebook) -> list[str]:
    """The layers whose records say who speaks: several roles, the first of which names somebody."""
    return [layer.id for layer in codebook.layers if len(layer.roles) > 1 and speaker_field(layer)]


def _speaker(around: Annotation, field: Field, codebook: Codebook, names: Sequence[Name]) -> Json:
    """Who speaks in an attribution: its entity, else a person or other name among its words, else itself."""
    layer = codebook.layer(around.layer)
    named = speaker_field(layer) if layer else None
    if layer is None or named is None:
        return None
    key = around.features.get(named.id)
    if isinstance(key, str) and "entity" in field.to:
        return {"entity": key}
    words = around.spans.get(layer.anchors[0], ())
    within = [
        (name, mention) for name in names for mention in name.mentions if _is_part(mention, around, words)
    ]
    if within:
        name, mention = min(within, key=lambda pair: (_rank(pair[1], codebook), place_of(pair[1])))
        return name.value_for(field, place_of(mention)[0])
    if words and layer.id in field.layers and "annotation" in field.to:
        return around.id if field.to == ("annotation",) else {"annotation": around.id}
    return None


def _is_part(mention: Annotation, around: Annotation, words: Sequence[Span]) -> bool:
    """Whether all of another record lies within some words."""
    start, end, id_ = place_of(mention)
    return id_ != around.id and covers(words, [Span(start, end)])


def _rank(mention: Annotation, codebook: Codebook) -> int:
    """The place of the mention's tag in its tagset: codebooks name persons first."""
    layer = codebook.layer(mention.layer)
    field = layer.field(layer.chip[0]) if layer and layer.chip else None
    tags = [tag.id for tag in field.tags] if field else []
    tag = mention.features.get(field.id) if field else None
    return tags.index(tag) if isinstance(tag, str) and tag in tags else len(tags)
