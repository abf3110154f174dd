"""One number of a text and what is known about how it was written."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from token `start` to before token `end`."""

    start: int
    end: int
    value: Fraction
    digits: bool = False
    scale: Fraction = Fraction(1)
    """The magnitude that it ends with: a million in "1,2 million"."""
    linking: bool = False
    """Whether "de" leads to what it counts."""
    ordinal: bool = False
    fraction: bool = False
    about: bool = False
    """Whether it is about so many, such as "une dizaine"."""
    article: bool = False
    """Whether it is only "un" or "a"."""

    @property
    def plain(self) -> bool:
        """Whether it is nothing but digits."""
        return self.digits and self.end == self.start + 1
