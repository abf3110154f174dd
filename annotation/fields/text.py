"""Free text on one or more lines."""

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json


class TextKind(FieldKind):
    """Any text; white space at its ends is dropped."""

    name = "text"
    widget = "line"
    bounded = "characters"

    def check(self, value: Json, field: Field) -> Json:
        """The text without white space at its ends."""
        if not isinstance(value, str):
            raise invalid(field, value, _("enter a text"))
        return value.strip()


plug = TextKind()
