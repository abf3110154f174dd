"""What the grammar finds, before it becomes a suggestion."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from annotation.records.annotation import Json

_DIGITS = 15
"""Significant digits of a value that has no finite decimal form, such as a third."""
_CONFIDENCE = {
    "money": 0.97, "percent": 0.97, "measure": 0.95, "duration": 0.95, "comparator": 0.95, "range": 0.94,
    "number and noun": 0.93, "movement": 0.93, "date": 0.93, "multiplier": 0.9, "year": 0.9, "share": 0.9,
    "fraction": 0.88, "vague quantity": 0.85, "ordinal": 0.8, "number": 0.75, "said before": 0.7,
    "number word": 0.65, "percent of": 0.5,
}  # fmt: skip
"""How often each rule is right, from the project's own sentences and what was seen of news."""
_UNKNOWN = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a paragraph; `start` and `end` are code points of the paragraph, half open."""

    start: int
    end: int
    kind: str
    comparator: str = "="
    value: Fraction | None = None
    low: Fraction | None = None
    """The lower end of a range; `high` is the upper one."""
    high: Fraction | None = None
    unit: str = ""
    per: str = ""
    counted: str = ""
    vague: bool = False
    date: str = ""
    """ISO 8601, as exact as the words tell without looking elsewhere: "" for "le 4 décembre"."""
    why: str = ""
    """The rule that spoke."""

    @property
    def confidence(self) -> float:
        """How often the rule that spoke is right, 0 to 1."""
        return confidence_of(self)

    def features(self) -> dict[str, Json]:
        """The features of the layer `figure`, with exact decimals as text, without those that are empty."""
        return {key: value for key, value in self._all() if value not in ("", None, False)}

    def _all(self) -> Iterator[tuple[str, Json]]:
        yield "kind", self.kind
        known = self.value is not None or self.low is not None
        yield "comparator", self.comparator if known else ""
        yield "value", write_decimal(self.value)
        yield "value_min", write_decimal(self.low)
        yield "value_max", write_decimal(self.high)
        yield "unit", self.unit
        yield "per", self.per
        yield "counted", self.counted
        yield "vague", self.vague
        yield "date", self.date


Found = tuple[int, Figure] | None
"""The position after a figure, and the figure; its `start` and `end` are filled in by whoever asked."""


def confidence_of(figure: Figure) -> float:
    """How often a figure found by its rule is right, 0 to 1."""
    return _CONFIDENCE.get(figure.why, _UNKNOWN)


def write_decimal(value: Fraction | None) -> str | None:
    """`value` as a decimal without exponent; exact where it has a finite form, else to 15 digits."""
    if value is None:
        return None
    if value.denominator == 1:
        return str(value.numerator)
    places = _finite_places(value.denominator)
    if places is None:
        places = _enough_places(value)
    shifted = round(value * 10**places)
    return _shift(shifted, places).rstrip("0").rstrip(".")


def _enough_places(value: Fraction) -> int:
    """Decimal places that give `_DIGITS` significant digits."""
    whole = abs(value.numerator) // value.denominator
    if whole:
        return max(_DIGITS - len(str(whole)), 1)
    zeros = len(str(value.denominator // abs(value.numerator))) - 1
    return _DIGITS + zeros


def _finite_places(denominator: int) -> int | None:
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def _shift(digits: int, places: int) -> str:
    sign, body = "-" * (digits < 0), str(abs(digits)).rjust(places + 1, "0")
    return f"{sign}{body[:-places]}.{body[-places:]}"
