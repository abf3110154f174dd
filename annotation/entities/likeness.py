"""Which entities of a registry may be one: how likely, and why, in words."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from annotation.entities.index import PARTICLES, are_two
from annotation.entities.misspelling import near_words
from annotation.i18n import Message
from annotation.records import Entity, fold_name

Together = Callable[[str, str], int]
"""Gives in how many articles two entities are both mentioned."""
_SAME_LEAST = 85.0
"""ratio from which two names that differ in one word are one that is misspelt."""
_LONG_ENOUGH = 5
"""Letters of a word that may be misspelt."""
_BLOCK = 60
"""Names that may share a word before the word tells nothing."""
_NAMESAKES = 3
"""Persons that a lone surname may fit before it tells nothing."""
_ACRONYM = range(2, 9)
"""Letters of an acronym."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSuggestion:
    """Two entities that may be one; `stays` is the likelier one to keep its name, `goes` the other."""

    stays: str
    goes: str
    score: int
    """How likely they are one, from 0 to 100."""
    reason: Message

    @property
    def pair(self) -> frozenset[str]:
        """Both keys."""
        return frozenset((self.stays, self.goes))


def pair_of(one: str, other: str) -> frozenset[str]:
    """Two keys, whichever comes first."""
    return frozenset((one, other))


def suggest_merges(
    entities: Sequence[Entity],
    mentions: Mapping[str, int],
    apart: Collection[frozenset[str]] = frozenset(),
    together: Together = lambda one, other: 0,
    check: Callable[[], object] = lambda: None,
) -> list[MergeSuggestion]:
    """The pairs of entities that may be one, the likeliest first; none that a person set `apart`.

    `check` is called now and then; what it raises stops the search.
    """
    names = _Names(entities)
    best: dict[frozenset[str], tuple[int, Message]] = {}
    for rule in (_identified, _equal, _reordered, _short_names, _acronyms, _misspelt, _longer):
        check()
        for one, other, score, reason in rule(names, together):
            pair = pair_of(one, other)
            both = names.by_key[one], names.by_key[other]
            fits = len(pair) == 2 and pair not in apart and _may_be(*both)
            if fits and rule not in (_identified, _equal):
                fits = not _are_two_persons(*both)
            if fits and (pair not in best or best[pair][0] < score):
                best[pair] = score, reason
    found = [_suggestion(names, mentions, pair, *what) for pair, what in best.items()]
    return sorted(found, key=lambda one: (-one.score, names.by_key[one.stays].name, one.stays, one.goes))


_Pair = tuple[str, str, int, Message]
"""(key, key, score, reason)"""


class _Names:
    """The folded spellings of a registry."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.by_key = {entity.id: entity for entity in entities}
        self.spelt: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        """{folded spelling: (key, as it is written) of those that have it}"""
        for entity in entities:
            for folded, written in _spellings(entity):
                self.spelt[folded].append((entity.id, written))
        self.words: dict[str, tuple[str, ...]] = {folded: tuple(folded.split()) for folded in self.spelt}

    def persons(self, folded: str) -> Iterator[tuple[str, str]]:
        """Those with a spelling that are persons, or may be."""
        return (pair for pair in self.spelt[folded] if self.by_key[pair[0]].type in ("PER", ""))

    def others(self, folded: str) -> Iterator[tuple[str, str]]:
        """Those with a spelling that are no persons, or need not be."""
        return (pair for pair in self.spelt[folded] if self.by_key[pair[0]].type != "PER")

    def by_word(self, of: Iterable[str]) -> dict[str, list[str]]:
        """{word: the spellings of `of` that have it}, of words that tell something."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for folded in of:
            for word in set(self.words[folded]) - PARTICLES:
                if len(word) > 1:
                    found[word].append(folded)
        return {word: spellings for word, spellings in found.items() if 1 < len(spellings) <= _BLOCK}


def _spellings(entity: Entity) -> Iterator[tuple[str, str]]:
    """(folded, as it is written) of each spelling of an entity, each once."""
    seen: set[str] = set()
    for written in (entity.name, *entity.aliases):
        folded = fold_name(written)
        if folded and folded not in seen:
            seen.add(folded)
            yield folded, written


def _may_be(one: Entity, other: Entity) -> bool:
    """Whether nothing speaks against their being one: other identifiers, or one a person and one none."""
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    types = {one.type, other.type}
    return "" in types or len(types) == 1 or "PER" not in types


def _are_two_persons(one: Entity, other: Entity) -> bool:
    """Whether the whole names of two persons tell them apart, whatever other spellings they have."""
    here, there = fold_name(one.name), fold_name(other.name)
    words = here.split(), there.split()
    whole = all(len(some) > 1 and min(map(len, some)) > 1 for some in words)
    mine, theirs = set(words[0]), set(words[1])
    is_part = mine <= theirs or theirs <= mine
    return "PER" in (one.type, other.type) and whole and not is_part and are_two(here, there)


def _suggestion(
    names: _Names, mentions: Mapping[str, int], pair: frozenset[str], score: int, reason: Message
) -> MergeSuggestion:
    """The pair with the one to stay first: a person's, with an id, with the longer name, named more often."""
    both = [names.by_key[key] for key in sorted(pair)]
    if len({entity.type for entity in both if entity.type}) > 1:
        score -= 10
    both.sort(key=lambda one: _weight(one, mentions), reverse=True)
    return MergeSuggestion(stays=both[0].id, goes=both[1].id, score=max(1, score), reason=reason)


def _weight(entity: Entity, mentions: Mapping[str, int]) -> tuple[bool, bool, int, int, str]:
    words = fold_name(entity.name).split()
    return bool(entity.wikidata), not entity.origin, len(words), mentions.get(entity.id, 0), entity.id


# ---------------------------------------------------------------- the rules


def _identified(names: _Names, _together: Together) -> Iterator[_Pair]:
    by_id: defaultdict[str, list[str]] = defaultdict(list)
    for entity in names.by_key.values():
        if entity.wikidata:
            by_id[entity.wikidata].append(entity.id)
    for id_, keys in by_id.items():
        for one, other in combinations(keys[:_BLOCK], 2):
            yield one, other, 100, Message("Both have the Wikidata id {id}.", {"id": id_})


def _equal(names: _Names, _together: Together) -> Iterator[_Pair]:
    for folded, having in names.spelt.items():
        for (one, here), (other, there) in combinations(having[:_BLOCK], 2):
            less = _doubt(names, folded, names.by_key[one], names.by_key[other])
            if less is None:
                continue
            values = {"one": here, "other": there}
            if here == there:
                yield one, other, 97 - less, Message("Both are called “{one}”.", values)
            else:
                reason = Message("“{one}” and “{other}” differ only in accents, capitals or titles.", values)
                yield one, other, 94 - less, reason


def _doubt(names: _Names, folded: str, one: Entity, other: Entity) -> int | None:
    """How much less likely two are one whose common spelling is not the name of both; None for not at all.

    A surname, or one with an initial, is many a person's: it tells nothing where the names are others.
    """
    whole = [fold_name(entity.name) for entity in (one, other)]
    if whole[0] == whole[1]:
        return 0
    words = names.words[folded]
    if "PER" not in (one.type, other.type) or (len(words) > 1 and min(map(len, words)) > 1):
        return 6
    here, there = (set(name.split()) for name in whole)
    return 20 if here <= there or there <= here else None


def _reordered(names: _Names, _together: Together) -> Iterator[_Pair]:
    by_words: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for folded, words in names.words.items():
        if len(words) > 1:
            by_words[tuple(sorted(words))].append(folded)
    for spellings in by_words.values():
        for here, there in combinations(spellings[:_BLOCK], 2):
            yield from _each(names, here, there, 90, _in_another_order)


def _in_another_order(one: str, other: str) -> Message:
    values = {"one": one, "other": other}
    return Message("“{one}” and “{other}” are the same words in another order.", values)


def _short_names(names: _Names, together: Together) -> Iterator[_Pair]:
    """Persons by a lone surname or first name, or by an initial."""
    persons = [folded for folded in names.words if any(names.persons(folded))]
    ends: defaultdict[str, set[str]] = defaultdict(set)
    initials: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for folded in persons:
        words = names.words[folded]
        if len(words) > 1:
            ends[words[0]].add(folded)
            ends[words[-1]].add(folded)
            initials[words[0][0], " ".join(words[1:])].add(folded)
    for folded in persons:
        words = names.words[folded]
        if len(words) == 1 and len(folded) > 2:
            yield from _by_one_word(names, folded, ends[folded], together)
        elif len(words) > 1 and len(words[0]) == 1:
            whole = {one for one in initials[words[0], " ".join(words[1:])] if one != folded}
            yield from _by_initial(names, folded, whole)


def _by_one_word(names: _Names, short: str, whole: Collection[str], together: Together) -> Iterator[_Pair]:
    fitting = {key: (folded, written) for folded in whole for key, written in names.persons(folded)}
    if len(fitting) > _NAMESAKES:
        return
    for one, here in names.persons(short):
        for other, (folded, there) in fitting.items():
            if one == other:
                continue
            articles = together(one, other)
            score = 82 if names.words[folded][-1] == short else 74
            score += (8 if articles else 0) - 12 * (len(fitting) - 1)
            values = {"one": here, "other": there, "n": articles}
            if articles:
                yield one, other, score, Message(
                    "“{one}” is a part of the name “{other}”, and one article names both.", values,
                    "“{one}” is a part of the name “{other}”, and {n} articles name both.", articles,
                )  # fmt: skip
            else:
                yield one, other, score, Message("“{one}” is a part of the name “{other}”.", values)


def _by_initial(names: _Names, short: str, whole: Collection[str]) -> Iterator[_Pair]:
    fitting = [(other, there) for folded in whole for other, there in names.persons(folded)]
    score = 88 if len(fitting) == 1 else 70
    for one, here in names.persons(short):
        for other, there in fitting[:_NAMESAKES]:
            values = {"one": here, "other": there}
            yield one, other, score, Message("“{one}” may be short for “{other}”.", values)


def _acronyms(names: _Names, _together: Together) -> Iterator[_Pair]:
    short: dict[str, str] = {}
    for folded, having in names.spelt.items():
        letters = folded.replace(" ", "")
        written = having[0][1].replace(".", "")
        if len(letters) in _ACRONYM and written.isupper() and any(names.others(folded)):
            short[letters] = folded
    for folded, words in names.words.items():
        for letters in _initials(words):
            if letters in short and short[letters] != folded:
                score = 88 if len(letters) > 2 else 76
                for one, here in names.others(short[letters]):
                    for other, there in names.others(folded):
                        values = {"one": here, "other": there}
                        yield one, other, score, Message("“{one}” has the initials of “{other}”.", values)


def _initials(words: Sequence[str]) -> set[str]:
    """The initials of several words, with and without particles."""
    telling = [word for word in words if word not in PARTICLES]
    return {"".join(word[0] for word in some) for some in (words, telling) if len(some) > 1}


def _misspelt(names: _Names, _together: Together) -> Iterator[_Pair]:
    """Names that differ in a letter or two of one word."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for folded, words in names.words.items():
        for word in set(words):
            if len(word) >= _LONG_ENOUGH:
                having[word].append(folded)
    for one, other in near_words(having):
        few, _many = sorted((having[one], having[other]), key=len)
        word, instead = (one, other) if few is having[one] else (other, one)
        for folded in few:
            changed = " ".join(instead if part == word else part for part in names.words[folded])
            if changed in names.words and not are_two(folded, changed):
                likeness = fuzz.ratio(folded, changed)
                if likeness >= _SAME_LEAST:
                    yield from _each(names, folded, changed, round(likeness) - 10, _nearly_alike)


def _nearly_alike(one: str, other: str) -> Message:
    return Message("“{one}” and “{other}” are spelled nearly alike.", {"one": one, "other": other})


def _longer(names: _Names, together: Together) -> Iterator[_Pair]:
    """Names of several words that all stand in another name."""
    several = [folded for folded, words in names.words.items() if len(words) > 1]
    blocks = names.by_word(several)
    for folded in several:
        words = set(names.words[folded])
        rarest = min((blocks.get(word, ()) for word in words if word in blocks), key=len, default=())
        for longer in rarest:
            if longer != folded and words < set(names.words[longer]):
                yield from _within(names, folded, longer, together)


def _within(names: _Names, short: str, long: str, together: Together) -> Iterator[_Pair]:
    for one, here in names.spelt[short]:
        for other, there in names.spelt[long]:
            person = names.by_key[one].type == names.by_key[other].type == "PER"
            articles = together(one, other) if one != other else 0
            if person or articles:
                score = (80 if person else 62) + (6 if articles else 0)
                values = {"one": here, "other": there}
                yield one, other, score, Message("“{other}” has all the words of “{one}”.", values)


def _each(
    names: _Names, here: str, there: str, score: int, reason: Callable[[str, str], Message]
) -> Iterator[_Pair]:
    """Each pair of entities of two spellings, with the reason for it."""
    for one, written in names.spelt[here][:_BLOCK]:
        for other, also in names.spelt[there][:_BLOCK]:
            yield one, other, score, reason(written, also)
