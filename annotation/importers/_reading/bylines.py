"""Who wrote an article, out of what its byline says."""

import re
from functools import cache

from annotation.importers._reading.tables import fold, read_table

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PLACE = re.compile(r"\s+(?:in|à|aus|desde|da)\s+[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)*$")
_MAIL = re.compile(r"\S+@\S+|https?://\S+")
_NAME_LENGTH = 80
_LONGEST = 2000
"""Characters of a byline that are looked at."""


def authors_of(byline: str, family_first: bool = False) -> tuple[str, ...]:
    """The names in a byline such as "By Ann Lee and Bo Ek in Rome", each once.

    With `family_first`, names are parted by semicolons and read "Lee, Ann".
    """
    line = " ".join(_MAIL.sub(" ", _BRACKETS.sub("", byline[:_LONGEST])).split())
    parts = line.split(";") if family_first else _parted(_without_opener(line))
    names = (_turned(part) if family_first else _without_job(_PLACE.sub("", part)) for part in parts)
    clean = (_trimmed(name) for name in names)
    return tuple(dict.fromkeys(name for name in clean if name and len(name) <= _NAME_LENGTH))


def _trimmed(name: str) -> str:
    """The name without marks around it; the dot of "Jr." or of an initial is its own."""
    bare = name.strip(" ,;:–—-")
    return bare if re.search(r"\b[A-Z]\w{0,2}\.$", bare) else bare.rstrip(".")


def _without_opener(line: str) -> str:
    while found := _opener().match(line):
        line = line[found.end() :]
    return line


@cache
def _opener() -> re.Pattern[str]:
    words = sorted(read_table("people")["openers"], key=len, reverse=True)
    return re.compile(rf"^\s*(?:{'|'.join(map(re.escape, words))})\b(?!-)[\s:,]*(?=\S)", re.IGNORECASE)


def _parted(line: str) -> list[str]:
    """The parts of a byline that may be names; jobs and desks that follow a comma are none."""
    found: list[str] = []
    for piece in re.split(r"[;|/]", line):
        first, *others = _connected(piece)
        names = [part.strip() for part in first.split(",")]
        found.append(names[0])
        found += [name for name in names[1:] if _is_person(name)]
        for other in others:
            name, *more = (part.strip() for part in other.split(","))
            found += [name, *(part for part in more if _is_person(part))]
    return found


def _connected(piece: str) -> list[str]:
    words = piece.split()
    parts: list[list[str]] = [[]]
    for position, word in enumerate(words):
        after = words[position + 1 :]
        if fold(word) in read_table("people")["connectors"] or _parts_names(word, parts[-1], after):
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part] or [piece]


def _parts_names(word: str, before: list[str], after: list[str]) -> bool:
    """Whether "y", "e" or "en" stands between two full names, and not inside one like Ortega y Gasset."""
    careful = read_table("people")["careful_connectors"]
    return word in careful and len(before) >= 2 and len(after) >= 2


def _without_job(part: str) -> str:
    """The name alone: "Ann Lee" for "Ann Lee Politics Editor"; a desk alone stays as it is."""
    words = part.split()
    if len(words) < 3 or fold(words[-1]) not in _jobs() or not all(word[:1].isupper() for word in words[:2]):
        return part
    return " ".join(words[:2])


def _is_person(part: str) -> bool:
    words = part.split()
    if not 2 <= len(words) <= 5 or set(map(fold, words)) & _jobs():
        return False
    return words[0][:1].isupper() and words[-1][:1].isupper()


@cache
def _jobs() -> frozenset[str]:
    return frozenset(map(fold, read_table("people")["jobs"]))


def _turned(name: str) -> str:
    """Given name first: "Ann Lee" for "Lee, Ann"; a name with more or fewer parts stays."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}" if comma and given and "," not in given else name.strip()
