"""The words of attribution in one language, from `cue*.toml` and `sources.toml`, as typed records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from annotation.detectors._attributions.conjugation import conjugate
from annotation.detectors._language import Phrases, folded, read_table
from annotation.detectors._tokens import phrase

_TAUGHT_FRAMES = ("quote", "clause", "question", "action", "infinitive", "object")
"""What a cue that a researcher marked may take as its content."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that introduces what somebody says, thinks, wants or decides."""

    lemma: str
    kinds: Mapping[str, str]
    """{frame: kind of attribution}: what it takes as content, and what it then is."""
    prepositions: frozenset[str] = frozenset()
    """What leads to a content in the frame "about"."""
    bare: bool = False
    """Whether it takes a clause without "that"."""

    @property
    def frames(self) -> frozenset[str]:
        """What it takes as content."""
        return frozenset(self.kinds)

    def kind(self, *frames: str) -> str:
        """The kind of attribution in the first of the frames that it has; a quotation is like a clause."""
        order = ("clause", "call", "action", *frames) if "quote" in frames else frames
        return next((self.kinds[frame] for frame in order if frame in self.kinds), "assertion")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form of a verb may be: of a plain verb, of a reflexive one, finite or not."""

    plain: Cue | None
    reflexive: Cue | None
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class State:
    """A participle or adjective after "to be": "préoccupé par"."""

    lemma: str
    kind: str
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for what is said, thought or wanted."""

    lemma: str
    kind: str


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns and what stands around them."""

    words: Mapping[str, Noun]
    light: frozenset[str]
    """Forms of the verbs that lend a noun their subject: "émettre l'hypothèse"."""
    that: Phrases[str]
    to: frozenset[str]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class According:
    """What introduces a source as a phrase: "selon", "according to"."""

    phrases: Phrases[str]
    open: Phrases[str]
    of_source: Phrases[str]
    not_sources: Phrases[str]
    sources_still: frozenset[str]
    beliefs: frozenset[str]
    """First words of the phrases that credit an opinion: "pour X"."""


@dataclass(frozen=True, slots=True)
class CueWords:
    """Small words around cues."""

    that: frozenset[str]
    questions: frozenset[str]
    """What begins an indirect question: "si", "comment"."""
    not_that: frozenset[str]
    """A "que" after one of these compares or restricts."""
    having: frozenset[str]
    being: frozenset[str]
    modals: frozenset[str]
    reflexives: frozenset[str]
    clitics: frozenset[str]
    negations: frozenset[str]
    adverbs: Phrases[str]
    single_adverbs: frozenset[str]
    pronouns: frozenset[str]
    by: frozenset[str]
    """What leads to whoever acts in the passive."""
    impersonal: frozenset[str]
    stops: frozenset[str]
    inner: frozenset[str]
    """Those of the stops that may stand inside what is said more about somebody."""
    openers: frozenset[str]
    relatives: frozenset[str]
    anonymous: frozenset[str]
    addressing: frozenset[str]
    """Prepositions before somebody who is spoken to: "à l'AFP"."""
    conjunctions: frozenset[str]
    possessives: frozenset[str]
    """No speaker begins with one of these after the verb: "dit son inquiétude"."""
    gestures: frozenset[str]
    """After a speaker in dialogue these begin what is done, not said: "en souriant"."""
    beside: Phrases[str]
    """What stands beside a content and does not belong to it: "sous couvert d'anonymat"."""
    as_words: frozenset[str]
    """What joins something to what is said of it: "comme", "as"."""
    adjuncts: frozenset[str]
    """Prepositions that begin circumstances after an object: "après la saisie"."""
    feelings: frozenset[str]
    feminine: frozenset[str]
    """First words that tell that somebody is a woman, or something feminine."""
    masculine: frozenset[str]
    plural: frozenset[str]
    definite: frozenset[str]
    """First words of a role that stands for somebody known: "la ministre", "ce dernier"."""
    noun_leaders: frozenset[str]
    """After one of these a form of a verb is a noun: "une montre"."""
    verb_followers: frozenset[str]
    """Before one of these it is a verb, where a subject or "et" precedes it: "et juge la loi"."""
    auxiliaries: frozenset[str]
    """All that may stand before a main verb as its helper."""
    helpers: frozenset[str]
    """Auxiliaries and reflexive pronouns."""


@dataclass(frozen=True, slots=True)
class Described:
    """Words of sources: what kind of source and in which role each speaks."""

    roles: Mapping[str, str]
    types: Mapping[str, str]
    plural: frozenset[str] = field(default_factory=frozenset)
    heading: frozenset[str] = field(default_factory=frozenset)
    """Words for those who head or speak for something, which tells their role: "porte-parole"."""
    phrases: Phrases[str] = field(default_factory=lambda: Phrases[str](()))
    """Those of the roles and of the heading that are several words: "chief executive"."""

    def units(self, words: Sequence[str]) -> list[str]:
        """Folded words in order, with those that are one expression joined: "chief executive"."""
        found, at = list[str](), 0
        while at < len(words):
            known = self.phrases.find(list(words), at)
            end, unit = known if known is not None else (at + 1, words[at])
            found.append(unit)
            at = end
        return found

    def role(self, words: Sequence[str]) -> str | None:
        """The role that folded words tell: the first that tells one by itself, else the first that heads."""
        told = [word for word in self.units(words) if word in self.roles]
        word = next((word for word in told if word not in self.heading), told[0] if told else "")
        return self.roles.get(word)


@dataclass(frozen=True, slots=True, eq=False)
class CueLexicon:
    """All that the rules know about one language."""

    code: str
    verbs: Phrases[Form]
    states: Phrases[State]
    nouns: Nouns
    according: According
    words: CueWords
    described: Described


@cache
def load_cues(code: str) -> CueLexicon:
    """The words of attribution in the language `code`. Raises LanguageError where the files are damaged."""
    table = read_table(f"{code}/cues")
    sources = read_table(f"{code}/sources")
    return CueLexicon(
        code,
        Phrases(_forms(read_table(f"{code}/cue_verbs")["verb"], code)),
        Phrases(_states(read_table(f"{code}/cue_states")["state"], code)),
        _nouns(read_table(f"{code}/cue_nouns"), code),
        _according(table["according"], code),
        _words(table["words"], code),
        _described(sources),
    )


def _phrases(items: Iterable[str], code: str) -> Phrases[str]:
    return Phrases((phrase(item, code), item) for item in items)


def _according(row: Mapping[str, Any], code: str) -> According:
    return According(
        _phrases(_spread(row["phrases"]), code),
        _phrases(row["open"], code),
        _phrases(row["of_source"], code),
        _phrases(row["not_sources"], code),
        folded(row["sources_still"]),
        folded(row["beliefs"]),
    )


def _spread(items: Iterable[str]) -> Iterator[str]:
    """Phrases, those that end in "de" or "à" with every way to write that before an article."""
    items = [
        form for item in items for form in (item, "a " + item.removeprefix("à "))[: 1 + item.startswith("à ")]
    ]
    joined = {" de": ("d'", "du", "des"), " à": ("au", "aux")}
    for item in items:
        yield item
        for end, forms in joined.items():
            if item.endswith(end):
                yield from (f"{item.removesuffix(end)} {form}" for form in forms)


def _words(row: Mapping[str, list[str]], code: str) -> CueWords:
    sets = {key: folded(words) for key, words in row.items() if key not in ("adverbs", "beside")}
    single = folded(word for word in row["adverbs"] if len(phrase(word, code)) == 1)
    auxiliaries = sets["having"] | sets["being"] | sets["modals"]
    return CueWords(
        auxiliaries=auxiliaries,
        helpers=auxiliaries | sets["reflexives"],
        adverbs=_phrases(row["adverbs"], code),
        single_adverbs=single,
        beside=_phrases(_spread(row["beside"]), code),
        **sets,
    )


def _by_word(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """{word: the first name it is listed under}."""
    found: dict[str, str] = {}
    for name, words in table.items():
        for word in folded(words):
            found.setdefault(word, name)
    return found


def _states(rows: Iterable[Mapping[str, Any]], code: str) -> Iterator[tuple[tuple[str, ...], State]]:
    for row in rows:
        for word in row["words"]:
            state = State(word, row["kind"], folded(row["prepositions"]))
            yield phrase(word, code), state
            if code == "fr" and not word.endswith(("s", "x")):
                yield phrase(word + "s", code), state


def _nouns(table: Mapping[str, Any], code: str) -> Nouns:
    listed = [(word, row["kind"]) for row in table["noun"] for word in row["words"]]
    words = {" ".join(phrase(word, code)): Noun(word, kind) for word, kind in reversed(listed)}
    light = {form for verb in table["words"]["light"] for form in conjugate(verb, code)}
    small = table["words"]
    return Nouns(
        words, frozenset(light), _phrases(small["that"], code), folded(small["to"]), folded(small["of"])
    )


@lru_cache(maxsize=16)
def with_taught(lexicon: CueLexicon, taught: tuple[tuple[str, str], ...]) -> CueLexicon:
    """The lexicon with the cues that researchers marked: pairs of words and kind, "" if not told."""
    if not taught:
        return lexicon
    known = [(words, entry) for words in lexicon.verbs if (entry := lexicon.verbs.find(words, 0))]
    new = ((phrase(words, lexicon.code), _taught(words, kind)) for words, kind in taught)
    return replace(lexicon, verbs=Phrases([*new, *((words, entry[1]) for words, entry in known)]))


def _taught(words: str, kind: str) -> Form:
    cue = Cue(words, dict.fromkeys(_TAUGHT_FRAMES, kind or "assertion"))
    return Form(cue, cue, frozenset({"finite", "participle"}))


def _described(sources: Mapping[str, Any]) -> Described:
    heading, roles = folded(sources["heading"]["words"]), _by_word(sources["roles"])
    several = (word for word in roles if " " in word)
    phrases = Phrases((tuple(word.replace("'", "' ").split()), word) for word in several)
    return Described(roles, _by_word(sources["types"]), heading=heading, phrases=phrases)


# verbs


def _forms(rows: Iterable[Mapping[str, Any]], code: str) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Every form of every verb, with the plain and the reflexive verb that it may be of."""
    plain, reflexive = _merged(rows, reflexive=False), _merged(rows, reflexive=True)
    found: dict[tuple[str, ...], Form] = {}
    for lemma in (*plain, *(lemma for lemma in reflexive if lemma not in plain)):
        verb, _, rest = lemma.partition(" ")
        for form, classes in conjugate(verb, code).items():
            key = phrase(f"{form} {rest}", code)
            known = found.get(key)
            found[key] = Form(
                (known and known.plain) or plain.get(lemma),
                (known and known.reflexive) or reflexive.get(lemma),
                classes | (known.classes if known else frozenset()),
            )
    yield from found.items()


def _merged(rows: Iterable[Mapping[str, Any]], *, reflexive: bool) -> dict[str, Cue]:
    """{lemma without "se": its cue} with the frames of all the tables that it stands in."""
    merged: dict[str, Cue] = {}
    for row in rows:
        for lemma in row["lemmas"]:
            base = lemma.removeprefix("s'").removeprefix("se ")
            if (base != lemma) != reflexive:
                continue
            known = merged.get(base)
            kinds = dict.fromkeys(row["frames"], row["kind"]) | (dict(known.kinds) if known else {})
            prepositions = folded(row.get("prepositions", ())) | (
                known.prepositions if known else frozenset()
            )
            bare = bool(row.get("bare")) or bool(known and known.bare)
            merged[base] = Cue(lemma, kinds, prepositions, bare)
    return merged
