"""The noun that a number counts."""

from fractions import Fraction

from annotation.detectors._figures.context import NOUNS, Context
from annotation.detectors._figures.line import HYPHENS

_AHEAD = 3
"""Words that may stand before a plural noun where no parser tells what they are."""
_ADJECTIVES = 3
"""Words before a noun that a parser may call adjectives."""
_ACRONYM = 4
"""Letters of the longest acronym that may be counted: "200 PME"."""


def read_noun(context: Context, at: int, value: Fraction = Fraction(1)) -> tuple[int, str] | None:
    """The noun at `at`, perhaps after adjectives, and the position after it; None where there is none.

    A `value` that asks for the plural asks for a noun that looks it.
    """
    start = _after_adjectives(context, at)
    several = abs(value) >= 2 or (context.lexicon.quantities.nouns.compound and value != 1)
    found = _find(context, start, several=several)
    if found is not None:
        return _hyphenated(context, found)
    if (
        start > at
        and _stands_for_noun(context, start - 1)
        and (not several or _is_plural(context, start - 1))
    ):
        return start, context.written(start - 1)
    return None


def _stands_for_noun(context: Context, at: int) -> bool:
    """Whether an adjective is itself what is counted: "les trente derniers"."""
    known = context.fold(at) in context.lexicon.quantities.nouns.before
    return _is_noun(context, at) or (known and context.fold(at) not in context.language.small_words)


def _after_adjectives(context: Context, at: int) -> int:
    nouns, end = context.lexicon.quantities.nouns, at
    while (context.fold(end) in nouns.before and not context.binds(end + 1)) or (
        context.tag(end) == "ADJ" and end < at + _ADJECTIVES
    ):
        end += 1
        while context.binds(end):
            end += 2
    return end


def _find(context: Context, at: int, *, several: bool) -> int | None:
    """The position of the noun at `at` or, where nouns qualify nouns, soon after it."""
    if not context.lexicon.quantities.nouns.compound:
        return at if _is_noun(context, at) and (not several or _is_plural(context, at)) else None
    last = None
    for here in range(at, at + 1 + _AHEAD):
        if here > at and context.written(here - 1) in (",", "."):
            break
        if not _is_noun(context, here) and not _qualifies(context, here):
            break
        if (
            _is_noun(context, here)
            and context.tag(here) != "ADJ"
            and (not several or _is_plural(context, here))
        ):
            last = here
            if not _goes_on(context, here, several=several):
                break
    return last


def _qualifies(context: Context, at: int) -> bool:
    """Whether a word may stand between a number and its noun: an adjective, a name."""
    tag, word = context.tag(at), context.written(at)
    if tag:
        return tag in ("ADJ", "PROPN")
    return word.isalpha() and word[:1].isupper() and context.fold(at) not in context.language.small_words


def _goes_on(context: Context, at: int, *, several: bool) -> bool:
    """Whether the noun at a position only qualifies the next one: the police of "police officers"."""
    tag = context.tag(at + 1)
    qualifies = tag in NOUNS or (not tag and context.fold(at) in context.lexicon.quantities.nouns.plurals)
    return qualifies and (_is_plural(context, at + 1) or (tag == "NOUN" and not several))


def _hyphenated(context: Context, at: int) -> tuple[int, str]:
    end = at + 1
    while context.binds(end):
        end += 3 if context.written(end + 1).endswith("'") else 2
    return end, context.quote(at, end)


def _is_noun(context: Context, at: int) -> bool:
    token = context.tokens[at] if 0 <= at < len(context.tokens) else None
    if token is None or token.kind != "word" or token.text.endswith("'") or len(token.text) < 2:
        return False
    nouns, tag = context.lexicon.quantities.nouns, context.tag(at)
    small = token.fold in nouns.never or token.fold in context.language.small_words
    if (small and not context.binds(at + 1)) or at in context.dates:
        return False
    if context.lexicon.comparators.before.find(context.folds, at):
        return False
    numbers = context.lexicon.numbers
    known = context.lexicon.quantities.months.keys() | numbers.scales.keys() | numbers.simple.keys()
    if token.fold in known:
        return False
    if token.capital and not tag:
        return _is_plural(context, at) or _is_acronym(context, at)
    return not tag or tag in NOUNS or tag == "X" or context.binds(at + 1) or _looks_plural(context, at)


def _looks_plural(context: Context, at: int) -> bool:
    """Whether a word that a parser takes for an adjective or a participle may still be the noun."""
    return context.tag(at) in ("ADJ", "VERB") and _is_plural(context, at) and _ends_phrase(context, at + 1)


def _ends_phrase(context: Context, at: int) -> bool:
    return context.written(at) in ("", ".", ",", ";", ")") or context.fold(at) in context.lexicon.numbers.of


def _is_acronym(context: Context, at: int) -> bool:
    """Whether the word at a position is a short one in capitals among others that are not."""
    text = context.written(at)
    short = text.isupper() and 1 < len(text) <= _ACRONYM
    return short and not context.shouted and not context.touches(at + 1)


def _is_plural(context: Context, at: int) -> bool:
    """Whether the word at a position, or its first part, looks like several."""
    nouns, token = context.lexicon.quantities.nouns, context.tokens[at] if at < len(context.tokens) else None
    if token is None or token.kind != "word":
        return False
    if token.text.isupper():
        return nouns.acronyms and _is_acronym(context, at)
    if token.fold.endswith(nouns.plural) or token.fold in nouns.plurals:
        return True
    last = at
    while context.written(last + 1) in HYPHENS and context.binds(last + 1):
        last += 2
    return last > at and context.fold(last).endswith(nouns.plural)
