"""What somebody is, as a mention of its own: "la ministre de la Santé", "le secrétaire général de l'OTAN"."""

from collections.abc import Iterator, Sequence

from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.mention import Mention
from annotation.detectors._language import Language
from annotation.detectors._tokens import Token

_LONGEST = 5
"""Tokens of the longest name after "de"."""


def read_roles(tokens: Sequence[Token], language: Language, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The roles of a paragraph: nouns after an article, with the adjectives and names that complete them."""
    folds = [token.fold for token in tokens]
    at = 0
    while at < len(tokens):
        found = gazetteer.roles.find(folds, at)
        if found is None or not _is_determined(tokens, at, language):
            at += 1
            continue
        end = _completed(tokens, folds, found[0], gazetteer)
        if not _is_title(tokens, end):
            yield Mention(tokens[at].start, tokens[end - 1].end, "ROLE", "list of roles", 0.7, "NOM")
        at = end


def _is_determined(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether an article or the like stands before a noun, perhaps with one adjective between."""
    return any(tokens[at - back].fold in language.determiners for back in (1, 2) if at - back >= 0)


def _completed(tokens: Sequence[Token], folds: list[str], at: int, gazetteer: Gazetteer) -> int:
    """The position after the adjectives and the name that complete a role."""
    end = at
    while (adjective := gazetteer.after_role.find(folds, end)) is not None:
        end = adjective[0]
    link = gazetteer.role_links.find(folds, end)
    if link is None or link[0] >= len(tokens) or not tokens[link[0]].capital:
        return end
    end = link[0]
    while end < min(link[0] + _LONGEST, len(tokens)) and _goes_on(tokens, end):
        end += 1
    while (adjective := gazetteer.after_role.find(folds, end)) is not None:
        end = adjective[0]
    return end


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text == "-":
        return tokens[at - 1].end == token.start
    return token.kind == "word" and token.capital and not token.text.endswith("'")


def _is_title(tokens: Sequence[Token], end: int) -> bool:
    """Whether a name follows, so that the noun is its title: "le président Macron"."""
    return end < len(tokens) and tokens[end].kind == "word" and tokens[end].capital
