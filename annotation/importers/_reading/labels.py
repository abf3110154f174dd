"""Labels such as "LENGTH:" or "Rubrique:", in the languages of an archive, and what they say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from annotation.importers._reading.tables import fold, read_table

_LABEL = re.compile(r"^[\s\u00a0]*([^\W\d][^:\n|]{0,38}?)[\s\u00a0]*:(?!//)[\s\u00a0]*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that begins with a known label."""

    key: str
    value: str


def key_of(label: str, archive: str, part: str) -> str:
    """What a label means in a part of an archive's table, or ""."""
    return _keys(archive, part).get(_bare(label), "")


def labelled(line: str, archive: str, *parts: str) -> Labelled | None:
    """What a line says under its label, when the label is among the named parts of the archive's table."""
    found = _LABEL.match(line)
    if not found:
        return None
    for part in parts:
        if key := key_of(found[1], archive, part):
            return Labelled(key, line[found.end() :].strip(" \t\u00a0"))
    return None


def is_one_of(line: str, archive: str, key: str) -> bool:
    """Whether a line is one of the archive's fixed lines, such as the one that ends an article."""
    return len(line) <= 60 and _bare(line.strip(" \u00a0:")) in _lines(archive, key)


def _bare(label: str) -> str:
    return re.sub(r"[-_'’/ \u00a0]+", " ", fold(label)).strip()


@cache
def _keys(archive: str, part: str) -> Mapping[str, str]:
    table = read_table(archive)[part]
    return {_bare(word): key for key, words in table.items() for word in words}


@cache
def _lines(archive: str, key: str) -> frozenset[str]:
    return frozenset(map(_bare, read_table(archive)["lines"][key]))
