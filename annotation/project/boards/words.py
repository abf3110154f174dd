"""The words that records mark, cut out of the texts by SQL, so that no whole text travels."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+")
GAP = " […] "
"""What stands for the words between two spans of one role."""

ANCHORS = ("mention", "source", "evidence", "content", "cue")
"""The roles that a record is known by, the first that has words."""


def words_of(role: str, record: str = "n", text: str = "t.text") -> str:
    """SQL for the words that a record marks in a role; NULL where it marks none."""
    path = f"'$.{role}'"
    start, end = (f"json_extract({record}.spans, '$.{role}[0][{side}]')" for side in (0, 1))
    cut = f"substr({text}, json_extract(p.value, '$[0]') + 1,"
    cut += " json_extract(p.value, '$[1]') - json_extract(p.value, '$[0]'))"
    several = f"(SELECT group_concat({cut}, '{GAP}') FROM json_each({record}.spans, {path}) p)"
    return f"""CASE ifnull(json_array_length({record}.spans, {path}), 0) WHEN 0 THEN NULL
        WHEN 1 THEN substr({text}, {start} + 1, {end} - {start}) ELSE {several} END"""


def anchor_of(record: str = "n", text: str = "t.text", roles: Sequence[str] = ANCHORS) -> str:
    """SQL for the words that a record is known by."""
    return f"coalesce({', '.join(words_of(role, record, text) for role in roles)})"


def one_line(words: str | None) -> str:
    """Words without line breaks and double spaces; "" for none."""
    return " ".join(words.split()) if words else ""


def fold_words(text: str) -> str:
    """The words of a text in lower case and without accents, parted by spaces."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(_WORD.findall("".join(char for char in flat if not unicodedata.combining(char))))


def marks(values: Iterable[object]) -> str:
    """As many question marks for a query as there are values."""
    return ", ".join("?" for _value in values)
