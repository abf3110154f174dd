"""What makes a number larger: a magnitude after it, a letter for one, a dozen, a power."""

from dataclasses import replace
from fractions import Fraction

from annotation.detectors._figures.line import Line
from annotation.detectors._figures.numeral import Numeral

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TEN = 10
_TIMES = frozenset("×x·*")
_LARGEST = 100
"""The largest exponent that is computed."""
_CHAIN = 4
"""Collectives that may multiply one another: "une centaine de milliers de millions"."""


def with_letter(line: Line, found: Numeral) -> Numeral:
    """With a letter for a magnitude: 10k, 3M."""
    text, at = line.text(found.end), found.end
    runs_on = line.touches(at + 1) and line.text(at + 1).isalnum()
    if not found.digits or text not in line.words.compact or runs_on:
        return found
    if not line.touches(at) and text.lower() != "k":
        return found
    scale = Fraction(line.words.compact[text])
    return replace(found, end=at + 1, value=found.value * scale, scale=scale)


def with_scale(line: Line, found: Numeral) -> Numeral:
    """With a magnitude in a word after it: half a million."""
    scale = line.words.scales.get(line.fold(found.end))
    if scale is None or found.scale != 1:
        return found
    linking = line.fold(found.end) in line.words.linking_scales
    return replace(found, end=found.end + 1, value=found.value * scale, scale=Fraction(scale),
                   linking=linking, fraction=False)  # fmt: skip


def with_collective(line: Line, found: Numeral, at: int) -> Numeral | None:
    """With "dizaine" or "dozen" at `at` and what it multiplies; None where no such word stands there."""
    word = line.fold(at)
    if word not in line.words.collectives or found.ordinal:
        return None
    value = found.value * line.words.collectives[word]
    grown = replace(found, end=at + 1, value=value, scale=Fraction(1), linking=True, fraction=False,
                    about=word not in line.words.exact, article=False)  # fmt: skip
    for _step in range(_CHAIN):
        grown = _chained(line, grown)
    return grown


def _chained(line: Line, found: Numeral) -> Numeral:
    word = line.fold(found.end + 1)
    scale = line.words.scales.get(word) or line.words.collectives.get(word)
    if scale is None or not word.endswith("s") or not line.links(found.end):
        return found
    return replace(found, end=found.end + 2, value=found.value * scale, about=True)


def with_power(line: Line, found: Numeral) -> Numeral:
    """With an exponent, or times a power of ten: 10^6, 10⁹, 2,5 × 10⁹."""
    if not found.digits or found.ordinal:
        return found
    powered = _power(line, found.start, found.end)
    if powered is not None:
        return replace(found, end=powered[0], value=powered[1], scale=Fraction(1))
    at = found.end + 1
    factor = _power(line, at, at + 1) if line.text(found.end).lower() in _TIMES else None
    if factor is None or line.text(at) != "10":
        return found
    return replace(found, end=factor[0], value=found.value * factor[1])


def _power(line: Line, at: int, end: int) -> tuple[int, Fraction] | None:
    """The position after the exponent of the number at `at`, and the power."""
    base = line.tokens[at].value if at < len(line.tokens) else None
    exponent = _exponent(line, end, base)
    if base is None or exponent is None or end != at + 1:
        return None
    end, raised = exponent
    small = abs(raised) <= _LARGEST and len(line.text(at)) * abs(raised) <= 3 * _LARGEST
    return (end, Fraction(base) ** raised) if small and base else None


def _exponent(line: Line, at: int, base: Fraction | None) -> tuple[int, int] | None:
    if not line.touches(at):
        return None
    if base == _TEN and (small := _superscript(line, at)) is not None:
        return small
    minus = line.text(at + 1) == "-"
    value = line.tokens[at + 1 + minus].value if at + 1 + minus < len(line.tokens) else None
    if line.text(at) != "^" or value is None or value.denominator != 1:
        return None
    return at + 2 + minus, int(-value if minus else value)


def _superscript(line: Line, at: int) -> tuple[int, int] | None:
    """The position after small raised digits at `at`, and what they say."""
    minus = line.text(at) == "⁻"
    written = line.text(at + minus)
    digits = written.translate(_SUPERSCRIPTS)
    if digits == written or not digits.isdecimal() or len(digits) > len(str(_LARGEST)):
        return None
    return at + minus + 1, int(digits) * (-1 if minus else 1)
