"""A layer of annotations: its roles and fields as the codebook defines them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotation.fields import Field, Guide, Labels, Tag
from annotation.i18n import pick
from annotation.records import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a span does in an annotation, such as the cue of an attribution."""

    id: str
    label: Labels = field(default_factory=dict)
    help: Labels = field(default_factory=dict)
    required: bool = False
    guide: Guide = field(default_factory=Guide)

    @property
    def text(self) -> str:
        """The role's name in the user's language."""
        return pick(self.label) or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One kind of annotation."""

    id: str
    label: Labels = field(default_factory=dict)
    plural: Labels = field(default_factory=dict)
    help: Labels = field(default_factory=dict)
    key: str = ""
    """The letter that makes a new annotation of the layer on the selected words."""
    hue: str = "#0072B2"
    roles: tuple[Role, ...] = ()
    fields: tuple[Field, ...] = ()
    chip: tuple[str, ...] = ()
    """Fields whose first known value labels the annotation in the text; its tags are set by single keys."""
    selection: str = ""
    """The role that selected words take when an annotation is made from them; the first role if empty."""
    sentence: tuple[str, ...] = ()
    """The roles and fields asked for when an annotation is made, in their order; () for the usual ones."""
    guide: Guide = field(default_factory=Guide)

    @property
    def text(self) -> str:
        """The layer's name in the user's language."""
        return pick(self.label) or self.id

    @property
    def texts(self) -> str:
        """The layer's name in the plural."""
        return pick(self.plural) or self.text

    @property
    def anchors(self) -> tuple[str, ...]:
        """Ids of the roles in the order in which the first non-empty one anchors an annotation."""
        return tuple(role.id for role in self.roles)

    @property
    def selection_role(self) -> str:
        """The role for newly selected words."""
        return self.selection or self.anchors[0]

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The tags of the first chip field: what single keys set."""
        first = self.field(self.chip[0]) if self.chip else None
        return first.tags if first else ()

    def labelling(self, features: Mapping[str, Json]) -> tuple[Field, Json] | None:
        """The first of the chip's fields that has a value, and the value; None where none has."""
        for key in self.chip:
            field, value = self.field(key), features.get(key)
            if field is not None and value not in (None, "", []):
                return field, value
        return None

    def hue_of(self, features: Mapping[str, Json]) -> str:
        """The colour of a record: that of the tag which labels it, else the layer's."""
        found = self.labelling(features)
        return (found[0].hue_of(found[1]) if found else "") or self.hue

    @property
    def tag_hues(self) -> tuple[str, ...]:
        """The colours that tags of the chip's fields have of their own, each once."""
        fields = (self.field(key) for key in self.chip)
        return tuple(dict.fromkeys(tag.hue for field in fields if field for tag in field.tags if tag.hue))

    def field(self, key: str) -> Field | None:
        """The field with this id, if the layer has it."""
        return next((found for found in self.fields if found.id == key), None)

    def role(self, key: str) -> Role | None:
        """The role with this id, if the layer has it."""
        return next((found for found in self.roles if found.id == key), None)
