"""One tag of a tagset whose tags have parents."""

from annotation.fields._base import Field
from annotation.fields.choice import ChoiceKind
from annotation.records import Json


class TreeKind(ChoiceKind):
    """The id of a tag at any depth; it reads as the path from the root."""

    name = "tree"
    widget = "tree"

    def show(self, value: Json, field: Field) -> str:
        """The path of names, such as "Economy › Taxes"."""
        path: list[str] = []
        tag = field.tag(value) if isinstance(value, str) else None
        while tag and tag.text not in path:
            path.append(tag.text)
            tag = field.tag(tag.parent)
        return " › ".join(reversed(path)) or ("" if value is None else str(value))


plug = TreeKind()
