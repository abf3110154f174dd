"""One tag of a tagset whose tags have parents."""

from annotation.fields._base import Field
from annotation.fields._tags import TagKind


class TreeKind(TagKind):
    """The id of a tag at any depth; it reads as the path from the root."""

    name = "tree"
    widget = "tree"

    def name_of(self, value: str, field: Field) -> str:
        """The path of names, such as "Economy › Taxes"."""
        path: dict[str, str] = {}
        tag = field.tag(value)
        while tag and tag.id not in path:
            path[tag.id] = tag.text
            tag = field.tag(tag.parent)
        return " › ".join(reversed(path.values())) or value


plug = TreeKind()
