"""Yes, no, or not said."""

from PySide6.QtWidgets import QWidget

from annotation.fields import Field
from annotation.i18n import _
from gui.editors._base import Editor, Offers
from gui.editors._tag_row import TagRow

_VALUES = {"yes": True, "no": False}


class BooleanEditor(Editor):
    """Two buttons; the chosen one pressed again says nothing any more."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        words = {"yes": _("yes"), "no": _("no")}
        self.row = TagRow([(key, word, word) for key, word in words.items()])
        self.row.keys = {"1": "yes", "0": "no"}
        self.row.toggled.connect(self._toggle)
        self._put(self.row)

    def _draw(self) -> None:
        self.row.choose([key for key, value in _VALUES.items() if value is self.value])

    def _toggle(self, key: str) -> None:
        value = None if _VALUES[key] is self.value else _VALUES[key]
        self._draw()
        self._commit(value)


editor = BooleanEditor
