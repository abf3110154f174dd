"""What the program knows about a language: a folder of TOML files under `resources/languages/<code>/`.

A linguist edits those files; no Python is needed. Another language is another folder.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from annotation.errors import AnnotationError
from resources import RESOURCES

LANGUAGES = RESOURCES / "languages"
_WORDS = 50_000
"""Words whose folding is remembered: a large corpus has millions."""

T = TypeVar("T")


class LanguageError(AnnotationError):
    """A language's folder is missing or one of its files cannot be read."""


@cache
def available_languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in LANGUAGES.glob("*/language.toml")))


@cache
def read_table(path: str) -> Mapping[str, Any]:
    """The TOML file at `path` below the languages' folder, such as "fr/units". Raises LanguageError."""
    file = LANGUAGES / f"{path}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LanguageError(
            "The language data in {file} cannot be read ({error}): repair or restore the file.",
            file=_short(file),
            error=error,
        ) from error


def _short(file: Path) -> str:
    return str(file.relative_to(RESOURCES.parent))


@lru_cache(maxsize=_WORDS)
def fold(word: str) -> str:
    """`word` as it is looked up: lower case and without accents, but for single letters ("à" is not "a")."""
    lower = word.casefold()
    if len(lower) <= 1:
        return lower
    parts = unicodedata.normalize("NFKD", lower.replace("œ", "oe").replace("æ", "ae"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def folded(words: Iterable[str]) -> frozenset[str]:
    """The set of `words`, each as it is looked up."""
    return frozenset(fold(word) for word in words)


@dataclass(frozen=True, slots=True)
class Language:
    """What every detector needs of a language."""

    code: str
    name: str
    pipelines: tuple[str, ...]
    """spaCy packages that serve it, the preferred one first."""
    elisions: frozenset[str]
    """What may stand before an apostrophe as a word of its own: the d of "d'euros"."""
    articles: frozenset[str]
    determiners: frozenset[str]
    small_words: frozenset[str]
    """Words whose capital at the start of a sentence says nothing about a name."""
    abbreviations: frozenset[str]
    quotes: tuple[tuple[str, str], ...]
    dashes: frozenset[str]


@cache
def load_language(code: str) -> Language:
    """The language with this code. Raises LanguageError where there is no such folder or it is damaged."""
    table = read_table(f"{code}/language")
    try:
        return Language(
            code,
            table["name"],
            tuple(table["pipelines"]),
            folded(table["elisions"]),
            folded(table["articles"]),
            folded(table["determiners"]),
            folded(table["small_words"]),
            folded(table["abbreviations"]),
            tuple((pair[0], pair[1]) for pair in table["quotes"]),
            frozenset(table["dashes"]),
        )
    except (KeyError, TypeError, IndexError) as error:
        raise LanguageError(
            "The language data of “{code}” lacks {key}: complete language.toml in its folder.",
            code=code,
            key=error,
        ) from error


class Phrases(Generic[T]):
    """Entries under phrases of one or more words; looking up takes the longest phrase that fits."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], T]]) -> None:
        """Take phrases as tuples of words as they will be looked up; of two the same, the first counts."""
        self._entries: dict[tuple[str, ...], T] = {}
        lengths: dict[str, set[int]] = {}
        for words, entry in entries:
            if words:
                self._entries.setdefault(words, entry)
                lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def find(self, words: tuple[str, ...] | list[str], at: int) -> tuple[int, T] | None:
        """The position after the longest phrase that begins at `at`, with its entry; None where none does."""
        try:
            lengths = self._lengths.get(words[at])
        except IndexError:
            return None
        if lengths is None:  # nearly always
            return None
        for length in lengths:
            key = tuple(words[at : at + length])
            if key in self._entries:
                return at + len(key), self._entries[key]
        return None

    def begins(self, word: str) -> bool:
        """Whether any phrase begins with a word."""
        return word in self._lengths

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """The phrases."""
        return iter(self._entries)

    def __len__(self) -> int:
        """How many phrases there are."""
        return len(self._entries)
