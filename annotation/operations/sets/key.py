"""The file that says which pseudonym stands for whom; it belongs to nobody but the lead."""

import csv
import io
from pathlib import Path

from annotation.exporters import ExportFailure
from annotation.operations.exporting import staged
from annotation.operations.sets.pseudonyms import Pseudonyms
from annotation.project import ProjectReader


def write_key(reader: ProjectReader, place: Path) -> None:
    """Write the pseudonyms of a project and the names behind them as CSV. Raises ExportFailure."""
    if place.is_dir():
        raise ExportFailure("“{path}” is a folder: name a file, or another folder.", path=place)
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(("pseudonym", "name"))
    writer.writerows(Pseudonyms.of(reader).key)
    with staged(place) as stage:
        stage.add(place, written.getvalue())
        stage.put_in_place()
