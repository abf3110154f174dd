"""Where the same words stand again in a text."""

import re
import unicodedata

from annotation.records import Span

_SAME = {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"}


def find_occurrences(words: str, text: str) -> list[Span]:
    """The places of a text where the words stand as whole words, in the order of the text; [] for no words.

    Blanks, apostrophes, hyphens and accents may differ. Capitals may not, but for words in capitals
    throughout and for one that begins with a capital where the words themselves begin with none.
    """
    parts = words.split()
    if not parts:
        return []
    wanted = r"\s+".join(re.escape(part.translate(_FLAT)) for part in parts)
    found = re.finditer(rf"(?<![\w-]){wanted}(?!-?\w)", text.translate(_FLAT))
    name = " ".join(parts).translate(_FLAT_CASED)
    places = [Span(*one.span()) for one in found]
    return [place for place in places if _fits(name, text[place.start : place.end])]


def flat_text(text: str) -> str:
    """The text in small letters without accents, typographic apostrophes and hyphens, each as long as it was.

    Every code point has one of its own, so that places in the one are places in the other.
    """
    return text.translate(_FLAT)


def _fits(name: str, seen: str) -> bool:
    """Whether words that differ in accents and case at most have the capitals that the name may have."""
    flat = " ".join(seen.translate(_FLAT_CASED).split())
    begins = flat[:1].lower() + flat[1:]
    return flat == name or (flat.isupper() and len(flat) > 1) or (name[:1].islower() and begins == name)


class _Flat(dict[int, str]):
    """A table for `str.translate` that gives every character one of its own: without accent, and `small`."""

    def __init__(self, *, small: bool) -> None:
        super().__init__()
        self._small = small

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFKD", _SAME.get(char, char))[:1]
        flat = base.lower() if self._small else base
        self[code] = flat if len(flat) == 1 else char
        return self[code]


_FLAT, _FLAT_CASED = _Flat(small=True), _Flat(small=False)
