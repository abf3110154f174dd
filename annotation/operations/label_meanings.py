"""What the labels of other programs can become in a codebook."""

from annotation.codebook import Codebook, Layer
from annotation.i18n import _

SKIP = "skip"
"""The meaning of a label that is left out."""


def meanings_of(codebook: Codebook) -> dict[str, str]:
    """Everything that a label can mean, as importers write it, with its words in the user's language.

    "entity" is a record of a layer, "entity.type=PER" one with a value, "source:cue" words for a role of one.
    """
    found = {SKIP: _("Leave it out")}
    for layer in codebook.layers:
        found |= {layer.id: layer.text, **_values(layer), **_roles(layer)}
    return found


def main_roles(codebook: Codebook) -> dict[str, str]:
    """The role of each layer that takes the words of a label which names none."""
    return {layer.id: layer.selection_role for layer in codebook.layers}


def _values(layer: Layer) -> dict[str, str]:
    return {
        f"{layer.id}.{field.id}={tag.id}": f"{layer.text} · {field.text} · {tag.text}"
        for field in layer.fields
        for tag in field.tags
    }


def _roles(layer: Layer) -> dict[str, str]:
    return {f"{layer.id}:{role.id}": f"{layer.text} · {role.text}" for role in layer.roles}
