"""What a field kind is: it knows which values are valid, how they read, and what they refer to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from annotation.errors import AnnotationError
from annotation.i18n import pick
from annotation.records import Json

_SHOWN = 80

Labels = Mapping[str, str]
"""{language code: text}"""


class InvalidValue(AnnotationError):
    """A value does not fit its field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One value of a tagset. `parent` makes a tree of them; `key` is the digit or letter that sets it."""

    id: str
    label: Labels = field(default_factory=dict)
    help: Labels = field(default_factory=dict)
    parent: str = ""
    key: str = ""
    glyph: str = ""

    @property
    def text(self) -> str:
        """The tag's name in the user's language."""
        return pick(self.label) or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a layer as the codebook defines it."""

    id: str
    kind: str
    label: Labels = field(default_factory=dict)
    help: Labels = field(default_factory=dict)
    tags: tuple[Tag, ...] = ()
    required: bool = False
    multiple: bool = False
    """Whether the value is a list; only of kinds that take `several`."""
    visible_when: Mapping[str, tuple[Json, ...]] = field(default_factory=dict)
    """Shown only when each of these other fields has one of these values."""
    to: tuple[str, ...] = ("annotation",)
    """What a reference may point at: annotation, entity, concept. More than one makes the value an object."""
    layers: tuple[str, ...] = ()
    """Layers whose annotations a reference may point at; () for all."""
    default: Json = None

    @property
    def text(self) -> str:
        """The field's name in the user's language."""
        return pick(self.label) or self.id

    def is_visible(self, features: Mapping[str, Json]) -> bool:
        """Whether the field applies to an annotation with these features."""
        return all(_holds(features.get(other), values) for other, values in self.visible_when.items())

    def tag(self, key: str) -> Tag | None:
        """The tag with this id, if it is one of the field's."""
        return next((tag for tag in self.tags if tag.id == key), None)


def _holds(value: Json, values: tuple[Json, ...]) -> bool:
    return any(one in values for one in value) if isinstance(value, list) else value in values


class FieldKind:
    """A plug of this room, made by subclassing; its module offers an instance as `plug`."""

    name: str
    widget: str
    """Which editor of `gui/editors` shows it."""
    several: bool = False
    """Whether a field of this kind may hold several values."""
    needs_tags: bool = False
    """Whether a field of this kind needs a tagset."""

    def check(self, value: Json, field: Field) -> Json:
        """The value in its stored form. Raises InvalidValue when it is not one for this field."""
        raise NotImplementedError

    def show(self, value: Json, field: Field) -> str:
        """How the value reads for a person."""
        return "" if value is None else str(value)

    def annotations(self, value: Json) -> tuple[str, ...]:
        """Ids of the annotations that the value refers to."""
        return ()

    def entities(self, value: Json) -> tuple[str, ...]:
        """Keys of the entities that the value names."""
        return ()

    def point_elsewhere(self, value: Json, elsewhere: Callable[[str], str | None]) -> Json:
        """The value with every annotation id replaced by what `elsewhere` gives.

        None where nothing is left.
        """
        return value

    def name_otherwise(self, value: Json, otherwise: Callable[[str], str | None]) -> Json:
        """The value with every entity key replaced by what `otherwise` gives.

        None where nothing is left.
        """
        return value


def invalid(field: Field, value: Json, wanted: str) -> InvalidValue:
    """The error for a value that `field` cannot take; `wanted` says what it takes (translated)."""
    shown = shorten(" ".join(str(value).split()), _SHOWN)
    return InvalidValue("“{value}” does not fit the field {field}: {wanted}.",
                        value=shown, field=field.text, wanted=wanted)  # fmt: skip


def shorten(text: str, length: int) -> str:
    """The text, or its beginning and an ellipsis where it is longer than `length` code points."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
