"""What is known about a source from its words: how it is identified, what it is, in which role it speaks."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from annotation.detectors._attributions.lexicon import CueLexicon
from annotation.detectors._language import Language
from annotation.detectors._tokens import Token, tokenize
from annotation.records.annotation import Json

_LEADING = frozenset(
    {"de", "d'", "du", "des", "la", "le", "l'", "les", "of", "the", "à", "au", "aux", "-", "en"}
)
"""Words after which a capital belongs to a complement: "le ministre de l'Intérieur"."""
_AGE = re.compile(r", (?:1[5-9]|[2-9]\d)(?=,|$)")
"""News tells the age of those who speak for nobody but themselves."""


def describe_source(
    text: str, language: Language, lexicon: CueLexicon, types: Iterable[str]
) -> dict[str, Json]:
    """The features identification, source_type and source_role; `types` are of the entities in it."""
    tokens = [token for token in tokenize(text, language.code) if token.kind == "word"]
    if not tokens:
        return {"identification": "none"}
    folds, known = _folds(text, language), set(types)
    kind = _type(folds, lexicon.described.types, known)
    if kind is None and len(own_name(text, language).split()) > 1 and not known & {"ORG", "GPE"}:
        kind = "person"
    person = kind == "person" and "PER" not in known
    found: dict[str, Json] = {
        "identification": _identification(text, tokens, language, lexicon, known, person=person)
    }
    role = lexicon.described.role(folds)
    found |= {"source_type": kind} if kind is not None else {}
    role = role or (
        "official" if "GPE" in known and not known & {"PER", "ORG"} and kind == "institution" else None
    )
    if role is None and kind in (None, "person") and _AGE.search(text):
        role = "citizen"
    return found | ({"source_role": role} if role is not None else {})


def own_name(text: str, language: Language) -> str:
    """The words of a name that is nobody's complement: "Luc Roy" in "le ministre du Travail, Luc Roy"."""
    tokens = tokenize(text.replace("’", "'"), language.code)
    best, at = "", 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].capital and tokens[end].fold not in language.small_words:
            end += 1
        before = tokens[at - 1].fold if at else ""
        if end > at and before not in _LEADING:
            name = text[tokens[at].start : tokens[end - 1].end]
            best = name if len(name) > len(best) else best
        at = max(end, at + 1)
    return best


def _folds(text: str, language: Language) -> list[str]:
    """The words of a source as they are looked up, compounds like "porte-parole" before their parts."""
    tokens, found = tokenize(text, language.code), list[str]()
    for at, token in enumerate(tokens):
        joined = at + 2 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 2].kind == "word"
        found += [f"{token.fold}-{tokens[at + 2].fold}"] if joined else []
        found += [token.fold] if token.kind == "word" else []
    return found


def describe_words(text: str, name: str, language: Language, lexicon: CueLexicon) -> str | None:
    """The role that the words around a name tell: those right before it, then those after its comma."""
    before, _, after = text.partition(name)
    near = [
        token.fold
        for token in tokenize(before[max(before.rfind(mark) for mark in ".!?;»") + 1 :], language.code)
    ]
    close = re.split(r"[.!?;»(]", after, maxsplit=1)[0]
    further = [token.fold for token in tokenize(close, language.code)] if close[:1] == "," else []
    return lexicon.described.role((*reversed(lexicon.described.units(near[-8:])), *further))


def _identification(
    text: str,
    tokens: Sequence[Token],
    language: Language,
    lexicon: CueLexicon,
    types: set[str],
    *,
    person: bool,
) -> str:
    """How a source is identified; `person` where it is one whom no entity names."""
    folds = [token.fold for token in tokens]
    if len(tokens) == 1 and folds[0] in lexicon.words.pronouns - lexicon.words.anonymous:
        return "named"
    anonymous = any(word in lexicon.words.anonymous for word in folds)
    if anonymous and not (types & {"PER"}) and not _has_person(tokens, language):
        return "anonymous"
    named = (
        bool(own_name(text, language)) if person else "PER" in types or _has_name(tokens, language, lexicon)
    )
    return "named" if named else "role-only"


def _has_name(tokens: Sequence[Token], language: Language, lexicon: CueLexicon) -> bool:
    known = (lexicon.described.roles, lexicon.described.types, lexicon.words.single_adverbs)
    common = tokens[:1] if any(tokens[0].fold in words for words in known) else ()
    named = (
        token for token in tokens if token not in common and token.fold not in lexicon.words.single_adverbs
    )
    return any(token.capital and token.fold not in language.small_words for token in named)


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
