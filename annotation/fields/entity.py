"""A canonical name of the project's registry."""

from collections.abc import Callable

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json


class EntityKind(FieldKind):
    """The key of an entity."""

    name = "entity"
    widget = "entity"

    def check(self, value: Json, field: Field) -> Json:
        """The key; whether the registry has it is the project's business."""
        if not isinstance(value, str) or not value.strip():
            raise invalid(field, value, _("choose a name of the registry"))
        return value.strip()

    def entities(self, value: Json) -> tuple[str, ...]:
        """The key itself."""
        return (value,) if isinstance(value, str) and value else ()

    def name_otherwise(self, value: Json, otherwise: Callable[[str], str | None]) -> Json:
        """The key that `otherwise` gives."""
        return otherwise(value) if isinstance(value, str) else value


plug = EntityKind()
