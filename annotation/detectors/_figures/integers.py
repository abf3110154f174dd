"""Adding up number words and digits: "vingt-deux mille trois cents", "3 hundred and 21", "1,2 milliard"."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from annotation.detectors._figures.line import HYPHENS
from annotation.detectors._figures.number_words import Numbers
from annotation.detectors._tokens import Token

_THOUSAND = 1_000
"""The one magnitude that may stand without a number after another: "trois millions mille"."""


@dataclass(frozen=True, slots=True)
class Integer:
    """A number up to before token `end`; `scale` is the magnitude that it ends with, else 1."""

    end: int
    value: Fraction
    scale: Fraction
    ordinal: bool
    digits: bool


def read_integer(tokens: Sequence[Token], at: int, words: Numbers, *, joined: bool = True) -> Integer | None:
    """The longest run of number words, or of digits with magnitudes, at `at`; None where there is none.

    Unless `joined`, the run ends before an "and" or "et".
    """
    sum_ = _Sum(words)
    end = position = at
    while position < len(tokens) and sum_.take(tokens, position):
        end = position + 1
        if sum_.ordinal:
            break
        if not joined and end < len(tokens) and tokens[end].fold in words.joining:
            break
        position = end + _join(tokens, end, sum_, words)
    if end == at:
        return None
    return Integer(end, sum_.value, sum_.scale, sum_.ordinal, tokens[at].kind == "number")


class _Sum:
    """A number that grows word by word: what a magnitude has closed, and the group after it."""

    def __init__(self, words: Numbers) -> None:
        self.words = words
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.last: int | None = None
        """The magnitude taken last; the next one must be smaller."""
        self.digits = False
        self.raw = False
        """Whether the group is digits as they stand, which no word may add to."""
        self.ordinal = False
        self.before = ""

    @property
    def empty(self) -> bool:
        return self.group is None and self.last is None

    @property
    def value(self) -> Fraction:
        return self.total + (self.group or 0)

    @property
    def scale(self) -> Fraction:
        return Fraction(self.last) if self.group is None and self.last else Fraction(1)

    def take(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the token at `at` continues the number; if so it is added."""
        token = tokens[at]
        taken = (
            self._take_digits(token) if token.kind == "number" else self._take_word(token.fold, tokens, at)
        )
        if taken:
            self.before = token.fold
        return taken

    def _take_digits(self, token: Token) -> bool:
        value = token.value
        if value is None or token.vulgar:
            return False
        if self.group is not None:
            return self._add_digits(value)
        if self.last is not None and (
            not self.digits or value >= self.last or value.denominator != 1 or not value
        ):
            return False
        self.group, self.digits, self.raw = value, True, True
        return True

    def _add_digits(self, value: Fraction) -> bool:
        if self.raw or not self.digits or self.group is None or self.group % 100 or not 0 < value < 100:
            return False
        self.group, self.raw = self.group + value, True
        return True

    def _take_word(self, word: str, tokens: Sequence[Token], at: int) -> bool:
        words = self.words
        simple = words.simple.get(word, 1 if self.empty and word in words.ones else None)
        if simple is not None:
            return not self._belongs_to_denominator(tokens, at) and self._add(simple, word)
        if word in words.hundreds:
            return self._multiply()
        if word in words.scales:
            return self._close(words.scales[word])
        value = words.ordinals.get(word)
        alone = self.empty or word in words.alone
        if value is None or alone or (self.value == 1 and value >= 100):
            return False
        self.ordinal = self._add(value, word) if value < 100 else self._multiply_ordinal(value)
        return self.ordinal

    def _multiply_ordinal(self, value: int) -> bool:
        return self._multiply() if value == 100 else self._close(value)

    def _belongs_to_denominator(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a ten is bound by a hyphen to what divides: the thirty of "one hundred thirty-fifths"."""
        if self.empty or at + 2 >= len(tokens) or tokens[at + 1].text not in HYPHENS:
            return False
        return tokens[at + 2].fold.removesuffix("s") in self.words.ordinals and tokens[at + 2].fold.endswith(
            "s"
        )

    def _add(self, value: int, word: str) -> bool:
        if self.group is None:
            if value == 0 and not self.empty:
                return False
            self.group = Fraction(value)
            return True
        if self.raw:
            return False
        if self.words.fourscore and value == 20 and self.before == "quatre" and self.group % 100 == 4:
            self.group += 76
            return True
        if value and self._fits(int(self.group), value):
            self.group += value
            return True
        return False

    def _fits(self, group: int, value: int) -> bool:
        rest = group % 100
        if rest == 0:
            return group > 0
        if rest % 10:
            return False
        if rest == 10 or (rest - 10 in self.words.teens_after and value in self.words.after_ten):
            return value in self.words.after_ten
        return value < 10 or (rest in self.words.teens_after and value < 20)

    def _multiply(self) -> bool:
        if self.group is not None and not 0 < self.group < (
            1000 * self.words.after_hundreds if self.digits else 100
        ):
            return False
        self.group, self.raw = Fraction(100) * (1 if self.group is None else self.group), False
        return True

    def _close(self, scale: int) -> bool:
        if self.last is not None and scale >= self.last:
            return False
        if self.last is not None and self.group is None and scale != _THOUSAND:
            return False
        self.total += (Fraction(1) if self.group is None else self.group) * scale
        self.group, self.last, self.raw = None, scale, False
        return True


def _join(tokens: Sequence[Token], at: int, sum_: _Sum, words: Numbers) -> int:
    """How many tokens at `at` only bind the words of a number: a hyphen, "et" or "and"."""
    if at + 1 >= len(tokens):
        return 0
    token, following = tokens[at], tokens[at + 1]
    if token.text in HYPHENS:
        touching = tokens[at - 1].end == token.start and token.end == following.start
        if touching and at + 2 < len(tokens) and following.fold in words.joining:
            return 1 + _join(tokens, at + 1, sum_, words)
        return int(touching and following.kind == "word")
    if token.fold not in words.joining:
        return 0
    skip = 1 + (following.text in HYPHENS)
    if at + skip >= len(tokens):
        return 0
    joined = _joins_after_hundreds(tokens, at + skip, sum_, words) or _joins_after_tens(
        tokens[at + skip], sum_, words
    )
    return skip * joined


def _joins_after_tens(token: Token, sum_: _Sum, words: Numbers) -> bool:
    if sum_.group is None or sum_.digits:
        return False
    value = words.simple.get(token.fold, words.ordinals.get(token.fold))
    return sum_.group % 10 == 0 and 20 <= sum_.group % 100 <= 80 and value in words.et


def _joins_after_hundreds(tokens: Sequence[Token], at: int, sum_: _Sum, words: Numbers) -> bool:
    if not words.after_hundreds or (sum_.group is not None and (sum_.group % 100 or not sum_.group)):
        return False
    token = tokens[at]
    if token.kind == "number" and (not sum_.digits or not token.value):
        return False
    known = token.fold in words.simple or token.fold in words.ordinals
    if token.kind != "number" and not (known and words.simple.get(token.fold, 1)):
        return False
    following = tokens[at + 1].fold if at + 1 < len(tokens) else ""
    if (following in words.hundreds and sum_.group is not None) or _is_numerator(tokens, at, words):
        return False
    return following not in words.scales or _is_smaller(words.scales[following], sum_)


def _is_smaller(scale: int, sum_: _Sum) -> bool:
    return sum_.last is None or scale < sum_.last


def _is_numerator(tokens: Sequence[Token], at: int, words: Numbers) -> bool:
    """Whether the number at `at` is divided by the word after it: the two of "six million and two thirds"."""
    part = read_integer(tokens, at, words, joined=False)
    if part is None or part.ordinal or part.end >= len(tokens):
        return False
    word = tokens[part.end].fold
    return word in words.fractions or (word.endswith("s") and words.ordinals.get(word[:-1], 0) > 2)
