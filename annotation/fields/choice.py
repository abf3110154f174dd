"""One tag of a flat tagset, or several."""

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json


class ChoiceKind(FieldKind):
    """The id of a tag, or a list of them for a field that takes several."""

    name = "choice"
    widget = "choice"

    def check(self, value: Json, field: Field) -> Json:
        """The id or ids, each a tag of the field's tagset, in the tagset's order."""
        if field.multiple:
            chosen = value if isinstance(value, list) else [value]
            for one in chosen:
                self._check_one(one, field)
            return [tag.id for tag in field.tags if tag.id in chosen]
        return self._check_one(value, field)

    def _check_one(self, value: Json, field: Field) -> Json:
        if isinstance(value, str) and field.tag(value):
            return value
        raise invalid(field, value, _("choose one of {tags}", tags=", ".join(tag.id for tag in field.tags)))

    def show(self, value: Json, field: Field) -> str:
        """The names of the tags in the user's language."""
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(self._name(one, field) for one in chosen if isinstance(one, str))

    def _name(self, value: str, field: Field) -> str:
        tag = field.tag(value)
        return tag.text if tag else value


plug = ChoiceKind()
