"""Words of a text, as a hand would pick them: elisions apart, compound names and grouped numbers whole."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import category

Token = tuple[int, int]
"""A word, or a sign that a selection can stop at: its code points, half open."""

ELISIONS = frozenset(["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"])
"""What stands before an apostrophe without being part of the word after it."""
WHOLE = frozenset(["aujourd'hui", "prud'homme", "prud'hommes", "n'djamena", "entr'ouvert", "entr'ouverte"])
"""Words that keep their apostrophe although they look like an elision."""
_ENCLITIC = re.compile(r"-(?:t-)?(?=(?:il|elle|on|ils|elles|je|tu|ce)$)", re.IGNORECASE)

# Each character is read as its class: L letter, N digit, h hyphen, a apostrophe, p point, c comma, s blank
# of a number, E emoji, j what joins emoji, Q quotation mark or bracket or symbol, _ all else.
_JOINERS = {
    **dict.fromkeys("-\u2010\u2011·&", "h"),
    **dict.fromkeys("'\u2019\u02bc", "a"),
    **dict.fromkeys(".", "p"),
    **dict.fromkeys(",:", "c"),
    **dict.fromkeys(" \u00a0\u202f\u2009", "s"),
    **dict.fromkeys('"%‰°', "Q"),
    **dict.fromkeys("\u00ad\u200c", "L"),
    **dict.fromkeys("\u200d\ufe0e\ufe0f\u20e3\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", "j"),
}
_CATEGORIES = {"Nd": "N", "Ps": "Q", "Pe": "Q", "Pi": "Q", "Pf": "Q", "Sc": "Q", "Sm": "Q", "So": "E"}
_TOKEN = re.compile(
    r"(?<![LN])Lp(?:h?Lp)+(?:L(?![LN]))?"  # O.N.U., J.-P.
    r"|(?<![LN])N{1,3}(?:sN{3})+(?![LN])(?:[pc]N+)?"  # 10 000,5
    r"|[LN][LNj]*(?:[ha](?!Lph?Lp)[LN][LNj]*|(?<=N)[pc]N+)*(?:a(?=Lph?Lp))?"
    r"|E[Ej]*|Q"
)


class Words:
    """The words of `text`, looked up paragraph by paragraph and remembered.

    `starts` and `ends` are the code points where its paragraphs start and end.
    """

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends
        self._found: dict[int, list[Token]] = {}

    def at(self, offset: int) -> Token | None:
        """The word that `offset` stands in or at the edge of, the one after it first; None between words."""
        tokens = self._tokens(self._paragraph(offset))
        place = bisect_right(tokens, (offset, len(self.text) + 1)) - 1
        if place >= 0 and tokens[place][0] <= offset <= tokens[place][1]:
            return tokens[place]
        return None

    def snap(self, start: int, end: int) -> Token | None:
        """The whole words that the range touches, without blanks around them; None when all is blank."""
        start, end = min(start, end), max(start, end)
        if start == end:
            return None
        start, end = self._trim(self._start_of(start), self._end_of(end))
        return (start, end) if start < end else None

    def next(self, offset: int) -> Token | None:
        """The first word that ends after `offset`; None at the end of the text."""
        for paragraph in range(self._paragraph(offset), len(self._starts)):
            tokens = self._tokens(paragraph)
            place = bisect_right(tokens, offset, key=lambda token: token[1])
            if place < len(tokens):
                return tokens[place]
        return None

    def previous(self, offset: int) -> Token | None:
        """The last word that starts before `offset`; None at the start of the text."""
        for paragraph in range(self._paragraph(offset), -1, -1):
            tokens = self._tokens(paragraph)
            place = bisect_left(tokens, offset, key=lambda token: token[0]) - 1
            if place >= 0:
                return tokens[place]
        return None

    def _start_of(self, offset: int) -> int:
        word = self._around(offset)
        return word[0] if word else offset

    def _end_of(self, offset: int) -> int:
        word = self._around(offset)
        return word[1] if word else offset

    def _around(self, offset: int) -> Token | None:
        """The word that `offset` stands inside of, edges left out."""
        tokens = self._tokens(self._paragraph(offset))
        place = bisect_left(tokens, offset, key=lambda token: token[0]) - 1
        return tokens[place] if place >= 0 and offset < tokens[place][1] else None

    def _trim(self, start: int, end: int) -> Token:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _tokens(self, paragraph: int) -> list[Token]:
        found = self._found.get(paragraph)
        if found is None:
            start, end = self._starts[paragraph], self._ends[paragraph]
            found = [(start + a, start + b) for a, b in tokens_of(self.text[start:end])]
            self._found[paragraph] = found
        return found


def tokens_of(text: str) -> Iterator[Token]:
    """The words and single signs of one paragraph, in order."""
    for found in _TOKEN.finditer("".join(map(_class_of, text))):
        start, end = found.span()
        yield from _parts(text, start, end)


def _parts(text: str, start: int, end: int) -> Iterator[Token]:
    """The words within one run of joined letters: « l’Est-il » is l’, Est and il."""
    word = text[start:end].replace("\u2019", "'").replace("\u02bc", "'")
    while (at := word.find("'")) > 0 and not _keeps(word):
        if word[:at].casefold() not in ELISIONS:
            break
        yield start, start + at + 1
        start, word = start + at + 1, word[at + 1 :]
    if not word:
        return
    cuts = _ENCLITIC.search(word) or _possessive(word)
    if cuts is None:
        yield start, end
        return
    yield start, start + cuts.start()
    yield start + cuts.end(), end


def _keeps(word: str) -> bool:
    return word.casefold() in WHOLE


def _possessive(word: str) -> re.Match[str] | None:
    return re.search(r"(?<=\w)(?='s$)", word)


@lru_cache(maxsize=8192)
def _class_of(character: str) -> str:
    """The class of one character, for the patterns above."""
    if joiner := _JOINERS.get(character):
        return joiner
    kind = category(character)
    if kind[0] in "LM" or kind in ("Nl", "No", "Pc"):
        return "L"
    return _CATEGORIES.get(kind, "_")
