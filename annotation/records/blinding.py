"""Double-blind work: annotators see nothing of each other's, reviewers do not know whose work they see."""

from dataclasses import dataclass
from typing import Self

from annotation.records.annotation import Json

DOUBLE_BLIND = "double-blind"
"""The setting that says who reviews while work is double-blind; null, or none, while it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blinding:
    """Work is double-blind. In a package it names no reviewers: there are none in it."""

    reviewers: tuple[str, ...] = ()
    """Ids of those who see everybody's work, under letters; everybody else sees their own."""

    @classmethod
    def from_json(cls, value: Json) -> Self | None:
        """What the setting holds; None for work that is not double-blind."""
        if not isinstance(value, dict):
            return None
        found = value.get("reviewers")
        return cls(reviewers=tuple(map(str, found)) if isinstance(found, list) else ())

    def to_json(self) -> Json:
        """What the setting is to hold."""
        return {"reviewers": list(self.reviewers)}

    def veils(self, annotator: str) -> bool:
        """Whether somebody sees only their own work."""
        return annotator not in self.reviewers
