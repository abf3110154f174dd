"""Whom and what the names of an article mean: known places and organisations, persons by all their names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.known import entity_of
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention
from annotation.detectors._entities.short_forms import short_form
from annotation.detectors._language import fold
from annotation.records import Entity
from annotation.records.folding import fold_name

Words = tuple[str, ...]


@dataclass(slots=True)
class Group:
    """One person or organisation of an article, by the longest of its names."""

    name: str
    type: str
    forms: dict[str, None] = field(default_factory=dict)
    """Every way in which it is written, in the order of the text."""

    def entity(self) -> Entity:
        """The registry's entry for it."""
        aliases = (form for form in self.forms if form != self.name and (" " in form or form.isupper()))
        return Entity(id=slug(self.name), name=self.name, type=self.type, aliases=tuple(aliases))


def slug(name: str) -> str:
    """The key that a name becomes: "Mark Rutte" is "mark-rutte"; the same for every way of writing it."""
    return fold_name(name).replace(" ", "-") or "x"


def name_referents(
    found: Sequence[list[Mention]], lines: Sequence[Line], gazetteer: Gazetteer, code: str
) -> list[list[Mention]]:
    """The mentions, each with whom or what it means where the article or the lists tell."""
    persons = _group_persons(found, lines, gazetteer)
    acronyms = _acronyms(found, lines)
    return [
        [_named(line, item, persons, acronyms, gazetteer, code) for item in items]
        for line, items in zip(lines, found, strict=True)
    ]


def _named(
    line: Line, item: Mention, persons: dict[Words, Group], acronyms: dict[str, Mention],
    gazetteer: Gazetteer, code: str,
) -> Mention:  # fmt: skip
    if item.entity or item.level != "NAM":
        return item
    if item.key:
        return replace(item, entity=entity_of(item.key, code))
    if item.type == "PER":
        group = persons.get(bare_words(line, item, gazetteer))
        return replace(item, entity=group.entity()) if group else item
    if item.type == "ORG":
        return replace(item, entity=_organisation(line, item, acronyms, code))
    return item


# organisations


def _organisation(line: Line, item: Mention, acronyms: dict[str, Mention], code: str) -> Entity | None:
    words = line.text[item.start : item.end]
    full = acronyms.get(words)
    if full is not None and full.key:
        return entity_of(full.key, code)
    if full is not None and full.entity:
        return full.entity
    return Entity(id=slug(words), name=words, type="ORG") if len(words) > 1 else None


def _acronyms(found: Sequence[list[Mention]], lines: Sequence[Line]) -> dict[str, Mention]:
    """{an acronym, and the full name before it: the full name's mention} for "Fonds monétaire (FMI)"."""
    made: dict[str, Mention] = {}
    for line, items in zip(lines, found, strict=True):
        for item in items:
            short = short_form(line, item) if item.type == "ORG" else ""
            if short:
                name = line.text[item.start : item.end]
                entity = Entity(id=slug(name), name=name, type="ORG", aliases=(short,))
                made.setdefault(short, replace(item, entity=entity))
                made.setdefault(name, replace(item, entity=entity))
    return made


# persons


def bare_words(line: Line, item: Mention, gazetteer: Gazetteer) -> Words:
    """The words of a person's name without civilities."""
    start, end = line.first(item.start), line.after(item.end)
    found = gazetteer.civil.find([token.text for token in line.tokens[start:end]], 0)
    start += found[0] if found else 0
    return tuple(token.text for token in line.tokens[start:end])


def _group_persons(
    found: Sequence[list[Mention]], lines: Sequence[Line], gazetteer: Gazetteer
) -> dict[Words, Group]:
    """{the words of a name: the person}; a surname that two persons share belongs to neither."""
    forms: dict[Words, str] = {}
    for line, items in zip(lines, found, strict=True):
        for item in items:
            if item.type == "PER" and (words := bare_words(line, item, gazetteer)):
                start = line.tokens[line.after(item.end) - len(words)].start
                forms.setdefault(words, line.text[start : item.end])
    groups: dict[Words, Group] = {}
    by_edge: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(filter(_is_full, forms), key=len, reverse=True):
        longer = _only(groups[other] for other in by_edge[fold(words[-1])] if _is_short_for(words, other))
        groups[words] = longer or Group(forms[words], "PER")
        for edge in {fold(words[0]), fold(words[-1])}:
            by_edge[edge].append(words)
    for words in forms:
        if words not in groups:
            near = {other: None for edge in (words[0], words[-1]) for other in by_edge[fold(edge)]}
            one = _only(groups[other] for other in near if _is_part_of(words, other))
            groups |= {words: one} if one else {}
    for words, text in forms.items():
        if words in groups:
            groups[words].forms[text] = None
    return groups


def _only(groups: Iterable[Group]) -> Group | None:
    """The one person that all of them are, None where there is none or more than one."""
    found = {id(group): group for group in groups}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_full(words: Words) -> bool:
    return sum(word[0].isupper() and len(word) > 1 for word in words) > 1 and " ".join(words) != "-".join(
        words
    )


def _is_short_for(words: Words, longer: Words) -> bool:
    """Whether a name says less of the same person: "Emmanuel Macron" of "Emmanuel Jean-Michel Macron"."""
    return fold(words[0]) == fold(longer[0]) and fold(words[-1]) == fold(longer[-1])


def _is_part_of(words: Words, full: Words) -> bool:
    """Whether words are the surname of a full name, or its beginning: "Kim" of "Kim Jong-un"."""
    short, long = tuple(map(fold, words)), tuple(map(fold, full))
    return len(short) < len(long) and (long[-len(short) :] == short or long[: len(short)] == short)
