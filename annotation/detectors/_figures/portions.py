"""Fractions, in digits and in words: 3/4, deux tiers, la moitié, half a million, un million et demi."""

from dataclasses import replace
from fractions import Fraction

from annotation.detectors._figures.integers import read_integer
from annotation.detectors._figures.line import Line
from annotation.detectors._figures.magnitudes import with_collective, with_scale
from annotation.detectors._figures.numeral import Numeral

_ENDS = '.,;:!?)»”"…'
_LARGEST = 1000
"""The largest denominator in digits; beyond it a slash is no fraction."""


def read_sign(line: Line, at: int) -> Numeral | None:
    """A fraction that is one sign: ½."""
    token = line.tokens[at] if at < len(line.tokens) else None
    if token is None or not token.vulgar or token.value is None:
        return None
    return Numeral(at, at + 1, token.value, digits=True, fraction=True)


def read_slash(line: Line, at: int) -> Numeral | None:
    """A fraction in digits: 3/4."""
    if line.text(at + 1) != "/" or line.text(at + 3) == "/" or line.text(at - 1) == "/":
        return None
    above = line.tokens[at].value
    below = line.tokens[at + 2].value if at + 2 < len(line.tokens) else None
    if above is None or below is None or not above.denominator == below.denominator == 1:
        return None
    if not 0 < above < below <= _LARGEST:
        return None
    return Numeral(at, at + 3, above / below, digits=True, fraction=True)


def with_digits(line: Line, found: Numeral) -> Numeral:
    """With a fraction in digits: 2 1/4, 10½."""
    if not found.digits or found.value.denominator != 1:
        return found
    part = read_sign(line, found.end) or (read_slash(line, found.end) if line.text(found.end) else None)
    if part is None or part.value >= 1:
        return found
    return replace(found, end=part.end, value=found.value + part.value, fraction=True)


def read_half(line: Line, at: int) -> Numeral | None:
    """A half or a quarter of what follows: half a million, une demi-douzaine."""
    words = line.words
    start = at + (line.fold(at) in words.ones)
    below = words.fractions.get(line.fold(start))
    if below is None:
        return None
    after = line.skip_hyphen(start + 1)
    after += line.fold(after) in words.ones
    found = Numeral(at, after, Fraction(1, below), fraction=True)
    grown = with_scale(line, found)
    return grown if grown.end > after else with_collective(line, found, after)


def read_portion(line: Line, at: int) -> Numeral | None:
    """A fraction that stands alone: la moitié, le tiers, half; or that halves a unit: une demi-heure."""
    words = line.words
    for start in (at, at + 1):
        word, before = line.fold(start), line.fold(at) if start > at else ""
        if before in words.portions.get(word, ()):
            value = Fraction(1, words.fractions[word])
            return Numeral(at, start + 1, value, fraction=True) if _stands(line, start, before) else None
    start = at + (line.fold(at) in words.ones)
    if line.fold(start) not in words.halves or not line.text(start + 1):
        return None
    return Numeral(at, line.skip_hyphen(start + 1), Fraction(1, 2), fraction=True)


def _stands(line: Line, at: int, before: str) -> bool:
    """Whether the fraction word at `at`, after the article `before`, is a figure of its own."""
    if line.binds(at + 1) or line.fold(at - 1) in line.words.ordinals:
        return False
    if line.fold(at) in line.words.whole_portions:
        alone = line.fold(at) in line.words.bare_portions
        return alone or bool(before) or line.links(at - 1) or _ends(line, at + 1)
    return _ends(line, at + 1) if before else line.links(at + 1)


def _ends(line: Line, at: int) -> bool:
    ended = at >= len(line.tokens) or line.text(at) in _ENDS
    return ended or line.links(at) or line.fold(at) in line.words.portion_ends


def with_scale_of(line: Line, found: Numeral) -> Numeral:
    """With a magnitude that it is of: a quarter of a million, un quart de million."""
    if not found.fraction or not line.links(found.end):
        return found
    after = found.end + 1
    after += line.fold(after) in line.words.ones
    grown = with_scale(line, replace(found, end=after))
    return grown if grown.end > after else found


def with_denominator(line: Line, found: Numeral) -> Numeral:
    """With what divides it: deux tiers, three fifths, un vingt-cinquième."""
    bound = line.skip_hyphen(found.end)
    part = _denominator(line, bound, found, bound=bound > found.end)
    if part is None or found.value.denominator != 1:
        return found
    end, below = part
    return Numeral(found.start, end, found.value / below, found.digits, fraction=True)


def _denominator(line: Line, at: int, above: Numeral, *, bound: bool) -> tuple[int, Fraction] | None:
    words, word = line.words, line.fold(at)
    if above.digits and above.scale != 1:
        return None
    if word in words.fractions and not line.binds(at + 1):
        return at + 1, Fraction(words.fractions[word])
    plural = words.ordinals.get(word.removesuffix("s"), 0)
    if word.endswith("s") and plural > 2:
        return at + 1, Fraction(plural)
    if above.value != 1:
        return _composed(line, at, plural=True)
    single = words.ordinals.get(word, 0)
    found = (at + 1, Fraction(single)) if single > 2 else _composed(line, at, plural=False)
    return found if found and (bound or _ends(line, found[0])) else None


def _composed(line: Line, at: int, *, plural: bool) -> tuple[int, Fraction] | None:
    """A denominator of several words: vingt-cinquième, thirty-fifths."""
    begun = read_integer(line.tokens, at, line.words) if line.text(at) else None
    if begun is None or begun.digits:
        return None
    if begun.ordinal and not plural:
        return begun.end, begun.value
    after = line.skip_hyphen(begun.end)
    value = line.words.ordinals.get(line.fold(after).removesuffix("s"), 0)
    if plural and after > begun.end and line.fold(after).endswith("s") and value:
        return after + 1, begun.value + value
    return None


def with_fraction(line: Line, found: Numeral) -> Numeral:
    """With "et demi", "and a half", "et deux tiers"; of a magnitude when it ends with one."""
    joining = line.skip_hyphen(found.end)
    if found.fraction or line.fold(joining) not in line.words.joining:
        return found
    part = _small(line, found, line.skip_hyphen(joining + 1))
    if part is None:
        return found
    end, value = part
    scale = line.words.scales.get(line.fold(end), 0)
    if 1 < scale < found.scale:  # "one billion and three quarters million"
        linking = line.fold(end) in line.words.linking_scales
        return replace(found, end=end + 1, value=found.value + value * scale, linking=linking, article=False)
    grown = replace(found, end=end, value=found.value + value * found.scale, fraction=found.scale == 1)
    return with_scale(line, replace(grown, article=False))


def _small(line: Line, found: Numeral, at: int) -> tuple[int, Fraction] | None:
    below = line.words.fractions.get(line.fold(at), 0)
    if below == 2 or (below and found.scale > 1 and not line.binds(at + 1)):
        return at + 1, Fraction(1, below)
    above = read_integer(line.tokens, at, line.words) if line.text(at) else None
    if above is None or above.ordinal:
        return None
    part = with_denominator(line, Numeral(at, above.end, above.value, above.digits, above.scale))
    return (part.end, part.value) if part.fraction and part.value < 1 else None
