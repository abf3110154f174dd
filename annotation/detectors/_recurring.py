"""Where words that researchers marked by hand stand again in an article."""

import re
from collections.abc import Callable, Iterator

from annotation.detectors._memory import Memory, Subject
from annotation.detectors._verdicts import ADDED
from annotation.records import Span

_WORD = re.compile(r"\w+")
_ALIKE = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2011": "-", "\xa0": " ", "\u202f": " "})
"""Characters that are typed one way or the other; one for one, so that offsets stay."""
_PLAIN_TIMES = 2
"""How often words without a capital must have been marked: of a name, once is enough."""


def find_again(
    text: str, memory: Memory, kind: str = "words", turn: Callable[[], object] = lambda: None
) -> Iterator[tuple[Span, Subject]]:
    """Each place where words that were marked by hand stand as whole words, the longest ones at each place.

    Words with a capital are found as they are written; others in whatever case. Places do not overlap for one
    layer. `turn` is called between words, and may raise.
    """
    if not memory.texts:
        return
    plain = text.translate(_ALIKE)
    ends: dict[str, int] = {}
    for word in _WORD.finditer(plain):
        turn()
        known = memory.texts.get(word[0].lower(), ())
        for subject in sorted(known, key=lambda found: (-len(found[-1]), found)):
            start = word.start() - _lead(subject[-1])
            end = start + len(subject[-1])
            fits = (
                subject[1] == kind and start >= ends.get(subject[2], 0) and stands_at(plain, start, subject)
            )
            if fits and is_taught(memory, subject):
                ends[subject[2]] = end
                yield Span(start, end), subject


def is_taught(memory: Memory, subject: Subject) -> bool:
    """Whether words were marked often enough to be looked for: a name once, others twice, digits never."""
    words = subject[-1]
    if not any(char.isalpha() for char in words) or len(words) < 2:
        return False
    return has_capital(words) or memory.about(subject).get(ADDED, 0) >= _PLAIN_TIMES


def has_capital(words: str) -> bool:
    """Whether any letter is a capital."""
    return any(char.isupper() for char in words)


def _lead(words: str) -> int:
    """The number of code points before the first word."""
    found = _WORD.search(words)
    return found.start() if found else 0


def stands_at(plain: str, start: int, subject: Subject) -> bool:
    """Whether a subject's words stand at a place, with no letter or digit running on at either end."""
    words = subject[-1].translate(_ALIKE)
    end = start + len(words)
    there = plain[max(0, start) : end]
    if start < 0 or (there != words if has_capital(words) else there.lower() != words.lower()):
        return False
    return not (_runs_on(plain, start - 1, start) or _runs_on(plain, end - 1, end))


def _runs_on(text: str, left: int, right: int) -> bool:
    return left >= 0 and right < len(text) and text[left].isalnum() and text[right].isalnum()
