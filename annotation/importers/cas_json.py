"""UIMA CAS as JSON, as INCEpTION exports it since version 24."""

from collections.abc import Iterator
from pathlib import PurePath

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.cas_marks import marked_views
from annotation.importers._marking.json_cas import parse_json_cas
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.records import to_records
from annotation.importers._reading.sniffing import head

_MARKS = ('"%types"', '"%feature_structures"', '"%views"')
_LEGACY = ('"_context"', '"_views"', '"_referenced_fss"')


class CasJsonImporter:
    """Every view with a text is an article. Positions are UTF-16 units in the file."""

    name = "cas-json"
    label = "UIMA CAS JSON"
    extensions = (".json",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the keys of the format come first."""
        start = head(file)[:2000].lstrip("\ufeff \r\n\t")
        if not start.startswith("{"):
            return 0.0
        return 1.0 if any(mark in start for mark in (*_MARKS, *_LEGACY[:1])) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for another kind of file, and for the JSON of old versions."""
        start = head(file)[:2000]
        if any(mark in start for mark in _LEGACY[:1]):
            raise ImportFailure(
                "“{name}” is the JSON of an old version: export it as UIMA CAS JSON 0.4 or as XMI.",
                name=file.name,
            )
        cas = parse_json_cas(file.name, file.data)
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        empty = True
        for marked in marked_views(cas, self.name, PurePath(file.name).name, labels, leftovers):
            empty = False
            yield to_records(marked, labels, leftovers, self.name)
        if empty:
            raise ImportFailure("“{name}” holds no text.", name=file.name)
        yield from leftovers


plug = CasJsonImporter()
