"""What a field kind is: it knows which values are valid, how they read, and what they refer to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from annotation.errors import AnnotationError
from annotation.i18n import _, pick
from annotation.records import Json

_SHOWN = 80

Labels = Mapping[str, str]
"""{language code: text}"""
Bounded = Literal["", "number", "date", "characters", "tags"]


class InvalidValue(AnnotationError):
    """A value does not fit its field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What annotators read about a part of the codebook: Markdown, and examples of which each has a line.

    The words to mark stand between ** and ** in an example.
    """

    text: Labels = field(default_factory=dict)
    yes: Labels = field(default_factory=dict)
    """Examples of what the part is for."""
    no: Labels = field(default_factory=dict)
    """Examples of what is easily taken for it, and is not."""

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return any(any(labels.values()) for labels in (self.text, self.yes, self.no))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One value of a tagset. `parent` makes a tree of them; `key` is the digit or letter that sets it."""

    id: str
    label: Labels = field(default_factory=dict)
    help: Labels = field(default_factory=dict)
    parent: str = ""
    key: str = ""
    glyph: str = ""
    guide: Guide = Guide()
    hue: str = ""
    """Its own colour as "#RRGGBB"; "" for that of the layer."""

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
    tagset: str = ""
    """The id of the tagset that the tags are of."""
    required_when: Mapping[str, tuple[Json, ...]] = field(default_factory=dict)
    """Required where each of these other fields has one of these values, even if not `required`."""
    least: str = ""
    """The smallest number, earliest date, fewest characters or tags; "" for no such bound."""
    most: str = ""
    guide: Guide = Guide()

    @property
    def text(self) -> str:
        """The field's name in the user's language."""
        return pick(self.label) or self.id

    def is_visible(self, features: Mapping[str, Json]) -> bool:
        """Whether the field applies to an annotation with these features."""
        return all(_holds(features.get(other), values) for other, values in self.visible_when.items())

    def is_required(self, features: Mapping[str, Json]) -> bool:
        """Whether an annotation with these features is incomplete without the field."""
        if not self.is_visible(features):
            return False
        asked = all(_holds(features.get(other), values) for other, values in self.required_when.items())
        return self.required or (bool(self.required_when) and asked)

    def tag(self, key: str) -> Tag | None:
        """The tag with this id, if it is one of the field's."""
        return next((tag for tag in self.tags if tag.id == key), None)

    def hue_of(self, value: Json) -> str:
        """The colour of its own that the tag of a value has, the first of several; "" for none."""
        first = value[0] if isinstance(value, list) and value else value
        tag = self.tag(first) if isinstance(first, str) else None
        return tag.hue if tag else ""


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
    bounded: Bounded = ""
    """What `least` and `most` of a field of this kind bound; "" for nothing."""

    def check(self, value: Json, field: Field) -> Json:
        """The value in its stored form. Raises InvalidValue when it is not one for this field."""
        raise NotImplementedError

    def admit(self, value: Json, field: Field) -> Json:
        """The value in its stored form, within the bounds that the codebook sets. Raises InvalidValue."""
        stored = self.check(value, field)
        for bound, sign in ((field.least, 1), (field.most, -1)):
            pair = self.sizes(stored, bound) if bound else None
            if pair and (pair[0] - pair[1]) * sign < 0:
                raise invalid(field, value, _bound_words(self.bounded, bound, sign))
        return stored

    def bound(self, written: str, field: Field) -> str:
        """A bound of the field in the form in which it is compared. Raises InvalidValue for none."""
        if self.bounded in ("", "number", "date"):
            raise invalid(field, written, _("fields of this kind have no bounds"))
        if not written.isdecimal():
            raise invalid(field, written, _("enter a whole number"))
        return str(int(written))

    def sizes(self, stored: Json, bound: str) -> tuple[Decimal, Decimal] | None:
        """What of a stored value is compared with a bound, and that bound; None where nothing is."""
        if self.bounded == "characters" and isinstance(stored, str):
            return Decimal(len(stored)), Decimal(bound)
        if self.bounded == "tags" and isinstance(stored, list):
            return Decimal(len(stored)), Decimal(bound)
        return None

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


def _bound_words(bounded: Bounded, bound: str, sign: int) -> str:
    """What a value beyond a bound is told; `sign` is 1 for the lower one."""
    least = sign > 0
    words = {
        "number": _("at least {bound}", bound=bound) if least else _("at most {bound}", bound=bound),
        "date": _("not before {bound}", bound=bound) if least else _("not after {bound}", bound=bound),
        "characters": _("at least {bound} characters", bound=bound)
        if least
        else _("at most {bound} characters", bound=bound),
        "tags": _("choose at least {bound}", bound=bound)
        if least
        else _("choose at most {bound}", bound=bound),
    }
    return words.get(bounded, "")


def shorten(text: str, length: int) -> str:
    """The text, or its beginning and an ellipsis where it is longer than `length` code points."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
