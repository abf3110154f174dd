"""Institutions whose names are ordinary words: "tribunal administratif de Lille", "chambre d'agriculture"."""

from collections.abc import Iterator

from annotation.detectors._entities.gazetteer import Gazetteer, Institutions
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention

_BEFORE = frozenset({"", ",", "(", ";", ":", "–", "—"})
"""What stands before an institution that no article announces."""
_FIELDS = 3
"""Fields that one name has at most: "ministère du Travail, de la Santé et des Solidarités"."""
_PLACES = ("GPE", "LOC")


def read_institutions(line: Line, gazetteer: Gazetteer, institutions: Institutions) -> Iterator[Mention]:
    """The institutions of a paragraph, each from its noun up to the field and the place that complete it."""
    at = len(line.tokens) if line.shouting else 0
    while at < len(line.tokens):
        found = institutions.heads.find(line.folds, at)
        known = line.fold(at - 1) in institutions.known_by or line.written(at - 1) in _BEFORE
        end = _completed(line, *found, gazetteer, institutions) if found and known else 0
        if end and gazetteer.names.find(line.tokens, line.folds, at) is None:
            yield Mention(line.tokens[at].start, line.tokens[end - 1].end, "ORG", ("head",))
        at = max(end, at + 1)


def _completed(line: Line, at: int, kind: str, gazetteer: Gazetteer, institutions: Institutions) -> int:
    """The position after an institution's name, 0 where its noun alone names none."""
    plain = at = _adjectives(line, at, gazetteer)
    if kind == "field":
        at = _fields(line, at, gazetteer, institutions)
    place = _place(line, at, gazetteer) or (_bare(line, at) if kind == "bare" else 0)
    complete = kind == "whole" or at > plain
    return place or (at if complete else 0)


def _adjectives(line: Line, at: int, gazetteer: Gazetteer) -> int:
    """The position after adjectives such as "administratif" and "française"."""
    while at < len(line.tokens):
        people = gazetteer.peoples.find(line.folds, at) if not line.tokens[at].capital else None
        if people is None and line.folds[at] not in gazetteer.between:
            return at
        at = people[0] if people else at + 1
    return at


def _place(line: Line, at: int, gazetteer: Gazetteer) -> int:
    """The position after "de" and a name, 0 where none follows."""
    link = gazetteer.noble.find(line.folds, at)
    start = link[0] if link else len(line.tokens)
    if link and line.fold(start) in line.language.articles:
        start += 1
    if not line.named(start):
        return 0
    known = gazetteer.names.find(line.tokens, line.folds, start)
    return known[0] if known and known[1].type in _PLACES else _run(line, start)


def _bare(line: Line, at: int) -> int:
    return _run(line, at) if line.named(at) and not line.opens(at) else 0


def _run(line: Line, at: int) -> int:
    """The position after words with capitals and what hyphens tie to them."""
    while line.named(at):
        at += 1
        while line.written(at) == "-" and line.touches(at) and line.touches(at + 1):
            at += 2
    return min(at, len(line.tokens))


def _fields(line: Line, at: int, gazetteer: Gazetteer, institutions: Institutions) -> int:
    """The position after what an institution deals with: "de la transition écologique et de l'énergie"."""
    for number in range(_FIELDS):
        joint = line.fold(at) in institutions.joints
        link = gazetteer.noble.find(line.folds, at + joint)
        if link is None or (number and not joint):
            return at
        start = link[0] + (line.fold(link[0]) in line.language.articles)
        if not _is_field(line, start, institutions) or _is_known_place(line, start, gazetteer):
            return at
        at = start + 1
        while line.tag(at) == "ADJ" or line.fold(at) in institutions.adjectives:
            at += 1
    return at


def _is_field(line: Line, at: int, institutions: Institutions) -> bool:
    if line.fold(at) in institutions.fields:
        return True
    return at < len(line.tokens) and line.tokens[at].kind == "word" and line.tag(at) in ("NOUN", "PROPN")


def _is_known_place(line: Line, at: int, gazetteer: Gazetteer) -> bool:
    found = gazetteer.names.find(line.tokens, line.folds, at)
    return found is not None and found[1].type in _PLACES


def find_seats(line: Line, items: list[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Places in the names of institutions: the Lille of "tribunal administratif de Lille"."""
    for item in items:
        if item.type != "ORG" or "head" not in item.evidence or item.level != "NAM":
            continue
        end = line.after(item.end)
        for at in range(end - 1, line.first(item.start), -1):
            link = gazetteer.noble.find(line.folds, at)
            if link and link[0] + (line.fold(link[0]) in line.language.articles) < end:
                seat = _seat(line, at, end, gazetteer)
                yield from (seat,) if seat else ()
                break


def _seat(line: Line, at: int, end: int, gazetteer: Gazetteer) -> Mention | None:
    """The place after "de" up to where a name ends; towns that no list knows take no article."""
    link = gazetteer.noble.find(line.folds, at)
    start = link[0] if link else at
    start += line.fold(start) in line.language.articles
    known = gazetteer.names.find(line.tokens, line.folds, start)
    stop = line.tokens[end - 1].end
    if known and known[0] == end and known[1].type in _PLACES:
        return Mention(line.tokens[start].start, stop, known[1].type, ("list",), key=known[1].key)
    town = line.fold(at) in gazetteer.town_links and _run(line, start) == end and start == at + 1
    word = line.fold(start)
    other = word in gazetteer.given or word in gazetteer.never or line.written(start).isupper()
    return Mention(line.tokens[start].start, stop, "GPE", ("place-word",)) if town and not other else None
