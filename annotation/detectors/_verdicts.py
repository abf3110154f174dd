"""The claims that decisions make about words, rules and traits, and their count as a record."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotation.detectors._memory import Claim, Memory, Subject

RIGHT: Claim = ("right",)
WRONG: Claim = ("wrong",)
ADDED: Claim = ("added",)
"""Somebody marked it where nothing was suggested."""


@dataclass(frozen=True, slots=True)
class Record:
    """How decisions about something went."""

    right: int = 0
    wrong: int = 0
    added: int = 0

    @classmethod
    def of(cls, claims: Mapping[Claim, int]) -> "Record":
        """The record that these claims make."""
        return cls(claims.get(RIGHT, 0), claims.get(WRONG, 0), claims.get(ADDED, 0))

    @property
    def total(self) -> int:
        """How many decisions there were."""
        return self.right + self.wrong + self.added

    def is_refused(self, often: int) -> bool:
        """Whether it was rejected so often and never wanted."""
        return self.wrong >= often and not self.right and not self.added


def record_of(memory: Memory, subject: Subject | None) -> Record:
    """What a memory holds of the decisions about a subject."""
    return Record.of(memory.about(subject)) if subject else Record()
