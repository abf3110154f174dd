"""Small documents put together in memory: packages of XML, PDF pages, rich text, crawls."""

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from annotation.importers import IMPORTERS, Imported, Skipped, SourceFile

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)


def read(format_: str, data: bytes, name: str = "folder/a file") -> list[Imported | Skipped]:
    """Everything that an importer makes of the data."""
    return list(IMPORTERS[format_].read(SourceFile(name=name, data=data)))


def articles(format_: str, data: bytes, name: str = "folder/a file") -> list[Imported]:
    """The articles that an importer makes of the data."""
    return [found for found in read(format_, data, name) if isinstance(found, Imported)]


def article(format_: str, data: bytes, name: str = "folder/a file") -> Imported:
    """The only article of the data."""
    (found,) = articles(format_, data, name)
    return found


def package(members: Mapping[str, str | bytes], stored: str = "") -> bytes:
    """A ZIP file; the member named `stored` comes first and is not packed, as EPUB and ODT want it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            file.writestr(zipfile.ZipInfo(name, (2024, 3, 1, 9, 0, 0)), content, kind)
    return buffer.getvalue()


def docx(paragraphs: Sequence[str], properties: str = "") -> bytes:
    """A Word document; a paragraph that begins with "<" is XML already."""
    body = "".join(
        text if text.startswith("<") else f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
        for text in paragraphs
    )
    members = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        "docProps/core.xml": CORE.format(properties),
    }
    return package(members)


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]], title: str = "") -> bytes:
    """A PDF whose pages have texts at (x, y) in a size, in the letters of Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, texts in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_pdf_text(text)}) Tj ET\n" for x, y, size, text in texts
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream")
    return _pdf_file(objects, title)


def _pdf_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _pdf_file(objects: Sequence[str], title: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate([*objects, f"<< /Title ({_pdf_text(title)}) >>"], 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R /Info {len(places)} 0 R >>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    )
    return data + end.encode("cp1252")


def warc(records: Sequence[tuple[str, str, str, bytes]], packed: bool = False) -> bytes:
    """A crawl of records (kind, address, type, content); a response gets the head of an answer."""
    data = b""
    for number, (kind, address, type_, content) in enumerate(records, 1):
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {type_}\r\nContent-Length: {len(content)}\r\n\r\n"
        answered = kind in {"response", "revisit"}
        block = head.encode() + content if answered else content
        lines = (
            "WARC/1.0",
            f"WARC-Type: {kind}",
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>",
            f"WARC-Target-URI: {address}",
            "WARC-Date: 2024-03-01T09:30:00Z",
            f"Content-Type: {'application/http; msgtype=response' if answered else type_}",
            f"Content-Length: {len(block)}",
        )
        record = "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
        data += gzip.compress(record, mtime=0) if packed else record
    return data
