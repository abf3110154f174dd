r"""Rich Text Format as paragraphs: code pages, \u characters, tables and fields, without pictures or styles.

Programs write \ansi and put UTF-8 under it, so what the bytes are is looked at first.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from annotation.importers._base import ImportFailure
from annotation.importers._reading.encoding import decode_mixed

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,40})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)"
)
_SKIPPED = frozenset({
    "annotation", "atnauthor", "atnid", "bkmkend", "bkmkstart", "colortbl", "colorschememapping", "comment",
    "datafield", "datastore", "falt", "file", "filetbl", "fldinst", "fonttbl", "footer", "footerf", "footerl",
    "footerr", "footnote", "generator", "header", "headerf", "headerl", "headerr", "info", "latentstyles",
    "listoverridetable", "listpicture", "listtable", "listtext", "nonshppict", "objdata", "object", "pict",
    "pntext",
    "revtbl", "rsidtbl", "shpinst", "stylesheet", "tc", "themedata", "xe", "xmlnstbl",
})  # fmt: skip
"""Groups that hold no text of the document."""
_ENDS = frozenset({"par", "page", "sect", "row", "nestrow", "pagebb"})
_CHARACTERS = {
    "tab": "\t", "cell": "\t", "nestcell": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—",
    "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
_CHARSETS = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 850,
}  # fmt: skip
"""Code pages of the character sets that a font may have."""
_FONT = re.compile(rb"\\f(\d{1,5})(?:\\[a-z]+-?\d*)*?\\fcharset(\d{1,3})")
_HEX_RUN = re.compile(rb"(?:\\'[89a-fA-F][0-9a-fA-F])+|[\x80-\xff]+")
_DEPTH = 2000
_INFO = re.compile(rb"\{\\info\b")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a row of a table with tabs between its cells, and its size in half points."""

    text: str
    size: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    skipped: bool = False
    hidden: bool = False
    replacement: int = 1
    page: str = "cp1252"
    size: int = 24
    bold: bool = False


@dataclass(slots=True)
class _Reader:
    data: bytes
    utf8: bool
    fonts: dict[int, str]
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    ignore: int = 0
    """Characters to leave out after a \\u, which stand for it in programs that do not know Unicode."""
    size: int = 0
    bold: bool = False
    starred: bool = False
    default_page: str = "cp1252"

    def paragraphs(self) -> Iterator[Paragraph]:
        """Everything from the first brace to the last."""
        position, end = 0, len(self.data)
        while position < end:
            found = _TOKEN.match(self.data, position)
            if found is None:
                position += 1
                continue
            position = found.end()
            word, number, code, symbol, brace, plain = found.groups()
            if word == b"bin":
                position += max(0, int(number or 0))
            elif word is not None:
                yield from self._word(word.decode("ascii"), number)
            elif brace:
                self._brace(brace)
            elif symbol is not None:
                yield from self._symbol(symbol)
            else:
                self._bytes(bytes([int(code, 16)]) if code else plain or b"")
        yield from self._end()

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self.ignore = 0
        if brace == b"{":
            if len(self.stack) > _DEPTH:
                raise ImportFailure("The file nests deeper than any document: it is refused.")
            self.stack.append(self.state)
            self.starred = False
        elif self.stack:
            self.state = self.stack.pop()

    def _symbol(self, symbol: bytes) -> Iterator[Paragraph]:
        if symbol == b"*":
            self.state = replace(self.state, skipped=True)
        elif symbol in {b"\n", b"\r"}:
            yield from self._end()
        elif symbol in _SYMBOLS:
            self._put(_SYMBOLS[symbol])

    def _word(self, word: str, number: bytes | None) -> Iterator[Paragraph]:
        value = int(number) if number is not None else None
        if word in _SKIPPED:
            self._flush()
            self.state = replace(self.state, skipped=True)
        elif word in _ENDS:
            if not self.state.skipped:
                yield from self._end()
        elif word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word == "u" and value is not None:
            self._put(chr(value % 0x10000))
            self.ignore = self.state.replacement
        else:
            self._setting(word, value)

    def _setting(self, word: str, value: int | None) -> None:
        on = value != 0
        if word == "uc":
            self.state = replace(self.state, replacement=max(0, min(value or 0, 10)))
        elif word in {"v", "deleted"}:
            self._flush()
            self.state = replace(self.state, hidden=on)
        elif word in {"plain", "pard"} and self.state.hidden:
            self._flush()
            self.state = replace(self.state, hidden=False)
        elif word == "b":
            self.state = replace(self.state, bold=on)
        elif word == "fs" and value:
            self.state = replace(self.state, size=value)
        elif word in {"ansicpg", "f", "mac", "pc", "pca"}:
            self._page(word, value)

    def _page(self, word: str, value: int | None) -> None:
        self._flush()
        if word == "f":
            page = self.fonts.get(value or 0, self.default_page)
        else:
            page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word) or _codec(value or 1252)
            self.default_page = page
        self.state = replace(self.state, page=page)

    def _bytes(self, data: bytes) -> None:
        if self.ignore:
            skipped = min(self.ignore, len(data))
            self.ignore -= skipped
            data = data[skipped:]
        if data and not self.state.skipped and not self.state.hidden:
            self.raw += data
            self._look()

    def _put(self, text: str) -> None:
        self._flush()
        if not self.state.skipped and not self.state.hidden:
            self.parts.append(text)
            self._look()

    def _look(self) -> None:
        """Remember the largest letters of the paragraph."""
        if self.state.size > self.size:
            self.size, self.bold = self.state.size, self.state.bold

    def _flush(self) -> None:
        if self.raw:
            raw = bytes(self.raw)
            self.parts.append(_decoded(raw, self.utf8, self.state.page))
            self.raw.clear()

    def _end(self) -> Iterator[Paragraph]:
        self._flush()
        text = _whole("".join(self.parts)).strip(" \t\n")
        yield Paragraph(text, self.size, self.bold)
        self.parts.clear()
        self.size, self.bold = 0, False


def is_rtf(data: bytes) -> bool:
    """Whether a file is RTF by its first bytes."""
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def rtf_paragraphs(data: bytes) -> list[Paragraph]:
    """The paragraphs of a document, empty ones too. Raises ImportFailure for a file that is no RTF."""
    return list(_paragraphs(data))


def _paragraphs(data: bytes) -> Iterator[Paragraph]:
    if not is_rtf(data):
        raise ImportFailure("The file is no RTF.")
    fonts = {
        int(number): _codec(_CHARSETS.get(int(charset), 1252))
        for number, charset in _FONT.findall(data[:65536])
    }
    return _Reader(data, _holds_utf8(data), fonts).paragraphs()


def first_paragraphs(data: bytes, count: int) -> list[Paragraph]:
    """The first paragraphs of a document, without reading the rest."""
    return list(islice(_paragraphs(data), count))


def rtf_title(data: bytes) -> str:
    """The title in the document's properties, or ""."""
    start = _INFO.search(data[:65536])
    found = re.search(rb"\{\\title ([^{}]*)\}", data[start.start() : start.start() + 8192]) if start else None
    if not found:
        return ""
    inner = list(_Reader(found[1], _holds_utf8(data), {}).paragraphs())
    return inner[0].text if inner else ""


def _holds_utf8(data: bytes) -> bool:
    """Whether most of the bytes that are not ASCII are UTF-8, whatever the code page says."""
    runs = [_unescaped(run) for run in _HEX_RUN.findall(data[: 4 * 1024 * 1024])[:20000]]
    good = sum(_is_utf8(run) for run in runs)
    return good * 2 >= len(runs) > 0


def _unescaped(run: bytes) -> bytes:
    return bytes.fromhex(run.replace(b"\\'", b"").decode("ascii")) if run.startswith(b"\\") else run


def _is_utf8(run: bytes) -> bool:
    try:
        run.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(raw: bytes, utf8: bool, page: str) -> str:
    return decode_mixed(raw) if utf8 else raw.decode(page, "replace")


def _codec(number: int) -> str:
    """The codec for a code page; Windows-1252 where Python has none."""
    for name in ("utf-8" if number == 65001 else f"cp{number}", "mac_roman" if number == 10000 else "cp1252"):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "cp1252"


def _whole(text: str) -> str:
    """The text with the two halves of characters that RTF writes apart joined."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
