"""Where the nodes of a network picture stand: near those to whom they are tied, parts side by side."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from annotation.operations.boards.picture import Picture

Place = tuple[float, float]
"""Right and down of the upper left corner; 1 is the usual distance of two nodes that are tied."""

_SEED = 7
_SMALL = 60
"""Nodes up to which distances are followed exactly, which looks better and takes longer."""
_STEPS = 80
_GAP = 1.2


def lay_out(picture: Picture, check: Callable[[], None] = lambda: None) -> dict[str, Place]:
    """A place for each node, the same for the same network. `check` may raise to stop the work."""
    # NetworkX takes a quarter of a second to load, and most windows never show a network.
    import networkx as nx  # type: ignore[import-untyped]  # noqa: PLC0415  ships no types

    graph = nx.Graph()
    graph.add_nodes_from(node.party.key for node in picture.nodes)
    for edge in picture.edges:
        before = graph.get_edge_data(edge.source, edge.target, {"weight": 0.0})["weight"]
        graph.add_edge(edge.source, edge.target, weight=before + edge.weight)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    placed: list[Mapping[str, Place]] = []
    for part in parts:
        check()
        placed.append(_part(_ordered(graph, part), len(part)))
    return _packed(placed)


def _ordered(graph: Any, part: Iterable[str]) -> Any:
    """A part of a graph whose nodes and ties have an order of their own, whatever the order of a set."""
    import networkx as nx  # noqa: PLC0415  loaded by now

    found = nx.Graph()
    found.add_nodes_from(sorted(part))
    found.add_edges_from(sorted(tuple(sorted(pair)) for pair in graph.subgraph(part).edges))
    return found


def _part(graph: Any, count: int) -> Mapping[str, Place]:
    """The places of nodes that are all tied to each other somehow, around their own middle."""
    import networkx as nx  # noqa: PLC0415  loaded by now

    if count == 1:
        return dict.fromkeys(graph, (0.0, 0.0))
    size = count**0.5
    if count <= _SMALL:
        found = nx.kamada_kawai_layout(graph, weight=None)
    else:
        start = nx.circular_layout(graph)
        found = nx.spring_layout(graph, pos=start, k=3.5 / size, iterations=_STEPS, seed=_SEED, weight=None)
    return {key: (float(place[0]) * size, float(place[1]) * size) for key, place in found.items()}


def _packed(parts: Sequence[Mapping[str, Place]]) -> dict[str, Place]:
    """The parts side by side in lines, the largest first, as wide altogether as a window is."""
    boxes = [_box(part) for part in parts]
    area = sum((right - left + _GAP) * (bottom - top + _GAP) for left, top, right, bottom in boxes)
    widest = max((right - left + _GAP for left, _top, right, _bottom in boxes), default=0.0)
    room = max(widest, (area * 1.8) ** 0.5)
    found: dict[str, Place] = {}
    x = y = height = 0.0
    for part, (left, top, right, bottom) in zip(parts, boxes, strict=True):
        if x and x + right - left > room:
            x, y, height = 0.0, y + height + _GAP, 0.0
        for key, (across, down) in part.items():
            found[key] = (x + across - left, y + down - top)
        x += right - left + _GAP
        height = max(height, bottom - top)
    return found


def _box(part: Mapping[str, Place]) -> tuple[float, float, float, float]:
    across = [place[0] for place in part.values()]
    down = [place[1] for place in part.values()]
    return min(across), min(down), max(across), max(down)
