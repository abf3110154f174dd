"""Figures without a plain number: vague quantities, dates, shares, multipliers, and figures said before."""

from collections.abc import Callable
from fractions import Fraction

from annotation.detectors._figures.amounts import read_noun
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.figure import Figure

Found = tuple[int, Figure] | None
"""The position after a figure, and the figure; its `start` and `end` are filled in by whoever asked."""


def read_quantity(context: Context, at: int) -> Found:
    """The figure without a plain number that begins at token `at`, None where there is none."""
    if at in context.names:
        return None
    rules: tuple[Callable[[Context, int], Found], ...] = (_date, _share, _multiplier, _plural, _vague)
    return next((found for rule in rules if (found := rule(context, at)) is not None), None)


def _figure(kind: str, why: str, **fields: object) -> Figure:
    return Figure(start=0, end=0, kind=kind, why=why, **fields)  # type: ignore[arg-type]  # keys of Figure


def _date(context: Context, at: int) -> Found:
    if at not in context.dates:
        return None
    end, year = context.dates[at]
    return end, _figure("date", "date", value=Fraction(year) if year and end == at + 1 else None)


def _share(context: Context, at: int) -> Found:
    """So many of so many: "un Français sur trois", "1 in 5", "one over twenty"."""
    quantities = context.lexicon.quantities
    above = context.numeral(at)
    if above is None or above.ordinal or above.value.denominator != 1:
        return None
    noun = None if quantities.shares.find(context.folds, above.end) else read_noun(context, above.end)
    middle = noun[0] if noun else above.end
    always = quantities.shares_always.find(context.folds, middle)
    between = always or quantities.shares.find(context.folds, middle)
    below = context.numeral(between[0]) if between else None
    if below is None or below.ordinal or below.value.denominator != 1 or below.value <= 0:
        return None
    if not always and not _is_share(context, above.value, below.value, below.end):
        return None
    counted = noun[1] if noun else ""
    return below.end, _figure("fraction", "share", value=above.value / below.value, counted=counted)


def _is_share(context: Context, above: Fraction, below: Fraction, end: int) -> bool:
    bound = context.lexicon.units.words.find(context.folds, end) or context.written(end) in ("%", "€", "$")
    return 0 < above < below <= 100_000 and not bound and not 1500 <= below < 2100


def _multiplier(context: Context, at: int) -> Found:
    """How many times as much: "doublé", "trois fois plus"."""
    quantities = context.lexicon.quantities
    word = quantities.multipliers.find(context.folds, at)
    if word is not None:
        return word[0], _figure("multiplier", "multiplier", value=word[1])
    multiplied = quantities.before_times.find(context.folds, at)
    if multiplied is not None:
        times = context.numeral(multiplied[0])
        return (times.end, _figure("multiplier", "multiplier", value=times.value)) if times else None
    numeral = context.numeral(at)
    if (
        numeral is None
        or numeral.article
        or numeral.ordinal
        or context.fold(numeral.end) not in quantities.times
    ):
        return None
    if context.fold(numeral.end + 1) not in quantities.after_times:
        return None
    return numeral.end + 2, _figure("multiplier", "multiplier", value=numeral.value)


def _plural(context: Context, at: int) -> Found:
    """An open number of tens or thousands: "des milliers de manifestants", "dozens of people"."""
    quantities, numbers = context.lexicon.quantities, context.lexicon.numbers
    start = at + 1 if context.fold(at) in quantities.plurals else at
    if start == at and "" not in quantities.plurals:
        return None
    if not _is_plural(context, start):
        return None
    end = start + 1
    while context.fold(end) in numbers.linking and _is_plural(context, end + 1):
        end += 2
    if context.fold(end) not in numbers.linking:
        return (
            (end, _figure("cardinal", "vague quantity", vague=True))
            if start > at or end > start + 1
            else None
        )
    return _vague_of(context, end + 1, end)


def _is_plural(context: Context, at: int) -> bool:
    word, numbers = context.fold(at), context.lexicon.numbers
    known = (
        word in numbers.collectives or word in numbers.hundreds or word.removesuffix("s") in numbers.scales
    )
    return word.endswith("s") and known


def _vague(context: Context, at: int) -> Found:
    """A few or several of something: "quelques semaines", "plusieurs pays"."""
    found = context.lexicon.quantities.vague.find(context.folds, at)
    if found is None:
        return None
    end = found[0]
    if context.numeral(end) is not None or _is_plural(context, end):
        return None
    return _vague_of(context, end, None)


def _vague_of(context: Context, at: int, without: int | None) -> Found:
    """What is counted vaguely at `at`; where nothing is, the figure ends at `without`."""
    quantities = context.lexicon.quantities
    unit = context.lexicon.units.words.find(context.folds, at)
    if context.fold(at) in quantities.left_out and not (
        unit and unit[1].kind == "duration" and without is None
    ):
        return None if without is None else (without, _figure("cardinal", "vague quantity", vague=True))
    if unit is not None and context.fold(at) not in quantities.left_out:
        return unit[0], _figure(unit[1].kind, "vague quantity", unit=unit[1].code, vague=True)
    noun = read_noun(context, at)
    if noun is not None and noun[1] not in quantities.left_out:
        return noun[0], _figure("cardinal", "vague quantity", counted=noun[1], vague=True)
    return None if without is None else (without, _figure("cardinal", "vague quantity", vague=True))


def read_anaphora(context: Context, at: int, kinds: dict[str, str]) -> Found:
    """A figure said before: "la somme", "ce chiffre". `kinds` gives the units of the kinds met so far."""
    quantities = context.lexicon.quantities
    if context.fold(at) not in quantities.determiners or not kinds:
        return None
    noun, definite = context.fold(at + 1), context.fold(at) in context.language.articles
    if (definite and noun not in quantities.definite) or context.fold(at + 2) in quantities.unless_before:
        return None
    if noun in quantities.money and "money" in kinds:
        return at + 2, _figure("money", "said before", unit=kinds["money"], vague=True)
    if noun in quantities.any:
        kind = next(reversed(kinds))
        return at + 2, _figure(kind, "said before", unit=kinds[kind], vague=True)
    return None
