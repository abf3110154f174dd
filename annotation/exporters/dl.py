"""UCINET DL: networks of actors, concepts and sources as a full matrix or a list of ties.

Names stand in double quotes, so that a double quote in a name becomes a single one. It holds names and
weights alone. A tie without direction stands twice in a list of ties, as UCINET reads it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotation.exporters._base import Choice, Option, Options, Progress, Report
from annotation.exporters._networks.options import NETWORK_OPTIONS
from annotation.exporters._networks.weights import plain
from annotation.records import Reader

if TYPE_CHECKING:
    from annotation.exporters._networks.matrix import Matrix
    from annotation.exporters._networks.network import Network


class DlExporter:
    """Writes one network, or one for each time window."""

    name = "dl"
    label = "Network for UCINET"
    extension = ".dl"
    options = (
        Option(
            name="shape",
            label="Shape of the data",
            default="fullmatrix",
            choices=(
                Choice(value="fullmatrix", label="Matrix"),
                Choice(value="edgelist", label="List of ties"),
            ),
        ),
        *NETWORK_OPTIONS,
    )

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write the network a row at a time."""
        # NumPy and SciPy take half a second to load, and whoever asks for the label needs neither.
        from annotation.exporters._networks.exporting import Form, export_networks  # noqa: PLC0415

        is_list = options["shape"] == "edgelist"

        def write(network: "Network", place: Path) -> None:
            with place.open("w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(f"{line}\n" for line in _lines(network, is_list=is_list))

        return export_networks(reader, out, progress, options, Form(self.extension, write))


def _lines(network: "Network", *, is_list: bool) -> Iterator[str]:
    matrix = network.matrix
    size = f"nr={len(matrix.rows)}, nc={len(matrix.columns)}" if network.two_mode else f"n={len(matrix.rows)}"
    shape = ("edgelist2" if network.two_mode else "edgelist1") if is_list else "fullmatrix"
    yield f"dl {size}, format={shape}"
    yield "row labels:" if network.two_mode else "labels:"
    yield from map(_label, matrix.rows)
    if network.two_mode:
        yield "col labels:"
        yield from map(_label, matrix.columns)
    yield "data:"
    yield from _ties(matrix) if is_list else (" ".join(map(plain, line)) for line in matrix.lines())


def _label(name: str) -> str:
    return '"' + name.replace('"', "'") + '"'


def _ties(matrix: "Matrix") -> Iterator[str]:
    for row, column, weight in matrix.cells():
        yield f"{row + 1} {column + 1} {plain(weight)}"
        if matrix.symmetric:
            yield f"{column + 1} {row + 1} {plain(weight)}"


plug = DlExporter()
