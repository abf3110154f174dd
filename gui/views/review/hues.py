"""The colours of tags in Review: of a whole cluster, and of one value of a field."""

from annotation.adjudication import Cluster, Value
from annotation.codebook import Layer, Role
from annotation.fields import Field


def cluster_hue(cluster: Cluster, layer: Layer | None) -> str:
    """The colour of a cluster ("#RRGGBB"): of the tag that was decided or that all give, else of the layer.

    "" where the layer is not known.
    """
    if layer is None:
        return ""
    records = [cluster.gold] if cluster.gold else list(cluster.records.values())
    hues = {layer.hue_of(record.features) for record in records}
    return hues.pop() if len(hues) == 1 else layer.hue


def value_hue(part: Role | Field, value: Value) -> str:
    """The colour that the tag which is a field's value, or the first one, has of its own; "" for none."""
    if isinstance(part, Role):
        return ""
    first = next(iter(value), None) if isinstance(value, list | tuple) else value
    tag = part.tag(first) if isinstance(first, str) else None
    return tag.hue if tag else ""
