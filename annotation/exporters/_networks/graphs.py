"""A network as a graph of NetworkX."""

import networkx as nx  # type: ignore[import-untyped]  # NetworkX ships no types

from annotation.exporters._base import ExportFailure
from annotation.exporters._networks.network import Network


def to_graph(network: Network, most: int, *, numbered: bool = False) -> nx.Graph:
    """The graph with the nodes' label, mode, type and frequency and the ties' weight and sign.

    A node is known by its name, or by n0, n1 and so on where `numbered`, its name being the label.
    Raises ExportFailure where there are more than `most` ties, which would not fit into memory.
    """
    if len(network.matrix) > most:
        raise ExportFailure(
            "The network has {count} ties and the format takes {most}: choose a “minimum”, or export "
            "“network-csv” with the option shape=edges.",
            count=len(network.matrix), most=most,
        )  # fmt: skip
    graph = nx.DiGraph() if network.directed else nx.Graph()
    nodes = list(network.nodes())
    ids = {id_: f"n{place}" if numbered else id_ for place, (id_, _node) in enumerate(nodes)}
    for id_, node in nodes:
        graph.add_node(ids[id_], label=node.name, mode=node.mode, type=node.type, frequency=node.frequency)
    for tie in network.ties():
        told = {"meaning": tie.meaning} if tie.meaning else {}
        graph.add_edge(ids[tie.source], ids[tie.target], weight=float(tie.weight), sign=tie.sign, **told)
    return graph
