"""A codebook in which a tag has a colour of its own."""

from dataclasses import replace

from annotation.codebook import Codebook

RED = "#7B0A0A"


def painted(codebook: Codebook, layer: str, field: str, tag: str, hue: str = RED) -> Codebook:
    """The codebook, a tag of a field in a colour."""

    def paint(one_layer: str, one_field: str, one_tag: str, before: str) -> str:
        return hue if (one_layer, one_field, one_tag) == (layer, field, tag) else before

    layers = tuple(
        replace(
            one,
            fields=tuple(
                replace(
                    part,
                    tags=tuple(
                        replace(each, hue=paint(one.id, part.id, each.id, each.hue)) for each in part.tags
                    ),
                )
                for part in one.fields
            ),
        )
        for one in codebook.layers
    )
    return replace(codebook, layers=layers)
