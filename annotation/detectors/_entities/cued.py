"""Organisations that words beside a name give away: "les salariés de X", "X, filiale de", "le suédois X"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from annotation.detectors._entities.agreement import Stretches
from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention
from annotation.detectors._language import Phrases, folded, read_table
from annotation.detectors._tokens import phrase

_BACK = 5
"""Tokens of the longest phrase that stands before an organisation."""
_UNKNOWN = ("MISC", "LOC", "GPE")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words beside organisations; they are folded."""

    owned: Phrases[str]
    """Phrases after which a name is an organisation's: "salariés de"."""
    joined: Phrases[str]
    """The same, unless a model takes the name for a person's: "militant de"."""
    asked: Phrases[str]
    """The same for names without an article that no list knows: towns are not asked."""
    viewed: frozenset[str]
    """The same at the beginning of a sentence, where a comma follows the name."""
    apposed: frozenset[str]
    """Nouns that say behind a comma what the name before it is: "X, filiale de"."""
    adjoined: frozenset[str]
    """What may stand between the comma and such a noun."""
    joints: frozenset[str]
    """Words between two names of one kind."""
    definite: frozenset[str]
    """Articles, also those that a preposition holds, before the adjective of a people: "le suédois X"."""


@cache
def load_cues(code: str) -> Cues:
    """The cues of the language `code`. Raises LanguageError where a file is damaged."""
    table = read_table(f"{code}/names")["cued"]

    def phrases(key: str) -> Phrases[str]:
        found = [words for listed in table[key] for words in (listed, *_elided(listed, table["elided"]))]
        return Phrases((phrase(words, code), words) for words in found)

    return Cues(
        owned=phrases("owned"),
        joined=phrases("joined"),
        asked=phrases("asked"),
        viewed=folded(table["viewed"]),
        apposed=folded(table["apposed"]),
        adjoined=folded(table["adjoined"]),
        joints=folded(table["joints"]),
        definite=folded(table["definite"]),
    )


def _elided(words: str, elided: Mapping[str, str]) -> Iterator[str]:
    """The phrase as it is written before a vowel: "patron d'"."""
    start, _space, last = words.rpartition(" ")
    if last in elided:
        yield f"{start} {elided[last]}"


def read_cued(line: Line, gazetteer: Gazetteer, cues: Cues, named: Stretches) -> Iterator[Mention]:
    """The organisations of a paragraph by the words beside them, also where a model sees no name.

    Those that may be persons' names as well are left where one is `named`.
    """
    at = len(line.tokens) if line.shouting else 0
    while at < len(line.tokens):
        end = _run(line, at) if _begins(line, at, gazetteer) else at
        new = end > at and _after(line, at, cues.joined) and named.around(_made(line, at, end)) is None
        if new:
            yield _made(line, at, end)
        elif end > at and (_owns(line, at, gazetteer, cues) or _is_apposed(line, at, end, cues)):
            yield _made(line, at, end)
            other = end + 1
            if line.fold(end) in cues.joints and _begins(line, other, gazetteer):
                end = _run(line, other)
                yield _made(line, other, end)
        at = max(end, at + 1)


def judge_cued(line: Line, item: Mention, gazetteer: Gazetteer, cues: Cues) -> Mention | None:
    """A name that a model has, as an organisation where the words before it call for one; else None."""
    start = line.first(item.start)
    if _owns(line, start, gazetteer, cues):
        return item.of_type("ORG", "cued")
    if item.type not in _UNKNOWN:
        return None
    asked = gazetteer.guesses_places and (
        _after(line, start, cues.asked) or _is_viewing(line, start, line.after(item.end), cues)
    )
    return item.of_type("ORG", "cued") if asked or _after(line, start, cues.joined) else None


def _made(line: Line, at: int, end: int) -> Mention:
    return Mention(line.tokens[at].start, line.tokens[end - 1].end, "ORG", ("cued",))


def _begins(line: Line, at: int, gazetteer: Gazetteer) -> bool:
    """Whether a name begins at a position that is no known one's and no person's with a given name."""
    if not line.named(at) or line.fold(at) in gazetteer.given or line.fold(at) in line.language.small_words:
        return False
    if at and line.named(at - 1) and not line.opens(at):
        return False
    known = gazetteer.names.find(line.tokens, line.folds, at)
    civil = gazetteer.civil.find([token.text for token in line.tokens[at : at + 3]], 0)
    common = line.fold(at) in gazetteer.never or gazetteer.peoples.find(line.folds, at) is not None
    return known is None and civil is None and not common


def _run(line: Line, at: int) -> int:
    """The position after words with capitals and what hyphens tie to them."""
    end = at
    while line.named(end):
        end += 1
        while line.written(end) in ("-", "&") and line.named(end + 1):
            end += 2
    return end


def _owns(line: Line, at: int, gazetteer: Gazetteer, cues: Cues) -> bool:
    """Whether a phrase of organisations, or the adjective of a people alone, stands before a name."""
    if _after(line, at, cues.owned):
        return True
    people = gazetteer.peoples.find(line.folds, at - 1) if at > 1 else None
    return people is not None and line.written(at - 1).islower() and line.fold(at - 2) in cues.definite


def _after(line: Line, at: int, phrases: Phrases[str]) -> bool:
    for back in range(max(0, at - _BACK), at):
        found = phrases.find(line.folds, back)
        if found is not None and found[0] == at:
            return True
    return False


def _is_viewing(line: Line, start: int, end: int, cues: Cues) -> bool:
    """Whether a sentence begins with "pour" and a name: "Pour X, le compte n'y est pas"."""
    return line.written(end) == "," and line.fold(start - 1) in cues.viewed and line.opens(start - 1)


def _is_apposed(line: Line, at: int, end: int, cues: Cues) -> bool:
    """Whether a noun behind a comma says that the name is an organisation: "X, une association fondée en"."""
    if line.written(end) != "," or line.fold(at - 1) in line.language.articles:
        return False
    noun = end + 1 + (line.fold(end + 1) in cues.adjoined)
    return line.fold(noun) in cues.apposed
