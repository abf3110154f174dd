"""What of a layer is asked for at once, left to right like a sentence, when a record of it is made."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotation.codebook.layer import Layer, Role
from annotation.fields import Field, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place of the sentence: a field to fill, words to mark, or both where the words name the entity."""

    field: Field | None = None
    role: Role | None = None

    @property
    def text(self) -> str:
        """What the place is called in the user's language."""
        part = self.field or self.role
        return part.text if part else ""

    @property
    def required(self) -> bool:
        """Whether the record is not complete without it."""
        return bool((self.field and self.field.required) or (self.role and self.role.required))


def sentence_of(layer: Layer) -> tuple[Slot, ...]:
    """The places of the layer's sentence in their order; a layer with fewer than two is made without asking.

    They are what the layer's `sentence` names, then the required fields that it leaves out. Without one they
    are the roles that the codebook names before the one that selected words take (the first of them together
    with the field for the entity that its words name), then the fields that are required.
    """
    if layer.sentence:
        named = tuple(_named_slot(layer, key) for key in layer.sentence)
        asked = {slot.field.id for slot in named if slot.field}
        rest = (Slot(field=field) for field in layer.fields if field.required and field.id not in asked)
        return (*named, *rest)
    return (*_role_slots(layer), *_field_slots(layer))


def speaker_field(layer: Layer) -> Field | None:
    """The field that says which entity the words of the layer's first role name, if it has one."""
    return next((field for field in layer.fields if is_name(field)), None)


def is_name(field: Field) -> bool:
    """Whether the field holds an entity and nothing else."""
    return kind_of(field).widget == "entity"


def _named_slot(layer: Layer, key: str) -> Slot:
    """The place for a field or role; the first role takes the field for the entity that its words name."""
    field, role = layer.field(key), layer.role(key)
    if field is not None or role is None:
        return Slot(field=field)
    named = speaker_field(layer) if role is layer.roles[0] and key != layer.selection_role else None
    return Slot(role=role, field=named if named and named.id not in layer.sentence else None)


def _role_slots(layer: Layer) -> Iterator[Slot]:
    before = layer.anchors.index(layer.selection_role)
    for place, role in enumerate(layer.roles[:before]):
        yield Slot(role=role, field=speaker_field(layer) if place == 0 else None)


def _field_slots(layer: Layer) -> Iterator[Slot]:
    named = speaker_field(layer) if layer.anchors.index(layer.selection_role) else None
    return (Slot(field=field) for field in layer.fields if field.required and field is not named)
