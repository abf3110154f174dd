"""So many of so many, and how many times as much: "un Français sur trois", "doublé", "×3"."""

from fractions import Fraction

from annotation.detectors._figures.amounts import is_year_like, read_amount
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.figure import Figure, Found
from annotation.detectors._figures.nouns import read_noun

_SMALL = 100
"""Beyond this a noun on both sides makes no share: "une étude sur 4 300 messages"."""
_LARGEST = 10_000_000
"""So many of more than this are no share."""


def read_share(context: Context, at: int) -> Found:
    """So many of so many: "un Français sur trois", "1 in 5", "one over twenty"."""
    quantities = context.lexicon.quantities
    above = context.numeral(at)
    if above is None or above.ordinal or above.value.denominator != 1:
        return None
    close = quantities.shares.find(context.folds, above.end)
    noun = None if close else _shared(context, above.end, above.value)
    middle = noun[0] if noun else above.end
    always = quantities.shares_always.find(context.folds, middle)
    between = always or quantities.shares.find(context.folds, middle)
    below = context.numeral(between[0]) if between else None
    if below is None or below.ordinal or below.value.denominator != 1 or below.value <= 0:
        return None
    if not always and not _is_share(context, above.value, below.start):
        return None
    once = context.fold(middle) in quantities.shares_once
    after = read_noun(context, below.end, Fraction(2))
    if noun and after and (once or below.value > _SMALL):
        return None
    end, counted = (after if once and after else None) or (below.end, noun[1] if noun else "")
    return end, Figure(start=0, end=0, kind="fraction", why="share", value=above.value / below.value,
                       counted=counted)  # fmt: skip


def _shared(context: Context, at: int, value: Fraction) -> tuple[int, str] | None:
    """The noun of a share and the position after it; after one, any word before "sur" is one."""
    found = read_noun(context, at, value)
    if found or value != 1 or not context.written(at).isalpha():
        return found
    between = context.lexicon.quantities.shares.find(context.folds, at + 1)
    return (at + 1, context.written(at)) if between else None


def _is_share(context: Context, above: Fraction, at: int) -> bool:
    below = context.numeral(at)
    amount = read_amount(context, at)
    if below is None or (amount is not None and (amount.unit or is_year_like(context, amount))):
        return False
    return 0 < above < below.value <= _LARGEST


def read_percent_of(context: Context, at: int) -> Found:
    """A percentage whose number comes last: "percent of 10"."""
    opened = context.lexicon.quantities.percent_of.find(context.folds, at)
    numeral = context.numeral(opened[0]) if opened else None
    if (
        numeral is None
        or numeral.ordinal
        or (at and context.numeral(at - 1))
        or read_noun(context, numeral.end)
    ):
        return None
    return numeral.end, Figure(
        start=0, end=0, kind="percent", why="percent of", value=numeral.value, unit="%"
    )


def read_multiplier(context: Context, at: int) -> Found:
    """How many times as much in a word, a verb or a sign: "doublé", "multiplié par cinq", "×3"."""
    times = context.lexicon.quantities.times
    word = times.words.find(context.folds, at)
    if word is not None and _multiplies(context, at, word[0], word[1][0]):
        return word[0], _multiplier(word[1][1])
    multiplied = times.multiplied.find(context.folds, at)
    divided = times.divided.find(context.folds, at)
    opened = multiplied or divided or _signed(context, at)
    found = context.numeral(opened[0]) if opened else None
    if found is None or found.ordinal or found.value <= 0:
        return None
    end = found.end + (context.fold(found.end) in times.times)
    return end, _multiplier(1 / found.value if divided else found.value)


def _multiplies(context: Context, at: int, end: int, written: str) -> bool:
    """Whether a word is the multiplier that it looks like: not "le triple col", not "doublé d'un échec"."""
    if context.quote(at, end).casefold() != written.casefold():
        return False
    linked = context.fold(end) in context.lexicon.numbers.of
    if context.fold(at) in context.language.articles:
        return linked or not context.written(end).isalpha()
    return not linked or context.lexicon.quantities.nouns.compound


def _signed(context: Context, at: int) -> tuple[int, str] | None:
    """The position after the sign of "×3", which touches its number and nothing before it."""
    sign = context.written(at)
    if sign not in context.lexicon.quantities.times.signs:
        return None
    apart = not context.touches(at) or context.written(at - 1) in "(["
    number = context.touches(at + 1) and context.tokens[at + 1].kind == "number"
    return (at + 1, sign) if apart and number else None


def _multiplier(value: Fraction) -> Figure:
    return Figure(start=0, end=0, kind="multiplier", why="multiplier", value=value)
