"""Where records name somebody: the fields of the codebook that hold an entity, and the words that do it."""

from dataclasses import dataclass

from annotation.codebook import Codebook, Layer, is_name, speaker_field
from annotation.fields import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One field of one layer that may hold an entity."""

    layer: str
    field: str
    label: str
    """What the field is called in the user's language."""
    is_key: bool
    """Whether the value is the key itself; else it is an object, such as {"entity": key}."""
    role: str = ""
    """The role whose words name the entity; "" where no words do, or words for another field."""
    takes_concepts: bool = False
    anchors: tuple[str, ...] = ()
    """Roles in the order in which the first marked one says where the record stands."""


def spots_of(codebook: Codebook) -> tuple[Spot, ...]:
    """Every spot of a codebook, in the order of its layers and fields."""
    return tuple(
        _spot(layer, field) for layer in codebook.layers for field in layer.fields if _may_name(field)
    )


def _may_name(field: Field) -> bool:
    return is_name(field) or (field.kind == "reference" and "entity" in field.to)


def _spot(layer: Layer, field: Field) -> Spot:
    named = is_name(field)
    speaks = named and speaker_field(layer) is field
    return Spot(
        layer=layer.id,
        field=field.id,
        label=field.text,
        is_key=named,
        role=layer.anchors[0] if speaks else "",
        takes_concepts=not named and "concept" in field.to,
        anchors=layer.anchors,
    )
