"""Whether the parts of a codebook fit together: what one names, another defines."""

from collections.abc import Mapping

from annotation.codebook.codebook import Codebook
from annotation.codebook.layer import Layer
from annotation.codebook.section import CodebookError
from annotation.fields import Field, Tag, kind_of

TARGETS = ("annotation", "entity", "concept")
"""What a reference may point at."""


def check_soundness(codebook: Codebook, tagsets: Mapping[str, tuple[Tag, ...]]) -> None:
    """Raise CodebookError, saying where, for a codebook whose parts do not fit together."""
    if not codebook.layers:
        raise CodebookError("The codebook defines no layer: add at least one [layer.NAME] table.")
    _check_keys({layer.id: layer.key for layer in codebook.layers})
    for name, tags in tagsets.items():
        _check_tags(name, tags)
    for layer in codebook.layers:
        _check_layer(layer)
        for field in layer.fields:
            _check_field(codebook, layer, field)


def _check_keys(keys: Mapping[str, str]) -> None:
    """Each key stands for one thing only."""
    taken: dict[str, str] = {}
    for id_, key in keys.items():
        other = taken.setdefault(key.casefold(), id_) if key else id_
        if other != id_:
            raise CodebookError(
                "{one} and {other} of the codebook have the same key {key}: give one of them another.",
                one=other, other=id_, key=key,
            )  # fmt: skip


def _check_tags(name: str, tags: tuple[Tag, ...]) -> None:
    _check_keys({f"{name}.{tag.id}": tag.key for tag in tags})
    parents = {tag.id: tag.parent for tag in tags}
    for tag in tags:
        seen, parent = {tag.id}, tag.parent
        while parent:
            if parent not in parents:
                raise CodebookError(
                    "The tag {tagset}.{tag} has the parent {parent}, which the tagset does not define.",
                    tagset=name, tag=tag.id, parent=parent,
                )  # fmt: skip
            if parent in seen:
                raise CodebookError(
                    "The tag {tagset}.{tag} is among its own parents: end the circle.",
                    tagset=name,
                    tag=tag.id,
                )
            seen.add(parent)
            parent = parents[parent]


def _check_layer(layer: Layer) -> None:
    if not layer.roles:
        raise CodebookError("The layer {layer} has no role: add [layer.{layer}.role.NAME].", layer=layer.id)
    for key in (*layer.chip, *(key for found in layer.fields for key in found.visible_when)):
        if not layer.field(key):
            raise CodebookError(
                "The layer {layer} names a field {field} that it does not define.", layer=layer.id, field=key
            )
    if layer.selection and not layer.role(layer.selection):
        raise CodebookError(
            "The layer {layer} names a role {role} that it does not define.",
            layer=layer.id,
            role=layer.selection,
        )


def _check_field(codebook: Codebook, layer: Layer, field: Field) -> None:
    where, kind = f"{layer.id}.{field.id}", kind_of(field)
    if kind.needs_tags and not field.tags:
        raise CodebookError("The field {field} needs a tagset with at least one tag.", field=where)
    if field.multiple and not kind.several:
        raise CodebookError(
            "The field {field} of kind {kind} cannot be multiple.", field=where, kind=field.kind
        )
    if not field.to or not set(field.to) <= set(TARGETS):
        raise CodebookError(
            "The field {field} may point at {known} only.", field=where, known=", ".join(TARGETS)
        )
    for name in field.layers:
        if not codebook.layer(name):
            raise CodebookError(
                "The field {field} names a layer {layer} that the codebook does not define.",
                field=where, layer=name,
            )  # fmt: skip
