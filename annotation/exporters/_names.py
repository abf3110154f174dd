"""Names of files that every system takes."""

import re
import unicodedata

_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_SPELT = str.maketrans({"’": " ", "œ": "oe", "æ": "ae"})
_LONGEST = 60


class FileNames:
    """Gives each article, annotator and so on a name of its own, in the order in which they come."""

    def __init__(self) -> None:
        """Begin with no name taken."""
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}
        """{a name that was wanted: the last number that one after it got}"""

    def take(self, wanted: str, otherwise: str = "article") -> str:
        """A name after `wanted` that was not given before, in letters, digits and dashes."""
        base = plain_name(wanted) or otherwise
        number = self._last.get(base, 1)
        name = base if number == 1 else f"{base}-{number}"
        while name.casefold() in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._last[base] = number
        self._taken.add(name.casefold())
        return name


def plain_name(wanted: str) -> str:
    """The text in lower-case ASCII letters, digits and dashes, cut at a word; "" where nothing is left."""
    flat = unicodedata.normalize("NFKD", wanted.casefold().translate(_SPELT))
    words = re.findall(r"[a-z0-9]+", flat.encode("ascii", "ignore").decode())
    name = ""
    for word in words:
        if name and len(name) + len(word) >= _LONGEST:
            break
        name = f"{name}-{word}" if name else word[:_LONGEST]
    return f"{name}-" if _RESERVED.match(name) else name
