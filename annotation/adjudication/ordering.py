"""Which clusters a reviewer wants to see, and which of them first."""

from dataclasses import dataclass
from enum import StrEnum
from math import log2

from annotation.adjudication.cluster import Cluster, Kind

_KINDS = tuple(Kind)


class State(StrEnum):
    """How far a cluster is."""

    OPEN = "open"
    CHANGED = "changed"
    """Decided, and something changed since."""
    ASKED = "asked"
    """An annotator was asked about it and has not answered yet."""
    ANSWERED = "answered"
    DECIDED = "decided"
    AUTOMATIC = "automatic"
    """Decided, and not by a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a reviewer wants to see; what is empty asks for nothing in particular."""

    kinds: frozenset[str] = frozenset()
    layers: frozenset[str] = frozenset()
    annotators: frozenset[str] = frozenset()
    """Ids of those who stand alone with what they say, or lack."""
    states: frozenset[str] = frozenset()
    agreed: bool = False
    """Whether what all agree on is listed as well."""

    def passes(self, cluster: Cluster) -> bool:
        """Whether the cluster is to be listed."""
        if self.kinds and not self.kinds & set(cluster.kinds):
            return False
        if self.layers and cluster.layer not in self.layers:
            return False
        if self.states and not self.states & states_of(cluster):
            return False
        if self.annotators and not self.annotators & set(dissenters(cluster)):
            return False
        return self.agreed or bool(self.kinds or self.states) or not cluster.is_agreed

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for beside what all agree on."""
        return bool(self.kinds or self.layers or self.annotators or self.states)


def states_of(cluster: Cluster) -> frozenset[State]:
    """Everything that holds of a cluster."""
    found = set()
    if cluster.changed:
        found.add(State.CHANGED)
    if cluster.is_open:
        found.add(State.OPEN)
    else:
        found.add(State.DECIDED)
    if cluster.decision is not None and cluster.decision.automatic:
        found.add(State.AUTOMATIC)
    for asked in cluster.asked:
        found.add(State.ANSWERED if asked.answered else State.ASKED)
    return frozenset(found)


def dissenters(cluster: Cluster) -> tuple[str, ...]:
    """Those who do not say what most say: their record, its lack or one of its answers is the rarer one."""
    having = len(cluster.records)
    found = set()
    if having * 2 <= len(cluster.annotators):
        found |= set(cluster.records)
    if having * 2 >= len(cluster.annotators) > having:
        found |= set(cluster.annotators) - set(cluster.records)
    for row in cluster.rows:
        if row.differs:
            most = len(row.options[0].annotators)
            tied = len(row.options[1].annotators) == most
            found |= {who for option in row.options[0 if tied else 1 :] for who in option.annotators}
    return tuple(sorted(found))


def importance(cluster: Cluster) -> tuple[int, int, float, int]:
    """What sorts clusters by what matters, the greatest first.

    What changed since it was decided and what was answered come first, then what is open, then by kind in the
    order of `Kind`, by how evenly people are divided, and by how many rows differ.
    """
    worst = min((_KINDS.index(kind) for kind in cluster.kinds), default=len(_KINDS))
    news = cluster.changed or any(asked.answered for asked in cluster.asked)
    urgency = 2 if cluster.is_open and news else 1 if cluster.is_open else 0
    return urgency, -worst, disagreement(cluster), sum(row.differs for row in cluster.rows)


def disagreement(cluster: Cluster) -> float:
    """How evenly people are divided, in bits: the most divided of whether there is a record, and its rows."""
    total = len(cluster.annotators)
    presence = _bits([len(cluster.records), total - len(cluster.records)])
    rows = (_bits([len(option.annotators) for option in row.options]) for row in cluster.rows)
    return max([presence, *rows])


def _bits(counts: list[int]) -> float:
    total = sum(counts)
    return -sum(n / total * log2(n / total) for n in counts if n) if total else 0.0
