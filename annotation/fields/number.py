"""Exact decimal numbers, stored as text so that nothing is ever rounded."""

import re
from decimal import Decimal, InvalidOperation

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json

_LARGEST = 400
"""Digits before or after the point: more than any quantity in the news has."""
_AMBIGUOUS = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}")
"""Thousands in English, a fraction in French: 1,200."""
_PLAIN = re.compile(r"(-?)([0-9]+)(\.[0-9]+)?")


class NumberKind(FieldKind):
    """An exact decimal such as "1200000000" or "1.2", never a float, without exponent or needless zeros."""

    name = "number"
    widget = "number"
    bounded = "number"

    def check(self, value: Json, field: Field) -> Json:
        """The number in plain digits with a point; a decimal comma and spaces are understood.

        A comma that may stand between thousands or before a fraction (1,200) is refused.
        """
        written = "".join(str(value).split()).replace("\u2212", "-")
        if _AMBIGUOUS.fullmatch(written):
            plain, decimal = written.replace(",", ""), written.replace(",", ".")
            raise invalid(field, value, _("write {plain} or {decimal}", plain=plain, decimal=decimal))
        try:
            number = Decimal(written.replace(",", "."))
        except InvalidOperation:
            raise _no_number(field, value) from None
        if isinstance(value, bool) or not number.is_finite() or not _has_sensible_size(number):
            raise _no_number(field, value)
        digits = f"{number:f}"
        shortest = digits.rstrip("0").rstrip(".") if "." in digits else digits
        return shortest if number else "0"

    def bound(self, written: str, field: Field) -> str:
        """The bound as a number."""
        return str(self.check(written, field))

    def sizes(self, stored: Json, bound: str) -> tuple[Decimal, Decimal] | None:
        """The two numbers."""
        return Decimal(str(stored)), Decimal(bound)

    def show(self, value: Json, field: Field) -> str:
        """The number with thin no-break spaces between thousands; anything else as it is."""
        written = "" if value is None else str(value)
        found = _PLAIN.fullmatch(written)
        if not found:
            return written
        sign, whole, rest = found.groups()
        first = len(whole) % 3 or 3
        groups = [whole[:first], *(whole[i : i + 3] for i in range(first, len(whole), 3))]
        return sign + "\u202f".join(groups) + (rest or "")


def _has_sensible_size(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return abs(number.adjusted()) <= _LARGEST and isinstance(exponent, int) and exponent >= -_LARGEST


def _no_number(field: Field, value: Json) -> Exception:
    return invalid(field, value, _("enter a number such as 10000 or 1.2"))


plug = NumberKind()
