"""One spelling for names that differ only in what does not matter."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})
_LEADING = re.compile(
    r"^(?:(?:l|d)'|(?:les?|la|l|des?|du|d|un|une|the|an?|m|mm|mme|mmes|mlle|mr|mrs|ms|dr|me|sir|lord|lady)\.?\s+)+"
)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """The name in lower case without accents, punctuation, leading article, elision or title.

    "L’OTAN" and "otan" fold to "otan"; "Mme Dupont-Brière" to "dupont briere".
    """
    flat = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES)).casefold()
    bare = "".join(char for char in flat if not unicodedata.combining(char)).strip(" \t\n«»“”\"'")
    words = _WORD.findall(_LEADING.sub("", bare))
    return " ".join(words) or " ".join(_WORD.findall(bare))
