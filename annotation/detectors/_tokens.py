"""Cutting prepared text into words, numbers and signs."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from annotation.detectors._language import fold, load_language, read_table

Kind = Literal["word", "number", "sign"]
_REMEMBERED = 256
"""Paragraphs whose tokens are kept, as every detector asks for them."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]000")
"""What nobody writes as a decimal."""
_LONGEST = 60
"""Signs of the longest number that is read."""
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip


class Token(NamedTuple):  # an article has thousands, and a tuple is made three times as fast as a record
    """A word, a number written in digits, or a sign; `start` and `end` are code points of the paragraph."""

    start: int
    end: int
    text: str
    fold: str
    kind: Kind
    value: Fraction | None = None
    """What the digits say."""
    vulgar: bool = False
    """Whether it is a fraction sign such as ½."""
    capital: bool = False
    """Whether it begins with a capital."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes digits."""

    decimal: str
    groups: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def load_style(code: str) -> Style:
    """The way the language `code` writes numbers and cuts words."""
    numbers = read_table(f"{code}/numbers")
    decimal, groups = numbers["decimal"], tuple(numbers["groups"])
    elisions = "|".join(sorted(map(re.escape, load_language(code).elisions), key=len, reverse=True))
    elided = rf"(?i:\b(?:{elisions}))'|" if elisions else ""
    word = r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f][^\W\d_]*)*"
    return Style(
        decimal,
        groups,
        # words are most of a text: they are tried first, and what a number begins with begins none
        re.compile(
            rf"(?P<word>{elided}(?![{''.join(_VULGAR)}]){word})|(?P<number>{_digits(decimal, groups)})"
            r"|(?P<sign>\S)"
        ),
    )


def _digits(decimal: str, groups: tuple[str, ...]) -> str:
    point, other = re.escape(decimal), re.escape("." if decimal == "," else ",")
    tails = rf"(?:{point}\d+)?(?![\d])"
    grouped = [_grouped(re.escape(mark)) + tails for mark in groups]
    indian = [rf"\d{{1,2}}(?:{other}\d{{2}}){{1,6}}{other}\d{{3}}{tails}"] if decimal == "." else []
    foreign = rf"\d{{1,3}}(?:{point}\d{{3}}){{1,6}}{other}\d+(?!\d)"
    listed = r"(?<![\d,])\d+,\d{1,2}(?![\d]|,\d)" if decimal == "." else r"\d+\.\d+(?![\d]|\.\d)"
    plain = [rf"\d+{point}\d+(?![\d])", listed, r"\d+", rf"(?<![\w,.]){point}\d+"]
    vulgar = "|".join(_VULGAR)
    return "|".join([rf"(?<![\d])(?:{part})" for part in [*indian, foreign, *grouped]] + plain + [vulgar])


def _grouped(mark: str) -> str:
    """Digits in groups of three; more groups than any quantity has are numbers side by side."""
    return rf"\d{{1,3}}(?:{mark}\d{{3}}){{1,6}}(?!\d|{mark}\d{{3}}(?!\d))"


@lru_cache(maxsize=_REMEMBERED)
def tokenize(text: str, code: str) -> tuple[Token, ...]:
    """The tokens of prepared text in the language `code`, in order."""
    style = load_style(code)
    return tuple(_token(match, style) for match in style.pattern.finditer(text))


def _token(match: re.Match[str], style: Style) -> Token:
    text, (start, end) = match.group(), match.span()
    kind = cast(Kind, match.lastgroup)
    if kind != "number":
        return Token(start, end, text, fold(text), kind, None, False, text[0].isupper())
    if text in _VULGAR:
        return Token(start, end, text, text, kind, Fraction(*_VULGAR[text]), vulgar=True)
    return Token(start, end, text, text, kind, read_digits(text, style))


def read_digits(text: str, style: Style) -> Fraction | None:
    """The value of digits with the separators of a language; where they do not fit, what they must mean.

    None for more digits than any quantity has.
    """
    if len(text) > _LONGEST:
        return None
    if text.isascii() and text.isdecimal():
        return Fraction(int(text))
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    other = "." if style.decimal == "," else ","
    if other in text and style.decimal in text:
        last = max(text.rindex(other), text.rindex(style.decimal))
        whole, part = text[:last], text[last + 1 :]
    elif text.count(style.decimal) > 1 or _THOUSANDS.fullmatch(text):
        whole, part = text, ""
    elif style.decimal in text:
        whole, _, part = text.partition(style.decimal)
    elif other in text and not _is_grouped(text, other):
        whole, _, part = text.partition(other)
    else:
        whole, part = text, ""
    return Fraction(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{part or '0'}")


def _is_grouped(text: str, mark: str) -> bool:
    first, *rest = text.split(mark)
    return first != "0" and bool(rest) and all(len(part) == 3 for part in rest[-1:])


def phrase(words: str, code: str) -> tuple[str, ...]:
    """`words` as the sequence of folded tokens that a text would give."""
    return tuple(token.fold for token in tokenize(words, code))


def symbol(sign: str, code: str) -> tuple[str, ...]:
    """`sign` as the sequence of tokens that a text would give, capitals kept."""
    return tuple(token.text for token in tokenize(sign, code))


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at `at` touches a letter or digit before it."""
    if at == 0 or tokens[at - 1].end != tokens[at].start:
        return False
    return tokens[at - 1].kind != "sign" and not tokens[at - 1].text.endswith("'")
