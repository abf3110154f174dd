"""What the rules find, before it becomes a suggestion."""

from dataclasses import dataclass, replace
from typing import Self

from annotation.records import Entity


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a paragraph that names or means somebody: code points of the paragraph, half open."""

    start: int
    end: int
    type: str
    evidence: tuple[str, ...]
    """Codes of what speaks for it, the first that spoke first; `evidence.toml` puts them into words."""
    level: str = "NAM"
    """NAM for a name, NOM for a noun that stands for somebody."""
    entity: Entity | None = None
    """Whom or what it names, where that is known."""
    acts_as: str = ""
    """The type that it acts as, where a place stands for those who govern it."""
    key: str = ""
    """The key of a known place or organisation, "" where there is none or more than one."""

    def because(self, *codes: str) -> Self:
        """The same with more evidence."""
        return replace(
            self, evidence=(*self.evidence, *(code for code in codes if code not in self.evidence))
        )

    def of_type(self, kind: str, *codes: str) -> Self:
        """The same with another type and the evidence for it."""
        return replace(self.because(*codes), type=kind)

    def overlaps(self, other: "Mention") -> bool:
        """Whether they share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Mention") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end
