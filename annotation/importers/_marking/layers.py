"""Annotations of UIMA layers as marks: which feature is the label, which are relations, slots and chains."""

from collections.abc import Mapping
from typing import Any

from annotation.importers._marking.labels import Labels, last_part
from annotation.importers._marking.mark import Link, Mark
from annotation.records import Json, Span

NEXT = "next"
"""The label of a relation between neighbours in a chain that has none of its own."""
CHAIN_FEATURES = ("referenceRelation", "referenceType")


def layer_mark(
    key: str, type_: str, spans: tuple[Span, ...], features: Mapping[str, Any], labels: Labels
) -> Mark:
    """The mark for an annotation of a layer: its label is the feature that names kinds, if one is set."""
    name = _label_feature(features, labels)
    rest: dict[str, Json] = {
        key: value for key, value in features.items() if key != name and value not in (None, "")
    }
    return Mark(key=key, label=str(features[name]) if name else "", group=type_, spans=spans, features=rest)


def layer_link(type_: str, source: str, target: str, features: Mapping[str, Any], labels: Labels) -> Link:
    """The relation for an annotation of a relation layer, called by its label, else by its layer."""
    name = _label_feature(features, labels)
    rest: dict[str, Json] = {
        key: value for key, value in features.items() if key != name and value not in (None, "")
    }
    label = str(features[name]) if name else last_part(type_)
    if name:
        rest["layer"] = last_part(type_)
    return Link(label=label, source=source, target=target, features=rest)


def _label_feature(features: Mapping[str, Any], labels: Labels) -> str:
    return next(
        (name for name in labels.label_features if isinstance(features.get(name), str) and features[name]), ""
    )
