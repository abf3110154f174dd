"""A paragraph as the rules of entities read it: its tokens, where each begins, and what the parser says."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotation.detectors._base import Paragraph
from annotation.detectors._language import Language
from annotation.detectors._tokens import Token, tokenize

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Node

_ENDS = frozenset('.!?…:«“"—–•*|')
_FEW = 8
"""Letters that are too few to say how capitals are used."""
_SHOUTING = 0.7
"""The share of capitals among letters from which on capitals say nothing about names."""


@dataclass(slots=True)
class Line:
    """One paragraph with its tokens."""

    text: str
    tokens: tuple[Token, ...]
    language: Language
    doc: "Doc | None" = None
    folds: list[str] = field(init=False)
    shouting: bool = field(init=False)
    """Whether nearly everything is in capitals."""
    _starts: list[int] = field(init=False)
    _ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare what is looked up often."""
        self.folds = [token.fold for token in self.tokens]
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]
        self.shouting = _is_shouting(self.text)

    def first(self, start: int) -> int:
        """The position of the first token that ends after the code point `start`."""
        return bisect_right(self._ends, start)

    def after(self, end: int) -> int:
        """The position after the last token that begins before the code point `end`."""
        return bisect_left(self._starts, end)

    def written(self, at: int) -> str:
        """The text of a token, "" outside the paragraph."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def fold(self, at: int) -> str:
        """A token as it is looked up, "" outside the paragraph."""
        return self.folds[at] if 0 <= at < len(self.folds) else ""

    def named(self, at: int) -> bool:
        """Whether a token is a word that begins with a capital and is no elided small word."""
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        return token.kind == "word" and token.capital and not token.text.endswith("'")

    def touches(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def opens(self, at: int) -> bool:
        """Whether a sentence, a quotation or an item of a list begins with a token."""
        return at <= 0 or (self.tokens[at - 1].text in _ENDS and not self._abbreviates(at - 1))

    def _abbreviates(self, at: int) -> bool:
        """Whether a full stop belongs to an abbreviation or an initial."""
        if self.written(at) != "." or at == 0:
            return False
        before = self.tokens[at - 1]
        return (
            before.kind == "word"
            and self.touches(at)
            and (before.fold in self.language.abbreviations or (len(before.text) == 1 and before.capital))
        )

    def words(self, start: int, end: int) -> str:
        """The code points from the token at `start` up to before the one at `end`."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def node(self, at: int) -> "Node | None":
        """The parser's token that holds the first letter of a token, None without a parse."""
        if self.doc is None or not 0 <= at < len(self.tokens):
            return None
        start = self.tokens[at].start
        span = self.doc.char_span(start, start + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None

    def tag(self, at: int) -> str:
        """The part of speech of a token, "" without a parse."""
        node = self.node(at)
        return node.pos_ if node is not None else ""


def _is_shouting(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    if capitals < _SHOUTING * _FEW:
        return False
    letters = sum(map(str.isalpha, text))
    return letters > _FEW and capitals >= _SHOUTING * letters


def draw_line(paragraph: Paragraph, language: Language) -> Line:
    """A paragraph with its tokens."""
    return Line(paragraph.text, tokenize(paragraph.text, language.code), language, paragraph.doc)
