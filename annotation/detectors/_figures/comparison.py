"""Amounts with their comparators, and ranges of two amounts."""

from dataclasses import dataclass, replace
from fractions import Fraction

from annotation.detectors._figures.amount import Amount
from annotation.detectors._figures.amounts import is_year_like, read_amount
from annotation.detectors._figures.context import Context

_CHAIN = 4
"""Comparators that may follow one another: "jusqu'à près de"."""


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


def read_sign(context: Context, at: int) -> tuple[int, str]:
    """The position after the comparators at `at`, and what they say together; "" where none stands there."""
    sign, end = "", at
    for _step in range(_CHAIN):
        found = context.lexicon.comparators.before.find(context.folds, end)
        if found is None:
            break
        sign = found[1] if sign in ("", "~", "=") else sign
        end = found[0]
    return end, sign


def skip_article(context: Context, at: int) -> int:
    """The position after an article at `at` that is no number."""
    word = context.fold(at)
    return at + (word in context.language.articles and word not in context.lexicon.numbers.ones)


def with_sign(found: Comparison, start: int, sign: str) -> Comparison:
    """The comparison with the comparators that begin at `start`."""
    if found.is_range or found.why == "movement":
        return replace(found, start=start) if sign else found
    about = "~" if found.amount.numeral.about else "="
    return replace(found, start=start, comparator=sign or about, why="comparator" if sign else found.why)


def inner_sign(context: Context, amount: Amount) -> str:
    """What a word bound to the number by a hyphen says: the plus of "15-plus years"; "" without one."""
    at = amount.numeral.end
    inside = context.after_inner(at) > at and amount.end > at
    return context.lexicon.comparators.inner[context.fold(at + 1)] if inside else ""


def with_sign_after(context: Context, found: Comparison) -> Comparison:
    """With a comparator after it: "10 jours au moins", "500 or more"."""
    comparators = context.lexicon.comparators
    quoted = context.written(found.end) in ("«", '"', "“")
    after = comparators.after.find(context.folds, found.end + quoted)
    if after is None or found.is_range or found.comparator not in ("=", "~", "<", ">"):
        return found
    end, sign = after
    if _opens(context, end - 1) or read_amount(context, end):
        return found
    if found.comparator in "<>" and not sign.endswith("="):
        return found
    if found.comparator in "<>":
        return replace(found, end=end, comparator=found.comparator + "=", why="comparator")
    closed = quoted and context.written(end) in ("»", '"', "”")
    return replace(found, end=end + closed, comparator=sign, why="comparator")


def _opens(context: Context, at: int) -> bool:
    """Whether the word at a position compares what comes after it rather than before."""
    opened = context.lexicon.comparators.before.find(context.folds, at)
    return opened is not None and read_amount(context, opened[0]) is not None


def share_units(context: Context, found: list[Comparison]) -> list[Comparison]:
    """The comparisons, bare numbers of a list given the unit that ends it: "4, 6 et 8 ans"."""
    shared: list[Comparison] = []
    for item in reversed(found):
        following = shared[-1] if shared else None
        listed = following and item.amount.bare and item.amount.kind == "cardinal"
        if listed and following and _is_listed(context, item, following):
            unit = following.amount
            amount = replace(item.amount, kind=unit.kind, unit=unit.unit, per=unit.per)
            shared.append(replace(item, amount=amount))
        else:
            shared.append(item)
    return shared[::-1]


def _is_listed(context: Context, item: Comparison, following: Comparison) -> bool:
    if is_year_like(context, item.amount):
        return False
    between = context.folds[item.end : following.start]
    words = context.lexicon.comparators.listing | context.lexicon.numbers.joining
    return following.amount.unit != "" and len(between) == 1 and between[0] in words
