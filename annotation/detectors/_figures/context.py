"""One paragraph as the rules of figures see it: its tokens, their classes, and what is no quantity at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from annotation.detectors._figures.lexicon import Lexicon
from annotation.detectors._figures.numerals import Numeral, read_numeral
from annotation.detectors._language import Language
from annotation.detectors._tokens import Token, tokenize

NOUNS = frozenset({"NOUN", "PROPN", "SYM"})


@dataclass
class Context:
    """A paragraph being read. Positions are those of tokens."""

    text: str
    language: Language
    lexicon: Lexicon
    tags: Mapping[int, str]
    """The word class of the word at a code point, where a pipeline gave one."""
    memory: dict[int, object] = field(default_factory=dict)
    """What was read at a position before, for rules that ask again."""

    _numerals: dict[int, Numeral | None] = field(default_factory=dict)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the paragraph."""
        return tokenize(self.text, self.lexicon.code)

    @cached_property
    def folds(self) -> list[str]:
        """The tokens as they are looked up."""
        return [token.fold for token in self.tokens]

    @cached_property
    def texts(self) -> list[str]:
        """The tokens as they are written."""
        return [token.text for token in self.tokens]

    @cached_property
    def names(self) -> frozenset[int]:
        """Positions of tokens that belong to names, addresses, times and the like."""
        spans = [
            match.span() for pattern in self.lexicon.quantities.names for match in pattern.finditer(self.text)
        ]
        return frozenset(self._covered(spans))

    @cached_property
    def dates(self) -> Mapping[int, tuple[int, str]]:
        """Dates by their first token: the position after the last one, and the year or ""."""
        found: dict[int, tuple[int, str]] = {}
        for pattern in self.lexicon.quantities.dates:
            for match in pattern.finditer(self.text):
                inside = sorted(self._covered([match.span()]))
                if inside:
                    year = match.groupdict().get("year") or ""
                    end, known = found.get(inside[0], (0, ""))
                    found[inside[0]] = max((end, known), (inside[-1] + 1, year))
        return found

    def _covered(self, spans: list[tuple[int, int]]) -> Iterator[int]:
        if spans:
            for position, token in enumerate(self.tokens):
                if any(start <= token.start and token.end <= end for start, end in spans):
                    yield position

    def numeral(self, at: int) -> Numeral | None:
        """The number that begins at a position, read once."""
        if at not in self._numerals:
            self._numerals[at] = read_numeral(self.tokens, at, self.lexicon.numbers)
        return self._numerals[at]

    def may_start(self, at: int) -> bool:
        """Whether any figure may begin at a position: a cheap look before the rules are asked."""
        token = self.tokens[at]
        starters = self.lexicon.starters
        return token.kind == "number" or token.fold in starters or token.text in starters or at in self.dates

    def fold(self, at: int) -> str:
        """The token at a position as it is looked up, "" outside the paragraph."""
        return self.folds[at] if 0 <= at < len(self.folds) else ""

    def written(self, at: int) -> str:
        """The token at a position as it is written, "" outside the paragraph."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def touches(self, at: int) -> bool:
        """Whether no space stands between the token at a position and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def tag(self, at: int) -> str:
        """The word class of the token at a position, "" where it is not known."""
        return self.tags.get(self.tokens[at].start, "") if 0 <= at < len(self.tokens) else ""

    def starts_sentence(self, at: int) -> bool:
        """Whether nothing but a sentence's end stands before a position."""
        return at == 0 or self.texts[at - 1] in '.!?…:«“"(—–-'

    def quote(self, start: int, end: int) -> str:
        """The text from one position to before another."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]
