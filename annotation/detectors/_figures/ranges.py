"""Ranges: two amounts that are the ends of one, with the magnitude and unit that one of them carries."""

from dataclasses import replace
from fractions import Fraction

from annotation.detectors._figures.amount import Amount
from annotation.detectors._figures.amounts import is_year_like, read_amount, read_one, read_one_of
from annotation.detectors._figures.comparator_words import Range
from annotation.detectors._figures.comparison import (
    Comparison,
    inner_sign,
    read_sign,
    skip_article,
    with_sign,
    with_sign_after,
)
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.line import HYPHENS
from annotation.detectors._figures.measures import with_per

_TIGHT = "-–—"
_SCORE = 20
"""Two bare numbers below this with a dash between them are a score, not a range."""
_DIGIT, _HUNDRED = 10, 100
_BACK = 4
"""Words before a range that may say that it is a movement."""


def read_comparison(context: Context, at: int) -> list[Comparison]:
    """What begins at token `at`: nothing, one figure, or the two ends of a movement."""
    before, sign = read_sign(context, at)
    starts = starts_after(context, at, before)
    for start in dict.fromkeys(starts):
        found = _range(context, start) or _one_or_two(context, start) or _single(context, start)
        if found:
            first = with_sign(found[0], at, sign or inner_sign(context, found[0].amount))
            return [with_sign_after(context, first)] if len(found) == 1 else [first, *found[1:]]
    counts = context.lexicon.comparators.counting_one.find(context.folds, at)
    one = read_one_of(context, before) if counts and counts[0] == before else None
    return [with_sign(Comparison(before, one.end, one), at, sign)] if one else []


def starts_after(context: Context, at: int, before: int) -> list[int]:
    """Where an amount may begin after comparators that end at `before`, which may have taken its article."""
    if before == at:
        return [at]
    starts = [before, skip_article(context, before)]
    if context.fold(before - 1) in context.language.articles:
        starts.append(before - 1)
    return starts


def _single(context: Context, at: int) -> list[Comparison]:
    amount = read_amount(context, at)
    return [Comparison(amount.start, amount.end, amount, why=_why(amount))] if amount else []


def _why(amount: Amount) -> str:
    if amount.unit or amount.kind not in ("cardinal", "fraction"):
        return amount.kind
    if amount.counted:
        return "number and noun"
    return "number" if amount.numeral.digits else "number word"


def _one_or_two(context: Context, at: int) -> list[Comparison]:
    """One of something or two: "un an ou deux", "a day or two"."""
    numeral = context.numeral(at)
    unit = context.lexicon.units.words.find(context.folds, at + 1) if numeral and numeral.article else None
    after = context.lexicon.comparators.one_or_two.find(context.folds, unit[0]) if unit else None
    if numeral is None or unit is None or after is None:
        return []
    amount = Amount(at, after[0], numeral, numeral.value, unit[1].kind, unit[1].code)
    return [Comparison(at, after[0], amount, "range", Fraction(1), Fraction(2), "range")]


def _range(context: Context, at: int) -> list[Comparison]:
    begins = context.numeral(skip_article(context, at)) or read_amount(context, skip_article(context, at))
    for row in context.lexicon.comparators.ranges:
        opened = row.open.find(context.folds, at)
        starts = [opened[0]] if opened else []
        for start in [*starts, at] if row.bare and begins else starts:
            found = _ends(context, at, start, row)
            if found:
                return found
    return []


def _ends(context: Context, at: int, start: int, row: Range) -> list[Comparison]:
    first = skip_article(context, start)
    low = read_amount(context, first) or read_one(context, first)
    middle = _middle(context, low.end, row) if low else None
    if low is None or middle is None or (low.numeral.article and low.start in context.names):
        return []
    high = read_amount(context, skip_article(context, middle[0]))
    if high is None or ((row.bound or low.numeral.article) and high.bare):
        return []
    opened = start > at
    pair = harmonize(low, high, falling=opened)
    if pair is None or not _is_plausible(context, pair, middle[0], opened=opened):
        return []
    if pair[0].value > pair[1].value or (row.moves and opened and _moves(context, at, pair[1])):
        return [Comparison(item.start, item.end, item, why="movement") for item in pair]
    begin = at if opened and not row.silent else pair[0].start
    whole = with_per(context, replace(pair[1], start=begin))
    return [Comparison(begin, whole.end, whole, "range", pair[0].value, pair[1].value, "range")]


def _middle(context: Context, at: int, row: Range) -> tuple[int, str] | None:
    """The words between two ends, perhaps after a hyphen that waits for the second: "18- to 24-year-old"."""
    waits = context.written(at) in HYPHENS and context.touches(at) and not context.touches(at + 1)
    found = row.middle.find(context.folds, at + waits)
    return found or row.middle.find(context.folds, at)


def harmonize(low: Amount, high: Amount, *, falling: bool = False) -> tuple[Amount, Amount] | None:
    """Both ends with the magnitude and unit that one of them carries; None where they do not go together.

    Only where it may be `falling` may the first be the larger one.
    """
    if low.numeral.ordinal != high.numeral.ordinal:
        return None
    if (scale := _shared_magnitude(low, high)) > 1:
        low = replace(low, value=low.value * scale)
    if low.bare:
        low = replace(low, kind=high.kind, unit=high.unit, per=high.per, counted=high.counted)
    elif high.bare and not high.numeral.ordinal:
        high = replace(high, kind=low.kind, unit=low.unit, per=low.per, counted=low.counted)
    same = (low.kind, low.unit) == (high.kind, high.unit)
    rises = low.value < high.value or (falling and low.value != high.value)
    return (low, high) if same and rises else None


def _shared_magnitude(low: Amount, high: Amount) -> Fraction:
    """The magnitude of the second end where it is that of the first too: "3 à 5 millions", "$3-5 million"."""
    scale = high.numeral.scale
    hundreds = not (low.numeral.digits or high.numeral.digits) and 1 < low.value < _DIGIT
    if scale == 1 and hundreds and high.value % _HUNDRED == 0 and high.value < _DIGIT * _HUNDRED:
        scale = Fraction(_HUNDRED)  # "cinq à six cents"
    shares = (low.bare or low.signed) and low.numeral.scale == 1 and low.value < high.value / scale
    return scale if shares else Fraction(1)


def _is_plausible(context: Context, pair: tuple[Amount, Amount], second: int, *, opened: bool) -> bool:
    """Whether two numbers with a dash between them are a range and not a score or a telephone number."""
    low, high = pair
    years = is_year_like(context, low) + is_year_like(context, high)
    if opened or context.written(second - 1) not in _TIGHT:
        return years != 1 or not (low.plain and high.plain)
    if not (low.numeral.digits and high.numeral.digits):
        return False
    tight = context.touches(second) and context.touches(second - 1)
    return not (high.bare and tight and high.value < _SCORE) and context.written(high.end) != "-"


def _moves(context: Context, at: int, high: Amount) -> bool:
    """Whether a word before a position says that something goes from one end to the other."""
    comparators = context.lexicon.comparators
    words = comparators.moving if high.kind == "percent" else comparators.moving | comparators.moving_amounts
    return any(word in words for word in context.before(at, _BACK))


def join_comparisons(context: Context, found: list[Comparison]) -> list[Comparison]:
    """The comparisons, those that bound the same thing from both sides made one range."""
    joined: list[Comparison] = []
    for item in found:
        merged = _joined(context, joined[-1], item) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(item)
    return joined


def _joined(context: Context, first: Comparison, second: Comparison) -> Comparison | None:
    between = context.lexicon.comparators.joining.find(context.folds, first.end)
    if between is None or between[0] != second.start:
        return None
    low, high = sorted((first, second), key=lambda item: item.comparator[:1], reverse=True)
    if {first.comparator[:1], second.comparator[:1]} != {"<", ">"} or low.amount.value >= high.amount.value:
        return None
    pair = harmonize(low.amount, high.amount)
    if pair is None:
        return None
    whole = replace(pair[1], start=first.start, end=second.end)
    return Comparison(first.start, second.end, whole, "range", pair[0].value, pair[1].value, "range")
