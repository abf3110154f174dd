"""Crawls of the web (WARC, ARC and WET, packed or not): every page that was answered is one article."""

import importlib
import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from annotation.i18n import _, ngettext
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.encoding import decode
from annotation.importers._reading.paragraphs import clean_lines, text_of
from annotation.importers._reading.webpages import read_page

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_UNSTATED = "unstated"
"""The type of an answer that does not say what it is."""
_HTML = re.compile(rb"\s*(?:<[?!][^>]*>\s*)*<(?:html|head|body)\b", re.IGNORECASE)
_KINDS = frozenset({"response", "resource", "conversion"})
_PAGE_LIMIT = 16 * 1024 * 1024
"""Bytes of a page above which it is no article."""
_LIMIT = 4 * 1024 * 1024 * 1024
"""Bytes that a crawl may unpack to."""
_DAMAGED = (zlib.error, EOFError, OSError, ValueError, AttributeError, LookupError)
"""What reading a crawl may raise that breaks off or holds something else."""
_BEGINNINGS = (b"WARC/0.", b"WARC/1.", b"filedesc://")


class WarcImporter:
    """Pages of answers and their converted texts; requests, repeated visits and pictures are no articles."""

    name = "warc"
    label = "Web crawl (WARC)"
    extensions = (".warc", ".warc.gz", ".arc", ".arc.gz", ".wet", ".wet.gz", ".gz")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the first record begins, unpacked if need be, as those of a crawl do."""
        return 0.98 if _beginning(file.data).startswith(_BEGINNINGS) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The pages, and how many records are none. Raises ImportFailure where nothing can be read."""
        if not self.recognises(file):
            raise ImportFailure("“{name}” is no crawl of the web.", name=file.name)
        left_out: Counter[str] = Counter()
        problems: list[str] = []
        try:
            yield from read_each(_pages(file.data, left_out, problems), _read, self.name, file)
        except ImportFailure:
            if not left_out and not problems:
                raise
        for kind, count in sorted(left_out.items()):
            said = ngettext(
                "One record of the kind “{kind}” is no page.",
                "{n} records of the kind “{kind}” are no pages.",
                count,
                kind=kind,
            )
            yield Skipped(file=file.name, reason=said)
        yield from (Skipped(file=file.name, reason=reason, failed=True) for reason in problems)


def _beginning(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data[:64].lstrip()
    try:
        return zlib.decompressobj(31).decompress(data[:4096], 64)
    except zlib.error:
        return b""


def _reader() -> ModuleType:
    # warcio is needed for crawls alone, and takes a while to import. What it says goes into the report.
    logging.getLogger("warcio").setLevel(logging.ERROR)
    return importlib.import_module("warcio.archiveiterator")


class _Page:
    """What a record says about one page."""

    def __init__(self, record: Any, data: bytes) -> None:
        headers = record.rec_headers
        self.url = str(headers.get_header("WARC-Target-URI") or "")
        self.crawled = str(headers.get_header("WARC-Date") or "")
        self.id = str(headers.get_header("WARC-Record-ID") or "")
        self.kind, self.charset = _type_of(record)
        self.data = data


def _type_of(record: Any) -> tuple[str, str]:
    """The media type and the charset that the answer, or else the record, states."""
    answer = record.http_headers
    stated = answer.get_header("Content-Type") or _UNSTATED if answer else None
    kind, _semicolon, rest = (stated or record.rec_headers.get_header("Content-Type") or "").partition(";")
    return kind.strip().lower(), rest.partition("charset=")[2].strip(" \"'")


def _pages(data: bytes, left_out: Counter[str], problems: list[str]) -> Iterator[_Page]:
    """The pages of a crawl. Other records are counted; why it breaks off is among the problems."""
    reader = _reader()
    unpacked = 0
    try:
        records = reader.ArchiveIterator(io.BytesIO(data), arc2warc=True)
        records.INC_RECORD = ""  # it would be written to the terminal
        for record in records:
            if record.rec_type == "revisit":
                left_out[_("repeated visit")] += 1
            if record.rec_type not in _KINDS or not _is_page(record, left_out):
                continue
            content = record.content_stream().read(_PAGE_LIMIT + 1)
            unpacked += len(content)
            if unpacked > _LIMIT:
                problems.append(
                    _("The crawl unpacks to more than Selon takes from one file: the rest was not read.")
                )
                return
            if len(content) > _PAGE_LIMIT:
                left_out[_("page above 16 MB")] += 1
            elif _type_of(record)[0] != _UNSTATED or _HTML.match(content):
                yield _Page(record, content)
            else:
                left_out["?"] += 1
    except (reader.ArchiveLoadFailed, *_DAMAGED) as error:
        said = " ".join(str(error).split()).removeprefix("ERROR: ").partition(".")[0][:200]
        problems.append(_("The crawl is damaged, and what follows was not read ({error}).", error=said))


def _is_page(record: Any, left_out: Counter[str]) -> bool:
    kind, _charset = _type_of(record)
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not str(status).startswith("2"):
        left_out[_("answer {code}", code=status)] += 1
        return False
    if kind not in _PAGES and kind != _UNSTATED:
        left_out[kind or "?"] += 1
        return False
    return True


def _read(page: _Page) -> Draft:
    text = decode(page.data, page.charset).text
    if page.kind == "text/plain":
        draft = Draft(text=text_of("\n".join(clean_lines(text)).split("\n\n")), url=page.url)
    else:
        draft = read_page(text, page.url)
    draft.own_id = page.url
    draft.url = page.url or draft.url
    draft.metadata |= {"crawled": page.crawled, "record": page.id}
    return draft


plug = WarcImporter()
