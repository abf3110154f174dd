"""The words of stance in one language, from `stances.toml`, as typed records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from annotation.detectors._language import fold, folded, read_table
from annotation.detectors._stances.record import Polarity
from annotation.detectors._tokens import phrase

_SURE = 0.85
_ENDINGS = ("e", "es", "ent", "ait", "aient", "a", "erent", "era", "eront", "ee", "ees", "er", "ons", "ant")
"""Of regular French verbs, without accents."""
_REFLEXIVE = ("se ", "s'")
_CLITICS = ("en", "y")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a cue says about its target, and what makes it say something else."""

    polarity: Polarity
    negated: str
    intensity: int
    type: str
    sure: float = _SURE
    targets: str = ""
    """ "party" or "thing" where only those can be its target."""
    not_targets: frozenset[str] = frozenset()
    not_holders: frozenset[str] = frozenset()
    not_with: frozenset[tuple[str, str]] = frozenset()
    """(preposition, noun) of what makes another verb of it."""
    only_targets: frozenset[str] = frozenset()
    clause: bool = True
    undone: bool = False
    only_undone: bool = False
    action: bool = False
    only_action: bool = False
    mutual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbCue:
    """A verb with the words that follow it and the preposition before its target."""

    verb: str
    sense: Sense
    reflexive: bool = False
    clitic: str = ""
    """The "en" of "s'en prendre à"."""
    between: tuple[str, ...] = ()
    preposition: str = ""
    """ "" where the target is the object."""

    @property
    def name(self) -> str:
        """The cue as a dictionary has it."""
        reflexive = "se" if self.reflexive else ""
        return " ".join(filter(None, (reflexive, self.clitic, self.verb, *self.between, self.preposition)))


@dataclass(frozen=True, slots=True, kw_only=True)
class NounCue:
    """A noun that somebody gives, says or receives."""

    sense: Sense
    prepositions: tuple[str, ...]
    verbs: frozenset[str]
    received: frozenset[str]
    deed: bool = False
    """Whether it names what somebody does: "la condamnation de l'attentat par Paris"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCue:
    """An adjective or a preposition that says what somebody is towards something."""

    sense: Sense
    prepositions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """Verbs that call something something, and what adjectives make of it."""

    verbs: frozenset[str]
    markers: frozenset[str]
    favor: frozenset[str]
    against: frozenset[str]

    def polarity(self, word: str) -> Polarity | None:
        """What it is to be called so, None for an adjective that takes no side."""
        return "favor" if word in self.favor else "against" if word in self.against else None


@dataclass(frozen=True, slots=True)
class StanceLexicon:
    """All that the rules know about one language."""

    code: str
    verbs: Mapping[str, tuple[VerbCue, ...]]
    """By the verb; what is more particular comes first."""
    nouns: Mapping[str, NounCue]
    states: Mapping[str, StateCue]
    predicates: Mapping[str, StateCue]
    judgements: Judgements
    words: Mapping[str, frozenset[str]]
    conditional: tuple[str, ...]
    adverbs: frozenset[tuple[str, ...]]
    """Adverbs of several words, and names of days, which may stand within a verb."""
    prepositions: Mapping[str, tuple[tuple[str, ...], ...]]
    forms: Mapping[str, str]
    """{form: verb} where a model may give the form another lemma."""

    def has(self, kind: str, word: str) -> bool:
        """Whether a folded word is one of a kind, such as "copulas"."""
        return word in self.words[kind]


@cache
def load_stances(code: str) -> StanceLexicon:
    """The words of stance in the language `code`. Raises LanguageError where the file is damaged."""
    table = read_table(f"{code}/stances")
    prepositions = {
        fold(name): tuple(tuple(map(fold, form.replace("'", "' ").split())) for form in forms)
        for name, forms in table["prepositions"].items()
    }
    verbs = _verbs(table["verb"], frozenset(prepositions))
    judgement, words = table["judgement"], table["words"]
    return StanceLexicon(
        code,
        verbs,
        {fold(noun): _noun(row) for row in table["noun"] for noun in row["nouns"]},
        {fold(word): _state(row) for row in table["state"] for word in row["words"]},
        {fold(word): StateCue(sense=_sense(row), prepositions=(fold(word),))
         for row in table["predicate"] for word in row["phrases"]},
        Judgements(*(folded(judgement[key]) for key in ("verbs", "markers", "favor", "against"))),
        {"would": frozenset(), **{name: folded(items) for name, items in words.items()}},
        tuple(words["conditional"]),
        frozenset(phrase(item, code) for item in words["adverbs"]),
        prepositions,
        {**_regular(_all_verbs(verbs, table), code), **_given(table["forms"])},
    )  # fmt: skip


def _sense(row: Mapping[str, Any]) -> Sense:
    return Sense(
        polarity=cast(Polarity, row["polarity"]),
        negated=row.get("negated", ""),
        intensity=row["intensity"],
        type=row["type"],
        sure=row.get("sure", _SURE),
        targets=row.get("targets", ""),
        not_targets=folded(row.get("not_targets", ())),
        not_holders=folded(row.get("not_holders", ())),
        not_with=frozenset(_pair(item) for item in row.get("not_with", ())),
        only_targets=folded(row.get("only_targets", ())),
        clause=row.get("clause", True),
        undone=row.get("undone", False),
        only_undone=row.get("only_undone", False),
        action=row.get("action", False),
        only_action=row.get("only_action", False),
        mutual=row.get("mutual", False),
    )


def _pair(item: str) -> tuple[str, str]:
    preposition, _, noun = item.partition(" ")
    return fold(preposition), fold(noun)


def _noun(row: Mapping[str, Any]) -> NounCue:
    return NounCue(
        sense=_sense(row),
        prepositions=tuple(map(fold, row["prepositions"])),
        verbs=folded(row["verbs"]),
        received=folded(row["received"]),
        deed=row.get("deed", False),
    )


def _state(row: Mapping[str, Any]) -> StateCue:
    return StateCue(sense=_sense(row), prepositions=tuple(map(fold, row["prepositions"])))


def _verbs(rows: Iterable[Mapping[str, Any]], prepositions: frozenset[str]) -> dict[str, tuple[VerbCue, ...]]:
    """Cues by verb, the longest first: "voter contre" before "voter"."""
    found: dict[str, list[VerbCue]] = {}
    for row in rows:
        sense = _sense(row)
        for text in row["cues"]:
            cue = _verb(text, sense, prepositions)
            found.setdefault(cue.verb, []).append(cue)
    return {verb: tuple(sorted(cues, key=_length, reverse=True)) for verb, cues in found.items()}


def _length(cue: VerbCue) -> int:
    return len(cue.between) * 2 + bool(cue.preposition) + cue.reflexive


def _verb(text: str, sense: Sense, prepositions: frozenset[str]) -> VerbCue:
    start = next((part for part in _REFLEXIVE if text.startswith(part)), "")
    verb, *rest = (fold(word) for word in text.removeprefix(start).replace("'", "' ").split())
    clitic = verb if verb in _CLITICS else ""
    verb, rest = (rest[0], rest[1:]) if clitic else (verb, rest)
    for size in range(len(rest), 0, -1):
        tail = " ".join(rest[-size:])
        if tail in prepositions:
            return VerbCue(
                verb=verb, sense=sense, reflexive=bool(start), clitic=clitic, between=tuple(rest[:-size]),
                preposition=tail,
            )  # fmt: skip
    return VerbCue(verb=verb, sense=sense, reflexive=bool(start), clitic=clitic, between=tuple(rest))


def _all_verbs(verbs: Iterable[str], table: Mapping[str, Any]) -> set[str]:
    """Every verb that the file knows, folded."""
    more = [table["words"][kind] for kind in ("copulas", "keeps", "flips", "asks", "must", "undoing_verbs")]
    more += [row["verbs"] for row in table["noun"]] + [table["judgement"]["verbs"]]
    return {*verbs, *(fold(verb) for items in more for verb in items)}


def _regular(verbs: Iterable[str], code: str) -> dict[str, str]:
    """Forms of the regular French verbs: a model takes "réclame" for a lemma."""
    if code != "fr":
        return {}
    stems = {verb: verb.removesuffix("er") for verb in verbs if verb.endswith("er") and verb != "aller"}
    return {form: verb for verb, stem in stems.items() for form in _conjugate(stem)}


def _conjugate(stem: str) -> Iterator[str]:
    soft = f"{stem}e" if stem.endswith("g") else stem
    for ending in _ENDINGS:
        yield (soft if ending[0] in "ao" else stem) + ending


def _given(forms: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {fold(form): fold(verb) for verb, items in forms.items() for form in items}
