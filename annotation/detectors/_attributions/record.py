"""What the rules find, before it becomes a suggestion."""

from dataclasses import dataclass, replace
from typing import Self

Chars = tuple[int, int]
"""Code points of a paragraph, half open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution within a paragraph; each role is a tuple of stretches in text order."""

    content: tuple[Chars, ...]
    source: tuple[Chars, ...] = ()
    cue: tuple[Chars, ...] = ()
    addressee: tuple[Chars, ...] = ()
    stands_for: tuple[Chars, ...] = ()
    """The words that a relative pronoun as source stands for."""
    cue_type: str = "verb"
    kind: str = "assertion"
    speech: str = "indirect"
    negated: bool = False
    factuality: str | None = None
    """How sure the content is made to look, where the words say so."""
    denies: bool = False
    """Whether the cue says that the content is false."""
    rule: str = ""
    """The name of the rule that found it, which its confidence hangs on."""
    why: str = ""
    confidence: float | None = None
    open: bool = False
    """Whether its quotation is not closed in the paragraph."""
    carried_on: bool = False
    """Whether it has no source of its own and goes on with the speaker before."""

    @property
    def length(self) -> int:
        """Code points of the content."""
        return sum(end - start for start, end in self.content)

    def moved(self, by: int) -> Self:
        """The same attribution `by` code points further on."""

        def move(spans: tuple[Chars, ...]) -> tuple[Chars, ...]:
            return tuple((start + by, end + by) for start, end in spans)

        return replace(
            self, content=move(self.content), source=move(self.source), cue=move(self.cue),
            addressee=move(self.addressee), stands_for=move(self.stands_for),
        )  # fmt: skip


def shared(some: tuple[Chars, ...], others: tuple[Chars, ...]) -> int:
    """How many code points two sets of stretches have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)
