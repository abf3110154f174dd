"""What a room of the window is, and how the window learns of one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotation.i18n import Message


class Room(QWidget):
    """A room's content. Rooms override what they have need of; all of it is optional.

    Emits `conditions_changed(frozenset)` with the names of the conditions of actions that hold in it.
    """

    conditions_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conditions: frozenset[str] = frozenset()
        """What was told last; the window asks for it when it begins to listen."""

    def hold(self, conditions: Mapping[str, bool]) -> None:
        """Tell the window which of these conditions hold, where that is news."""
        held = frozenset(name for name, true in conditions.items() if true)
        if held != self.conditions:
            self.conditions = held
            self.conditions_changed.emit(held)

    def panes(self) -> Sequence[QWidget]:
        """The widgets that F6 walks through, in the order in which people read them."""
        return ()

    def footer(self) -> QWidget | None:
        """What stands at the left of the bottom bar while the room is shown, such as its switches."""
        return None

    def layout_state(self) -> str:
        """Where the room's panes are, in whatever words `restore_layout` understands."""
        return ""

    def restore_layout(self, state: str) -> None:
        """Put the panes where they were when `state` was written; words of another version change nothing."""

    def entered(self) -> None:
        """Called whenever the room has come into view."""

    def set_zoom(self, zoom: float) -> None:
        """Show running text so many times as large as usual."""

    def commit(self) -> None:
        """Keep what is being typed; called before the project closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomSpec:
    """One place on the rail: its id (the `scope` of its actions), title and icon, and how it is made.

    It can be entered while all of `when` hold (one at least); it is made when first entered, and thrown away
    when they cease.
    """

    id: str
    title: Message
    icon: str
    factory: Callable[[], Room]
    tip: Message = field(default_factory=lambda: Message(""))
    when: frozenset[str] = frozenset({"project-open"})
