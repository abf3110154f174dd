"""How often each polarity occurs in some place of a matrix or on an edge of a network."""

from collections.abc import Iterable
from dataclasses import dataclass

FAVOR, AGAINST, NEUTRAL, MIXED = POLARITIES = ("favor", "against", "neutral", "mixed")
MARKS = {FAVOR: "+", AGAINST: "−", NEUTRAL: "=", MIXED: "±"}
"""The sign of each polarity, so that colour is never alone."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stances of each polarity there are."""

    favor: int = 0
    against: int = 0
    neutral: int = 0
    mixed: int = 0
    other: int = 0
    """Those without a polarity, or with one of the codebook's own."""

    @property
    def total(self) -> int:
        """How many there are altogether."""
        return self.favor + self.against + self.neutral + self.mixed + self.other

    @property
    def net(self) -> int:
        """How many more are in favor than against."""
        return self.favor - self.against

    @property
    def leading(self) -> str:
        """The polarity that prevails: mixed where favor and against are as many, neutral without any."""
        if self.favor != self.against:
            return FAVOR if self.favor > self.against else AGAINST
        if self.favor or self.mixed:
            return MIXED
        return NEUTRAL

    def of(self, polarity: str) -> int:
        """How many there are of one polarity."""
        return int(getattr(self, polarity)) if polarity in POLARITIES else self.other

    def __add__(self, more: "Counts") -> "Counts":
        return Counts(
            self.favor + more.favor,
            self.against + more.against,
            self.neutral + more.neutral,
            self.mixed + more.mixed,
            self.other + more.other,
        )


def count(polarities: Iterable[str]) -> Counts:
    """The counts of some polarities."""
    found = dict.fromkeys((*POLARITIES, "other"), 0)
    for polarity in polarities:
        found[polarity if polarity in MARKS else "other"] += 1
    return Counts(**found)
