"""A day, month or year."""

import re
from datetime import date
from decimal import Decimal

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json

_PARTIAL = re.compile(r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?")


class DateKind(FieldKind):
    """An ISO 8601 date as exact as it is known: 2026, 2026-03 or 2026-03-01."""

    name = "date"
    widget = "date"
    bounded = "date"

    def check(self, value: Json, field: Field) -> Json:
        """The date as text."""
        written = str(value).strip()
        try:
            return written if _PARTIAL.fullmatch(written) else date.fromisoformat(written).isoformat()
        except ValueError:
            raise invalid(field, value, _("enter a date such as 2026-03-01, 2026-03 or 2026")) from None

    def bound(self, written: str, field: Field) -> str:
        """The bound as a date."""
        return str(self.check(written, field))

    def sizes(self, stored: Json, bound: str) -> tuple[Decimal, Decimal] | None:
        """The digits of the two dates, as far as both are known: 2026 is not before 2026-03."""
        length = min(len(str(stored)), len(bound))
        one, other = (part[:length].replace("-", "") for part in (str(stored), bound))
        return Decimal(one), Decimal(other)


plug = DateKind()
