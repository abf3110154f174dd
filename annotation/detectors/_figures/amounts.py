"""A number with what it measures or counts: "1,2 milliard d'euros par an", "10 000 soldats", "£3bn"."""

from dataclasses import replace
from fractions import Fraction

from annotation.detectors._figures.amount import Amount
from annotation.detectors._figures.context import NOUNS, Context
from annotation.detectors._figures.line import HYPHENS
from annotation.detectors._figures.measures import read_measure, with_per
from annotation.detectors._figures.money import read_money
from annotation.detectors._figures.nouns import read_noun
from annotation.detectors._figures.numeral import Numeral
from annotation.detectors._tokens import glued

_YEARS = (1000, 2100)
"""The first and last year that four digits may be."""
_RECENT = 1900
"""From here on four digits before a noun may be a year: "the 2016 elections"."""
_OLDEST = 120
"""The highest age."""
_TEMPERATURES = ("Cel", "[degF]", "K", "deg")


def read_amount(context: Context, at: int) -> Amount | None:
    """The amount that begins at token `at`, None where there is none."""
    if at not in context.memory:
        context.memory[at] = _read_amount(context, at)
    found = context.memory[at]
    return found if isinstance(found, Amount) else None


def read_one(context: Context, at: int) -> Amount | None:
    """The article "un" or "a" at token `at` as a number, for a range that it begins: "un à deux ans"."""
    numeral = context.numeral(at)
    if numeral is None or not numeral.article:
        return None
    return Amount(at, numeral.end, numeral, numeral.value, "cardinal")


def read_one_of(context: Context, at: int) -> Amount | None:
    """One of a noun, where a comparator says that "un" counts: the rest of "au moins un mort"."""
    one, counting = read_one(context, at), context.lexicon.numbers.counting
    if at in context.names:
        return None
    strong = not counting or context.fold(at) in counting
    noun = read_noun(context, one.end) if one and strong else None
    return replace(one, end=noun[0], counted=noun[1]) if one and noun else None


def _read_amount(context: Context, at: int) -> Amount | None:
    if at >= len(context.tokens) or at in context.dates:
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
    found = read_money(context, at)
    return with_per(context, found) if found else None


def _number_first(context: Context, at: int) -> Amount | None:
    if context.tokens[at].kind == "number" and glued(context.tokens, at):
        return None
    numeral = context.numeral(at)
    if numeral is None or (not numeral.digits and _ends_compound(context, at)):
        return None
    if numeral.ordinal:
        return Amount(at, numeral.end, numeral, numeral.value, "ordinal")
    found = _in_millions(context, numeral) or read_measure(context, numeral)
    if found is not None:
        return _of_what(context, found)
    if numeral.article:
        return _one(context, numeral)
    if _is_part_of_word(context, numeral):
        return None
    kind = "fraction" if numeral.fraction else "cardinal"
    found = _with_noun(context, Amount(at, numeral.end, numeral, numeral.value, kind))
    return None if _is_weak(context, found) else found


def _ends_compound(context: Context, at: int) -> bool:
    """Whether a hyphen binds a number word to a word before it: the five of "high-five"."""
    return at > 1 and context.binds(at - 1) and context.tokens[at - 2].kind == "word"


def _of_what(context: Context, found: Amount) -> Amount:
    """A percentage with what it is of in `counted`; the mention stays as it is."""
    if found.kind != "percent" or context.fold(found.end) not in context.lexicon.numbers.of:
        return found
    at = found.end + 1
    at += context.fold(at) in context.language.determiners
    noun = read_noun(context, at)
    return replace(found, counted=noun[1]) if noun else found


def _one(context: Context, numeral: Numeral) -> Amount | None:
    """One of a noun, in a language whose word for one is no article: "one soldier"."""
    counts = context.fold(numeral.start) in context.lexicon.numbers.counting
    if not counts or context.tag(numeral.end) not in NOUNS:
        return None
    noun = read_noun(context, numeral.end)
    found = Amount(numeral.start, numeral.end, numeral, numeral.value, "cardinal")
    return replace(found, end=noun[0], counted=noun[1]) if noun else None


def _in_millions(context: Context, numeral: Numeral) -> Amount | None:
    """With a letter that means millions beside a few nouns: "2m jobs"."""
    numbers, at = context.lexicon.numbers, numeral.end
    scale = numbers.compact_money.get(context.written(at))
    known = context.fold(at + 1) in numbers.compact_nouns
    if scale is None or not known or not numeral.digits or not context.touches(at) or numeral.scale != 1:
        return None
    grown = replace(numeral, end=at + 1, value=numeral.value * scale, scale=Fraction(scale))
    return Amount(numeral.start, at + 2, grown, grown.value, "cardinal", counted=context.written(at + 1))


def _is_part_of_word(context: Context, numeral: Numeral) -> bool:
    """Whether a number runs into letters that are no unit: "777F", "deux-roues"."""
    if numeral.digits:
        return context.touches(numeral.end) and context.written(numeral.end).isalpha()
    word = context.binds(numeral.end) and context.tokens[numeral.end + 1].kind == "word"
    return word and not context.lexicon.quantities.nouns.hyphened and not numeral.fraction


def _is_weak(context: Context, found: Amount) -> bool:
    """Whether a word that is seldom a number stands where nothing says that it is one."""
    at = found.start
    if not found.bare or context.fold(at) not in context.lexicon.numbers.weak or found.end > at + 1:
        return False
    return context.fold(at - 1) not in context.language.determiners


def _with_noun(context: Context, found: Amount) -> Amount:
    times = context.lexicon.quantities.times.times
    of = found.numeral.linking and context.fold(found.end) in context.lexicon.numbers.linking
    if context.fold(found.end + of) in times:
        return _times(context, replace(found, end=found.end + of))
    if found.numeral.fraction:
        return _of_noun(context, found)
    inner = context.after_inner(found.end)
    if context.binds(found.end) and inner == found.end:
        return _with_bound_noun(context, found)
    at = inner if inner > found.end else _noun_position(context, found.numeral)
    noun = read_noun(context, at, found.value) if at is not None and not _is_year(context, found) else None
    if noun is None:
        return _aged(context, found)
    return with_per(context, replace(found, end=noun[0], counted=noun[1]))


def _with_bound_noun(context: Context, found: Amount) -> Amount:
    """With a noun that a hyphen binds to the number: "six-nation"."""
    at = found.end + 1
    nouns, word = context.lexicon.quantities.nouns, context.fold(at)
    if not nouns.hyphened or not context.written(at).isalpha() or word in nouns.never:
        return found
    return replace(found, end=at + 1, counted=context.written(at))


def _noun_position(context: Context, numeral: Numeral) -> int | None:
    """Where the noun of a number may stand, None where it has none."""
    at, numbers = numeral.end, context.lexicon.numbers
    if numeral.linking and numbers.linking:
        linked = context.fold(at) in numbers.linking
        return at + 1 if linked else None if numbers.linking_scales else at
    if context.written(at) in HYPHENS and context.touches(at):
        return None
    return at


def _is_year(context: Context, found: Amount) -> bool:
    """Whether the number is a year and the word after it begins something else: "en 2016 elections"."""
    quantities, before = context.lexicon.quantities, context.fold(found.start - 1)
    if not is_year_like(context, found):
        return False
    compared = context.is_compared(found.start)
    attribute = quantities.nouns.compound and found.value >= _RECENT and not compared
    return before in quantities.surely_years or (attribute and before not in quantities.not_years)


def is_year_like(context: Context, found: Amount) -> bool:
    """Whether a number is four digits as a year is written."""
    written = context.written(found.numeral.start)
    four = found.numeral.digits and len(written) == len("2024") and written.isdecimal()
    return four and _YEARS[0] <= found.value <= _YEARS[1]


def _aged(context: Context, found: Amount) -> Amount:
    """An age that only its place tells: "aged 45", "Smith, 45, said"."""
    if not found.plain or found.value.denominator != 1 or not 0 < found.value <= _OLDEST:
        return found
    units, at = context.lexicon.units, found.start
    said = context.fold(at - 1) in units.ages_before
    listed = (
        context.fold(at - 1) in context.lexicon.numbers.joining and context.fold(at - 3) in units.ages_before
    )
    apart = units.ages_apart and context.written(at - 1) == "," and context.written(found.end) == ","
    named = apart and at > 1 and context.tokens[at - 2].kind == "word" and context.numeral(at - 2) is None
    return replace(found, kind="duration", unit="a") if said or listed or named else found


def _times(context: Context, found: Amount) -> Amount:
    """So many times: how often, or how many times as much: "trois fois par semaine", "trois fois plus"."""
    times, at = context.lexicon.quantities.times, found.end
    word = context.fold(at + 1)
    if word in times.open:
        return replace(found, end=at + 1, kind="multiplier")
    if word in times.more or word in times.less:
        less = word in times.less and found.value
        return replace(found, end=at + 2, kind="multiplier", value=1 / found.value if less else found.value)
    return with_per(context, replace(found, end=at + 1, counted=context.written(at)))


def _of_noun(context: Context, found: Amount) -> Amount:
    """What a fraction is of: "deux tiers des élèves", "half of the members"."""
    if context.fold(found.end) not in context.lexicon.numbers.of:
        return found
    at = found.end + 1
    at += context.fold(at) in context.language.determiners
    noun = read_noun(context, at)
    owner = noun is not None and context.written(noun[0]) == "'" and context.touches(noun[0])
    return replace(found, end=noun[0], counted=noun[1]) if noun and not owner else found
