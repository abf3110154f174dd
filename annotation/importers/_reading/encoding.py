"""From bytes to text: byte order marks first, then UTF-8, then what the file says, then a guess."""

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from charset_normalizer import from_bytes

from annotation.importers._base import ImportFailure, SourceFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,30})""", re.IGNORECASE)
_WINDOWS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
"""Encodings that are named where their superset on Windows is meant, as browsers read them."""
_SAMPLE = 64 * 1024
_SMALL = 1024 * 1024
GUESS = "guess"
"""The choice of an encoding that takes whatever seems likeliest."""
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes, and how it was read."""

    text: str
    encoding: str
    guessed: bool = False
    """Whether neither the bytes nor the file itself say what the encoding is."""


def decode_file(file: SourceFile) -> Decoded:
    """The text of a file: in the encoding that its user chose, else as `decode` finds it.

    Raises ImportFailure where the chosen encoding is none, or the file is not in it.
    """
    decoded = _decode_as(file, str(file.choices.get("encoding") or ""))
    file.hearing.encoding(decoded.encoding, decoded.guessed)
    return decoded


def _decode_as(file: SourceFile, chosen: str) -> Decoded:
    if chosen in ("", GUESS):
        return decode(file.data)
    try:
        return Decoded(file.data.decode(chosen).removeprefix("\ufeff"), chosen)
    except (LookupError, ValueError) as error:
        raise ImportFailure(
            "“{name}” is not in the encoding {encoding}: choose another one.", name=file.name, encoding=chosen
        ) from error


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of `data`. What the bytes are wins over what is declared, since exports often say ISO-8859-1.

    `declared` is what a header outside says; what stands in the data (META, XML declaration) is looked for.
    """
    return (_decode_anew if len(data) > _SMALL else _decode_once)(data, declared)


def _decode_anew(data: bytes, declared: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    if escaped := _with_escapes(data):
        return escaped
    if wide := utf16_without_mark(data):
        return Decoded(data.decode(wide, "replace"), wide, guessed=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _other(data, declared or declared_encoding(data), error.start)


_decode_once = lru_cache(maxsize=2)(_decode_anew)
"""For small files, which several importers look into one after the other."""

_ESCAPES = {
    b"\x1b$B": "iso2022_jp",
    b"\x1b$@": "iso2022_jp",
    b"\x1b$(D": "iso2022_jp",
    b"\x1b$)C": "iso2022_kr",
}
"""The beginnings of seven-bit Japanese and Korean, which would pass for ASCII with odd letters."""


def _with_escapes(data: bytes) -> Decoded | None:
    """Text in an encoding that switches by escapes; None for any other."""
    if b"\x1b" not in data[:4096]:
        return None
    for mark, encoding in _ESCAPES.items():
        if mark in data[:4096]:
            try:
                return Decoded(data.decode(encoding), encoding, guessed=True)
            except UnicodeDecodeError:
                return None
    return None


def declared_encoding(data: bytes) -> str:
    """The encoding that the first kilobytes of a file name, or ""."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def utf16_without_mark(data: bytes) -> str:
    """UTF-16 without a byte order mark shows in the zeros of its Western letters; "" for anything else."""
    head = data[:2000]
    if b"\x00" not in head or len(head) < 4:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else ""


def _other(data: bytes, declared: str, broken_at: int) -> Decoded:
    if _mostly_utf8(data):
        return Decoded(decode_mixed(data), "utf-8", guessed=True)
    name = _codec(declared)
    if name and name != "utf-8":
        try:
            return Decoded(data.decode(name), name)
        except UnicodeDecodeError:
            pass
    name = _guess(data, broken_at)
    return Decoded(data.decode(name, "replace"), name, guessed=True)


def _codec(declared: str) -> str:
    """The codec of Python for a declared name, "" for one that is unknown or no text encoding."""
    try:
        name = codecs.lookup(declared).name
        "".encode(name)
    except (LookupError, ValueError, TypeError):
        return ""
    return _WINDOWS.get(name, name)


def _mostly_utf8(data: bytes) -> bool:
    """Whether the text is UTF-8 with a few foreign bytes in it, as when a program pasted a line."""
    sequences = len(_UTF8_SEQUENCE.findall(data[: 16 * _SAMPLE]))
    broken = data[: 16 * _SAMPLE].decode("utf-8", "replace").count("\ufffd")
    return sequences >= 5 and broken * 10 <= sequences


def decode_mixed(data: bytes) -> str:
    """UTF-8 in which bytes that are none are read as Windows-1252, as the pasted lines were."""
    return data.decode("utf-8", "surrogateescape").translate(_ESCAPED)


_ESCAPED = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", "") or None
    for byte in range(0x80, 0x100)
}


_LIKELY = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_6", "shift_jis", "cp932", "euc_jp", "iso2022_jp",
    "gb18030", "big5", "euc_kr", "cp949", "mac_roman", "cp437", "cp850", "cp866",
]  # fmt: skip
"""What newspapers and their archives were ever written in."""


def _guess(data: bytes, broken_at: int) -> str:
    """What the bytes look like most: Windows-1252 unless something else is clearly better."""
    start = max(0, broken_at - _SAMPLE // 4)
    sample = data[start : start + _SAMPLE]
    if _reads_as_western(sample):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=_LIKELY).best()
    return (_codec(best.encoding) if best else "") or "cp1252"


_WESTERN = frozenset(
    "éèêëàâäùûüîïôöçœæñáíóúßìòãõåøÉÈÊËÀÂÄÙÛÜÎÏÔÖÇŒÆÑÁÍÓÚÃÕÅØ«»“”„‘’‚–—…€°§£©®·•´`¿¡ºª²\u00a0"
)
_ICELANDIC, _WITH_THEM = frozenset("ðþýÐÞÝ"), frozenset("áéæö")
"""Letters that are Turkish in another encoding, and letters that Turkish does not have beside them."""
_FOREIGN = 0.4
"""Share of letters beyond ASCII above which a text is not written in a Western alphabet."""


def _reads_as_western(data: bytes) -> bool:
    """Whether nearly all that is not ASCII is what Western European newspapers print."""
    text = data.decode("cp1252", "replace")
    marks = [char for char in text if ord(char) > 127]
    letters = sum(map(str.isalpha, text))
    western = _WESTERN | _ICELANDIC if set(marks) >= _WITH_THEM else _WESTERN
    known = sum(char in western for char in marks)
    return known >= 0.95 * len(marks) and sum(map(str.isalpha, marks)) <= _FOREIGN * max(letters, 8)
