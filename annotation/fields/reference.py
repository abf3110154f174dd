"""A pointer at another annotation, or where the codebook says so at an entity or a free concept."""

from collections.abc import Callable

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json


class ReferenceKind(FieldKind):
    """The id of an annotation; {"annotation" | "entity" | "concept": …} where a field may point at more."""

    name = "reference"
    widget = "reference"

    def check(self, value: Json, field: Field) -> Json:
        """The value in the form that the field stores."""
        if field.to == ("annotation",):
            if isinstance(value, str) and value.strip():
                return value.strip()
            raise invalid(field, value, _("pick an annotation"))
        if isinstance(value, dict) and len(value) == 1:
            ((to, what),) = value.items()
            if to in field.to and isinstance(what, str) and what.strip():
                return {to: what.strip()}
        raise invalid(field, value, _("pick one of {kinds}", kinds=", ".join(field.to)))

    def show(self, value: Json, field: Field) -> str:
        """The concept, or the key or id that stands in for what is pointed at."""
        return str(next(iter(value.values()))) if isinstance(value, dict) and value else str(value or "")

    def annotations(self, value: Json) -> tuple[str, ...]:
        """The id pointed at, if it is an annotation's."""
        found = value.get("annotation") if isinstance(value, dict) else value
        return (found,) if isinstance(found, str) and found else ()

    def entities(self, value: Json) -> tuple[str, ...]:
        """The key pointed at, if it is an entity's."""
        found = value.get("entity") if isinstance(value, dict) else None
        return (found,) if isinstance(found, str) and found else ()

    def point_elsewhere(self, value: Json, elsewhere: Callable[[str], str | None]) -> Json:
        """The value with its annotation replaced; None where `elsewhere` knows none."""
        if isinstance(value, dict):
            return _replaced(value, "annotation", elsewhere)
        return elsewhere(value) if isinstance(value, str) else value

    def name_otherwise(self, value: Json, otherwise: Callable[[str], str | None]) -> Json:
        """The value with its entity replaced; None where `otherwise` knows none."""
        return _replaced(value, "entity", otherwise) if isinstance(value, dict) else value


def _replaced(value: dict[str, Json], to: str, change: Callable[[str], str | None]) -> Json:
    old = value.get(to)
    if not isinstance(old, str):
        return value
    new = change(old)
    return {to: new} if new else None


plug = ReferenceKind()
