"""Quantities without a number, and figures said before: "quelques semaines", "des milliers", "la somme"."""

from collections.abc import Mapping
from fractions import Fraction

from annotation.detectors._figures.context import Context
from annotation.detectors._figures.figure import Figure, Found
from annotation.detectors._figures.nouns import read_noun

_SEVERAL = Fraction(2)


def read_plural(context: Context, at: int) -> Found:
    """An open number of tens or thousands: "des milliers de manifestants", "dozens of people"."""
    quantities, numbers = context.lexicon.quantities, context.lexicon.numbers
    start = at + 1 if context.fold(at) in quantities.plurals else at
    if (start == at and "" not in quantities.plurals) or not is_open(context, start):
        return None
    end = start + 1
    while context.fold(end) in numbers.linking and is_open(context, end + 1):
        end += 2
    if context.fold(end) in numbers.linking:
        return _of(context, end + 1, end)
    return (end, _vague()) if start > at or end > start + 1 else None


def is_open(context: Context, at: int) -> bool:
    """Whether the word at a position is a plural of tens, hundreds, thousands or the like."""
    word, numbers = context.fold(at), context.lexicon.numbers
    known = (
        word in numbers.collectives or word in numbers.hundreds or word.removesuffix("s") in numbers.scales
    )
    return word.endswith("s") and known


def read_vague(context: Context, at: int) -> Found:
    """A few or several of something: "quelques semaines", "plusieurs pays"."""
    found = context.lexicon.quantities.vague.find(context.folds, at)
    if found is None or context.numeral(found[0]) is not None or is_open(context, found[0]):
        return None
    return _of(context, found[0], None)


def _of(context: Context, at: int, without: int | None) -> Found:
    """What is counted vaguely at `at`; where nothing is, the figure ends at `without`."""
    alone = None if without is None else (without, _vague())
    left_out = context.lexicon.quantities.left_out
    if alone is None and context.fold(at) in left_out:
        return None
    unit = context.lexicon.units.words.find(context.folds, at)
    if unit is not None:
        per = context.lexicon.units.per.find(context.folds, unit[0])
        return (per or unit)[0], _vague(unit[1].kind, unit[1].code, per=per[1] if per else "")
    noun = read_noun(context, at, _SEVERAL)
    if noun is not None and (alone or noun[1].casefold() not in left_out):
        return noun[0], _vague(counted=noun[1])
    return alone


def _vague(kind: str = "cardinal", unit: str = "", *, per: str = "", counted: str = "") -> Figure:
    return Figure(
        start=0, end=0, kind=kind, unit=unit, per=per, counted=counted, vague=True, why="vague quantity"
    )


def read_anaphora(context: Context, at: int, kinds: Mapping[str, str]) -> Found:
    """A figure said before: "la somme", "ce chiffre". `kinds` gives the units of the kinds met so far."""
    words = context.lexicon.quantities.anaphors
    if context.fold(at) not in words.determiners or not kinds:
        return None
    noun, definite = context.fold(at + 1), context.fold(at) in context.language.articles
    if (definite and noun not in words.definite) or context.fold(at + 2) in words.unless_before:
        return None
    kind = "money" if noun in words.money and "money" in kinds else ""
    if not kind and noun in words.any:
        kind = list(kinds)[-1]
    if not kind:
        return None
    return at + 2, Figure(start=0, end=0, kind=kind, why="said before", unit=kinds[kind], vague=True)
