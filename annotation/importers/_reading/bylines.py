"""Who wrote an article, out of what its byline says."""

import re
from functools import cache

from annotation.importers._reading.tables import fold, read_table

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WITH_AGENCY = re.compile(
    r"[(\[]\s*(?:avec|with|mit|con|com|met|et|and|und)\s+([^)\]]{2,40})[)\]]", re.IGNORECASE
)
_PLACE = re.compile(r"\s+(?:in|à|aus|desde|da|en|from)\s+[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)*$")
_FIRST_PLACE = re.compile(r"^(?:in|à|aus|en|a|da)\s+[A-ZÀ-Þ][\w’' -]{1,40}?,\s*", re.ASCII)
_SENTENCE = re.compile(r"\s+(?:is|was|are|writes|reports?|reported|contributed|est|ist|war|es|è)\s+[^A-Z].*$")
_LABEL = re.compile(r"^([^\W\d][^:;,]{1,24}):\s+(?=\S)")
_MAIL = re.compile(r"\S+@\S+\.\w+|https?://\S+|@\w+")
_MAILED = re.compile(r"^\s*\S+@\S+\s+\(([^()]+)\)\s*$")
"""How feeds name people: "a.lee@post.example (Ann Lee)"."""
_NAME_LENGTH = 80
_LONGEST = 2000
"""Characters of a byline that are looked at."""


def authors_of(byline: str, family_first: bool = False) -> tuple[str, ...]:
    """The names in a byline such as "By Ann Lee and Bo Ek in Rome", each once.

    With `family_first`, names are parted by semicolons and read "Lee, Ann".
    """
    line = byline[:_LONGEST]
    if fold(line).strip(" .:-–—") in _words("nobody"):
        return ()
    plain = _MAIL.sub(" ", line if not (mailed := _MAILED.match(line)) else mailed[1])
    said = " ".join(_BRACKETS.sub(" ", plain).split()) or plain.strip(" ()[]")
    agencies = [found.strip() for found in _WITH_AGENCY.findall(line) if _is_agency(found)]
    parts = said.split(";") if family_first else _parted(_without_opener(said))
    names = (_turned(part) if family_first else _name_alone(part) for part in parts)
    clean = (_trimmed(name) for name in [*names, *agencies])
    return tuple(dict.fromkeys(name for name in clean if name and len(name) <= _NAME_LENGTH))


def _name_alone(part: str) -> str:
    """A part of a byline without the place, the job and the sentence that follow the name."""
    bare = _SENTENCE.sub("", part)
    name, dash, rest = bare.partition(" - ")
    if dash and len(name.split()) >= 2 and len(rest.split()) <= 2:
        bare = name
    return _without_job(_PLACE.sub("", bare if _is_person(bare) or dash else part))


def _trimmed(name: str) -> str:
    """The name without marks around it; the dot of "Jr." or of an initial is its own."""
    bare = name.strip(" ,;:–—-")
    return bare if re.search(r"\b[A-Z]\w{0,2}\.$", bare) else bare.rstrip(".")


def _without_opener(line: str) -> str:
    names = [name.strip() for name in line.split(",")]
    if line[:1].islower() and len(names) == 2 and _is_turned(names):
        return line
    while found := _opener().match(line):
        line = line[found.end() :]
    rest = _without_office(line)
    return _FIRST_PLACE.sub("", rest) if rest != line or _FIRST_PLACE.match(line) else line


def _without_office(line: str) -> str:
    """The line without "our correspondent in Rome" and the like before the name; one without a name stays."""
    words = line.split()
    if not words or fold(words[0]) not in _words("ours"):
        return line
    rest = words[1:]
    while rest and (rest[0][:1].islower() or fold(rest[0].strip(",")) in _jobs()):
        if fold(rest[0]) in {"a", "à", "in", "en", "aus"}:
            break
        rest = rest[1:]
    return " ".join(rest) or line


@cache
def _opener() -> re.Pattern[str]:
    words = sorted(read_table("people")["openers"], key=len, reverse=True)
    return re.compile(rf"^\s*(?:{'|'.join(map(re.escape, words))})\b(?!-)[\s:,]*(?=\S)", re.IGNORECASE)


def _parted(line: str) -> list[str]:
    """The parts of a byline that may be names; jobs and desks that follow a comma are none."""
    found: list[str] = []
    for piece in re.split(r"[;|/]", line):
        found += _names_in(_without_label(piece.strip(), first=not found))
    persons = [name for name in found[1:] if not _is_job(name)]
    return [*found[:1], *persons]


def _without_label(piece: str, first: bool) -> str:
    """A piece without "Words:" before the name; one on pictures is no author beside another."""
    label = _LABEL.match(piece)
    if not label:
        return piece
    picture = fold(label[1]).split()[0] in _words("pictures")
    return "" if picture and not first else piece[label.end() :]


def _names_in(piece: str) -> list[str]:
    found: list[str] = []
    for part in _connected(piece):
        names = [name.strip() for name in _without_opener(part).split(",")]
        if len(names) % 2 == 0 and _is_turned(names):
            found += [f"{given} {family}" for family, given in zip(names[::2], names[1::2], strict=True)]
        else:
            found += [names[0], *(name for name in names[1:] if _is_person(name) or _is_agency(name))]
    return [name for name in found if name]


def _is_turned(names: list[str]) -> bool:
    """Whether parts between commas are family name, given name, and so on: "Lee, Ann", "van Dyck, Jan"."""
    return all(_is_family(name) for name in names[::2]) and all(_is_given(name) for name in names[1::2])


def _is_family(name: str) -> bool:
    words = name.split()
    plain = bool(words) and not _is_agency(name) and not _is_job(name)
    particle = len(words) in {2, 3} and fold(words[0]) in _words("particles")
    return plain and (len(words) == 1 or particle) and words[-1][:1].isupper()


def _is_given(name: str) -> bool:
    words = name.split()
    known = _is_agency(name) or _is_job(name) or fold(words[0] if words else "") in _words("titles")
    return 1 <= len(words) <= 2 and not known and all(word[:1].isupper() for word in words)


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
    return word in careful and len(before) >= 2 and (len(after) >= 2 or _is_agency(" ".join(after)))


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


def _is_job(part: str) -> bool:
    """Whether a part of a byline is an office such as "Harbour Writer", and no name at all."""
    words = part.split()
    return bool(words) and fold(words[-1]) in _jobs() and len(words) <= 3


def _is_agency(part: str) -> bool:
    return fold(part).strip(" .") in _words("agencies")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(map(fold, read_table("people")[key]))


def _jobs() -> frozenset[str]:
    return _words("jobs")


def _turned(name: str) -> str:
    """Given name first: "Ann Lee" for "Lee, Ann"; a name with more or fewer parts stays."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if len(given) > 3 and not re.search(r"(?:^|[\s.])\w\.$|\b[JS]r\.$", given):
        given = given.rstrip(".")
    return f"{given} {family}" if comma and given and "," not in given else name.strip()
