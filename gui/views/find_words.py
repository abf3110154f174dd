"""Finding words in a text whatever their accents, case, apostrophes and blanks; or what a pattern matches."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from annotation.i18n import _

Place = tuple[int, int]
"""The first code point found and the one after the last."""

_MARKS = "[\u0300-\u036f\u00ad]*"
"""What may follow a letter without being one: accents written by themselves, soft hyphens."""
_ALIKE = {
    "'": "['\u2019\u02bc]", "\u2019": "['\u2019\u02bc]", "-": "[-\u2010\u2011]", "\u2011": "[-\u2010\u2011]",
    '"': '["\u201c\u201d]',
}  # fmt: skip
_LIGATURES = {"oe": f"(?:o{_MARKS}e|œ)", "ae": f"(?:a{_MARKS}e|æ)", "ss": f"(?:s{_MARKS}s|ß)"}


@dataclass(frozen=True, slots=True)
class Found:
    """Where something was found, in order; or why it cannot be looked for."""

    places: tuple[Place, ...] = ()
    trouble: str = ""


class FoldedText:
    """A text that can be searched with its accents, and without them, folded once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: str | None = None

    def find(self, words: str, *, pattern: bool = False, accents: bool = False) -> Found:
        """Where words stand, in any case; `accents` tells é from e; a `pattern` is a regular expression."""
        if not words.strip():
            return Found()
        if pattern:
            return self._match(words)
        text = self.text if accents else self.folded
        return Found(_places(re.finditer(expression(words, accents=accents), text, re.IGNORECASE)))

    @property
    def folded(self) -> str:
        """The text without accents, every character in its place."""
        if self._folded is None:
            self._folded = self.text.translate({ord(char): bare(char) for char in set(self.text)})
        return self._folded

    def _match(self, pattern: str) -> Found:
        try:
            return Found(_places(re.finditer(pattern, self.text, re.IGNORECASE | re.MULTILINE)))
        except (re.error, OverflowError, RecursionError) as error:
            return Found(trouble=_("no such pattern: {reason}", reason=error))


def places_of(words: str, text: str) -> list[Place]:
    """Where words stand in a text, whatever their case, apostrophes and blanks; [] for no words."""
    return list(FoldedText(text).find(words, accents=True).places)


def expression(words: str, *, accents: bool) -> str:
    """The regular expression for words as they are typed."""
    return r"\s+".join(_expression(part, accents=accents) for part in words.split())


def bare(char: str) -> str:
    """A character without its accents; itself where nothing, or more than one character, is left."""
    left = "".join(one for one in unicodedata.normalize("NFD", char) if not unicodedata.combining(one))
    return left if len(left) == 1 else char


def _expression(word: str, *, accents: bool) -> str:
    if accents:
        return "".join(_ALIKE.get(char, re.escape(char)) for char in word)
    plain = "".join(map(bare, unicodedata.normalize("NFC", word))).casefold()
    for ligature, letters in (("œ", "oe"), ("æ", "ae")):
        plain = plain.replace(ligature, letters)
    parts = re.findall("|".join((*_LIGATURES, ".")), plain, re.DOTALL)
    signs = (_LIGATURES.get(part) or _ALIKE.get(part, re.escape(part)) for part in parts)
    return "".join(sign + _MARKS for sign in signs)


def _places(found: Iterable[re.Match[str]]) -> tuple[Place, ...]:
    return tuple(one.span() for one in found if one.end() > one.start())
