"""GraphML: networks of actors, concepts and sources for visone, Gephi, igraph and NetworkX.

Nodes have their label, mode, type and frequency, ties their weight and sign; ids are numbers, since the
schema of GraphML takes no names with spaces. It holds no words and no notes.
"""

from pathlib import Path

from annotation.exporters._base import Options, Progress, Report
from annotation.exporters._networks.options import NETWORK_OPTIONS
from annotation.records import Reader

_MOST = 2_000_000
"""Ties: what takes about a gigabyte of memory."""


class GraphmlExporter:
    """Writes one network, or one for each time window."""

    name = "graphml"
    label = "Network as GraphML"
    extension = ".graphml"
    options = NETWORK_OPTIONS

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write the network by NetworkX."""
        # NumPy, SciPy and NetworkX take a second to load, and whoever asks for the label needs none of them.
        import networkx as nx  # type: ignore[import-untyped]  # noqa: PLC0415  NetworkX ships no types

        from annotation.exporters._networks.exporting import Form, export_networks  # noqa: PLC0415
        from annotation.exporters._networks.graphs import to_graph  # noqa: PLC0415
        from annotation.exporters._networks.network import Network  # noqa: PLC0415

        def write(network: Network, place: Path) -> None:
            graph = to_graph(network, _MOST, numbered=True)
            nx.write_graphml(graph, place, encoding="utf-8", named_key_ids=True)

        return export_networks(reader, out, progress, options, Form(self.extension, write))


plug = GraphmlExporter()
