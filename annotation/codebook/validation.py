"""Whether an annotation keeps to the codebook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotation.codebook.codebook import Codebook
from annotation.codebook.layer import Layer
from annotation.fields import Field, InvalidValue, kind_of
from annotation.i18n import Message
from annotation.records import Annotation, Json


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about an annotation that the codebook does not allow, or still asks for."""

    field: str
    """The field or role concerned, or "" for the annotation as a whole."""
    message: Message
    missing: bool = False
    """Whether something is only not said yet, rather than said wrongly."""


def visible_fields(layer: Layer, features: Mapping[str, Json]) -> tuple[Field, ...]:
    """The fields that apply to an annotation with these features."""
    return tuple(field for field in layer.fields if field.is_visible(features))


def check_features(layer: Layer, features: Mapping[str, Json]) -> dict[str, Json]:
    """The features in stored form, empty ones dropped. Raises InvalidValue for the first that does not fit.

    Keys that the layer does not define are kept as they are: an older or newer codebook may know them.
    """
    checked: dict[str, Json] = {}
    for key, value in features.items():
        field = layer.field(key)
        if value is None or value in ("", [], {}):
            continue
        checked[key] = kind_of(field).admit(value, field) if field else value
    return checked


def check_annotation(codebook: Codebook, annotation: Annotation, length: int) -> list[Problem]:
    """Every problem of an annotation on a text of `length` code points; [] for a complete and valid one."""
    layer = codebook.layer(annotation.layer)
    if layer is None:
        return [Problem("", Message("The codebook has no layer “{layer}”.", {"layer": annotation.layer}))]
    return [*_spans(layer, annotation, length), *_values(layer, annotation)]


def _spans(layer: Layer, annotation: Annotation, length: int) -> Iterator[Problem]:
    required = [role for role in layer.roles if role.required]
    for role in required:
        if not annotation.spans.get(role.id):
            message = Message("{role} is not marked in the text.", {"role": role.text})
            yield Problem(role.id, message, missing=True)
    if not required and not annotation.anchor(layer.anchors):
        yield Problem("", Message("No words are marked in the text."), missing=True)
    for key, spans in annotation.spans.items():
        if not layer.role(key):
            yield Problem(key, Message("The layer has no role “{role}”.", {"role": key}))
        if any(not 0 <= span.start < span.end <= length for span in spans):
            yield Problem(key, Message("{role} lies outside the text.", {"role": key}))


def _values(layer: Layer, annotation: Annotation) -> Iterator[Problem]:
    for field in visible_fields(layer, annotation.features):
        if field.is_required(annotation.features) and annotation.features.get(field.id) in (None, "", [], {}):
            yield Problem(field.id, Message("{field} is missing.", {"field": field.text}), missing=True)
    for key, value in annotation.features.items():
        found = layer.field(key)
        try:
            if found and value is not None:
                kind_of(found).admit(value, found)
        except InvalidValue as error:
            yield Problem(key, error.message)
