"""Where a name begins and ends: civilities, particles, hyphens, and nouns that make one name with it."""

from dataclasses import replace

from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention

_OPENING = frozenset('«“"')
_CLOSING = frozenset('»”"')
_PLACES = ("LOC", "GPE", "PER", "ORG", "MISC")


def widen(line: Line, item: Mention, gazetteer: Gazetteer) -> Mention:
    """A name with the words around it that belong to it."""
    start, end = line.first(item.start), line.after(item.end)
    end = _to_hyphen(line, end)
    start = _from_hyphen(line, start)
    if item.type == "PER":
        start, end = _with_particles(line, start, end, gazetteer)
    item = _moved(line, item, start, end)
    if item.type == "NORP":
        return item
    start = _with_article(line, start, end)
    item = _moved(line, item, start, end)
    return _headed(line, item, start, gazetteer) or _civil(line, item, start, gazetteer)


def _moved(line: Line, item: Mention, start: int, end: int) -> Mention:
    if not 0 <= start < end <= len(line.tokens):
        return item
    return replace(item, start=line.tokens[start].start, end=line.tokens[end - 1].end)


def _to_hyphen(line: Line, end: int) -> int:
    """The position after the parts that hyphens tie to the end of a name."""
    while (
        line.written(end) == "-" and line.touches(end) and line.touches(end + 1)
        and end + 1 < len(line.tokens) and line.tokens[end + 1].kind == "word"
        and (line.named(end + 1) or (line.written(end + 2) == "-" and line.touches(end + 2)))
    ):  # fmt: skip
        end += 2
    return end


def _from_hyphen(line: Line, start: int) -> int:
    while start > 1 and line.written(start - 1) == "-" and line.touches(start) and line.touches(start - 1):
        if not line.named(start - 2):
            break
        start -= 2
    return start


def _with_particles(line: Line, start: int, end: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """A person's name with the particle and the surname after it: "Ursula von der Leyen"."""
    at = end
    while line.fold(at) in gazetteer.particles and at - end < 3:
        at += 1
    if at > end and line.named(at) and line.fold(at) not in line.language.small_words:
        end = _run_of_capitals(line, at, gazetteer)
    elif end - start == 1 and line.fold(start) in gazetteer.given:
        noble = gazetteer.noble.find(line.folds, end)
        known = noble and gazetteer.names.find(line.tokens, line.folds, noble[0])
        if noble and line.named(noble[0]) and not known:
            end = _run_of_capitals(line, noble[0], gazetteer)
    while start > 0 and line.written(start - 1).islower() and line.fold(start - 1) in _joining(gazetteer):
        start -= 1
    return start, end


def _with_article(line: Line, start: int, end: int) -> int:
    """The position of an article that belongs to a name: in mid sentence with a capital, or in quotes."""
    at = start - 1
    if at <= 0 or line.fold(at) not in line.language.articles or not line.tokens[at].capital or line.shouting:
        return start
    quoted = line.written(at - 1) in _OPENING and line.written(end) in _CLOSING
    before = line.tokens[at - 1]
    small = before.text.islower() or (line.opens(at - 1) and before.fold in line.language.small_words)
    mid = not line.opens(at) and (small or before.text == ",")
    return at if quoted or mid else start


def _joining(gazetteer: Gazetteer) -> frozenset[str]:
    """Particles that are no other word of the language as well."""
    return gazetteer.particles - gazetteer.leading - {"y", "do", "du", "da", "af", "zu", "al", "el"}


def _run_of_capitals(line: Line, at: int, gazetteer: Gazetteer) -> int:
    while line.named(at) and line.fold(at) not in gazetteer.leading:
        at += 1
    return at


def _headed(line: Line, item: Mention, start: int, gazetteer: Gazetteer) -> Mention | None:
    """The name with the noun before it: "rue Montorgueil", "ministère de la Défense"; None without one."""
    if item.type not in _PLACES:
        return None
    for back in range(1, 5):
        at = start - back
        if at < 0:
            return None
        if made := _as_place(line, item, at, start, gazetteer) or _as_office(
            line, item, at, start, gazetteer
        ):
            return made
    return None


def _as_place(line: Line, item: Mention, at: int, start: int, gazetteer: Gazetteer) -> Mention | None:
    found = gazetteer.place_heads.find(line.folds, at)
    if found is None or (line.tokens[at].capital and not line.opens(at)):
        return None
    bare = found[0] == start and gazetteer.bare_heads.find(line.folds, at) is not None
    linked = _links(line, found[0], start, gazetteer)
    if not (bare or linked):
        return None
    return replace(item, start=line.tokens[at].start, key="").of_type("LOC", "head")


def _as_office(line: Line, item: Mention, at: int, start: int, gazetteer: Gazetteer) -> Mention | None:
    found = gazetteer.organisation_heads.find(line.folds, at)
    if found is None:
        return None
    link = found[0] + (line.fold(found[0]) in gazetteer.between)
    if not _links(line, link, start, gazetteer):
        return None
    return replace(item, start=line.tokens[at].start, key="").of_type("ORG", "head")


def _links(line: Line, at: int, start: int, gazetteer: Gazetteer) -> bool:
    """Whether "de", "du", "de la" and the like fill the tokens up to `start`."""
    found = gazetteer.noble.find(line.folds, at)
    return (
        found is not None
        and found[0] <= start <= found[0] + 1
        and (found[0] == start or line.fold(found[0]) in line.language.articles)
    )


def _civil(line: Line, item: Mention, start: int, gazetteer: Gazetteer) -> Mention:
    """The name with the civility before it, and a person then."""
    for back in (2, 1):
        at = start - back
        if at < 0:
            continue
        found = gazetteer.civil.find([token.text for token in line.tokens[at:start]], 0)
        if found and at + found[0] == start:
            first = line.tokens[at].start if found[1] else item.start
            return replace(item, start=first, key="").of_type("PER", "civility")
    return item
