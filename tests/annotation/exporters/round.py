"""There and back: a shelf written by an exporter and read by the importer of the same format."""

from collections.abc import Iterable
from pathlib import Path

from annotation.exporters import EXPORTERS, Report, choose_options
from annotation.importers import IMPORTERS, Imported, SourceFile
from annotation.records import Annotation
from tests.contracts.shelf import Shelf

Said = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""A record's layer, and its words by role."""


def write(name: str, shelf: Shelf, out: Path, **chosen: str) -> Report:
    """Export a shelf."""
    exporter = EXPORTERS[name]
    return exporter.export(shelf, out, lambda *now: None, choose_options(exporter, chosen))


def read(name: str, path: Path, *beside: Path) -> list[Imported]:
    """The articles that an importer finds in a file that lies beside others."""
    siblings = {one.name: one.read_bytes() for one in beside}
    file = SourceFile(name=path.name, data=path.read_bytes(), siblings=siblings)
    return [one for one in IMPORTERS[name].read(file) if isinstance(one, Imported)]


def said(records: Iterable[Annotation], text: str) -> list[Said]:
    """What records have in common with those that mean the same in another project."""
    return sorted(
        (
            record.layer,
            tuple(
                (role, tuple(text[span.start : span.end] for span in spans))
                for role, spans in sorted(record.spans.items())
                if spans
            ),
        )
        for record in records
    )


def shelved(shelf: Shelf, article: str) -> list[Said]:
    """The same of the records of an article of a shelf that have any words."""
    records = [record for record in shelf.records if record.article == article and any(record.spans.values())]
    return said(records, shelf.texts[article])
