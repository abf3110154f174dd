"""INCEpTION and WebAnno projects (ZIP): the documents, with all annotators' work and the curation."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.cas import Cas
from annotation.importers._marking.cas_marks import marked_views
from annotation.importers._marking.gathering import gather
from annotation.importers._marking.json_cas import parse_json_cas
from annotation.importers._marking.labels import Labels, load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import MarkedText, new_article
from annotation.importers._marking.records import to_records
from annotation.importers._marking.tsv3 import parse_tsv3
from annotation.importers._marking.webanno_marks import WebannoMarks
from annotation.importers._marking.xmi_cas import parse_xmi
from annotation.importers._reading.encoding import decode
from annotation.importers._reading.packages import Package, member_names
from annotation.records import GOLD, Article

_FOLDERS = ("annotation", "curation")
_SERIALISED = ("annotation_ser", "curation_ser")
_INITIAL = "INITIAL_CAS"
_CURATION = "CURATION_USER"
_TSV = b"#FORMAT=WebAnno TSV 3"


class InceptionImporter:
    """One article a document; curated annotations are the gold set. Java's .ser files are never opened."""

    name = "inception"
    label = "INCEpTION project"
    extensions = (".zip",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when a ZIP holds an exported project."""
        names = member_names(file)
        return (
            1.0
            if any(name.startswith("exportedproject") and name.endswith(".json") for name in names)
            else 0.0
        )

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for another kind of file."""
        if not self.recognises(file):
            raise ImportFailure("“{name}” is no exported project of INCEpTION.", name=file.name)
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        package = Package(file)
        documents = _documents(package)
        for name, document in documents.items():
            yield from _read_document(name, document, package, labels, leftovers)
        if not documents:
            raise ImportFailure("“{name}” holds no documents.", name=file.name)
        yield from leftovers


@dataclass(slots=True)
class _Document:
    """Where the ZIP holds what of one document."""

    source: str = ""
    readable: list[tuple[str, str]] = field(default_factory=list)
    """(annotator, member)"""
    serialised: set[str] = field(default_factory=set)
    """Annotators whose work is there as .ser, which only Java reads."""


def _documents(package: Package) -> dict[str, _Document]:
    found: dict[str, _Document] = {}
    for member in package.names:
        path = PurePosixPath(member)
        folder = path.parts[0] if path.parts else ""
        if folder == "source" and len(path.parts) == 2 and path.name:
            found.setdefault(path.name, _Document()).source = member
        elif folder in (*_FOLDERS, *_SERIALISED) and len(path.parts) == 3 and path.name:
            document = found.setdefault(path.parts[1], _Document())
            if path.stem == _INITIAL:
                continue
            if path.suffix.lower() == ".ser":
                document.serialised.add(path.stem)
            else:
                document.readable.append((path.stem, member))
    return found


def _read_document(
    name: str, document: _Document, package: Package, labels: Labels, leftovers: Leftovers
) -> Iterator[Imported]:
    """The article of one document. What cannot be read of it is reported; the other documents come in."""
    texts: list[MarkedText] = []
    source = _source_text(document, package)
    done: set[str] = set()
    for annotator, member in sorted(document.readable):
        try:
            found = _annotated(name, annotator, package.read(member), source, labels, leftovers)
        except AnnotationError as error:
            leftovers.say(str(error))
            continue
        if found:
            done.add(annotator)
            texts += found
    if missing := sorted(document.serialised - done):
        leftovers.say(
            _(
                "“{document}”: the annotations of {people} are there only as Java objects (.ser), which no "
                "other program reads: export the project with the format UIMA CAS JSON or XMI.",
                document=name,
                people=", ".join(missing),
            )
        )
    if not texts and source is not None and source.strip():
        texts = [MarkedText(article=_article(name, source), text=source)]
    if not texts:
        leftovers.say(_("“{title}” has no text.", title=name))
    for marked in gather(texts):
        yield to_records(marked, labels, leftovers, "inception")


def _article(name: str, text: str) -> Article:
    return new_article(text, ("inception", name), source_file=name)


def _source_text(document: _Document, package: Package) -> str | None:
    """The source as text, if it is plain text."""
    if not document.source or not document.source.lower().endswith((".txt", ".text", ".md")):
        return None
    return decode(package.read(document.source)).text


def _annotated(
    name: str, annotator: str, data: bytes, source: str | None, labels: Labels, leftovers: Leftovers
) -> list[MarkedText]:
    """What one annotator made of a document; [] for a file that holds no annotations."""
    person = GOLD.name if annotator == _CURATION else annotator
    if data.startswith(b"PK"):
        inner = Package(SourceFile(name=name, data=data))
        types = next((one for one in inner.names if one.lower().endswith("typesystem.xml")), "")
        type_system = inner.read(types) if types else b""
        member = next((one for one in inner.names if one.lower().endswith((".xmi", ".tsv", ".json"))), "")
        return (
            _read_one(name, person, inner.read(member), type_system, source, labels, leftovers)
            if member
            else []
        )
    return _read_one(name, person, data, b"", source, labels, leftovers)


def _read_one(
    name: str,
    person: str,
    data: bytes,
    type_system: bytes,
    source: str | None,
    labels: Labels,
    leftovers: Leftovers,
) -> list[MarkedText]:
    start = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(_TSV):
        document = parse_tsv3(name, decode(data).text.lstrip("\ufeff"), source)
        marks, links = WebannoMarks(document, labels, leftovers).read()
        found = [
            MarkedText(article=_article(name, document.text), text=document.text, marks=marks, links=links)
        ]
    elif b"<xmi:XMI" in start:
        found = _of_cas(parse_xmi(name, data, labels.references, type_system), name, labels, leftovers)
    elif start.startswith(b"{") and (b'"%TYPES"' in start or b'"%FEATURE_STRUCTURES"' in start):
        found = _of_cas(parse_json_cas(name, data), name, labels, leftovers)
    else:
        return []
    return [_by(person, one) for one in found]


def _of_cas(cas: Cas, name: str, labels: Labels, leftovers: Leftovers) -> list[MarkedText]:
    return list(marked_views(cas, "inception", name, labels, leftovers))


def _by(person: str, marked: MarkedText) -> MarkedText:
    """The text with all its marks as one annotator's."""
    return replace(marked, marks=tuple(replace(mark, annotator=person) for mark in marked.marks))


plug = InceptionImporter()
