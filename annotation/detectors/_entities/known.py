"""Places, organisations and peoples that are known by name, from the TOML files of a language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from annotation.detectors._language import Phrases, available_languages, read_table
from annotation.detectors._tokens import Token, phrase, tokenize
from annotation.records import Entity

SECTIONS = {
    "countries": ("places", "GPE"),
    "cities": ("places", "GPE"),
    "regions": ("places", "LOC"),
    "seats": ("places", "LOC"),
    "organisations": ("organisations", "ORG"),
}
"""The sections of names: in which file they stand, and the type of what they name."""
TOWNS = "towns"
_ACRONYM = 3
"""Letters of the longest acronym that counts in capitals only."""


@dataclass(frozen=True, slots=True)
class Known:
    """A place or an organisation with its names in one language, the canonical one first."""

    key: str
    """The same in every language."""
    section: str
    type: str
    names: tuple[str, ...]
    facts: Mapping[str, str] = field(hash=False)
    """iso, wikidata, capital, country: what `known.toml` says."""

    @property
    def acts(self) -> bool:
        """Whether it has a government, or is the seat of one."""
        return self.section in ("countries", "cities", "seats")


@dataclass(frozen=True, slots=True)
class Written:
    """What a name that is written so may stand for."""

    known: tuple[Known, ...]
    shape: tuple[str, ...]
    weak: bool
    """Whether it is a common word or a person's name as well."""

    @property
    def type(self) -> str:
        """The type of what it names."""
        return self.known[0].type

    @property
    def key(self) -> str:
        """The key of what it names, "" where that is more than one thing."""
        return self.known[0].key if len(self.known) == 1 else ""


class Names:
    """Known names by how they are written; capitals count, accents do not."""

    def __init__(self, entries: Iterable[tuple[tuple[Token, ...], Known]], weak: frozenset[str]) -> None:
        """Take names as tokens, each with what it names; `weak` are folded names."""
        self._found: dict[tuple[str, ...], Written] = {}
        lengths: dict[str, set[int]] = {}
        for tokens, known in entries:
            words = tuple(token.fold for token in tokens)
            shape = tuple(token.text for token in tokens)
            old = self._found.get(words)
            both = tuple(dict.fromkeys((*old.known, known))) if old else (known,)
            self._found[words] = Written(both, old.shape if old else shape, " ".join(words) in weak)
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def find(self, tokens: Sequence[Token], folds: Sequence[str], at: int) -> tuple[int, Written] | None:
        """The position after the longest name that begins at `at`, with what it may be; None without one."""
        for length in self._lengths.get(folds[at], ()):
            end = at + length
            found = self._found.get(tuple(folds[at:end])) if end <= len(folds) else None
            if found and _fits(tokens[at:end], found.shape) and not _goes_on(tokens, end):
                return end, found
        return None

    def __len__(self) -> int:
        """How many ways of writing names are known."""
        return len(self._found)


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether a hyphen ties more to a name: the Saint-Denis of "Saint-Denis-sur-Huisne"."""
    if end + 1 >= len(tokens) or tokens[end].text != "-":
        return False
    tied = tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start
    return tied and tokens[end + 1].text[:1].isalpha()


def _fits(tokens: Sequence[Token], shape: Sequence[str]) -> bool:
    """Whether words have the capitals that a name has."""
    if len(shape) == 1 and len(shape[0]) <= _ACRONYM and shape[0].isupper():
        return tokens[0].text.isupper()
    return all(token.capital for token, name in zip(tokens, shape, strict=True) if name[0].isupper())


@cache
def load_known(code: str) -> Mapping[str, Known]:
    """{key: the place or organisation} in the language `code`. Raises LanguageError for a damaged file."""
    facts = read_table("known")
    found = {
        key: Known(key, section, kind, tuple(names), facts.get(section, {}).get(key, {}))
        for section, (file, kind) in SECTIONS.items()
        for key, names in read_table(f"{code}/{file}")[section].items()
    }
    return found | {known.key: known for known in _read_towns(code, facts["countries"])}


def _read_towns(code: str, countries: Mapping[str, Mapping[str, str]]) -> Iterator[Known]:
    """The towns of the world, and those that the language has a name of its own for, by names alone."""
    keys = {facts["iso"]: key for key, facts in countries.items() if "iso" in facts}
    for table in (TOWNS, f"{code}/{TOWNS}"):
        for iso, names in read_table(table)["towns"].items():
            facts = {"country": keys[iso]} if iso in keys else {}
            for name in names:
                yield Known(f"{TOWNS}/{iso}/{name}", TOWNS, "GPE", (name,), facts)


@cache
def load_names(code: str) -> Names:
    """The names of what is known in the language `code`. Raises LanguageError for a damaged file."""
    weak = {
        " ".join(token.fold for token in tokenize(name, code))
        for file in ("places", "organisations")
        for name in read_table(f"{code}/{file}")["weak"]["names"]
    }
    known = (one for one in load_known(code).values() if one.section != TOWNS)
    return Names(((tokenize(name, code), one) for one in known for name in one.names), frozenset(weak))


@cache
def load_towns(code: str) -> Names:
    """The names of towns that the other lists lack. Raises LanguageError for a damaged file.

    They may be anybody's or anything's names, so they count only where a model sees a place.
    """
    towns = (one for one in load_known(code).values() if one.section == TOWNS)
    return Names(((tokenize(one.names[0], code), one) for one in towns), frozenset())


@cache
def entity_of(key: str, code: str) -> Entity | None:
    """The registry's entry for what is known by a key; its other names are aliases, also foreign ones."""
    known = load_known(code).get(key)
    if known is None:
        return None
    foreign = [
        name
        for other in available_languages()
        if other != code and key in load_known(other)
        for name in load_known(other)[key].names
        if len(name) > _ACRONYM
    ]
    aliases = dict.fromkeys(name for name in (*known.names[1:], *foreign) if name != known.names[0])
    return Entity(id=key, name=known.names[0], type=known.type, aliases=tuple(aliases),
                  wikidata=known.facts.get("wikidata", ""))  # fmt: skip


@cache
def load_peoples(code: str) -> Phrases[str]:
    """The nouns and adjectives of peoples, each with the key of its country, "" where it has none or many."""
    table = read_table(f"{code}/demonyms")
    found: dict[str, str] = {}
    for key, words in table["peoples"].items():
        for word in words:
            for form in _inflected(word, table["endings"]):
                found[form] = key if found.get(form, key) == key else ""
    for words in table["groups"].values():
        for word in words:
            found.update((form, found.get(form, "")) for form in _inflected(word, table["endings"]))
    return Phrases((phrase(form, code), key) for form, key in found.items())


def _inflected(word: str, endings: Mapping[str, Any]) -> Iterator[str]:
    """The forms of a word, masculine and feminine, singular and plural."""
    if "/" in word:
        yield from word.split("/")
        return
    for form in (word, _ended(word, endings["feminine"])):
        yield form
        yield _ended(form, endings["plural"])


def _ended(word: str, endings: Iterable[Sequence[str]]) -> str:
    for old, new in endings:
        if word.casefold().endswith(old):
            return word[: len(word) - len(old)] + new
    return word
