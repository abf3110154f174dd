"""What is known about a source from its words: how it is identified, what it is, in which role it speaks."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from annotation.detectors._attributions.lexicon import CueLexicon
from annotation.detectors._language import Language
from annotation.detectors._tokens import Token, tokenize
from annotation.records.annotation import Json


def describe_source(
    text: str, language: Language, lexicon: CueLexicon, types: Iterable[str]
) -> dict[str, Json]:
    """The features identification, source_type and source_role; `types` are of the entities in it."""
    tokens = [token for token in tokenize(text, language.code) if token.kind == "word"]
    folds = [token.fold for token in tokens]
    if not tokens:
        return {"identification": "none"}
    found: dict[str, Json] = {"identification": _identification(tokens, language, lexicon, set(types))}
    kind = _type(folds, lexicon.described.types, set(types))
    role = next((lexicon.described.roles[word] for word in folds if word in lexicon.described.roles), None)
    if kind is not None:
        found["source_type"] = kind
    if role is not None:
        found["source_role"] = role
    return found


def _identification(tokens: Sequence[Token], language: Language, lexicon: CueLexicon, types: set[str]) -> str:
    folds = [token.fold for token in tokens]
    if len(tokens) == 1 and folds[0] in lexicon.words.pronouns - lexicon.words.anonymous:
        return "named"
    named = bool(types & {"PER"}) or _has_name(tokens, language)
    anonymous = any(word in lexicon.words.anonymous for word in folds)
    if anonymous and not (types & {"PER"}) and not _has_person(tokens, language):
        return "anonymous"
    return "named" if named else "role-only"


def _has_name(tokens: Sequence[Token], language: Language) -> bool:
    return any(token.capital and token.fold not in language.small_words for token in tokens)


def _has_person(tokens: Sequence[Token], language: Language) -> bool:
    """Whether two capitalised words in a row look like a person's name."""
    capitals = [token.capital and token.fold not in language.small_words for token in tokens]
    return any(a and b for a, b in itertools.pairwise(capitals))


def _type(folds: list[str], types: Mapping[str, str], entities: set[str]) -> Json:
    if "PER" in entities:
        return "person"
    known = next((types[word] for word in folds if word in types), None)
    if known is not None:
        return known
    return "institution" if entities & {"ORG", "GPE"} else None
