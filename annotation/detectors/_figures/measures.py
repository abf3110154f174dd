"""A number with its unit, the smaller units after it, and what it is for each of."""

from dataclasses import replace
from fractions import Fraction

from annotation.detectors._figures.amount import Amount
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.line import HYPHENS
from annotation.detectors._figures.money import (
    prefixed_currency,
    with_cents,
    with_scale_after,
    with_spaced_letter,
)
from annotation.detectors._figures.numeral import Numeral
from annotation.detectors._figures.unit_words import Compound, Unit
from annotation.detectors._tokens import load_style

_BRACKETS = {"(": ")", "[": "]"}
_THOUSAND = 1000
_HALF, _QUARTER = 2, 4


def read_measure(context: Context, numeral: Numeral) -> Amount | None:
    """`numeral` with the unit after it; None where none follows or where "un" only is an article."""
    numeral = with_spaced_letter(context, numeral)
    linked = after_link(context, numeral)
    for at in dict.fromkeys((numeral.end, linked, _after_adjectives(context, linked))):
        found = _unit_at(context, at, numeral)
        if found is None:
            continue
        end, unit, scale = found
        value = _percent(context, numeral) if unit.kind == "percent" else numeral.value * scale
        whole = _completed(context, Amount(numeral.start, end, numeral, value, unit.kind, unit.code))
        counts = not numeral.article or whole.value != 1 or _may_be_one(context, at, numeral)
        return whole if counts else None
    return None


def after_link(context: Context, numeral: Numeral) -> int:
    """The position after a hyphen or a "de" that binds a number to what follows."""
    at, words = context.after_inner(numeral.end), context.lexicon.numbers
    if context.binds(at):
        return at + 1
    if numeral.fraction and context.fold(at) in words.ones:
        return at + 1
    linked = numeral.linking or numeral.fraction or numeral.about or numeral.digits
    if linked and context.fold(at) in words.linking:
        at += 1
        at += numeral.fraction and context.fold(at) in words.ones
    return at


def _after_adjectives(context: Context, at: int) -> int:
    """The position after adjectives before a unit that is a word: "deux bonnes heures"."""
    while context.fold(at) in context.lexicon.quantities.nouns.before:
        at += 1
    return at


def _percent(context: Context, numeral: Numeral) -> Fraction:
    """The value before a percent sign; a mark that seldom groups is a decimal point: 3.125 % in French."""
    text, groups = context.written(numeral.start), load_style(context.lexicon.code).groups
    marks = [mark for mark in ".," if mark in text]
    seldom = len(marks) == 1 and text.count(marks[0]) == 1 and marks[0] in groups[1:]
    return numeral.value / _THOUSAND if seldom and numeral.value % _THOUSAND else numeral.value


def _unit_at(context: Context, at: int, numeral: Numeral) -> tuple[int, Unit, Fraction] | None:
    closing = _BRACKETS.get(context.written(at), "")
    start = at + bool(closing)
    found, scale = _named_unit(context, start, numeral), Fraction(1)
    if found is None:
        code, scale = prefixed_currency(context, start)
        found = (code[0], Unit(code[1], "money")) if code else None
    large = context.lexicon.units.large_money.get(context.fold(start))
    if large is not None and numeral.scale > 1:
        found = (start + 1, Unit(large, "money"))
    if found is None or _runs_on(context, found[0]) or (closing and context.written(found[0]) != closing):
        return None
    return found[0] + bool(closing), found[1], scale


def _named_unit(context: Context, at: int, numeral: Numeral) -> tuple[int, Unit] | None:
    units = context.lexicon.units
    found = units.words.find(context.folds, at)
    if found and context.fold(at) in units.weak and context.fold(found[0]) in context.language.determiners:
        found = None
    if numeral.digits or numeral.scale != 1:
        signs = units.symbols.find(context.texts, at)
        if signs and not (signs[1].kind == "money" and _belongs_to_next(context, at, signs[0])):
            found = max(filter(None, (signs, found)), key=lambda item: item[0])
    if found is None and context.fold(at) in units.points and _are_percentages(context, numeral):
        return at + 1, Unit("{pp}", "percent")
    return found


def _are_percentages(context: Context, numeral: Numeral) -> bool:
    """Whether points are those of a percentage: they are broken, or a percentage or a rate is near."""
    return numeral.value.denominator != 1 or not context.words.isdisjoint(context.lexicon.units.points_near)


def _belongs_to_next(context: Context, at: int, end: int) -> bool:
    """Whether a currency sign stands before a number rather than after one: the $ of "1 $10 bill"."""
    return not context.touches(at) and context.touches(end) and context.numeral(end) is not None


def _runs_on(context: Context, end: int) -> bool:
    """Whether what looks like a unit runs into more letters or digits."""
    last, following = context.written(end - 1), context.written(end)
    if following in HYPHENS and context.touches(end) and context.written(end + 1).isdigit():
        return context.touches(end + 1)
    return context.touches(end) and last[-1:].isalnum() and following[:1].isalnum() and not last.endswith("'")


def _may_be_one(context: Context, at: int, numeral: Numeral) -> bool:
    """Whether "un" before this unit counts: "un an" does, "un jour" and "a day" do not."""
    word, numbers = context.fold(numeral.start), context.lexicon.numbers
    strong = word in numbers.counting or word in numbers.simple
    return strong and context.fold(at) not in context.lexicon.units.not_one


def _completed(context: Context, found: Amount) -> Amount:
    found = _with_half(context, _with_smaller(context, with_scale_after(context, found)))
    return with_per(context, _with_age(context, found))


def _with_smaller(context: Context, found: Amount) -> Amount:
    """With smaller units after larger ones: "5 feet 2 inches", "15 dollars et 15 cents"."""
    if found.kind == "money":
        return with_cents(context, found, end_of_number=False)
    grown = (_compounded(context, found, row) for row in context.lexicon.units.compounds)
    return next((item for item in grown if item is not None), found)


def _compounded(context: Context, found: Amount, row: Compound) -> Amount | None:
    if row.large != found.unit:
        return None
    at = found.end + (context.fold(found.end) in context.lexicon.numbers.joining)
    part = context.numeral(at)
    if part is None or not 0 < part.value < row.ratio:
        return None
    unit = _unit_at(context, part.end, part)
    grown = replace(found, value=found.value + part.value / row.ratio)
    if unit and unit[1].code == row.small:
        return replace(grown, end=unit[0])
    if row.sign and context.fold(part.end) == row.sign:
        return replace(grown, end=part.end + 1)
    free = not context.written(part.end).isalpha() or context.fold(part.end) in context.lexicon.numbers.of
    alone = row.bare and part.plain and free
    return replace(grown, end=part.end) if alone and len(context.written(part.start)) == len("50") else None


def _with_half(context: Context, found: Amount) -> Amount:
    """With "et demi" after the unit: "un an et demi", "a year and a half"."""
    numbers = context.lexicon.numbers
    if context.fold(found.end) not in numbers.joining:
        return found
    at = found.end + 1
    at += context.fold(at) in numbers.ones
    below = numbers.fractions.get(context.fold(at), 0)
    if below != _HALF and not (below == _QUARTER and found.unit == "h"):
        return found
    return replace(found, end=at + 1, value=found.value + Fraction(1, below) * found.numeral.scale)


def _with_age(context: Context, found: Amount) -> Amount:
    """With what makes a duration an age: "years old", "-year-old", "d'âge"."""
    if found.kind != "duration":
        return found
    at = found.end + (context.written(found.end) in HYPHENS)
    aged = context.lexicon.units.ages.find(context.folds, at)
    return replace(found, end=aged[0]) if aged else found


def with_per(context: Context, found: Amount) -> Amount:
    """With what it is for each of: "par an", "per capita", of a sum also "le litre", "a share"."""
    units, at = context.lexicon.units, found.end
    if found.kind == "money":
        at += context.fold(at) in units.between
    per = units.per.find(context.folds, at)
    if per is None and found.kind == "money":
        per = units.per_money.find(context.folds, at)
    if per is None or found.per or (found.kind == "duration" and per[1] == found.unit):
        return found
    word = context.fold(per[0])
    last = word in units.unless_last and not context.written(per[0] + 1).isalnum()
    if word in units.unless_before or last:
        return found
    return replace(found, end=per[0], per=per[1])
