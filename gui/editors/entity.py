"""A name of the registry, a mention in the article or a free concept: whatever the field may hold."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotation.fields import Field
from gui.editors._base import Editor, Offer, Offers
from gui.editors._pick_line import PickLine
from gui.widgets.choice_list import Choice


class NameEditor(Editor):
    """A line that offers names while they are typed."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        self._offered: dict[str, Offer] = {}
        self.line = PickLine(self._rank)
        self.line.chosen.connect(self._take)
        self.line.accepted.connect(self.commit)
        self.line.editingFinished.connect(self.commit)
        self._put(self.line)

    def commit(self) -> None:
        """An emptied line clears the value; what was typed and not taken is forgotten."""
        if self.line.is_open or self.line.choice is not None:
            return
        if not self.line.text().strip() and self.value is not None:
            self._commit(None)
        else:
            self._draw()

    def _draw(self) -> None:
        self.line.set_choice(self.offers.shown(self.field, self.value))

    def _rank(self, typed: str) -> Sequence[Choice]:
        found = self.offers.offers(self.field, typed)
        self._offered = {offer.choice.key: offer for offer in found}
        return [offer.choice for offer in found]

    def _take(self, choice: Choice) -> None:
        offer = self._offered[choice.key]
        self._commit(offer.value, offer.first)


editor = NameEditor
