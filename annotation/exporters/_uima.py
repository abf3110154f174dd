"""How layers, fields and links are called where UIMA's types are used: XMI, CAS JSON and WebAnno TSV."""

from annotation.codebook import Layer
from annotation.exporters._marks import ROLE, Mark, link_name
from annotation.exporters._pieces import CONTINUES

PREFIX = "webanno.custom.Selon"
"""INCEpTION takes layers of its users only under "webanno.custom"."""
WORDS = f"{PREFIX}Words"
"""The words of a role beside the main ones of a record, and the further pieces of any."""
LABEL = "label"
OWN = (LABEL, "id", "status", "note", "origin", "confidence")
"""What every record has beside the fields of its layer."""
TAKEN = {"begin", "end", "sofa", "type", "self", *OWN}
"""Names of features that no field can have: UIMA's own, cassis' and ours."""


def type_name(layer: str) -> str:
    """The name of the type for a layer."""
    return f"{PREFIX}{''.join(part.capitalize() for part in layer.replace('-', '_').split('_'))}"


def feature_name(key: str) -> str:
    """The name of a field's feature."""
    plain = key.replace("-", "_")
    return f"{plain}_" if plain in TAKEN else plain


def feature_names(layer: Layer) -> list[str]:
    """The features of a layer's type that are no links."""
    role = [ROLE] if len(layer.roles) > 1 else []
    return list(dict.fromkeys([*OWN, *(feature_name(one.id) for one in layer.fields), *role]))


def slots(layer: Layer) -> list[str]:
    """The links that records of a layer may have."""
    roles = [role.id for role in layer.roles] if len(layer.roles) > 1 else []
    fields = [link_name(layer.id, one) for one in layer.fields if one.kind == "reference"]
    return list(dict.fromkeys([*roles, *fields, CONTINUES]))


def slot_name(label: str) -> str:
    """The feature that holds the links of a label."""
    return f"{label.replace('-', '_')}_link"


def link_type(owner: str, label: str) -> str:
    """The type of such a link, of the type that has the feature."""
    return f"{owner}{label.replace('-', '_').capitalize()}Link"


def told(mark: Mark) -> dict[str, str]:
    """The features of the mark that carries a record: what all have, and its fields; "" for none."""
    record = mark.record
    sure = "" if record.confidence is None else repr(record.confidence)
    own = (mark.label, record.id, record.status.value, record.note, record.origin, sure)
    fields = {feature_name(key): value for key, value in mark.features.items()}
    return dict(zip(OWN, own, strict=True)) | fields
