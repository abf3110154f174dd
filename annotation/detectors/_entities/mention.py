"""What the rules find, before it becomes a suggestion."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a paragraph: code points of the paragraph, half open, its type and who found it."""

    start: int
    end: int
    type: str
    why: str
    confidence: float | None = None
    level: str = "NAM"
    """NAM for a name, NOM for a noun that stands for somebody."""
