"""The kinds of networks: what stands in their rows and columns and what the polarity does in them."""

from dataclasses import dataclass

from annotation.exporters._networks.events import SOURCE, STANCE
from annotation.exporters._networks.options import Plan

TWO_MODE, ONE_MODE, DIRECTED = "two-mode", "one-mode", "directed"

_AGGREGATIONS = {
    TWO_MODE: ("ignore", "combine", "subtract"),
    ONE_MODE: ("ignore", "subtract", "congruence", "conflict"),
    DIRECTED: ("ignore", "combine", "subtract"),
}
_NORMALIZATIONS = {
    TWO_MODE: ("no", "activity", "prominence"),
    ONE_MODE: ("no", "average", "jaccard", "cosine"),
    DIRECTED: ("no", "activity", "prominence"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of network as it is computed."""

    layer: str
    shape: str
    """Two-mode; one-mode, rows tied by the columns that they share; or directed, from rows to columns."""
    rows: str
    """A variable of the events."""
    columns: str
    aggregation: str
    normalization: str
    replaced: tuple[str, ...] = ()
    """What was chosen but is not known in networks of this shape."""

    @property
    def needs_sign(self) -> bool:
        """Whether an event without a polarity has no place."""
        return self.aggregation != "ignore"


_KINDS = {
    "actor-concept": (STANCE, TWO_MODE, "actor", "concept", "subtract"),
    "actor-congruence": (STANCE, ONE_MODE, "actor", "concept", "congruence"),
    "actor-conflict": (STANCE, ONE_MODE, "actor", "concept", "conflict"),
    "actor-actor": (STANCE, DIRECTED, "actor", "target", "subtract"),
    "source-co-use": (SOURCE, ONE_MODE, "actor", "", "ignore"),
    "outlet-source": (SOURCE, TWO_MODE, "outlet", "actor", "ignore"),
}


def kind_of_network(plan: Plan) -> Kind:
    """The kind of network that a plan asks for.

    An aggregation that the shape does not know becomes “ignore” and a normalization “no”, as in Discourse
    Network Analyzer; `replaced` names them. Attributions have no polarity: they are counted.
    """
    layer, shape, rows, columns, usual = _KINDS[plan.network]
    wanted = usual if plan.qualifier == "usual" else plan.qualifier
    known = _AGGREGATIONS[shape] if layer == STANCE else ("ignore",)
    aggregation = wanted if wanted in known else "ignore"
    normalization = plan.normalization if plan.normalization in _NORMALIZATIONS[shape] else "no"
    chosen = {wanted: aggregation, plan.normalization: normalization}
    return Kind(
        layer=layer,
        shape=shape,
        rows=rows,
        columns=columns or plan.co_use,
        aggregation=aggregation,
        normalization=normalization,
        replaced=tuple(value for value, taken in chosen.items() if value != taken),
    )
