"""WebAnno TSV 3: tokens with layers, stacked and sub-token annotations, slots, relations and chains."""

from collections.abc import Iterator
from pathlib import PurePath

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import MarkedText, new_article
from annotation.importers._marking.records import to_records
from annotation.importers._marking.tsv3 import parse_tsv3
from annotation.importers._marking.webanno_marks import WebannoMarks
from annotation.importers._reading.encoding import decode_file

_MARK = b"#FORMAT=WebAnno TSV 3"
_OLD = (
    b"#id=",
    b"# webanno.",
    b" # webanno.",
    b"# de.tudarmstadt.",
    b" # de.tudarmstadt.",
    b"#FORMAT=WebAnno TSV ",
)


class WebannoImporter:
    """Positions are UTF-16 units in the file, and code points once imported. Versions 1 and 2 are refused."""

    name = "webanno"
    label = "WebAnno TSV"
    extensions = (".tsv",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the first line names the format."""
        start = file.data[:4096].lstrip(b"\xef\xbb\xbf")
        if start.startswith(_MARK):
            return 1.0
        return 0.97 if _is_old(start) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for another kind of file, and for versions 1 and 2."""
        start = file.data[:4096].lstrip(b"\xef\xbb\xbf")
        if not start.startswith(_MARK) and _is_old(start):
            raise ImportFailure(
                "“{name}” is WebAnno TSV of an old version: export it as TSV 3 or UIMA CAS, and import that.",
                name=file.name,
            )
        if not start.startswith(_MARK):
            raise ImportFailure("“{name}” is no WebAnno TSV.", name=file.name)
        document = parse_tsv3(file.name, decode_file(file).text.lstrip("\ufeff"))
        if not document.text.strip():
            raise ImportFailure("“{name}” holds no text.", name=file.name)
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        marks, links = WebannoMarks(document, labels, leftovers).read()
        name = PurePath(file.name).name
        article = new_article(document.text, (self.name, name), source_file=name)
        marked = MarkedText(article=article, text=document.text, marks=marks, links=links)
        yield to_records(marked, labels, leftovers, self.name)
        yield from leftovers


def _is_old(start: bytes) -> bool:
    return start.startswith(_OLD) and (b"\n#text=" in start or b"\t" in start)


plug = WebannoImporter()
