"""REFI-QDA project (.qdpx): texts with codings, for MAXQDA, ATLAS.ti, NVivo and QualCoder."""

import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from lxml import etree

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._marks import mark_up
from annotation.exporters._pieces import Piece, count_usual_losses, in_pieces
from annotation.exporters._refi import ORIGIN, code_path, codes, guid, xml_text
from annotation.exporters._sheet import Book, Sheet
from annotation.exporters._unsaid import NOTE, read_and_count
from annotation.exporters._xml_names import xml_moment
from annotation.records import Reader

_NAMES: Any = {None: "urn:QDA-XML:project:1.0"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_VARIABLES = ("outlet", "published", "url", "section", "lang")
_HOLDS = (NOTE, "outlet", "published", "section", "url")


class QdpxExporter:
    """A record is a coded selection for each stretch of its words; links join the words of one record."""

    name = "qdpx"
    label = "REFI-QDA project"
    extension = ".qdpx"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words; its fields are the description of its selection."""
        place = out if out.suffix == self.extension else out / "project.qdpx"
        place.parent.mkdir(parents=True, exist_ok=True)
        losses = Losses()
        articles = annotations = 0
        with (
            TemporaryFile(dir=place.parent) as sources,
            TemporaryFile(dir=place.parent) as links,
            zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as package,
        ):
            project = _Project(Book.of(reader), _Part("Sources", sources), _Part("Links", links))
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                articles += 1
                annotations += project.add(sheet, losses)
                name = f"sources/{guid('article', sheet.article.id)}.txt"
                package.writestr(_member(name), sheet.text.encode("utf-8", "surrogatepass"))
            project.write(package)
        return Report(files=(place,), articles=articles, annotations=annotations, losses=losses.report())


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


class _Part:
    """An element that grows by its children in a file: those of many articles have no room in memory."""

    def __init__(self, name: str, file: IO[bytes]) -> None:
        self._name = name
        self._file = file

    def add(self, child: Any) -> None:
        """Add a child that is complete."""
        self._file.write(etree.tostring(child, encoding="utf-8", xml_declaration=False))

    def chunks(self) -> Iterator[bytes]:
        """The written element; nothing where it has no children, as the schema asks for it."""
        if self._file.tell():
            self._file.seek(0)
            yield f"<{self._name}>".encode()
            yield from iter(partial(self._file.read, _CHUNK), b"")
            yield f"</{self._name}>".encode()

    @property
    def size(self) -> int:
        """The bytes of `chunks`."""
        return self._file.tell() + 2 * len(self._name) + len("<></>") if self._file.tell() else 0


class _Project:
    """The parts of the project's XML, in the order that the standard asks for."""

    def __init__(self, book: Book, sources: _Part, links: _Part) -> None:
        self._book = book
        self._sources = sources
        self._links = links
        self._used: dict[tuple[str, ...], None] = {}
        self._people: dict[str, None] = {}

    def add(self, sheet: Sheet, losses: Losses) -> int:
        """Take in an article and count the records that it brings."""
        marked = mark_up(sheet)
        count_usual_losses(marked, losses)
        pieces, links = in_pieces(marked, losses)
        article = sheet.article
        source = etree.Element(
            "TextSource", guid=guid("article", article.id), name=xml_text(article.title),
            plainTextPath=f"internal://{guid('article', article.id)}.txt",
        )  # fmt: skip
        for piece in pieces:
            self._select(source, sheet, piece)
        for name, value in _variables(sheet):
            held = etree.SubElement(source, "VariableValue")
            etree.SubElement(held, "VariableRef", targetGUID=guid("variable", name))
            etree.SubElement(held, "TextValue").text = xml_text(value)
        self._sources.add(source)
        for link in links:
            self._links.add(etree.Element(
                "Link", guid=guid("link", link.label, link.source, link.target), name=link.label,
                direction="OneWay", originGUID=guid("selection", link.source),
                targetGUID=guid("selection", link.target),
            ))  # fmt: skip
        return len(sheet.records) - len(marked.wordless)

    def _select(self, source: Any, sheet: Sheet, piece: Piece) -> None:
        path, person = code_path(piece.mark), piece.mark.record.annotator
        self._used[path] = self._people[person] = None
        words = " ".join(sheet.text[piece.span.start : piece.span.end].split())
        made = {"creatingUser": guid("person", person)}
        if created := xml_moment(piece.mark.record.created):
            made["creationDateTime"] = created
        selection = etree.SubElement(
            source, "PlainTextSelection", {
                "guid": guid("selection", piece.key), "name": xml_text(words[:80]),
                "startPosition": str(piece.span.start), "endPosition": str(piece.span.end), **made,
            },
        )  # fmt: skip
        if told := _told(piece):
            etree.SubElement(selection, "Description").text = xml_text(told)
        coding = etree.SubElement(selection, "Coding", {"guid": guid("coding", piece.key), **made})
        etree.SubElement(coding, "CodeRef", targetGUID=guid("code", *path))

    def write(self, package: zipfile.ZipFile) -> None:
        """Write the whole project as the last part of its package."""
        head, end, _after = self._frame().rpartition(b"</Project>")
        info = _member("project.qde")
        info.file_size = len(head) + self._sources.size + self._links.size + len(end)
        with package.open(info, "w") as stream:
            for chunk in chain([head], self._sources.chunks(), self._links.chunks(), [end]):
                stream.write(chunk)

    def _frame(self) -> bytes:
        """What stands around the sources and links."""
        root = etree.Element("Project", name="Selon", origin=ORIGIN, nsmap=_NAMES)
        users = etree.Element("Users")
        for person in sorted(self._people):
            name = xml_text(self._book.people[person].name)
            etree.SubElement(users, "User", guid=guid("person", person), name=name)
        if len(users):
            root.append(users)
        book = etree.SubElement(root, "CodeBook")
        book.append(codes(self._book.codebook, self._used))
        variables = etree.SubElement(root, "Variables")
        for name in _VARIABLES:
            etree.SubElement(
                variables, "Variable", guid=guid("variable", name), name=name, typeOfVariable="Text"
            )
        return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _variables(sheet: Sheet) -> Iterator[tuple[str, str]]:
    values: Mapping[str, Any] = {name: getattr(sheet.article, name) for name in _VARIABLES}
    return ((name, str(value)) for name, value in values.items() if value)


def _told(piece: Piece) -> str:
    """The fields and the note of a record, at the first stretch of its main words."""
    if not (piece.is_first and piece.mark.is_hub):
        return ""
    fields = [f"{name}: {value}" for name, value in piece.mark.features.items()]
    return "\n".join(filter(None, [*fields, piece.mark.record.note]))


plug = QdpxExporter()
