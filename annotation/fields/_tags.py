"""What kinds of fields have in common whose values are tags of a tagset."""

from annotation.fields._base import Field, FieldKind, invalid
from annotation.i18n import _
from annotation.records import Json


class TagKind(FieldKind):
    """The id of a tag, or a list of them for a field that takes several."""

    several = True
    needs_tags = True
    bounded = "tags"

    def check(self, value: Json, field: Field) -> Json:
        """The id or ids, each a tag of the field's tagset, in the tagset's order."""
        if field.multiple:
            chosen = {self._check_one(one, field) for one in (value if isinstance(value, list) else [value])}
            return [tag.id for tag in field.tags if tag.id in chosen]
        return self._check_one(value, field)

    def _check_one(self, value: Json, field: Field) -> str:
        """The id of the tag; a file of others may hold the tag "2" as the number 2."""
        id_ = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if field.tag(id_):
            return id_
        raise invalid(field, value, _("choose one of {tags}", tags=", ".join(tag.id for tag in field.tags)))

    def show(self, value: Json, field: Field) -> str:
        """The names of the tags in the user's language."""
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(self.name_of(str(one), field) for one in chosen if one not in (None, ""))

    def name_of(self, value: str, field: Field) -> str:
        """What stands for the tag with this id; the id itself where the tagset does not have it."""
        tag = field.tag(value)
        return tag.text if tag else value
