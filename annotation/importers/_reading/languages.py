"""Which language a name or a tag means, as ISO 639-1."""

import re

from annotation.importers._reading.tables import fold, folded_keys, read_table

_TAG = re.compile(r"^([a-z]{2})(?:[-_][a-z0-9-]+)?$")


def language_code(name: str) -> str:
    """The code for "Français", "ENGLISH; ENGLISHS", "en-US" or "fra"; "" for a language that is not known."""
    first = fold(re.split(r"[;,/|(]", name)[0])
    if tag := _TAG.match(first):
        return tag[1] if tag[1] in read_table("languages") else _two_letters(tag[1])
    return folded_keys("languages").get(first, "")


def _two_letters(code: str) -> str:
    """A two-letter code that the table does not list is taken as it is; "xx" and "un" mean unknown."""
    return "" if code in {"xx", "un", "zz"} else code
