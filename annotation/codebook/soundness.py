"""Whether the parts of a codebook fit together: what one names, another defines."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from annotation.codebook.codebook import Codebook
from annotation.codebook.layer import Layer
from annotation.codebook.section import CodebookError
from annotation.fields import Field, Tag, kind_of

TARGETS = ("annotation", "entity", "concept")
"""What a reference may point at."""
_AS_VALUES = ("number", "date")
"""What is bounded by another value of its kind, not by a count."""


def find_misfits(codebook: Codebook, tagsets: Mapping[str, tuple[Tag, ...]]) -> Iterator[CodebookError]:
    """What does not fit together in a codebook, each with its place."""
    if not codebook.layers:
        yield CodebookError("The codebook defines no layer: add at least one [layer.NAME] table.")
    yield from _same_keys((("layer", layer.id), layer.id, layer.key) for layer in codebook.layers)
    for name, tags in tagsets.items():
        yield from _same_keys((("tagset", name, tag.id), f"{name}.{tag.id}", tag.key) for tag in tags)
        yield from _parents(name, tags)
    for layer in codebook.layers:
        yield from _layer(layer)
        for field in layer.fields:
            yield from _field(codebook, layer, field)


def _same_keys(keyed: Iterable[tuple[tuple[str, ...], str, str]]) -> Iterator[CodebookError]:
    """Each key stands for one thing only: (place, name, key) of each."""
    taken: dict[str, str] = {}
    for place, name, key in keyed:
        other = taken.setdefault(key.casefold(), name) if key else name
        if other != name:
            yield CodebookError(
                "{one} and {other} of the codebook have the same key {key}: give one of them another.",
                one=other, other=name, key=key, place=(*place, "key"),
            )  # fmt: skip


def _parents(name: str, tags: tuple[Tag, ...]) -> Iterator[CodebookError]:
    parents = {tag.id: tag.parent for tag in tags}
    ends: set[str] = set()
    """Tags from which the way up is known to end."""
    for tag in tags:
        place = ("tagset", name, tag.id, "parent")
        if tag.parent and tag.parent not in parents:
            yield CodebookError(
                "The tag {tagset}.{tag} has the parent {parent}, which the tagset does not define.",
                tagset=name, tag=tag.id, parent=tag.parent, place=place,
            )  # fmt: skip
            continue
        way, above = [tag.id], tag.parent
        while above and above not in ends and above not in way:
            way.append(above)
            above = parents.get(above, "")
        if above == tag.id:
            yield CodebookError(
                "The tag {tagset}.{tag} is among its own parents: end the circle.",
                tagset=name, tag=tag.id, place=place,
            )  # fmt: skip
        elif not above or above in ends:
            ends.update(way)


def _layer(layer: Layer) -> Iterator[CodebookError]:
    place = ("layer", layer.id)
    if not layer.roles:
        yield CodebookError(
            "The layer {layer} has no role: add [layer.{layer}.role.NAME].", layer=layer.id, place=place
        )
    named: list[tuple[tuple[str, ...], str]] = [((*place, "chip"), key) for key in layer.chip]
    for found in layer.fields:
        for what in ("visible_when", "required_when"):
            named += [((*place, "field", found.id, what), key) for key in getattr(found, what)]
    for where, key in named:
        if not layer.field(key):
            yield CodebookError(
                "The layer {layer} names a field {field} that it does not define.",
                layer=layer.id, field=key, place=where,
            )  # fmt: skip
    if layer.selection and not layer.role(layer.selection):
        yield CodebookError(
            "The layer {layer} names a role {role} that it does not define.",
            layer=layer.id, role=layer.selection, place=(*place, "selection"),
        )  # fmt: skip
    yield from _sentence(layer)


def _sentence(layer: Layer) -> Iterator[CodebookError]:
    """The sentence asks for what the layer has."""
    place = ("layer", layer.id, "sentence")
    for key in layer.sentence:
        if not layer.field(key) and not layer.role(key):
            yield CodebookError(
                "The sentence of the layer {layer} names “{key}”, which is neither a role nor a field of it.",
                layer=layer.id, key=key, place=place,
            )  # fmt: skip


def _field(codebook: Codebook, layer: Layer, field: Field) -> Iterator[CodebookError]:
    where, kind = f"{layer.id}.{field.id}", kind_of(field)
    place = ("layer", layer.id, "field", field.id)
    if kind.needs_tags and not field.tags:
        yield CodebookError(
            "The field {field} needs a tagset with at least one tag.", field=where, place=(*place, "tagset")
        )
    if field.multiple and not kind.several:
        yield CodebookError(
            "The field {field} of kind {kind} cannot be multiple.",
            field=where, kind=field.kind, place=(*place, "multiple"),
        )  # fmt: skip
    if not field.to or not set(field.to) <= set(TARGETS):
        yield CodebookError(
            "The field {field} may point at {known} only.",
            field=where, known=", ".join(TARGETS), place=(*place, "to"),
        )  # fmt: skip
    for name in field.layers:
        if not codebook.layer(name):
            yield CodebookError(
                "The field {field} names a layer {layer} that the codebook does not define.",
                field=where, layer=name, place=(*place, "layers"),
            )  # fmt: skip
    yield from _bounds(field, where, place)


def _bounds(field: Field, where: str, place: tuple[str, ...]) -> Iterator[CodebookError]:
    if not (field.least and field.most):
        return
    pair = kind_of(field).sizes(field.least, field.most) if kind_of(field).bounded in _AS_VALUES else None
    least, most = pair or (Decimal(field.least), Decimal(field.most))
    if least > most:
        yield CodebookError(
            "The field {field} has bounds that no value can keep: {least} is more than {most}.",
            field=where, least=field.least, most=field.most, place=(*place, "most"),
        )  # fmt: skip
