"""A number with what it measures or counts, as one record."""

from dataclasses import dataclass
from fractions import Fraction

from annotation.detectors._figures.numeral import Numeral


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from token `start` to before token `end`, with its unit or noun where it has one."""

    start: int
    end: int
    numeral: Numeral
    value: Fraction
    kind: str
    unit: str = ""
    per: str = ""
    counted: str = ""
    signed: bool = False
    """Whether a currency stands before the number: $5."""

    @property
    def bare(self) -> bool:
        """Whether it has neither a unit nor a noun."""
        return self.kind in ("cardinal", "fraction", "ordinal") and not self.counted

    @property
    def plain(self) -> bool:
        """Whether it is nothing but digits."""
        return self.kind == "cardinal" and self.bare and self.numeral.plain
