"""What the rules find, before it becomes a suggestion."""

from dataclasses import dataclass

Chars = tuple[int, int]
"""Code points of a paragraph, half open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution within a paragraph; each role is a tuple of stretches in text order."""

    content: tuple[Chars, ...]
    source: tuple[Chars, ...] = ()
    cue: tuple[Chars, ...] = ()
    cue_type: str = "verb"
    kind: str = "assertion"
    speech: str = "indirect"
    why: str = ""
    confidence: float | None = None
    open: bool = False
    """Whether its quotation is not closed in the paragraph."""

    @property
    def length(self) -> int:
        """Code points of the content."""
        return sum(end - start for start, end in self.content)


def shared(some: tuple[Chars, ...], others: tuple[Chars, ...]) -> int:
    """How many code points two sets of stretches have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)
