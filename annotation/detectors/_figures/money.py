"""Sums of money: a currency before its number, letters for millions beside it, and the cents after it."""

from dataclasses import replace
from fractions import Fraction

from annotation.detectors._figures.amount import Amount
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.numeral import Numeral
from annotation.detectors._tokens import glued

_HUNDREDTHS = 100
_CODE = 3


def read_money(context: Context, at: int) -> Amount | None:
    """The sum at `at` whose currency stands first, without cents: $20, EUR 20, MAUD 60, -$5."""
    minus = context.written(at) == "-" and context.touches(at + 1)
    code, scale = find_currency(context, at + minus)
    if code is None or (glued(context.tokens, at) and context.written(at).isalpha()):
        return None
    end, unit = code
    numeral = context.numeral(end)
    if numeral is None or numeral.ordinal or numeral.article:
        return None
    numeral = _with_letter(context, numeral)
    value = numeral.value * scale * (-1 if minus else 1)
    found = Amount(at, numeral.end, replace(numeral, start=at), value, "money", unit, signed=True)
    return with_cents(context, _repeated(context, found), end_of_number=True)


def find_currency(context: Context, at: int) -> tuple[tuple[int, str] | None, Fraction]:
    """The position after a currency at `at`, its code, and the magnitude written before it: MUSD."""
    found = context.lexicon.units.currencies.find(context.texts, at)
    return (found, Fraction(1)) if found else prefixed_currency(context, at)


def prefixed_currency(context: Context, at: int) -> tuple[tuple[int, str] | None, Fraction]:
    """A currency's code with a letter for a magnitude before it, such as MUSD."""
    text, compact = context.written(at), context.lexicon.numbers.compact
    if len(text) == 1 + _CODE and text[0] in compact and text.isupper():
        found = context.lexicon.units.currencies.find([text[1:]], 0)
        if found:
            return (at + 1, found[1]), Fraction(compact[text[0]])
    return None, Fraction(1)


def _with_letter(context: Context, numeral: Numeral) -> Numeral:
    """With a letter that means a magnitude beside a currency: $5m."""
    scale = context.lexicon.numbers.compact_money.get(context.written(numeral.end))
    if scale is None or not numeral.digits or not context.touches(numeral.end):
        return numeral
    return replace(numeral, end=numeral.end + 1, value=numeral.value * scale, scale=Fraction(scale))


def with_spaced_letter(context: Context, numeral: Numeral) -> Numeral:
    """With a letter for a magnitude before a currency: "3 Md€", "5 m€", "2bn euros"."""
    numbers, units = context.lexicon.numbers, context.lexicon.units
    text = context.written(numeral.end)
    scale = numbers.compact.get(text) or numbers.compact_money.get(text)
    if scale is None or not numeral.digits:
        return numeral
    following = units.symbols.find(context.texts, numeral.end + 1) or units.words.find(
        context.folds, numeral.end + 1
    )
    if following is None or following[1].kind != "money":
        return numeral
    linking = context.fold(numeral.end + 1) in numbers.linking
    return replace(
        numeral, end=numeral.end + 1, value=numeral.value * scale, scale=Fraction(scale), linking=linking
    )


def _repeated(context: Context, found: Amount) -> Amount:
    """With the currency said again: "$10 dollars"."""
    again = context.lexicon.units.words.find(context.folds, found.end)
    if again and again[1].kind == "money" and again[1].code == found.unit:
        return replace(found, end=again[0])
    return found


def with_scale_after(context: Context, found: Amount) -> Amount:
    """With a magnitude after the currency: "75 USD million"."""
    scale = context.lexicon.numbers.scales.get(context.fold(found.end))
    if found.kind != "money" or scale is None or found.numeral.scale != 1:
        return found
    return replace(found, end=found.end + 1, value=found.value * scale)


def with_cents(context: Context, found: Amount, *, end_of_number: bool) -> Amount:
    """With hundredths after the whole ones: "15 dollars et 15 cents", "15 euros 50".

    `end_of_number`: whether the sum ends with its number, so that another may follow only after "and".
    """
    joined = context.fold(found.end) in context.lexicon.numbers.joining
    part = context.numeral(found.end + joined)
    if part is None or part.ordinal or part.value.denominator != 1 or not 0 < part.value < _HUNDREDTHS:
        return found
    grown = replace(found, value=found.value + part.value / _HUNDREDTHS)
    if context.fold(part.end) in context.lexicon.units.minor:
        return replace(grown, end=part.end + 1)
    whole = found.unit and found.value.denominator == 1 and found.numeral.scale == 1
    apart = joined or (not end_of_number and _ends_phrase(context, part.end))
    if not whole or not apart or (joined and not _is_free(context, part)):
        return found
    return replace(grown, end=part.end)


def _is_free(context: Context, part: Numeral) -> bool:
    """Whether a number after "and" can be cents: two digits or words, and nothing of its own after it."""
    following = part.end
    if (
        context.written(following).isalpha()
        and context.fold(following) not in context.lexicon.numbers.joining
    ):
        return False
    unit = context.lexicon.units.symbols.find(context.texts, following)
    return unit is None and (not part.digits or len(context.written(part.start)) > 1)


def _ends_phrase(context: Context, at: int) -> bool:
    return context.written(at) in ("", ".", ",", ";", ")", "!", "?")
