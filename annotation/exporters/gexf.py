"""GEXF: networks of actors, concepts and sources for Gephi.

Nodes have their label, mode, type and frequency, ties their weight and sign. It holds no words and no notes.
"""

from pathlib import Path

from annotation.exporters._base import Options, Progress, Report
from annotation.exporters._networks.options import NETWORK_OPTIONS
from annotation.records import Reader

_MOST = 500_000
"""Ties: NetworkX holds the whole document, which takes about a gigabyte of memory."""


class GexfExporter:
    """Writes one network, or one for each time window."""

    name = "gexf"
    label = "Network as GEXF for Gephi"
    extension = ".gexf"
    options = NETWORK_OPTIONS

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write the network by NetworkX, without the day of writing, which would change the bytes.

        The schema knows no name of a graph, which NetworkX writes.
        """
        # NumPy, SciPy and NetworkX take a second to load, and whoever asks for the label needs none of them.
        from networkx.readwrite.gexf import (  # type: ignore[import-untyped]  # noqa: PLC0415  ships no types
            GEXFWriter,
        )

        from annotation.exporters._networks.exporting import Form, export_networks  # noqa: PLC0415
        from annotation.exporters._networks.graphs import to_graph  # noqa: PLC0415
        from annotation.exporters._networks.network import Network  # noqa: PLC0415

        def write(network: Network, place: Path) -> None:
            writer = GEXFWriter(encoding="utf-8", version="1.2draft")
            writer.xml.find("meta").attrib.pop("lastmodifieddate", None)
            writer.add_graph(to_graph(network, _MOST))
            writer.xml.find("graph").attrib.pop("name", None)
            with place.open("wb") as stream:
                writer.write(stream)

        return export_networks(reader, out, progress, options, Form(self.extension, write))


plug = GexfExporter()
