"""The words of attribution in one language, from `cues.toml`, as typed records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from annotation.detectors._language import Phrases, fold, folded, read_table
from annotation.detectors._tokens import phrase

_FRENCH = [
    "e",
    "es",
    "ent",
    "ait",
    "aient",
    "a",
    "erent",
    "era",
    "eront",
    "erait",
    "eraient",
    "ant",
    "e",
    "ee",
    "es",
    "ees",
    "er",
    "ais",
    "ai",
    "ons",
    "ez",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that introduces what somebody says, thinks, wants or decides."""

    lemma: str
    kind: str
    frames: frozenset[str]
    """What it takes as content: quote clause object action target."""


@dataclass(frozen=True, slots=True)
class State:
    """A participle or adjective after "to be": "préoccupé par"."""

    kind: str
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class According:
    """What introduces a source as a phrase: "selon", "according to"."""

    phrases: Phrases[str]
    open: Phrases[str]
    of_source: Phrases[str]
    not_sources: Phrases[str]
    sources_still: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueWords:
    """Small words around cues."""

    that: frozenset[str]
    bare: frozenset[str]
    auxiliaries: frozenset[str]
    clitics: frozenset[str]
    adverbs: Phrases[str]
    pronouns: frozenset[str]
    stops: frozenset[str]
    inner: frozenset[str]
    """Those of the stops that may stand inside what is said more about somebody."""
    openers: frozenset[str]
    relatives: frozenset[str]
    anonymous: frozenset[str]
    addressing: frozenset[str]
    """Prepositions before somebody who is spoken to, or a channel: "à l'AFP", "sur Twitter"."""
    about: frozenset[str]
    """Prepositions before what is spoken about: "contre une escalade", "de trois morts"."""
    possessives: frozenset[str]
    """No speaker begins with one of these after the verb: "dit son inquiétude"."""
    gestures: frozenset[str]
    """After a speaker in dialogue these begin what is done, not said: "en souriant"."""
    participles: tuple[str, ...]
    """Endings of participles, which are cues only after an auxiliary."""
    beside: Phrases[str]
    """What stands beside a content and does not belong to it: "sous couvert d'anonymat"."""


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All that the rules know about one language."""

    code: str
    cues: Phrases[Cue]
    states: Phrases[State]
    according: According
    words: CueWords
    roles: Mapping[str, frozenset[str]]
    types: Mapping[str, frozenset[str]]


@cache
def load_cues(code: str) -> CueLexicon:
    """The words of attribution in the language `code`. Raises LanguageError where the file is damaged."""
    table = read_table(f"{code}/cues")
    according, words = table["according"], table["words"]
    return CueLexicon(
        code,
        Phrases(_forms(table, code)),
        Phrases(
            (phrase(word, code), State(row["kind"], folded(row["prepositions"])))
            for row in table["state"]
            for word in row["words"]
        ),
        According(
            _phrases(_spread(according["phrases"]), code),
            _phrases(according["open"], code),
            _phrases(according["of_source"], code),
            _phrases(according["not_sources"], code),
            folded(according["sources_still"]),
        ),
        CueWords(
            folded(words["that"]),
            folded(words["bare"]),
            folded(words["auxiliaries"]),
            folded(words["clitics"]),
            _phrases(words["adverbs"], code),
            folded(words["pronouns"]),
            folded(words["stops"]),
            folded(words["inner"]),
            folded(words["openers"]),
            folded(words["subject_relatives"]),
            folded(words["anonymous"]),
            folded(words["addressing"]),
            folded(words["about"]),
            folded(words["possessives"]),
            folded(words["gestures"]),
            tuple(words["participles"]),
            _phrases(words["beside"], code),
        ),
        {name: folded(items) for name, items in table["roles"].items()},
        {name: folded(items) for name, items in table["types"].items()},
    )


def _phrases(items: Iterable[str], code: str) -> Phrases[str]:
    return Phrases((phrase(item, code), item) for item in items)


def _spread(items: Iterable[str]) -> Iterator[str]:
    for item in items:
        yield item
        if item.endswith(" de"):
            yield from (f"{item[:-3]} {form}" for form in ("d'", "du", "des"))


def _forms(table: Mapping[str, Any], code: str) -> Iterator[tuple[tuple[str, ...], Cue]]:
    """Every form of every cue; frames and kinds of a verb listed several times are put together."""
    merged: dict[str, Cue] = {}
    for row in table["cue"]:
        for lemma in row["lemmas"]:
            base = _without_reflexive(lemma)
            known = merged.get(base)
            frames = frozenset(row["frames"]) | (known.frames if known else frozenset())
            merged[base] = Cue(base, known.kind if known else row["kind"], frames)
    for base, cue in merged.items():
        verb, _, rest = base.partition(" ")
        for form in _conjugate(verb, table["forms"].get(verb), code):
            yield phrase(f"{form} {rest}", code), cue


def _without_reflexive(lemma: str) -> str:
    return lemma.removeprefix("s'").removeprefix("se ")


def _conjugate(verb: str, irregular: list[str] | None, code: str) -> set[str]:
    if irregular is not None:
        return {verb, *irregular}
    word = fold(verb)
    if code == "fr":
        stem = word[:-2] if word.endswith("er") else ""
        soft = (
            {f"{stem}e{end}" for end in ("a", "ait", "aient", "ant", "ons", "ai")}
            if stem.endswith("g")
            else set()
        )
        return {word, *(stem + end for end in _FRENCH if stem), *soft}
    return _english(word)


def _english(word: str) -> set[str]:
    if word.endswith("y") and word[-2] not in "aeiou":
        return {word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    stem = word.removesuffix("e")
    doubled = {word + word[-1] + "ed", word + word[-1] + "ing"} if word[-1] in "bdgmnprt" else set()
    plural = word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return {word, plural, stem + "ed", stem + "ing", *doubled}
