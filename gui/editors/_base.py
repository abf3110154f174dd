"""What an editor is: it shows the value of one field, and says when a person has decided on another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotation.fields import Field
from annotation.project import Operation
from annotation.records import Json
from gui.widgets.choice_list import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that can be picked: how it looks, the value it stands for, and what must be done before."""

    choice: Choice
    value: Json
    first: tuple[Operation, ...] = ()
    """Operations that make the value possible, such as adding a name to the registry."""


class Offers(Protocol):
    """What editors of names and references ask about the article around them."""

    def offers(self, field: Field, typed: str) -> Sequence[Offer]:
        """What a typed text may mean in a field, best first; for "" what is likeliest."""

    def shown(self, field: Field, value: Json) -> Choice | None:
        """How a value looks; None for no value."""

    def pick(self, field: Field) -> None:
        """Let a person pick the value of the field in the text."""


class Editor(QWidget):
    """Edits one field. Subclasses show a value and call `_commit` when a person has decided.

    Emits `committed(value, operations)`, the operations to be done before, and `left` when Esc is pressed:
    whatever was not committed is forgotten.
    """

    committed = Signal(object, object)
    left = Signal()

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.offers = offers
        self.value: Json = None
        """What is shown, as it is stored."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)

    def show_value(self, value: Json) -> None:
        """Show a stored value; nothing is emitted."""
        self.value = value
        self._draw()

    def commit(self) -> None:
        """Decide on what was typed so far, as when the keyboard goes elsewhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc forgets what was typed and leaves."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._draw()
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        """Show `value`."""
        raise NotImplementedError

    def _commit(self, value: Json, first: tuple[Operation, ...] = ()) -> None:
        """Tell a decision, unless it changes nothing."""
        if value != self.value:
            self.committed.emit(value, first)

    def _put(self, widget: QWidget, stretch: int = 1) -> None:
        """Add a widget to the row, the editor's focus going to the first one."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout), "set in the constructor"
        layout.addWidget(widget, stretch)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)
        widget.setAccessibleName(self.field.text)
