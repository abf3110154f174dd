"""Yes or no."""

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json


class BooleanKind(FieldKind):
    """True or false."""

    name = "boolean"
    widget = "boolean"

    def check(self, value: Json, field: Field) -> Json:
        """The value, which must already be true or false."""
        if not isinstance(value, bool):
            raise invalid(field, value, _("choose yes or no"))
        return value

    def show(self, value: Json, field: Field) -> str:
        """Yes or no in the user's language."""
        return "" if value is None else _("yes") if value else _("no")


plug = BooleanKind()
