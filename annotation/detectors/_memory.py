"""What researchers' decisions say about words, rules and pairs: counts, and nothing that is not a count.

A decision becomes a lesson: a handful of marks, each a subject and a claim about it. A memory is how often
each mark was made, so that taking a lesson back is the exact inverse of learning it, in any order.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Subject = tuple[str, ...]
"""What something is said about: its kind, then what tells it from others of the kind."""
Claim = tuple[str, ...]
"""What is said about it."""
Lesson = tuple[tuple[Subject, Claim], ...]
"""The marks that one decision makes."""

TEXT = "text"
"""The kind of subjects that are words as they are written; those stand last in the subject."""

_WORD = re.compile(r"\w+")
_NONE: Mapping[Claim, int] = MappingProxyType({})


@dataclass(slots=True)
class Memory:
    """How often each claim was made about each subject. Two that were taught the same are equal."""

    counts: dict[Subject, dict[Claim, int]] = field(default_factory=dict)
    texts: dict[str, dict[Subject, None]] = field(default_factory=dict)
    """{first word: subjects of the kind "text" that begin with it}, to find them where they stand"""

    def __bool__(self) -> bool:
        """Whether anything was learned."""
        return bool(self.counts)

    def learn(self, lesson: Lesson, times: int = 1) -> None:
        """Take in what a decision says, or several that say the same."""
        for subject, claim in lesson:
            self._add(subject, claim, times)

    def unlearn(self, lesson: Lesson) -> None:
        """Forget a lesson that was learned before."""
        for subject, claim in lesson:
            self._add(subject, claim, -1)

    def _add(self, subject: Subject, claim: Claim, number: int) -> None:
        claims = self.counts.setdefault(subject, {})
        claims[claim] = claims.get(claim, 0) + number
        if not claims[claim]:
            del claims[claim]
        if subject[0] == TEXT:
            self._note_text(subject, here=bool(claims))
        if not claims:
            del self.counts[subject]

    def _note_text(self, subject: Subject, *, here: bool) -> None:
        first = first_word(subject[-1])
        known = self.texts.setdefault(first, {})
        known.update({subject: None}) if here else known.pop(subject, None)
        if not known:
            del self.texts[first]

    def about(self, subject: Subject) -> Mapping[Claim, int]:
        """{claim: how often it was made} about a subject."""
        return self.counts.get(subject, _NONE)

    def of(self, kind: str) -> Iterator[Subject]:
        """The subjects of a kind about which something was said."""
        if kind == TEXT:
            return (subject for subjects in self.texts.values() for subject in subjects)
        return (subject for subject in self.counts if subject[0] == kind)


def first_word(words: str) -> str:
    """The first word of a text in lower case, by which texts are looked up; "" where it has none."""
    found = _WORD.search(words)
    return found[0].lower() if found else ""


def remember(lessons: Iterable[Lesson]) -> Memory:
    """A memory of some lessons."""
    memory = Memory()
    for lesson in lessons:
        memory.learn(lesson)
    return memory
