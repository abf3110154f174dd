"""One tag of a tagset, or several: side by side where there is room, else a list to pick from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotation.codebook.guiding import tip_of
from annotation.fields import Field, Tag, kind_of
from annotation.i18n import pick
from annotation.records import Json
from gui.editors._base import Editor, Offers
from gui.editors._pick_line import PickLine
from gui.editors._tag_row import TagRow
from gui.editors._tag_ticks import TagTicks
from gui.widgets.choice_list import Choice
from gui.widgets.label import ElidedLabel
from gui.widgets.ranking import ranked
from gui.widgets.tip import tip_words

ROOM = 190
"""The width that buttons side by side may take, px."""
_FEW = 5


class ChoiceEditor(Editor):
    """Shows the tags of the field's tagset; digits and first letters choose them."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        self.row: TagRow | None = self._make_row()
        self.name = ElidedLabel("", "muted")
        """Says what the chosen sign means, where tags are shown by signs."""
        self.line: PickLine | None = None
        self.ticks: TagTicks | None = None
        if self.row is not None:
            self.row.toggled.connect(self._toggle)
            self._put(self.row, 0)
            self._put(self.name)
        elif field.multiple:
            self.ticks = TagTicks([(tag.id, tag.text, tip_words(tip_of(tag))) for tag in field.tags])
            self.ticks.toggled.connect(self._toggle)
            self._put(self.ticks)
        else:
            self.line = PickLine(self._rank)
            self.line.chosen.connect(lambda choice: self._commit(choice.key))
            self.line.accepted.connect(self.commit)
            self.line.editingFinished.connect(self.commit)
            self._put(self.line)

    @property
    def chosen(self) -> list[str]:
        """The ids of the tags of the value."""
        values = self.value if isinstance(self.value, list) else [self.value]
        return [one for one in values if isinstance(one, str)]

    def commit(self) -> None:
        """An emptied line clears the value; what was typed and not taken is forgotten."""
        if self.line is None or self.line.is_open or self.line.choice is not None:
            return
        if not self.line.text().strip() and self.value is not None:
            self._commit(None)
        else:
            self._draw()

    def _make_row(self) -> TagRow | None:
        """The tags side by side, or None where they would not fit."""
        tags = self.field.tags
        if not tags or len(tags) > _FEW or any(tag.parent for tag in tags):
            return None
        row = TagRow([(tag.id, tag.glyph or tag.text, tag.text) for tag in tags])
        row.set_tips({tag.id: tip_words(tip_of(tag)) for tag in tags})
        row.set_hues({tag.id: tag.hue for tag in tags if tag.hue})
        row.keys = {tag.key: tag.id for tag in tags if tag.key}
        return row if row.width_needed <= ROOM else None

    def _draw(self) -> None:
        if self.row is not None:
            self.row.choose(self.chosen)
            tags = [tag for tag in self.field.tags if tag.id in self.chosen and tag.glyph]
            self.name.setText(", ".join(tag.text for tag in tags))
        elif self.ticks is not None:
            self.ticks.choose(self.chosen)
        elif self.line is not None:
            tag = self.field.tag(self.chosen[0]) if self.chosen else None
            self.line.set_choice(self._choice(tag) if tag else None)

    def _toggle(self, key: str) -> None:
        self._draw()
        if not self.field.multiple:
            self._commit(None if self.chosen == [key] else key)
            return
        tags = [tag.id for tag in self.field.tags if (tag.id in self.chosen) != (tag.id == key)]
        self._commit(list[Json](tags) or None)

    def _rank(self, typed: str) -> Sequence[Choice]:
        choices = [self._choice(tag) for tag in self._ordered()]
        by_key = [choice for choice in choices if typed and choice.note == typed]
        return by_key or ranked(typed, choices, lambda choice: f"{choice.title} {choice.also}", limit=400)

    def _ordered(self) -> Sequence[Tag]:
        """The tags in the order in which they are listed."""
        return self.field.tags

    def _choice(self, tag: Tag) -> Choice:
        title = kind_of(self.field).show(tag.id, self.field)
        return Choice(
            key=tag.id, title=title, subtitle=pick(tag.help), note=tag.key, also=tag.id, hue=tag.hue
        )


editor = ChoiceEditor
