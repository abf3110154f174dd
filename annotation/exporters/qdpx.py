"""REFI-QDA project (.qdpx): texts with codings, for MAXQDA, ATLAS.ti, NVivo and QualCoder."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

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
        losses, project = Losses(), _Project(Book.of(reader))
        articles = annotations = 0
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as package:
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                articles += 1
                annotations += project.add(sheet, losses)
                name = f"sources/{guid('article', sheet.article.id)}.txt"
                package.writestr(_member(name), sheet.text.encode("utf-8", "surrogatepass"))
            package.writestr(_member("project.qde"), project.as_xml())
        return Report(files=(place,), articles=articles, annotations=annotations, losses=losses.report())


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


class _Project:
    """The parts of the project's XML, in the order that the standard asks for."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sources = etree.Element("Sources")
        self._links = etree.Element("Links")
        self._used: dict[tuple[str, ...], None] = {}
        self._people: dict[str, None] = {}

    def add(self, sheet: Sheet, losses: Losses) -> int:
        """Take in an article and count the records that it brings."""
        marked = mark_up(sheet)
        count_usual_losses(marked, losses)
        pieces, links = in_pieces(marked, losses)
        article = sheet.article
        source = etree.SubElement(
            self._sources, "TextSource", guid=guid("article", article.id), name=xml_text(article.title),
            plainTextPath=f"internal://{guid('article', article.id)}.txt",
        )  # fmt: skip
        for piece in pieces:
            self._select(source, sheet, piece)
        for name, value in _variables(sheet):
            held = etree.SubElement(source, "VariableValue")
            etree.SubElement(held, "VariableRef", targetGUID=guid("variable", name))
            etree.SubElement(held, "TextValue").text = xml_text(value)
        for link in links:
            etree.SubElement(
                self._links, "Link", guid=guid("link", link.label, link.source, link.target), name=link.label,
                direction="OneWay", originGUID=guid("selection", link.source),
                targetGUID=guid("selection", link.target),
            )  # fmt: skip
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

    def as_xml(self) -> bytes:
        """The whole project; a part of which there is nothing is left out, as the schema asks for it."""
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
        for part in (self._sources, self._links):
            if len(part):
                root.append(part)
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
