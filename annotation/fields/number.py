"""Exact decimal numbers, stored as text so that nothing is ever rounded."""

from decimal import Decimal, InvalidOperation

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json


class NumberKind(FieldKind):
    """An exact decimal such as "1200000000" or "1.2", never a float, without exponent or needless zeros."""

    name = "number"
    widget = "number"

    def check(self, value: Json, field: Field) -> Json:
        """The number in plain digits with a point; a decimal comma and spaces between digits are understood."""
        written = "".join(str(value).split()).replace(",", ".").replace("\u2212", "-")
        try:
            number = Decimal(written)
        except InvalidOperation:
            raise invalid(field, value, _("enter a number such as 10000 or 1.2")) from None
        if isinstance(value, bool) or not number.is_finite() or abs(number.adjusted()) > 400:
            raise invalid(field, value, _("enter a number such as 10000 or 1.2"))
        plain = f"{number:f}"
        return (plain.rstrip("0").rstrip(".") if "." in plain else plain) or "0"

    def show(self, value: Json, field: Field) -> str:
        """The number with thin no-break spaces between thousands."""
        whole, point, rest = str(value or "").partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        groups = f"{int(digits):,}".replace(",", "\u202f") if digits.isdigit() else digits
        return sign + groups + point + rest


plug = NumberKind()
