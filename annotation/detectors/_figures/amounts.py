"""A number with what it measures or counts: "1,2 milliard d'euros par an", "10 000 soldats", "£3bn"."""

from dataclasses import dataclass, replace
from fractions import Fraction

from annotation.detectors._figures.context import NOUNS, Context
from annotation.detectors._figures.lexicon import Unit
from annotation.detectors._figures.numerals import Numeral
from annotation.detectors._language import read_table
from annotation.detectors._tokens import glued

_HYPHENS = "-\u2010\u2011"
_TEMPERATURES = ("Cel", "[degF]", "K", "deg")
_BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from token `start` to before token `end`, with its unit or noun where it has one."""

    start: int
    end: int
    numeral: Numeral
    value: Fraction
    kind: str
    unit: str = ""
    per: str = ""
    counted: str = ""

    @property
    def bare(self) -> bool:
        """Whether it has neither a unit nor a noun."""
        return self.kind in ("cardinal", "fraction", "ordinal") and not self.counted


def read_amount(context: Context, at: int) -> Amount | None:
    """The amount that begins at token `at`, None where there is none."""
    if at not in context.memory:
        context.memory[at] = _read_amount(context, at)
    found = context.memory[at]
    return found if isinstance(found, Amount) else None


def _read_amount(context: Context, at: int) -> Amount | None:
    if at >= len(context.tokens) or at in context.names or at in context.dates:
        return None
    found = _below_zero(context, at) or _money_first(context, at) or _number_first(context, at)
    if found is None or any(position in context.names for position in range(at, found.numeral.end)):
        return None
    return found


def _below_zero(context: Context, at: int) -> Amount | None:
    """A negative number with a space after its sign: a temperature, or a paragraph that is nothing else."""
    if context.written(at) != "-" or context.touches(at + 1) or context.touches(at):
        return None
    found = _number_first(context, at + 1) if at + 1 < len(context.tokens) else None
    if found is None or found.value <= 0 or not found.numeral.digits:
        return None
    alone = at == 0 and found.end == len(context.tokens)
    if not alone and found.unit not in _TEMPERATURES:
        return None
    return replace(found, start=at, value=-found.value)


def _money_first(context: Context, at: int) -> Amount | None:
    """A currency sign or code before its number: $20, EUR 20, MAUD 60."""
    minus = context.written(at) == "-" and context.touches(at + 1)
    code = context.lexicon.units.currencies.find(context.texts, at + minus)
    scale = Fraction(1)
    if code is None:
        code, scale = _prefixed_code(context, at + minus)
    if code is None or (glued(context.tokens, at) and context.written(at).isalpha()):
        return None
    end, unit = code
    numeral = context.numeral(end)
    if numeral is None or numeral.ordinal or numeral.article:
        return None
    numeral = _compact_money(context, numeral)
    value = numeral.value * scale * (-1 if minus else 1)
    found = Amount(at, numeral.end, replace(numeral, start=at), value, "money", unit)
    return _per(context, _with_cents(context, _repeated(context, found), end_of_number=True))


def _prefixed_code(context: Context, at: int) -> tuple[tuple[int, str] | None, Fraction]:
    text, compact = context.written(at), context.lexicon.numbers.compact
    if len(text) == 4 and text[0] in compact and text.isupper():
        found = context.lexicon.units.currencies.find([text[1:]], 0)
        if found:
            return (at + 1, found[1]), Fraction(compact[text[0]])
    return None, Fraction(1)


def _compact_money(context: Context, numeral: Numeral) -> Numeral:
    """With a letter that means a magnitude beside a currency: $5m."""
    scale = context.lexicon.numbers.compact_money.get(context.written(numeral.end))
    if scale is None or not numeral.digits or not context.touches(numeral.end):
        return numeral
    return replace(numeral, end=numeral.end + 1, value=numeral.value * scale, scale=Fraction(scale))


def _repeated(context: Context, found: Amount) -> Amount:
    """With the currency said again: "$10 dollars"."""
    again = context.lexicon.units.words.find(context.folds, found.end)
    if again and again[1].kind == "money" and again[1].code == found.unit:
        return replace(found, end=again[0])
    return found


def _number_first(context: Context, at: int) -> Amount | None:
    if context.tokens[at].kind == "number" and glued(context.tokens, at):
        return None
    numeral = context.numeral(at)
    if numeral is None:
        return None
    if numeral.ordinal:
        return Amount(at, numeral.end, numeral, numeral.value, "ordinal")
    found = _with_unit(context, numeral)
    if found is not None:
        return found
    if numeral.article or _is_part_of_word(context, numeral):
        return None
    kind = "fraction" if numeral.fraction else "cardinal"
    return _with_noun(context, Amount(at, numeral.end, numeral, numeral.value, kind))


def _is_part_of_word(context: Context, numeral: Numeral) -> bool:
    """Whether digits run into letters that are no unit, as in "777F"."""
    return numeral.digits and context.touches(numeral.end) and context.written(numeral.end).isalpha()


def _after_link(context: Context, numeral: Numeral) -> int:
    """The position after a hyphen or a "de" that binds a number to what follows."""
    at, words = numeral.end, context.lexicon.numbers
    if context.written(at) in _HYPHENS and context.touches(at) and context.touches(at + 1):
        return at + 1
    linked = numeral.linking or numeral.fraction or numeral.about or numeral.digits
    if linked and context.fold(at) in words.linking:
        at += 1
        at += numeral.fraction and context.fold(at) in words.ones
    return at


def _with_unit(context: Context, numeral: Numeral) -> Amount | None:
    numeral = _spaced_magnitude(context, numeral)
    for at in dict.fromkeys((numeral.end, _after_link(context, numeral))):
        found = _unit_at(context, at, numeral)
        if found is None:
            continue
        end, unit, scale = found
        numeral = replace(numeral, value=numeral.value * scale)
        amount = Amount(numeral.start, end, numeral, numeral.value, unit.kind, unit.code)
        whole = _completed(context, amount)
        counts = not numeral.article or whole.value != 1 or _may_be_one(context, at, numeral)
        return whole if counts else None
    return None


def _spaced_magnitude(context: Context, numeral: Numeral) -> Numeral:
    """With a letter for a magnitude before a currency sign: "3 Md€", "5 m€"."""
    numbers = context.lexicon.numbers
    text = context.written(numeral.end)
    scale = numbers.compact.get(text) or numbers.compact_money.get(text)
    following = context.lexicon.units.symbols.find(context.texts, numeral.end + 1)
    if scale is None or not numeral.digits or following is None or following[1].kind != "money":
        return numeral
    return replace(numeral, end=numeral.end + 1, value=numeral.value * scale, scale=Fraction(scale))


def _unit_at(context: Context, at: int, numeral: Numeral) -> tuple[int, Unit, Fraction] | None:
    closing = _BRACKETS.get(context.written(at), "")
    start = at + bool(closing)
    found = context.lexicon.units.words.find(context.folds, start)
    if numeral.digits or numeral.scale != 1:
        signs = context.lexicon.units.symbols.find(context.texts, start)
        found = max(filter(None, (signs, found)), key=lambda item: item[0], default=None)
    scale = Fraction(1)
    if found is None:
        code, scale = _prefixed_code(context, start)
        found = (code[0], Unit(code[1], "money")) if code else None
    large = context.lexicon.units.large_money.get(context.fold(start))
    if large is not None and numeral.scale > 1:
        found = (start + 1, Unit(large, "money"))
    if found is None or _runs_on(context, found[0]) or (closing and context.written(found[0]) != closing):
        return None
    return found[0] + bool(closing), found[1], scale


def _runs_on(context: Context, end: int) -> bool:
    """Whether what looks like a unit runs into more letters or digits."""
    last, following = context.written(end - 1), context.written(end)
    if following in _HYPHENS and following and context.touches(end) and context.written(end + 1).isdigit():
        return context.touches(end + 1)
    return context.touches(end) and last[-1:].isalnum() and following[:1].isalnum() and not last.endswith("'")


def _may_be_one(context: Context, at: int, numeral: Numeral) -> bool:
    """Whether "un" before this unit counts: "un an" does, "un jour" and "a day" do not."""
    word = context.fold(numeral.start)
    return len(word) > 1 and word != "an" and context.fold(at) not in context.lexicon.units.not_one


def _completed(context: Context, found: Amount) -> Amount:
    return _per(context, _aged(context, _and_half(context, _compound(context, _scaled(context, found)))))


def _scaled(context: Context, found: Amount) -> Amount:
    """With a magnitude after the currency: "75 USD million"."""
    scale = context.lexicon.numbers.scales.get(context.fold(found.end))
    if found.kind != "money" or scale is None or found.numeral.scale != 1:
        return found
    return replace(found, end=found.end + 1, value=found.value * scale)


def _compound(context: Context, found: Amount) -> Amount:
    """With smaller units after larger ones: "5 feet 2 inches", "15 dollars et 15 cents"."""
    if found.kind == "money":
        return _with_cents(context, found, end_of_number=False)
    for row in read_table("symbols")["compound"]:
        if row["large"] == found.unit:
            at = found.end + (context.fold(found.end) in context.lexicon.numbers.joining)
            part = context.numeral(at)
            unit = part and _unit_at(context, part.end, part)
            small = unit and (unit[1].code == row["small"])
            sign = part and context.fold(part.end) == row.get("sign")
            if part and 0 < part.value < row["ratio"] and (small or sign):
                end = unit[0] if small and unit else part.end + 1
                return replace(found, end=end, value=found.value + part.value / row["ratio"])
    return found


def _with_cents(context: Context, found: Amount, *, end_of_number: bool) -> Amount:
    joined = context.fold(found.end) in context.lexicon.numbers.joining
    part = context.numeral(found.end + joined)
    if (
        part is None
        or part.value.denominator != 1
        or not 0 < part.value < 100
        or not found.unit
        or part.ordinal
    ):
        return found
    grown = replace(found, value=found.value + part.value / 100)
    if context.fold(part.end) in context.lexicon.units.minor:
        return replace(grown, end=part.end + 1)
    closed = part.end >= len(context.tokens) or context.written(part.end) in ".,;)!?" or joined
    whole = found.value.denominator == 1 and found.numeral.scale == 1
    free = not joined or (not context.written(part.end).isalpha() or context.fold(part.end) in ("and", "et"))
    dollars = not end_of_number or joined
    return replace(grown, end=part.end) if closed and whole and free and dollars else found


def _and_half(context: Context, found: Amount) -> Amount:
    """With "et demi" after the unit: "un an et demi", "a year and a half"."""
    numbers = context.lexicon.numbers
    if context.fold(found.end) not in numbers.joining:
        return found
    at = found.end + 1
    at += context.fold(at) in numbers.ones
    if numbers.fractions.get(context.fold(at)) != 2:
        return found
    return replace(found, end=at + 1, value=found.value + Fraction(1, 2) * found.numeral.scale)


def _aged(context: Context, found: Amount) -> Amount:
    """With what makes a duration an age: "years old", "-year-old", "d'âge"."""
    if found.kind != "duration":
        return found
    at = found.end + (context.written(found.end) in _HYPHENS and bool(context.written(found.end)))
    aged = context.lexicon.units.ages.find(context.folds, at)
    return replace(found, end=aged[0]) if aged else found


def _per(context: Context, found: Amount) -> Amount:
    """With what it is for each of: "par an", "per capita"."""
    per = context.lexicon.units.per.find(context.folds, found.end)
    if per is None or found.per or (found.kind == "duration" and per[1] == found.unit):
        return found
    return replace(found, end=per[0], per=per[1])


def _with_noun(context: Context, found: Amount) -> Amount:
    at, quantities = found.end, context.lexicon.quantities
    if context.fold(at) in quantities.times:
        return replace(found, end=at + 1, counted=context.written(at))
    links = context.lexicon.numbers.linking
    if found.numeral.fraction:
        return _of_noun(context, found)
    if found.numeral.linking and links:
        linked = context.fold(at) in links
        if not linked and context.lexicon.numbers.linking_scales:
            return found
        at += linked
    elif context.written(at) in _HYPHENS and context.touches(at):
        return found
    noun = read_noun(context, at)
    return _per(context, replace(found, end=noun[0], counted=noun[1])) if noun else found


def _of_noun(context: Context, found: Amount) -> Amount:
    """What a fraction is of: "deux tiers des élèves", "half of the members"."""
    if context.fold(found.end) not in context.lexicon.numbers.linking | {"des", "du"}:
        return found
    at = found.end + 1
    at += context.fold(at) in context.language.determiners
    noun = read_noun(context, at)
    return replace(found, end=noun[0], counted=noun[1]) if noun else found


def read_noun(context: Context, at: int) -> tuple[int, str] | None:
    """The noun at `at`, perhaps after adjectives, and the position after it; None where there is none."""
    end = at
    while context.fold(end) in context.lexicon.quantities.noun_before or (
        context.tag(end) == "ADJ" and end < at + 2
    ):
        end += 1
    if not _is_noun(context, end):
        if end > at and _is_noun(context, end - 1):
            return end, context.written(end - 1)
        return None
    while (
        context.language.code == "en"
        and context.tag(end) in NOUNS
        and context.tag(end + 1) == "NOUN"
        and end < at + 3
    ):
        end += 1
    return _hyphenated(context, end)


def _hyphenated(context: Context, at: int) -> tuple[int, str]:
    end = at + 1
    while (
        context.written(end) in _HYPHENS
        and context.touches(end)
        and context.touches(end + 1)
        and context.written(end)
    ):
        end += 2
    return end, context.quote(at, end)


def _is_noun(context: Context, at: int) -> bool:
    token = context.tokens[at] if at < len(context.tokens) else None
    if token is None or token.kind != "word" or token.text.endswith("'") or len(token.text) < 2:
        return False
    quantities, tag = context.lexicon.quantities, context.tag(at)
    if (
        token.fold in quantities.noun_never
        or token.fold in context.language.small_words
        or at in context.dates
    ):
        return False
    if token.fold in quantities.months or token.fold in context.lexicon.numbers.scales:
        return False
    if token.capital and not tag:
        return token.fold.endswith("s") and not token.text.isupper()
    return not tag or tag in NOUNS or (tag == "X")
