"""Amounts with their comparators, and ranges of two amounts."""

from dataclasses import dataclass, replace
from fractions import Fraction

from annotation.detectors._figures.amounts import Amount, read_amount
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import Range

_TIGHT = "-–—"
_SCORE = 20
"""Two bare numbers below this with a dash between them are a score, not a range."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One amount with its comparator, or a range; from token `start` to before token `end`."""

    start: int
    end: int
    amount: Amount
    comparator: str = "="
    low: Fraction | None = None
    high: Fraction | None = None
    why: str = "number"

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low is not None


def read_comparison(context: Context, at: int) -> list[Comparison]:
    """What begins at token `at`: nothing, one figure, or the two ends of a movement."""
    before, sign = _comparators(context, at)
    for start in dict.fromkeys(
        (before, _skip_article(context, before), before - 1) if before > at else (at,)
    ):
        found = _range(context, start) or _single(context, start)
        if found:
            first = _compared(found[0], at, sign)
            return [_followed(context, first), *found[1:]] if len(found) == 1 else [first, *found[1:]]
    return []


def _comparators(context: Context, at: int) -> tuple[int, str]:
    """The position after the comparators at `at`, and what they say together."""
    sign, end = "", at
    while (found := context.lexicon.comparators.before.find(context.folds, end)) is not None:
        sign = found[1] if sign in ("", "~", "=") else sign
        end = found[0]
    return end, sign


def _compared(found: Comparison, start: int, sign: str) -> Comparison:
    if found.is_range or found.why == "movement":
        return replace(found, start=start) if sign else found
    about = "~" if found.amount.numeral.about else "="
    return replace(found, start=start, comparator=sign or about, why="comparator" if sign else found.why)


def _followed(context: Context, found: Comparison) -> Comparison:
    """With a comparator after it: "10 jours au moins", "500 or more"."""
    after = context.lexicon.comparators.after.find(context.folds, found.end)
    if after is None or found.is_range or found.comparator not in ("=", "~", "<", ">"):
        return found
    end, sign = after
    if context.lexicon.comparators.before.find(context.folds, end - 1) or read_amount(context, end):
        return found
    if found.comparator in "<>" and context.fold(end - 1) != "equal":
        return found
    merged = found.comparator + "=" if found.comparator in "<>" else sign
    if found.comparator == "~" and sign == "~":
        merged = "~"
    return replace(found, end=end, comparator=merged, why="comparator")


def _single(context: Context, at: int) -> list[Comparison]:
    amount = read_amount(context, at)
    return [Comparison(at, amount.end, amount)] if amount else []


def _range(context: Context, at: int) -> list[Comparison]:
    for row in context.lexicon.comparators.ranges:
        opened = row.open.find(context.folds, at)
        starts = [opened[0]] if opened else []
        for start in [*starts, at] if row.bare else starts:
            found = _ends(context, at, start, row)
            if found:
                return found
    return []


def _ends(context: Context, at: int, start: int, row: Range) -> list[Comparison]:
    low = read_amount(context, _skip_article(context, start))
    middle = row.middle.find(context.folds, low.end) if low else None
    if low is None or middle is None:
        return []
    high = read_amount(context, _skip_article(context, middle[0]))
    if high is None or (row.bound and high.bare):
        return []
    pair = _harmonized(low, high)
    if pair is None or not _is_plausible(context, pair, middle[0], opened=start > at):
        return []
    if start > at and _moves(context, at):
        return [Comparison(pair[0].start, pair[0].end, pair[0], why="movement"),
                Comparison(pair[1].start, pair[1].end, pair[1], why="movement")]  # fmt: skip
    begin = pair[0].start if row.silent else at
    whole = replace(pair[1], start=begin)
    return [Comparison(begin, pair[1].end, whole, "range", pair[0].value, pair[1].value, "range")]


def _skip_article(context: Context, at: int) -> int:
    word = context.fold(at)
    return at + (word in context.language.articles and word not in context.lexicon.numbers.ones)


def _harmonized(low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """Both ends with the magnitude and unit that one of them carries; None where they do not go together."""
    if low.numeral.ordinal != high.numeral.ordinal:
        return None
    if _shares_magnitude(low, high):
        low = replace(low, value=low.value * high.numeral.scale)
    if low.bare:
        low = replace(low, kind=high.kind, unit=high.unit, per=high.per, counted=high.counted)
    elif high.bare and not high.numeral.ordinal:
        high = replace(high, kind=low.kind, unit=low.unit, per=low.per, counted=low.counted)
    same = (low.kind, low.unit) == (high.kind, high.unit)
    return (low, high) if same and low.value < high.value else None


def _shares_magnitude(low: Amount, high: Amount) -> bool:
    """Whether the magnitude of the second end is that of the first too: "3 à 5 millions"."""
    scale = high.numeral.scale
    return low.bare and low.numeral.scale == 1 and scale > 1 and low.value < high.value / scale


def _is_plausible(context: Context, pair: tuple[Amount, Amount], second: int, *, opened: bool) -> bool:
    """Whether two numbers with a dash between them are a range and not a score or a telephone number."""
    if opened or context.written(second - 1) not in _TIGHT:
        return True
    low, high = pair
    if not (low.numeral.digits and high.numeral.digits):
        return False
    tight = context.touches(second) and context.touches(second - 1)
    return not (high.bare and tight and high.value < _SCORE) and context.written(high.end) != "-"


def _moves(context: Context, at: int) -> bool:
    return any(context.fold(at - back) in context.lexicon.comparators.moving for back in range(1, 5))


def share_units(context: Context, found: list[Comparison]) -> list[Comparison]:
    """The comparisons, bare numbers of a list given the unit that ends it: "4, 6 et 8 ans"."""
    shared: list[Comparison] = []
    for item in reversed(found):
        following = shared[-1] if shared else None
        if (
            following
            and item.amount.bare
            and item.amount.kind == "cardinal"
            and _is_listed(context, item, following)
        ):
            unit = following.amount
            item = replace(item, amount=replace(item.amount, kind=unit.kind, unit=unit.unit, per=unit.per))  # noqa: PLW2901
        shared.append(item)
    return shared[::-1]


def _is_listed(context: Context, item: Comparison, following: Comparison) -> bool:
    between = context.folds[item.end : following.start]
    commas = context.lexicon.numbers.joining | {",", "ou", "or"}
    return following.amount.unit != "" and len(between) == 1 and between[0] in commas


def join_comparisons(context: Context, found: list[Comparison]) -> list[Comparison]:
    """The comparisons, those that bound the same thing from both sides made one range."""
    joined: list[Comparison] = []
    for item in found:
        last = joined[-1] if joined else None
        merged = last and _joined(context, last, item)
        joined[-1:] = [merged] if merged else [*joined[-1:], item]
    return joined


def _joined(context: Context, first: Comparison, second: Comparison) -> Comparison | None:
    between = context.lexicon.comparators.joining.find(context.folds, first.end)
    if between is None or between[0] != second.start:
        return None
    signs = {first.comparator[:1], second.comparator[:1]}
    low, high = sorted((first, second), key=lambda item: item.comparator[:1], reverse=True)
    if signs != {"<", ">"} or low.amount.value >= high.amount.value:
        return None
    pair = _harmonized(low.amount, high.amount)
    if pair is None:
        return None
    whole = replace(pair[1], start=first.start, end=second.end)
    return Comparison(first.start, second.end, whole, "range", pair[0].value, pair[1].value, "range")
