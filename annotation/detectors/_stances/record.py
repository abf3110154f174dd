"""What the rules find, before it becomes a suggestion."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotation.records import Entity

Chars = tuple[int, int]
"""Code points of the article, half open."""
Polarity = Literal["favor", "against", "neutral", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody or something that a stance has as its holder or target."""

    words: str
    """The words that name it."""
    at: Chars
    """Where they stand."""
    key: str = ""
    """The key of a suggestion that stands for it, "" for what none does."""
    person: bool = False
    """Whether it can hold a stance: a person, an institution, a country, a group."""
    type: str = ""
    """The entity type of a person or group that no suggestion stands for."""
    plural: bool = False
    gender: str = ""
    """ "masculine" or "feminine" where an article shows it."""
    sure: float = 1.0
    """How sure it is that the words name it: less for a pronoun."""
    named: Mapping[str, Entity] = field(default_factory=dict)
    """What the suggestion says about whom it names."""

    @property
    def same(self) -> tuple[str, str]:
        """What two mentions of the same party share."""
        return self.key, "" if self.key else self.words.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One stance in an article."""

    holder: Party
    target: Party
    polarity: Polarity
    evidence: Chars
    intensity: int
    type: str
    why: str
    confidence: float
