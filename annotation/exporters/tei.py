"""TEI with stand-off annotations: the text untouched, what was said about it beside it.

Each article is a `TEI` element whose text is one `ab` element, so that offsets are those of the project; a
record is a `spanGrp` with a `span` for the words of each role, its fields a feature structure (TEI P5).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._names import FileNames
from annotation.exporters._refi import xml_text
from annotation.exporters._sheet import Sheet
from annotation.exporters._unsaid import NOTE, ORIGIN, STATUS, read_and_count
from annotation.exporters._xml_names import is_word, xml_address, xml_id, xml_language, xml_name
from annotation.fields import Field, kind_of
from annotation.i18n import _
from annotation.records import Annotation, Json, Reader, Span

_TEI = "http://www.tei-c.org/ns/1.0"
_NAMES: Any = {None: _TEI}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_HOLDS = (NOTE, ORIGIN, STATUS, "outlet", "authors", "published", "url")


class TeiExporter:
    """Writes a file for each article, or one `teiCorpus` of all of them."""

    name = "tei"
    label = "TEI"
    extension = ".xml"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record; one without words is a group without spans."""
        return (
            _one_file(reader, out, progress)
            if out.suffix == self.extension
            else _folder(reader, out, progress)
        )


def _folder(reader: Reader, out: Path, progress: Progress) -> Report:
    out.mkdir(parents=True, exist_ok=True)
    names, losses, files, annotations = FileNames(), Losses(), list[Path](), 0
    for sheet in read_and_count(reader, progress, losses, _HOLDS):
        files.append(out / f"{names.take(sheet.article.title)}.xml")
        made = _document(sheet, losses)
        files[-1].write_bytes(_written(made))
        annotations += len(sheet.records)
    return Report(files=tuple(files), articles=len(files), annotations=annotations, losses=losses.report())


def _one_file(reader: Reader, out: Path, progress: Progress) -> Report:
    losses, articles, annotations = Losses(), 0, 0
    if not reader.count_articles():
        out.write_bytes(_written(_blank()))
        return Report(files=(out,), articles=0, annotations=0)
    # A file of our own: where the disk is full its errors are those of the system.
    with out.open("wb") as file, etree.xmlfile(file, encoding="utf-8") as stream:
        stream.write_declaration()
        with stream.element(f"{{{_TEI}}}teiCorpus", nsmap=_NAMES):
            stream.write(_header("Selon", []))
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                stream.write(_document(sheet, losses))
                articles += 1
                annotations += len(sheet.records)
    return Report(files=(out,), articles=articles, annotations=annotations, losses=losses.report())


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _blank() -> Any:
    """What stands for no articles: a corpus must have one."""
    root = etree.Element(f"{{{_TEI}}}TEI", nsmap=_NAMES)
    root.append(_header("Selon", []))
    _element(_element(_element(root, "text"), "body"), "p")
    return root


def _element(parent: Any, tag: str, text: str = "", /, **values: str | None) -> Any:
    made = etree.SubElement(parent, f"{{{_TEI}}}{tag}")
    for key, value in values.items():
        if value:
            made.set(f"{_XML}{key[4:]}" if key.startswith("xml_") else key, xml_text(value))
    if text:
        made.text = xml_text(text)
    return made


def _document(sheet: Sheet, losses: Losses) -> Any:
    article = sheet.article
    root = etree.Element(f"{{{_TEI}}}TEI", nsmap=_NAMES)
    root.set(f"{_XML}id", xml_id("a", article.id))
    root.append(_header(article.title, list(_source(sheet))))
    body = _element(_element(root, "text", xml_lang=xml_language(article.lang)), "body")
    _element(body, "ab", sheet.text, xml_id=xml_id("t", article.id), xml_space="preserve")
    if xml_text(sheet.text) != sheet.text:
        losses.add(_("texts with control characters"), _("each shown as a replacement sign"))
    beside = etree.Element(f"{{{_TEI}}}standOff", nsmap=_NAMES)
    for record in sheet.records:
        _record(beside, sheet, record)
    if len(beside):
        root.insert(1, beside)
    return root


def _source(sheet: Sheet) -> Iterator[tuple[str, str]]:
    article = sheet.article
    values = [("title", article.outlet), *(("author", one) for one in article.authors)]
    values += [("date", article.published), ("ptr", article.url)]
    return ((name, value) for name, value in values if value)


def _header(title: str, source: list[tuple[str, str]]) -> Any:
    header = etree.Element(f"{{{_TEI}}}teiHeader", nsmap=_NAMES)
    about = _element(header, "fileDesc")
    _element(_element(about, "titleStmt"), "title", title or "—")
    _element(_element(about, "publicationStmt"), "p", "Selon")
    held = _element(about, "sourceDesc")
    if not source:
        _element(held, "p", "—")
        return header
    printed = _element(held, "bibl")
    for name, value in source:
        if name == "ptr":
            _element(printed, name, target=xml_address(value))
        else:
            _element(printed, name, value, level="j" if name == "title" else None)
    return header


def _record(beside: Any, sheet: Sheet, record: Annotation) -> None:
    """A record: a group of spans, and its fields as a feature structure that the group points at."""
    kind, about_it, group_id = xml_name(record.layer), xml_id("f", record.id), xml_id("r", record.id)
    fields = _element(beside, "fs", type=kind, xml_id=about_it)
    layer = sheet.book.layer(record)
    for one in layer.fields if layer else ():
        if (value := record.features.get(one.id)) is not None:
            _feature(fields, sheet, one, value)
    about = {
        "status": record.status.value,
        "annotator": sheet.book.annotator(record),
        "origin": record.origin,
    }
    for name, told in about.items():
        if told:
            _element(_element(fields, "f", name=f"selon.{name}"), "string", told)
    group = _element(beside, "spanGrp", type=kind, xml_id=group_id, ana=f"#{about_it}")
    for role, spans in record.spans.items():
        _element(group, "span", type=xml_name(role), target=" ".join(_pointer(sheet, span) for span in spans))
    if record.note:
        _element(beside, "note", record.note, target=f"#{group_id}")


def _feature(fields: Any, sheet: Sheet, one: Field, value: Json) -> None:
    """A field: a pointer to a record, a text, or the keys of the registry and a text as one collection."""
    name = xml_name(one.id)
    target = next(iter(kind_of(one).annotations(value)), "")
    if target:
        _element(fields, "f", name=name, fVal=f"#{xml_id('r', target)}")
        return
    held = _element(fields, "f", name=name)
    keys = [key for key in kind_of(one).entities(value) if is_word(xml_text(key))]
    if keys:
        held = _element(held, "vColl")
    for key in keys:
        _element(held, "symbol", value=key)
    _element(held, "string", sheet.told(value, one))


def _pointer(sheet: Sheet, span: Span) -> str:
    """The stretch as a pointer of TEI: the element, the offset in it, and the number of code points."""
    return f"#string-range({xml_id('t', sheet.article.id)},{span.start},{len(span)})"


plug = TeiExporter()
