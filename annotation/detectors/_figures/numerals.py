"""Reading one number, in digits, words or both, with its fraction, magnitude and ordinal ending."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from annotation.detectors._figures.integers import read_integer
from annotation.detectors._figures.lexicon import Numbers
from annotation.detectors._tokens import Token

_HYPHENS = "-\u2010\u2011"
_ENDS = '.,;:!?)»”"…'


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from token `start` to before token `end`."""

    start: int
    end: int
    value: Fraction
    digits: bool = False
    scale: Fraction = Fraction(1)
    """The magnitude that it ends with: a million in "1,2 million"."""
    linking: bool = False
    """Whether "de" leads to what it counts."""
    ordinal: bool = False
    fraction: bool = False
    about: bool = False
    """Whether it is about so many, such as "une dizaine"."""
    article: bool = False
    """Whether it is only "un" or "a"."""


def read_numeral(tokens: Sequence[Token], at: int, words: Numbers) -> Numeral | None:
    """The longest number that begins at token `at`, None where there is none."""
    if at >= len(tokens) or (tokens[at].kind != "number" and tokens[at].fold not in words.starts):
        return None
    minus = _minus(tokens, at, words)
    found = _Reader(tokens, words).read(at + minus)
    if found is None or (minus and (found.ordinal or (found.article and found.value != 1))):
        return None
    return replace(found, start=at, value=-found.value, article=False) if minus else found


def _minus(tokens: Sequence[Token], at: int, words: Numbers) -> int:
    token = tokens[at]
    if at + 1 >= len(tokens) or token.fold not in words.minus | {"-"}:
        return 0
    if token.fold != "-":
        return 1
    free = at == 0 or tokens[at - 1].end < token.start or tokens[at - 1].text in "(<>=:"
    following = tokens[at + 1]
    return int(free and following.kind == "number" and following.start == token.end)


class _Reader:
    """Reads numbers at positions of one sequence of tokens."""

    def __init__(self, tokens: Sequence[Token], words: Numbers) -> None:
        self.tokens = tokens
        self.words = words

    def read(self, at: int) -> Numeral | None:
        """The number at `at` with everything that belongs to it."""
        return (
            self._slash(at)
            or self._halved(at)
            or self._portion(at)
            or self._number(at)
            or self._ordinal_word(at)
        )

    def _fold(self, at: int) -> str:
        return self.tokens[at].fold if 0 <= at < len(self.tokens) else ""

    def _text(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _touches(self, at: int) -> bool:
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def _skip_hyphen(self, at: int) -> int:
        return at + (self._text(at) in _HYPHENS and bool(self._text(at)) and self._touches(at))

    # numbers

    def _number(self, at: int) -> Numeral | None:
        found = self._vulgar(at) or self._integer(at)
        if found is None or found.ordinal:
            return found
        if (ordinal := self._suffixed(found)) is not None:
            return ordinal
        found = self._point(self._mixed(self._compact(found)))
        return self._collected(self._and_fraction(self._divided(found)))

    def _integer(self, at: int) -> Numeral | None:
        found = read_integer(self.tokens, at, self.words)
        if found is None:
            return None
        linking = self._fold(found.end - 1) in self.words.linking_scales
        article = found.end == at + 1 and self._fold(at) in self.words.ones
        return Numeral(
            at, found.end, found.value, found.digits, found.scale, linking, found.ordinal, article=article
        )

    def _vulgar(self, at: int) -> Numeral | None:
        token = self.tokens[at]
        if not token.vulgar or token.value is None:
            return None
        return Numeral(at, at + 1, token.value, digits=True, fraction=True)

    def _suffixed(self, found: Numeral) -> Numeral | None:
        """The ordinal of digits with an ending: 2e, 11th, 1ère."""
        at = found.end
        if not (
            found.digits
            and found.end == found.start + 1
            and self._touches(at)
            and found.value.denominator == 1
        ):
            return None
        if self._fold(at) not in self.words.suffixes or self.tokens[at].capital:
            return None
        return Numeral(found.start, at + 1, found.value, digits=True, ordinal=True)

    def _compact(self, found: Numeral) -> Numeral:
        """With a letter for a magnitude: 10k, 3M."""
        text, at = self._text(found.end), found.end
        if (
            not found.digits
            or text not in self.words.compact
            or (self._touches(at + 1) and self._text(at + 1).isalnum())
        ):
            return found
        if not self._touches(at) and text.lower() != "k":
            return found
        scale = Fraction(self.words.compact[text])
        return replace(found, end=at + 1, value=found.value * scale, scale=scale)

    def _mixed(self, found: Numeral) -> Numeral:
        """With a fraction in digits: 2 1/4, 10½."""
        if not found.digits or found.value.denominator != 1:
            return found
        following = self._vulgar(found.end) if found.end < len(self.tokens) else None
        part = following or self._slash(found.end)
        if part is None or part.value >= 1:
            return found
        return replace(found, end=part.end, value=found.value + part.value, fraction=True)

    def _slash(self, at: int) -> Numeral | None:
        """A fraction in digits: 3/4."""
        if at + 2 >= len(self.tokens) or self._text(at + 1) != "/":
            return None
        above, below = self.tokens[at], self.tokens[at + 2]
        if (
            above.value is None
            or below.value is None
            or self._text(at + 3) == "/"
            or (self._text(at - 1) == "/" and at)
        ):
            return None
        whole = above.value.denominator == below.value.denominator == 1
        if not whole or not 0 < above.value < below.value <= 1000:
            return None
        return Numeral(at, at + 3, above.value / below.value, digits=True, fraction=True)

    def _point(self, found: Numeral) -> Numeral:
        """With decimals in words: deux cent virgule trois, two hundred point zero three."""
        if found.digits or found.article or self._fold(found.end) not in self.words.points:
            return found
        digits, at = "", found.end + 1
        while (value := self.words.simple.get(self._fold(at))) == 0:
            digits, at = digits + "0", at + 1
        rest = (
            read_integer(self.tokens, at, self.words) if at < len(self.tokens) and value is not None else None
        )
        if rest is not None and rest.value.denominator == 1 and not rest.ordinal:
            digits, at = digits + str(rest.value), rest.end
        if not digits:
            return found
        return replace(found, end=at, value=found.value + Fraction(f"0.{digits}"))

    # fractions

    def _divided(self, found: Numeral) -> Numeral:
        """With what divides it: deux tiers, three fifths, un vingt-cinquième."""
        part = self._denominator(found.end, found)
        if part is None or found.value.denominator != 1:
            return found
        end, below = part
        return Numeral(found.start, end, found.value / below, found.digits, fraction=True)

    def _denominator(self, at: int, above: Numeral) -> tuple[int, Fraction] | None:
        word = self._fold(at)
        if above.digits and above.scale != 1:
            return None
        plural = word.removesuffix("s")
        if word in self.words.fractions and not self._is_unit_like(at):
            return at + 1, Fraction(self.words.fractions[word])
        if word.endswith("s") and self.words.ordinals.get(plural, 0) > 2:
            return at + 1, Fraction(self.words.ordinals[plural])
        if above.value != 1:
            return self._composed(at, plural=True)
        single = self.words.ordinals.get(word, 0)
        found = (at + 1, Fraction(single)) if single > 2 else self._composed(at, plural=False)
        return found if found and self._ends_portion(found[0]) else None

    def _composed(self, at: int, *, plural: bool) -> tuple[int, Fraction] | None:
        """A denominator of several words: vingt-cinquième, thirty-fifths."""
        begun = read_integer(self.tokens, at, self.words) if self._text(at) else None
        if begun is None or begun.digits:
            return None
        if begun.ordinal and not plural:
            return begun.end, begun.value
        after = self._skip_hyphen(begun.end)
        value = self.words.ordinals.get(self._fold(after).removesuffix("s"), 0)
        if plural and after > begun.end and self._fold(after).endswith("s") and value:
            return after + 1, begun.value + value
        return None

    def _ends_portion(self, at: int) -> bool:
        return at >= len(self.tokens) or self._text(at) in _ENDS or self._links(at)

    def _links(self, at: int) -> bool:
        return self._fold(at) in self.words.linking | {"des", "du"}

    def _is_unit_like(self, at: int) -> bool:
        """Whether a "quart" or "demi" is followed by a hyphen, and so is a word's part: quart-temps."""
        return self._text(at + 1) in _HYPHENS and bool(self._text(at + 1)) and self._touches(at + 1)

    def _and_fraction(self, found: Numeral) -> Numeral:
        """With "et demi", "and a half", "et deux tiers"; of a magnitude when it ends with one."""
        if found.fraction or self._fold(found.end) not in self.words.joining:
            return found
        part = self._small_fraction(found.end + 1)
        if part is None:
            return found
        end, value = part
        grown = replace(found, end=end, value=found.value + value * found.scale, fraction=found.scale == 1)
        return self._magnified(replace(grown, article=False))

    def _small_fraction(self, at: int) -> tuple[int, Fraction] | None:
        word = self._fold(at)
        if word in self.words.fractions and self.words.fractions[word] == 2:
            return at + 1, Fraction(1, 2)
        above = self._integer(at)
        if above is None or above.ordinal:
            return None
        found = self._divided(above)
        return (found.end, found.value) if found.fraction and found.value < 1 else None

    def _magnified(self, found: Numeral) -> Numeral:
        scale = self.words.scales.get(self._fold(found.end))
        if scale is None or found.scale != 1:
            return found
        linking = self._fold(found.end) in self.words.linking_scales
        return replace(found, end=found.end + 1, value=found.value * scale, scale=Fraction(scale),
                       linking=linking, fraction=False)  # fmt: skip

    def _halved(self, at: int) -> Numeral | None:
        """A half or a quarter of what follows: half a million, une demi-douzaine, demi-litre."""
        start = at + (self._fold(at) in self.words.ones)
        below = self.words.fractions.get(self._fold(start))
        if below is None:
            return None
        after = self._skip_hyphen(start + 1)
        after += self._fold(after) in self.words.ones
        found = Numeral(at, start + 1, Fraction(1, below), fraction=True)
        grown = self._magnified(replace(found, end=after))
        if grown.end > after:
            return grown
        return self._by_collective(replace(found, end=after), after)

    def _portion(self, at: int) -> Numeral | None:
        """A fraction that stands alone: la moitié, le tiers, half."""
        for start in (at, at + 1):
            word = self._fold(start)
            before = "" if start == at else self._fold(at)
            if before in self.words.portions.get(word, ()):
                whole = word in ("moitie", "half") or (
                    self._ends_portion(start + 1) if before else self._links(start + 1)
                )
                bound = self._is_unit_like(start) or self._fold(at - 1) in self.words.ordinals
                value = Fraction(1, self.words.fractions[word])
                return Numeral(at, start + 1, value, fraction=True) if whole and not bound else None
        half = self.words.fractions.get(self._fold(at)) == 2 and self._fold(at).startswith("demi")
        return Numeral(at, self._skip_hyphen(at + 1), Fraction(1, 2), fraction=True) if half else None

    # collectives and ordinals

    def _collected(self, found: Numeral) -> Numeral:
        return self._by_collective(found, found.end) or found

    def _by_collective(self, found: Numeral, at: int) -> Numeral | None:
        """With "dizaine", "dozen" and what they multiply: une dizaine de milliers."""
        word = self._fold(at)
        if word not in self.words.collectives or found.ordinal:
            return None
        value = found.value * self.words.collectives[word]
        about = word not in self.words.exact
        grown = Numeral(found.start, at + 1, value, found.digits, linking=True, about=about)
        return self._chained(grown)

    def _chained(self, found: Numeral) -> Numeral:
        if not self._links(found.end):
            return found
        word = self._fold(found.end + 1)
        scale = self.words.scales.get(word) or self.words.collectives.get(word)
        if scale is None or not word.endswith("s"):
            return found
        return self._chained(replace(found, end=found.end + 2, value=found.value * scale, about=True))

    def _ordinal_word(self, at: int) -> Numeral | None:
        value = self.words.ordinals.get(self._fold(at))
        return Numeral(at, at + 1, Fraction(value), ordinal=True) if value and value < 10**13 else None
