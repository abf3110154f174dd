"""Reading the names of an article: the model's, trimmed and corrected, and those that the lists know."""

from collections.abc import Sequence
from dataclasses import replace

from annotation.detectors._base import Paragraph
from annotation.detectors._entities.agreement import Stretches, agree, separate
from annotation.detectors._entities.capitals import read_capitals
from annotation.detectors._entities.context import as_town, judge, read_datelines, read_titled, settle
from annotation.detectors._entities.cued import Cues, load_cues, read_cued
from annotation.detectors._entities.edges import widen
from annotation.detectors._entities.gazetteer import (
    Gazetteer,
    Institutions,
    Nouns,
    load_gazetteer,
    load_institutions,
    load_nouns,
)
from annotation.detectors._entities.institutions import find_seats, read_institutions
from annotation.detectors._entities.known import entity_of
from annotation.detectors._entities.line import Line, draw_line
from annotation.detectors._entities.listed import read_listed
from annotation.detectors._entities.mention import Mention
from annotation.detectors._entities.metonymy import find_acting
from annotation.detectors._entities.modelled import read_modelled
from annotation.detectors._entities.nominal import Readers
from annotation.detectors._entities.referents import name_referents
from annotation.detectors._entities.repeats import find_again
from annotation.detectors._entities.roles import read_roles
from annotation.detectors._entities.short_forms import with_short_forms
from annotation.detectors._language import load_language

_KNOWN = frozenset({"list", "people", "repeated", "surname", "head"})
_FAR = 3
"""Code points beyond a role's end from which on a name that begins in it is one of its own."""


def read_entities(paragraphs: Sequence[Paragraph], code: str) -> list[list[Mention]]:
    """The mentions of each paragraph in order: names that do not overlap, and roles that may hold them."""
    language, gazetteer, nouns = load_language(code), load_gazetteer(code), load_nouns(code)
    lines = [draw_line(item, language) for item in paragraphs]
    institutions, cues = load_institutions(code), load_cues(code)
    names = [_names(line, gazetteer, institutions, cues) for line in lines]
    named = agree(with_short_forms(names, lines), lines)
    named = find_again(named, lines)
    named = [
        [as_town(line, settle(line, item, gazetteer), gazetteer) for item in items]
        for line, items in zip(lines, named, strict=True)
    ]
    named = name_referents(named, lines, gazetteer, code)
    roles = [list(read_roles(line, gazetteer, nouns)) for line in lines]
    whole = [
        _together(line, names, more, nouns) for line, names, more in zip(lines, named, roles, strict=True)
    ]
    readers = Readers(gazetteer, nouns, code)
    read = [
        readers.read(line, find_acting(line, items, nouns)) for line, items in zip(lines, whole, strict=True)
    ]
    return [_with_seats(line, items, gazetteer, code) for line, items in zip(lines, read, strict=True)]


def _with_seats(line: Line, items: list[Mention], gazetteer: Gazetteer, code: str) -> list[Mention]:
    """The mentions with the places in the names of institutions."""
    taken = {(item.start, item.end) for item in items}
    seats = [
        replace(seat, entity=entity_of(seat.key, code) if seat.key else None)
        for seat in find_seats(line, items, gazetteer)
        if (seat.start, seat.end) not in taken
    ]
    return sorted([*items, *seats], key=lambda item: (item.start, -item.end)) if seats else items


def _together(line: Line, names: list[Mention], roles: list[Mention], nouns: Nouns) -> list[Mention]:
    """Names and roles in order; a role takes in a name that it breaks, and the words that it is made of."""
    spread = Stretches(names)
    whole = Stretches(_whole(role, spread) for role in roles)
    kept = [name for name in names if _stays(line, name, whole, nouns)]
    return sorted([*kept, *whole.items], key=lambda item: (item.start, -item.end))


def _whole(role: Mention, names: Stretches) -> Mention:
    last = names.around(replace(role, start=role.end - 1))
    breaks = last is not None and last.type == "ORG" and role.start < last.start and role.end < last.end
    return replace(role, end=last.end) if last is not None and breaks and "list" in last.evidence else role


def _stays(line: Line, name: Mention, roles: Stretches, nouns: Nouns) -> bool:
    """Whether a name is no mere word of a role, such as the Culture of "ministre de la Culture"."""
    if name.type in ("PER", "GPE") or _KNOWN.intersection(name.evidence):
        return True
    role = roles.around(name)
    if role is None or (name.end > role.end + _FAR and _has_capital(line, role.end, name.end)):
        return True
    return line.fold(line.first(role.start)) not in nouns.portfolios


def _has_capital(line: Line, start: int, end: int) -> bool:
    return any(line.named(at) for at in range(line.first(start), line.after(end)))


def _names(line: Line, gazetteer: Gazetteer, institutions: Institutions, cues: Cues) -> list[Mention]:
    listed = list(read_listed(line, gazetteer))
    read = read_capitals if line.doc is None else read_modelled
    places = {(item.start, item.end): item for item in listed}
    merged = [_corrected(item, places.get((item.start, item.end))) for item in read(line, gazetteer)]
    known = [item for item in listed if "weak" not in item.evidence]
    found = [*read_institutions(line, gazetteer, institutions), *read_titled(line, gazetteer)]
    found += read_cued(line, gazetteer, cues, Stretches(separate(merged)))
    named = separate([*merged, *known, *found, *read_datelines(line, gazetteer)])
    return separate(judge(line, widen(line, item, gazetteer), gazetteer, cues) for item in named)


def _corrected(item: Mention, same: Mention | None) -> Mention:
    """The name with what the lists know of the same stretch."""
    if same is None:
        return item
    if "weak" not in same.evidence:
        return replace(same, evidence=(*same.evidence, *item.evidence))
    place = same.type in ("GPE", "LOC") and item.type in ("LOC", "GPE", "MISC")
    agrees = place or item.type in (same.type, "MISC")
    return replace(same, evidence=("list", *item.evidence)) if agrees else item
