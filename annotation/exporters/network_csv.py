"""Networks as CSV: a matrix with names on both sides, or a list of ties.

A matrix holds names and weights alone. Cells that begin with = + - @ are written
as they are: open the files as text.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from annotation.exporters._base import Choice, Option, Options, Progress, Report
from annotation.exporters._networks.options import NETWORK_OPTIONS
from annotation.exporters._networks.weights import plain
from annotation.exporters._separator import SEPARATOR, separator
from annotation.records import Reader

if TYPE_CHECKING:
    from annotation.exporters._networks.network import Network


class NetworkCsvExporter:
    """Writes one network, or one for each time window."""

    name = "network-csv"
    label = "Network as CSV"
    extension = ".csv"
    options = (
        Option(
            name="shape",
            label="Shape of the table",
            default="matrix",
            choices=(Choice(value="matrix", label="Matrix"), Choice(value="edges", label="List of ties")),
        ),
        SEPARATOR,
        *NETWORK_OPTIONS,
    )

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write the network a row at a time."""
        # NumPy and SciPy take half a second to load, and whoever asks for the label needs neither.
        from annotation.exporters._networks.exporting import Form, export_networks  # noqa: PLC0415

        fill = _fill_edges if options["shape"] == "edges" else _fill_matrix

        def write(network: "Network", place: Path) -> None:
            with place.open("w", encoding="utf-8", newline="") as stream:
                writer = csv.writer(stream, delimiter=separator(options))
                fill(network, writer.writerow)

        return export_networks(
            reader,
            out,
            progress,
            options,
            Form(self.extension, write, holds_isolates=options["shape"] == "matrix"),
        )


def _fill_matrix(network: "Network", row: Callable[[list[str]], object]) -> None:
    matrix = network.matrix
    row(["", *matrix.columns])
    for name, line in zip(matrix.rows, matrix.lines(), strict=True):
        row([name, *map(plain, line)])


def _fill_edges(network: "Network", row: Callable[[list[str]], object]) -> None:
    combined = bool(network.matrix.meanings)
    row(["source", "target", "weight", *(["meaning"] if combined else [])])
    for tie in network.ties():
        row([tie.source, tie.target, plain(tie.weight), *([tie.meaning] if combined else [])])


plug = NetworkCsvExporter()
