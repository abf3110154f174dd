"""What the words around a name say about its type."""

from collections.abc import Iterator
from dataclasses import replace

from annotation.detectors._entities.actors import judge_actor
from annotation.detectors._entities.cued import Cues, judge_cued
from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention

_PLACES = ("LOC", "GPE")
_SURE = frozenset({"list", "weak", "civility", "head", "people", "dateline"})
_ADDRESSED = frozenset({"obl:arg", "iobj", "obl:agent"})
_ACRONYM = range(2, 6)
"""How many letters a lone acronym has."""
_ADJECTIVES = 2
"""How many adjectives may stand between a noun and the name that it describes."""
_SHORTEST = 4
"""Code points of the shortest place that begins a dispatch."""
_LONGEST = 4
"""Tokens of the longest place that begins a dispatch."""


def judge(line: Line, item: Mention, gazetteer: Gazetteer, cues: Cues) -> Mention:
    """The name with the type that the words before and after it call for."""
    start, end = line.first(item.start), line.after(item.end)
    if item.type == "NORP":
        return item
    actor = judge_actor(line, item, gazetteer)
    if actor is not None and "sport" in actor.evidence:
        return actor
    if _SURE.intersection(item.evidence):
        return item
    if _is_given(line, item, start, end, gazetteer):
        return item.of_type("PER", "given")
    if _is_affixed(line, start, end, gazetteer):
        return item.of_type("ORG", "head-word")
    for read, code in ((_by_noun, "title"), (_by_head, "head-word")):
        if kind := read(line, start, end, gazetteer):
            return item.of_type(kind, code)
    cued = judge_cued(line, item, gazetteer, cues)
    if cued is not None:
        return cued
    kind, code = _by_form(line, item, start, end, gazetteer)
    return item.of_type(kind, code) if kind else actor or item


def _by_form(line: Line, item: Mention, start: int, end: int, gazetteer: Gazetteer) -> tuple[str, str]:
    """The type that the form of a name and small words beside it call for, with the code of the evidence."""
    if _is_acronym(line, item, start, end, gazetteer):
        return "ORG", "acronym"
    if _has_age(line, end, gazetteer):
        return "PER", "age"
    if _is_person_with_article(line, item, start, end, gazetteer):
        return "ORG", "article"
    if item.type in ("PER", "MISC", "ORG") and _is_where(line, item, start, end, gazetteer):
        return "LOC", "place-word"
    return "", ""


def _is_given(line: Line, item: Mention, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a name begins with a given name; one alone also counts where a model took it for a place."""
    if line.fold(start) not in gazetteer.given or item.type == "ORG":
        return False
    before = line.fold(start - 1)
    placed = before in gazetteer.definite or _after_place_word(line, start, gazetteer)
    return end > start + 1 or (
        item.type in ("LOC", "GPE", "MISC") and not placed and before not in ("de", "d'")
    )


def settle(line: Line, item: Mention, gazetteer: Gazetteer) -> Mention:
    """A place that only a model without governments knows, as GPE where it looks like a town or a country."""
    if item.type != "LOC" or not gazetteer.guesses_places or _SURE.intersection(item.evidence):
        return item
    start, end = line.first(item.start), line.after(item.end)
    if gazetteer.place_heads.find(line.folds, start) or gazetteer.never_town.intersection(
        line.folds[start:end]
    ):
        return item
    linked = any(gazetteer.noble.find(line.folds, at) for at in range(start + 1, end))
    return item if linked else item.of_type("GPE")


def as_town(line: Line, item: Mention, gazetteer: Gazetteer) -> Mention:
    """A place that no other list knows with the key of the town of this name, where there is one."""
    if item.type != "GPE" or item.key:
        return item
    found = gazetteer.towns.find(line.tokens, line.folds, line.first(item.start))
    if found is None or found[0] != line.after(item.end):
        return item
    return replace(item, key=found[1].key).because("town")


def _by_noun(line: Line, start: int, end: int, gazetteer: Gazetteer) -> str:
    """The type that the noun right before a name calls for, "" where none stands there."""
    at = start - 1
    at -= line.written(at) in ("«", "“", '"')
    if at < 0 or (line.tokens[at].capital and not line.opens(at)):
        return ""
    single = end == start + 1 and line.tokens[start].text.isupper()
    if line.fold(at) in gazetteer.before_person and not single:
        return "PER"
    first = _described(line, at, gazetteer)
    return "ORG" if line.fold(first) in gazetteer.before_organisation else ""


def _described(line: Line, at: int, gazetteer: Gazetteer) -> int:
    """The position of the noun before adjectives and a matter: "fabricant de verre plat"."""
    if line.tokens[at].kind != "word" or line.fold(at) in line.language.small_words:
        return at
    for _ in range(_ADJECTIVES):
        adjective = line.tag(at) == "ADJ" or gazetteer.peoples.find(line.folds, at) is not None
        if at < 1 or line.tokens[at].capital or not adjective:
            break
        at -= 1
    matter = line.fold(at - 1) in gazetteer.town_links and line.written(at).islower()
    return at - 2 if matter and at > 1 and line.tag(at) == "NOUN" else at


def _is_affixed(line: Line, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a name begins or ends as those of companies and clubs do: "Norval SA", "FC Brévent"."""
    return end > start + 1 and any(line.written(at) in gazetteer.affixes for at in (start, end - 1))


def _is_acronym(line: Line, item: Mention, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a lone word in capitals is an organisation's acronym rather than a place or a person."""
    written = line.tokens[start].text
    lone = end == start + 1 and written.isupper() and len(written) in _ACRONYM
    return lone and item.type != "ORG" and not line.shouting and not _after_place_word(line, start, gazetteer)


def _after_place_word(line: Line, start: int, gazetteer: Gazetteer) -> bool:
    return any(
        (found := gazetteer.before_place.find(line.folds, at)) is not None and found[0] == start
        for at in range(max(0, start - 3), start)
    )


def _by_head(line: Line, start: int, end: int, gazetteer: Gazetteer) -> str:
    """The type that the first word of a name of several calls for: "Fondation Marchetti"; "" without one."""
    start += line.fold(start) in line.language.articles
    if end < start + 2 and line.fold(start - 1) not in line.language.articles:
        return ""
    organisation = gazetteer.capital_heads.find(line.folds, start)
    if organisation is not None and organisation[0] <= end and (end > start + 1 or line.named(start - 1)):
        return "ORG"
    event = gazetteer.event_heads.find(line.folds, start)
    return "EVENT" if event is not None and event[0] < end else ""


def _has_age(line: Line, end: int, gazetteer: Gazetteer) -> bool:
    """Whether an age follows: "Oksana, 42 ans"."""
    return (
        line.written(end) == ","
        and end + 2 < len(line.tokens)
        and line.tokens[end + 1].kind == "number"
        and line.fold(end + 2) in gazetteer.ages
    )


def _is_person_with_article(line: Line, item: Mention, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a definite article makes a person unlikely: "le Norvik"."""
    return (
        item.type == "PER"
        and end == start + 1
        and line.fold(start) not in gazetteer.given
        and line.fold(start - 1) in gazetteer.definite
    )


def _is_where(line: Line, item: Mention, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether "à" or the like makes a name a place, and no verb addresses it."""
    if line.tokens[start].text.isupper() and item.type == "ORG":
        return False
    if item.type != "MISC" and end > start + 1 and line.written(start + 1) != "-":
        return False
    node = line.node(start)
    addressed = item.type == "PER" and node is not None and node.dep_ in _ADDRESSED
    return not addressed and _after_place_word(line, start, gazetteer)


def read_titled(line: Line, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Names that a noun before them makes a town or an organisation: "maire de X", "l'association X Y"."""
    at = len(line.tokens) if line.shouting else 1
    while at < len(line.tokens):
        end, kind, code = _titled(line, at, gazetteer)
        if end:
            yield Mention(line.tokens[at].start, line.tokens[end - 1].end, kind, (code,))
        at = max(end, at + 1)


def _titled(line: Line, at: int, gazetteer: Gazetteer) -> tuple[int, str, str]:
    """(the position after a name that begins at `at`, its type, the code of why), zero without one."""
    if not line.named(at) or line.opens(at) or line.fold(at) in gazetteer.given:
        return 0, "", ""
    end = at
    while line.named(end) or (end > at and line.written(end) == "-" and line.touches(end)):
        end += 1
    noun = at - 1
    definite = line.fold(noun - 1) in gazetteer.definite or line.fold(noun - 1) in ("du", "au")
    if line.fold(noun) in gazetteer.before_organisation and definite and not line.written(noun).istitle():
        return _with_adjective(line, at, end, gazetteer), "ORG", "title"
    town = any(
        (found := gazetteer.before_town.find(line.folds, back)) is not None and found[0] == at
        for back in range(max(0, at - 3), at)
    )
    return (end, "GPE", "place-word") if town else (0, "", "")


def _with_adjective(line: Line, at: int, end: int, gazetteer: Gazetteer) -> int:
    """The position after the adjective that ends a name: the "commune" of "l'association Terre commune"."""
    lone = end == at + 1 and line.tag(end) == "ADJ" and line.written(end).islower()
    return end + 1 if lone and gazetteer.peoples.find(line.folds, end) is None else end


def read_datelines(line: Line, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Places that dispatches begin with, and agencies: "GENÈVE (AFP) —", "BERLIN, 12 mai", "TROYES – ..."."""
    at = 0
    while at < len(line.tokens):
        end = _run(line, at) if line.opens(at) and line.named(at) else at
        if at < end and _follows(line, at, end, gazetteer):
            yield _sent(line, at, end, "GPE")
            agency = _agency(line, end)
            if agency:
                yield _sent(line, *agency, "ORG")
        at = max(end, at + 1)


def _sent(line: Line, start: int, end: int, kind: str) -> Mention:
    return Mention(line.tokens[start].start, line.tokens[end - 1].end, kind, ("dateline",))


def _agency(line: Line, at: int) -> tuple[int, int] | None:
    """Where the agency stands in the brackets of a dispatch, None without one."""
    start = next((x for x in range(at, min(at + 6, len(line.tokens))) if line.written(x) == "("), -1) + 1
    end = start
    while line.named(end):
        end += 1
    return (start, end) if 0 < start < end and line.written(end) == ")" and _is_dash(line, end + 1) else None


def _run(line: Line, at: int) -> int:
    """The position after words in capitals that hyphens or spaces join."""
    end = at
    while end < len(line.tokens) and end - at < 2 * _LONGEST:
        if line.named(end) and line.tokens[end].text.isupper() == line.tokens[at].text.isupper():
            end += 1
        elif line.written(end) == "-" and line.touches(end) and line.touches(end + 1):
            end += 2 if line.named(end + 1) else 1
        elif end > at and line.written(end - 1) == "-" and line.touches(end):
            end += 1
        else:
            break
    return end


def _follows(line: Line, at: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether what comes after is what follows the place of a dispatch."""
    upper, text = line.words(at, end).isupper(), line.written(end)
    if line.shouting or len(line.words(at, end)) < _SHORTEST:
        return False
    if text == "(":
        close = next((x for x in range(end + 1, min(end + 5, len(line.tokens))) if line.written(x) == ")"), 0)
        return close > 0 and _is_dash(line, close + 1)
    if text == "," and end + 1 < len(line.tokens):
        number = line.tokens[end + 1].kind == "number"
        dated = gazetteer.months.intersection(line.folds[end + 1 : end + 3])
        return bool(dated) or (upper and number)
    spaced = _is_dash(line, end) and not line.touches(end) and not line.touches(end + 1)
    return upper and (spaced or (text == "." and _is_dash(line, end + 1)))


def _is_dash(line: Line, at: int) -> bool:
    return line.written(at) in ("–", "—", "-")
