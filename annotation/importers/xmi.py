"""UIMA CAS as XMI: a file, with its type system beside it or in a ZIP with it, as INCEpTION exports it."""

from collections.abc import Iterator
from pathlib import PurePath

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.cas_marks import marked_views
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.records import to_records
from annotation.importers._marking.xmi_cas import parse_xmi
from annotation.importers._reading.packages import Package, member_names
from annotation.importers._reading.sniffing import head

TYPE_SYSTEMS = ("TypeSystem.xml", "typesystem.xml")


class XmiImporter:
    """Every view with a text is an article. Positions are UTF-16 units in the file."""

    name = "xmi"
    label = "UIMA CAS XMI"
    extensions = (".xmi",)
    siblings: tuple[str, ...] = TYPE_SYSTEMS

    def recognises(self, file: SourceFile) -> float:
        """Sure when the file is an XMI element, or a ZIP of one with its type system."""
        if "<xmi:xmi" in head(file)[:4096]:
            return 1.0
        names = member_names(file)
        if not any(name.startswith("exportedproject") for name in names):
            return 0.95 if any(name.lower().endswith(".xmi") for name in names) else 0.0
        return 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for another kind of file."""
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        empty = True
        for name, data, type_system in _documents(file):
            cas = parse_xmi(name, data, labels.references, type_system)
            for marked in marked_views(cas, self.name, name, labels, leftovers):
                empty = False
                yield to_records(marked, labels, leftovers, self.name)
        if empty:
            raise ImportFailure("“{name}” holds no text.", name=file.name)
        yield from leftovers


def _documents(file: SourceFile) -> Iterator[tuple[str, bytes, bytes]]:
    """(name, XMI, type system) of each document."""
    if not file.data.startswith(b"PK"):
        yield PurePath(file.name).name, file.data, next(iter(file.siblings.values()), b"")
        return
    package = Package(file)
    types = next((name for name in package.names if name.lower().endswith("typesystem.xml")), "")
    type_system = package.read(types) if types else b""
    for name in package.names:
        if name.lower().endswith(".xmi"):
            yield PurePath(name).name, package.read(name), type_system


plug = XmiImporter()
