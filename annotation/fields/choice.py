"""One tag of a flat tagset, or several."""

from annotation.fields._tags import TagKind


class ChoiceKind(TagKind):
    """The id of a tag, or a list of them; it reads as the tag's name."""

    name = "choice"
    widget = "choice"


plug = ChoiceKind()
