"""What can be learned about the records of each layer of a codebook."""

from annotation.codebook import Codebook, Layer, is_name, speaker_field
from annotation.detectors._teaching import Teachable

_CUE = "cue"
_BOTH = 2
_SETTLED = {
    "source_type": "source",
    "source_role": "source",
    "identification": "source",
    "cue_type": _CUE,
    "attribution_kind": _CUE,
}
"""{field: the role whose words settle it} in layers of several roles; other fields depend on the passage."""


def teachable_layers(codebook: Codebook) -> dict[str, Teachable]:
    """{layer: what can be learned about its records}."""
    return {layer.id: _teachable(layer) for layer in codebook.layers if layer.roles}


def _teachable(layer: Layer) -> Teachable:
    names = frozenset(field.id for field in layer.fields if is_name(field))
    if len(layer.roles) > 1:
        judged = _CUE if layer.role(_CUE) else layer.anchors[0]
        return Teachable(roles=layer.anchors, judged=judged, fields=_settled(layer), names=names,
                         spread=_CUE if judged == _CUE else "")  # fmt: skip
    (role,) = layer.anchors
    references = any(field.kind == "reference" for field in layer.fields)
    return Teachable(
        roles=layer.anchors,
        judged=role,
        label=layer.chip[0] if layer.chip else "",
        fields={field.id: role for field in layer.fields if field.kind != "reference"},
        names=names,
        pair=_pair(layer),
        spread="" if references else "words",
    )


def _pair(layer: Layer) -> tuple[str, ...]:
    """The two references that may name an entity, where there are two."""
    found = tuple(field.id for field in layer.fields if field.kind == "reference" and "entity" in field.to)
    return found if len(found) == _BOTH else ()


def _settled(layer: Layer) -> dict[str, str]:
    """The fields that the words of one role settle, with the role."""
    named = speaker_field(layer)
    found = {named.id: layer.anchors[0]} if named else {}
    table = {key: role for key, role in _SETTLED.items() if layer.field(key) and layer.role(role)}
    return found | table
