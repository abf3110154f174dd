"""Reading one number, in digits, words or both, with its fraction, magnitude and ordinal ending."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from annotation.detectors._figures.integers import read_integer
from annotation.detectors._figures.line import Line
from annotation.detectors._figures.magnitudes import with_collective, with_letter, with_power
from annotation.detectors._figures.number_words import Numbers
from annotation.detectors._figures.numeral import Numeral
from annotation.detectors._figures.portions import (
    read_half,
    read_portion,
    read_sign,
    read_slash,
    with_denominator,
    with_digits,
    with_fraction,
    with_scale_of,
)
from annotation.detectors._tokens import Token

_LONGEST = 10**13
"""An ordinal word beyond this is none."""


def read_numeral(tokens: Sequence[Token], at: int, words: Numbers) -> Numeral | None:
    """The longest number that begins at token `at`, None where there is none."""
    if at >= len(tokens) or (tokens[at].kind != "number" and tokens[at].fold not in words.starts):
        return None
    line = Line(tokens, words)
    if line.fold(at) in words.leads and line.fold(at + 1) not in words.portions:
        return None
    minus = _minus(line, at)
    start = at + minus
    found = (
        read_slash(line, start)
        or read_half(line, start)
        or read_portion(line, start)
        or _number(line, start)
        or _ordinal_word(line, start)
    )
    found = with_scale_of(line, found) if found else None
    if found is None or (minus and (found.ordinal or (found.article and found.value != 1))):
        return None
    return replace(found, start=at, value=-found.value, article=False) if minus else found


def _minus(line: Line, at: int) -> int:
    """1 where a minus stands at `at`, else 0."""
    word = line.fold(at)
    if at + 1 >= len(line.tokens) or word not in line.words.minus | {"-"}:
        return 0
    if word != "-":
        return 1
    free = not line.touches(at) or line.text(at - 1) in "(<>=:["
    return int(free and line.tokens[at + 1].kind == "number" and line.touches(at + 1))


def _number(line: Line, at: int) -> Numeral | None:
    found = read_sign(line, at) or _integer(line, at)
    if found is None or found.ordinal:
        return found
    if (ordinal := _suffixed(line, found)) is not None:
        return ordinal
    found = _with_decimals(line, with_digits(line, with_letter(line, with_power(line, found))))
    found = with_fraction(line, with_denominator(line, found))
    return with_collective(line, found, found.end) or found


def _integer(line: Line, at: int) -> Numeral | None:
    found = read_integer(line.tokens, at, line.words)
    if found is None:
        return None
    linking = line.fold(found.end - 1) in line.words.linking_scales
    article = found.end == at + 1 and line.fold(at) in line.words.ones
    return Numeral(
        at, found.end, found.value, found.digits, found.scale, linking, found.ordinal, article=article
    )


def _suffixed(line: Line, found: Numeral) -> Numeral | None:
    """The ordinal of digits with an ending: 2e, 11th, 1ère."""
    at = found.end
    one = found.digits and at == found.start + 1 and found.value.denominator == 1
    allowed = line.words.suffixes if line.touches(at) else line.words.spaced_suffixes
    if not one or line.fold(at) not in allowed or line.tokens[at].capital:
        return None
    return Numeral(found.start, at + 1, found.value, digits=True, ordinal=True)


def _with_decimals(line: Line, found: Numeral) -> Numeral:
    """With decimals in words: deux cent virgule trois, two hundred point zero three."""
    if found.digits or found.article or line.fold(found.end) not in line.words.points:
        return found
    digits, at = "", found.end + 1
    while (value := line.words.simple.get(line.fold(at))) == 0:
        digits, at = digits + "0", at + 1
    rest = read_integer(line.tokens, at, line.words) if value is not None else None
    if rest is not None and rest.value.denominator == 1 and not rest.ordinal:
        digits, at = digits + str(rest.value), rest.end
    if not digits:
        return found
    return replace(found, end=at, value=found.value + Fraction(f"0.{digits}"))


def _ordinal_word(line: Line, at: int) -> Numeral | None:
    value = line.words.ordinals.get(line.fold(at))
    return Numeral(at, at + 1, Fraction(value), ordinal=True) if value and value < _LONGEST else None
