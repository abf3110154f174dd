"""One paragraph as the rules of figures see it: its tokens, their classes, and what is no quantity at all."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from annotation.detectors._figures.dates import Date, read_date
from annotation.detectors._figures.lexicon import Lexicon
from annotation.detectors._figures.line import HYPHENS
from annotation.detectors._figures.numeral import Numeral
from annotation.detectors._figures.numerals import read_numeral
from annotation.detectors._language import Language
from annotation.detectors._literals import unify
from annotation.detectors._tokens import Token, tokenize

NOUNS = frozenset({"NOUN", "PROPN", "SYM"})
_COMPARED = 5
"""Words of the longest comparator."""
_GROUPED = re.compile(r"[1-9]\d{0,2}[.,](?!000)\d{3}")


@dataclass
class Context:
    """A paragraph being read. Positions are those of tokens."""

    text: str
    language: Language
    lexicon: Lexicon
    tags: Mapping[int, str]
    """The word class of the word at a code point, where a pipeline gave one."""
    foreign: bool = False
    """Whether the article writes decimals as its language does not: 12.5 in French."""
    memory: dict[int, object] = field(default_factory=dict)
    """What was read at a position before, for rules that ask again."""

    _numerals: dict[int, Numeral | None] = field(default_factory=dict)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the paragraph."""
        tokens = tokenize(self.text, self.lexicon.code)
        return tuple(map(_as_decimal, tokens)) if self.foreign else tokens

    @cached_property
    def folds(self) -> list[str]:
        """The tokens as they are looked up."""
        return [token.fold for token in self.tokens]

    @cached_property
    def words(self) -> frozenset[str]:
        """All tokens as they are looked up, whatever their order."""
        return frozenset(self.folds)

    @cached_property
    def texts(self) -> list[str]:
        """The tokens as they are written."""
        return [token.text for token in self.tokens]

    @cached_property
    def shouted(self) -> bool:
        """Whether all letters of the paragraph are capitals, which then tell nothing."""
        return self.text.isupper()

    @cached_property
    def _digits(self) -> bool:
        return any(token.kind == "number" for token in self.tokens)

    @cached_property
    def names(self) -> frozenset[int]:
        """Positions of tokens that belong to names, addresses, times and the like."""
        quantities = self.lexicon.quantities
        patterns = quantities.names + (quantities.digit_names if self._digits else ())
        matches = (match for pattern in patterns for match in pattern.finditer(self.text, self._unified))
        return frozenset(at for match in matches for at in self._covered(*match.span()))

    @cached_property
    def _unified(self) -> str:
        return unify(self.text)

    @cached_property
    def dates(self) -> Mapping[int, Date]:
        """Dates by their first token; of several that begin there, the longest."""
        found: dict[int, Date] = {}
        for pattern in self.lexicon.quantities.dates if self._digits else ():
            for match in pattern.finditer(self.text, self._unified):
                inside = self._covered(*match.span())
                date = read_date(match, inside, self.lexicon.quantities.months) if inside else None
                if date and date.end > found.get(inside[0], Date(0)).end:
                    found[inside[0]] = date
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def _covered(self, start: int, end: int) -> range:
        """Positions of the tokens that lie wholly between two code points."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return range(first, last - (last > first and self.tokens[last - 1].end > end))

    def numeral(self, at: int) -> Numeral | None:
        """The number that begins at a position, read once."""
        if at not in self._numerals:
            self._numerals[at] = read_numeral(self.tokens, at, self.lexicon.numbers)
        return self._numerals[at]

    @cached_property
    def openings(self) -> list[int]:
        """Positions where any figure may begin, in order: a cheap look before the rules are asked."""
        starters = self.lexicon.starters
        alone = (
            at
            for at, token in enumerate(self.tokens)
            if token.kind == "number" or token.fold in starters or token.text in starters
        )
        return sorted({*alone, *self.dates, *self._pairs()})

    def _pairs(self) -> Iterator[int]:
        """Positions of two words that a figure may begin with together."""
        pairs, first = self.lexicon.pairs, self.lexicon.first_of_pairs
        for at, (fold, text) in enumerate(zip(self.folds, self.texts, strict=True)):
            if (fold in first and (fold, self.fold(at + 1)) in pairs) or (
                text in first and (text, self.written(at + 1)) in pairs
            ):
                yield at

    def fold(self, at: int) -> str:
        """The token at a position as it is looked up, "" outside the paragraph."""
        return self.folds[at] if 0 <= at < len(self.folds) else ""

    def written(self, at: int) -> str:
        """The token at a position as it is written, "" outside the paragraph."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def touches(self, at: int) -> bool:
        """Whether no space stands between the token at a position and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def binds(self, at: int) -> bool:
        """Whether a hyphen at a position makes one word of the tokens around it."""
        return self.written(at) in HYPHENS and self.touches(at) and self.touches(at + 1)

    def is_compared(self, at: int) -> bool:
        """Whether words that compare end right before a position."""
        before = self.lexicon.comparators.before
        found = (before.find(self.folds, start) for start in range(max(0, at - _COMPARED), at))
        return any(item is not None and item[0] == at for item in found)

    def after_inner(self, at: int) -> int:
        """The position after a hyphen at `at` and a comparator that it binds to the number, else `at`."""
        inner = self.binds(at) and self.fold(at + 1) in self.lexicon.comparators.inner
        return at + 2 if inner else at

    def tag(self, at: int) -> str:
        """The word class of the token at a position, "" where it is not known."""
        return self.tags.get(self.tokens[at].start, "") if 0 <= at < len(self.tokens) else ""

    def starts_sentence(self, at: int) -> bool:
        """Whether nothing but a sentence's end stands before a position."""
        return at == 0 or self.texts[at - 1] in '.!?…:«“"(—–-'

    def quote(self, start: int, end: int) -> str:
        """The text from one position to before another."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def before(self, at: int, count: int) -> Iterator[str]:
        """Up to `count` tokens before a position as they are looked up, the nearest first."""
        return (self.fold(at - back) for back in range(1, count + 1))


def _as_decimal(token: Token) -> Token:
    """A number that looks grouped, read with the mark as its decimal point: 1.234 as 1,234 would be."""
    if token.kind != "number" or token.value is None or not _GROUPED.fullmatch(token.text):
        return token
    return token._replace(value=token.value / 1000)
