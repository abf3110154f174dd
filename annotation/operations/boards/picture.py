"""Actors and the stances between them, as a picture draws them: nodes, edges, as many as can be seen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotation.operations.boards.counts import AGAINST, FAVOR, POLARITIES
from annotation.project.boards.parties import CONCEPT, Party
from annotation.project.boards.stances import Stance

MOST, MOST_EDGES = 300, 1_500
"""Nodes and edges that one picture shows: with more nobody sees anything."""


class Mode(StrEnum):
    """What ties the nodes."""

    STANCES = "stances"
    CONGRUENCE = "congruence"
    """Actors who are of one mind about the same targets."""
    CONFLICT = "conflict"
    """Actors who are of opposite minds about the same targets."""


@dataclass(frozen=True, slots=True)
class Node:
    """One actor or concept."""

    party: Party
    activity: int
    """How many stances it holds or is the target of."""


@dataclass(frozen=True, slots=True)
class Edge:
    """What ties two nodes: stances of one polarity, or agreement or disagreement about targets."""

    source: str
    target: str
    polarity: str
    weight: float
    ids: tuple[str, ...]
    """The stances that it is made of."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A network as it is drawn."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    directed: bool = True
    hidden: int = 0
    """How many nodes were left out because there are too many."""
    thinned: int = 0
    """How many of the weaker edges between those that are shown were left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePlan:
    """What a picture shows."""

    mode: Mode = Mode.STANCES
    polarities: frozenset[str] = frozenset({FAVOR, AGAINST})
    """Which stances tie nodes, where stances do."""
    concepts: bool = True
    """Whether free concepts are nodes."""
    minimum: int = 1
    """The least weight of an edge."""
    most: int = MOST
    most_edges: int = MOST_EDGES


def build_picture(stances: Iterable[Stance], plan: PicturePlan) -> Picture:
    """The network of some stances; those without a holder or a target tie nobody."""
    known = [one for one in stances if _ties(one, plan)]
    edges = _stance_edges(known) if plan.mode is Mode.STANCES else _shared_edges(known, plan)
    edges = [edge for edge in edges if edge.weight >= plan.minimum]
    return _strongest(edges, _parties(known), plan)


def _ties(stance: Stance, plan: PicturePlan) -> bool:
    if stance.holder is None or stance.target is None:
        return False
    wanted = plan.polarities if plan.mode is Mode.STANCES else {FAVOR, AGAINST}
    return stance.polarity in wanted and (plan.concepts or stance.target.type != CONCEPT)


def _parties(stances: Iterable[Stance]) -> dict[str, Party]:
    return {end.key: end for one in stances for end in (one.holder, one.target) if end is not None}


def _stance_edges(stances: Iterable[Stance]) -> list[Edge]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for one in stances:
        if one.holder is not None and one.target is not None:
            found.setdefault((one.holder.key, one.target.key, one.polarity), []).append(one.id)
    return [Edge(*key, float(len(ids)), tuple(ids)) for key, ids in found.items()]


def _shared_edges(stances: Iterable[Stance], plan: PicturePlan) -> list[Edge]:
    """Pairs of holders who agree, or disagree, about targets: the same weights as in an exported network."""
    # NumPy, SciPy and what is built on them take half a second to load, and stances alone need none of them.
    from annotation.exporters._networks.building import build_network, frame_of  # noqa: PLC0415
    from annotation.exporters._networks.events import Event  # noqa: PLC0415
    from annotation.exporters._networks.kinds import kind_of_network  # noqa: PLC0415
    from annotation.exporters._networks.options import read_plan  # noqa: PLC0415
    from annotation.exporters._networks.parties import Party as Actor  # noqa: PLC0415

    events = [
        Event(id=one.id, layer="stance", article=one.article, actor=Actor(one.holder.key),
              concept=one.target.key, polarity=one.polarity)
        for one in stances if one.holder is not None and one.target is not None
    ]  # fmt: skip
    asked = read_plan({"network": f"actor-{plan.mode.value}", "concept": "target"})
    kind = kind_of_network(asked)
    network = build_network(events, frame_of(events, asked, kind), asked, kind)
    polarity = FAVOR if plan.mode is Mode.CONGRUENCE else AGAINST
    return [Edge(tie.source, tie.target, polarity, tie.weight, ()) for tie in network.ties()]


def ids_between(stances: Iterable[Stance], edge: Edge, mode: Mode) -> tuple[str, ...]:
    """The stances that an edge is made of, where it ties two who agree or disagree about targets."""
    if mode is Mode.STANCES:
        return edge.ids
    ends = (edge.source, edge.target)
    said: dict[str, dict[str, set[str]]] = {}
    mine = [(one.id, one.target.key, one.holder.key, one.polarity) for one in stances
            if one.holder is not None and one.target is not None
            and one.holder.key in ends and one.polarity in (FAVOR, AGAINST)]  # fmt: skip
    for _id, target, holder, polarity in mine:
        said.setdefault(target, {}).setdefault(holder, set()).add(polarity)
    shared = {target for target, minds in said.items() if len(minds) == 2 and _meet(minds, mode)}
    return tuple(id_ for id_, target, _holder, _polarity in mine if target in shared)


def _meet(minds: dict[str, set[str]], mode: Mode) -> bool:
    """Whether two about one target agree somewhere, or disagree somewhere."""
    one, other = minds.values()
    return bool(one & other) if mode is Mode.CONGRUENCE else len(one | other) == 2


def _strongest(edges: Sequence[Edge], parties: dict[str, Party], plan: PicturePlan) -> Picture:
    """The network of the nodes that are tied most."""
    activity: Counter[str] = Counter()
    for edge in edges:
        activity[edge.source] += int(edge.weight)
        activity[edge.target] += int(edge.weight)
    ranked = sorted(activity, key=lambda key: (-activity[key], parties[key].name.casefold(), key))
    kept = set(ranked[: plan.most])
    inside = sorted((edge for edge in edges if edge.source in kept and edge.target in kept), key=_by_weight)
    shown = inside[-plan.most_edges :]
    tied = {end for edge in shown for end in (edge.source, edge.target)}
    return Picture(
        nodes=tuple(Node(parties[key], activity[key]) for key in ranked if key in tied),
        edges=tuple(shown),
        directed=plan.mode is Mode.STANCES,
        hidden=len(ranked) - len(tied),
        thinned=len(inside) - len(shown),
    )


def _by_weight(edge: Edge) -> tuple[float, str, str, int]:
    """The weakest first, so that the strong ones are drawn over them."""
    return edge.weight, edge.source, edge.target, POLARITIES.index(edge.polarity)
