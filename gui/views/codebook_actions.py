"""The actions that a codebook brings: a new record of each layer, each tag of the selected record's layer."""

from collections.abc import Sequence

from annotation.codebook import Layer
from annotation.codebook.guiding import tip_of
from annotation.fields import Field
from annotation.records import Annotation
from gui.actions import Item


def layer_items(layers: Sequence[Layer]) -> list[Item]:
    """An action a layer, with the key that the codebook gives it."""
    return [
        Item(
            key=layer.id,
            text=layer.text,
            tip=tip_of(layer),
            keys=(layer.key.upper(),) if layer.key else (),
        )
        for layer in layers
    ]


def tag_items(layer: Layer | None) -> list[Item]:
    """An action a tag of the layer's chip field, with the digit or letter that sets it."""
    return [
        Item(
            key=tag.id,
            text=f"{tag.glyph} {tag.text}".strip(),
            tip=tip_of(tag),
            keys=(tag.key.upper(),) if tag.key else (),
        )
        for tag in (layer.tags if layer else ())
    ]


def pointing_fields(layer: Layer | None) -> list[Field]:
    """The fields of a layer whose value can be picked in the text."""
    return [
        field
        for field in (layer.fields if layer else ())
        if field.kind == "reference" and "annotation" in field.to
    ]


def applying_fields(layer: Layer | None, record: Annotation | None) -> list[Field]:
    """Those of them that apply to a record."""
    return [field for field in pointing_fields(layer) if record and field.is_visible(record.features)]
