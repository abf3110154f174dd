"""One tag of a tagset whose tags have parents."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from annotation.fields import Field, Tag
from gui.editors._base import Offers
from gui.editors._tag_row import TagRow
from gui.editors.choice import ChoiceEditor


class TreeEditor(ChoiceEditor):
    """A list of paths from the root, each tag after its parent; typing finds any part of a path."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        self._tags = tuple(_branch(field, "", frozenset()))
        super().__init__(field, offers, parent)

    def _make_row(self) -> TagRow | None:
        return None

    def _ordered(self) -> Sequence[Tag]:
        return self._tags


def _branch(field: Field, parent: str, above: frozenset[str]) -> Iterator[Tag]:
    """The tags below a parent, each followed by its own; one whose parent is unknown stands at the root."""
    known = {tag.id for tag in field.tags}
    for tag in field.tags:
        if (tag.parent if tag.parent in known else "") == parent and tag.id not in above:
            yield tag
            yield from _branch(field, tag.id, above | {tag.id})


editor = TreeEditor
