"""Names, words and addresses as XML and its schemas take them, made of any text."""

import re
from urllib.parse import quote

_UNFIT_ID = re.compile(r"[^A-Za-z0-9._-]|_(?=x)")
_UNFIT_NAME = re.compile(r"[^\w.-]")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_MOMENT = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEPT = "!#$%&'()*+,/:;=?@[]~"


def xml_id(prefix: str, *parts: str) -> str:
    """An identifier that begins with a prefix, the same for the same texts and another for others."""
    return "-".join([prefix, *(_UNFIT_ID.sub(_escaped, part) for part in parts)])


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):x}_"


def xml_name(text: str) -> str:
    """The text as a name: letters, digits, dashes, dots; underscores for all else."""
    name = _UNFIT_NAME.sub("_", text)
    return name if name[:1].isalpha() or name[:1] == "_" else f"_{name}"


def is_word(text: str) -> bool:
    """Whether a text can be a value that must be one word: visible signs alone."""
    return bool(text) and text.isprintable() and not any(sign.isspace() for sign in text)


def xml_language(text: str) -> str:
    """The code of a language as `xml:lang` takes it, "" for what is none."""
    return text if _LANGUAGE.fullmatch(text) else ""


def xml_moment(text: str) -> str:
    """A day and time as schemas take it, the beginning of a day that is told alone, else ""."""
    if _DAY.fullmatch(text):
        return f"{text}T00:00:00Z"
    return text if _MOMENT.fullmatch(text) else ""


def xml_address(text: str) -> str:
    """An address without spaces and signs that none may have, which are escaped in it."""
    return quote(text, safe=_KEPT, encoding="utf-8", errors="replace")
