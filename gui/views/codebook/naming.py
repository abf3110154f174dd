"""What parts of a codebook are called in the editor: words for kinds of fields, names for places."""

import re
from collections.abc import Mapping

from annotation.codebook import Draft, Place
from annotation.codebook.differences import name_of
from annotation.codebook.draft import slug
from annotation.i18n import Message, _, pick

NEW = "new"
"""The id of a part that has no name yet."""


def title_of(draft: Draft, place: Place) -> str:
    """What the part at a place is called in the user's language."""
    return name_of(draft.document, place) if place else _("Codebook")


def is_nameless(id_: str) -> bool:
    """Whether an id is one that was given before there was a name."""
    return bool(re.fullmatch(rf"{NEW}(-[0-9]+)?", id_))


def id_of(labels: Mapping[str, str]) -> str:
    """A short id made of a name, the English one where there is any."""
    return slug(labels.get("en") or pick(labels))


def kind_words(kind: str) -> str:
    """What a kind of field is called."""
    known = {
        "text": _("Text"),
        "number": _("Number"),
        "choice": _("One of a list of tags"),
        "tree": _("One of a tree of tags"),
        "boolean": _("Yes or no"),
        "date": _("Date"),
        "entity": _("Name of the registry"),
        "reference": _("Pointer to another record"),
    }
    return known.get(kind, kind)


def part_words(place: Place) -> str:
    """What kind of part stands at a place."""
    match place:
        case ():
            return _("Codebook")
        case ("layer", _id):
            return _("Layer")
        case ("layer", _id, "role", _other):
            return _("Role")
        case ("layer", _id, "field", _other):
            return _("Field")
        case ("tagset", _id):
            return _("Tagset")
        case ("tagset", _id, _other):
            return _("Tag")
    return _("Reason")


def add_title(place: Place) -> Message:
    """What adding such a part is called."""
    return {
        "Layer": Message("Add a layer"),
        "Role": Message("Add a role"),
        "Field": Message("Add a field"),
        "Tagset": Message("Add a tagset"),
        "Tag": Message("Add a tag"),
    }.get(_plain(place), Message("Add a reason"))


def _plain(place: Place) -> str:
    if place[0] == "layer":
        return "Layer" if len(place) == 2 else place[2].capitalize()
    if place[0] == "tagset":
        return "Tagset" if len(place) == 2 else "Tag"
    return "Reason"
