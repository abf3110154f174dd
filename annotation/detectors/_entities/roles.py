"""What somebody is, as a mention of its own: "la ministre de la Santé", "le secrétaire général de l'OTAN"."""

from collections.abc import Iterator

from annotation.detectors._entities.gazetteer import Gazetteer, Nouns
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention

_LONGEST = 8
"""Tokens of the longest name after "de"."""


def read_roles(line: Line, gazetteer: Gazetteer, nouns: Nouns) -> Iterator[Mention]:
    """The roles of a paragraph: nouns after an article, with the adjectives and names that complete them."""
    at = 0
    while at < len(line.tokens):
        found = nouns.roles.find(line.folds, at)
        if found is None or not _is_determined(line, at, found[0], nouns):
            at += 1
            continue
        end = _completed(line, found[0], gazetteer, nouns)
        yield Mention(line.tokens[at].start, line.tokens[end - 1].end, "ROLE", ("role",), "NOM")
        at = end


def _is_determined(line: Line, at: int, end: int, nouns: Nouns) -> bool:
    """Whether an article or a genitive stands before a noun, a name after it, or a name and a comma there."""
    if any(line.fold(at - back) in line.language.determiners for back in (1, 2)):
        return True
    if line.fold(at - 1) == "s" and line.fold(at - 2) == "'" and line.touches(at - 1):
        return True
    if line.named(end) and not line.opens(end):
        return True
    apposed = line.written(at - 1) == "," and line.named(at - 2)
    complements = (nouns.role_links, nouns.after_role)
    return apposed and any(phrases.find(line.folds, end) is not None for phrases in complements)


def _completed(line: Line, at: int, gazetteer: Gazetteer, nouns: Nouns) -> int:
    """The position after the adjectives and the names that complete a role."""
    end = _adjectives(line, at, gazetteer, nouns)
    while True:
        link = nouns.role_links.find(line.folds, end)
        if link is None or not _complements(line, link[0], nouns):
            return end
        end = _adjectives(line, _name_end(line, link[0], gazetteer, nouns), gazetteer, nouns)


def _complements(line: Line, at: int, nouns: Nouns) -> bool:
    return line.named(at) or nouns.office_words.find(line.folds, at) is not None


def _adjectives(line: Line, at: int, gazetteer: Gazetteer, nouns: Nouns) -> int:
    while at < len(line.tokens):
        found = nouns.after_role.find(line.folds, at)
        if found is None and not line.tokens[at].capital:
            found = gazetteer.peoples.find(line.folds, at)
        if found is None:
            return at
        at = found[0]
    return at


def _name_end(line: Line, at: int, gazetteer: Gazetteer, nouns: Nouns) -> int:
    known = gazetteer.names.find(line.tokens, line.folds, at)
    if known:
        return known[0]
    office = nouns.office_words.find(line.folds, at)
    end = office[0] if office else at
    first = end
    while end < min(first + _LONGEST, len(line.tokens)) and _goes_on(line, end, nouns):
        end += 1
    return end


def _goes_on(line: Line, at: int, nouns: Nouns) -> bool:
    if line.written(at) == "-":
        return line.touches(at) and line.touches(at + 1)
    if line.fold(at) in nouns.going_on or line.named(at):
        return True
    joined = line.fold(at) in nouns.joining
    capital = any(line.named(at + ahead) for ahead in (1, 2))
    return joined and capital and line.written(at + 1) not in (",", ".")
