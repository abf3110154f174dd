"""The tokens of a paragraph as numbers are looked for in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotation.detectors._figures.number_words import Numbers
from annotation.detectors._tokens import Token

HYPHENS = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens with the number words of their language; asking outside the line gives "" or False."""

    tokens: Sequence[Token]
    words: Numbers

    def fold(self, at: int) -> str:
        """The token at a position as it is looked up."""
        return self.tokens[at].fold if 0 <= at < len(self.tokens) else ""

    def text(self, at: int) -> str:
        """The token at a position as it is written."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def touches(self, at: int) -> bool:
        """Whether no space stands between the token at a position and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def skip_hyphen(self, at: int) -> int:
        """The position after a hyphen at `at` that touches the token before it, else `at`."""
        return at + (self.text(at) in HYPHENS and self.touches(at))

    def binds(self, at: int) -> bool:
        """Whether a hyphen at `at` makes one word of the tokens around it."""
        return self.text(at) in HYPHENS and self.touches(at) and self.touches(at + 1)

    def links(self, at: int) -> bool:
        """Whether "of", "de" or the like stands at a position."""
        return self.fold(at) in self.words.of
