"""The rooms in the middle of the window: made when first entered, one of them shown."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.rooms import Room, RoomSpec


class RoomStack(QStackedWidget):
    """Shows one of the rooms, or the welcome page where none can be entered.

    `layouts` holds what each room wrote down about its panes, and is kept up to date.
    Emits `entered(id)` ("" for the welcome page), and `conditions_changed(id, frozenset)` on behalf of rooms.
    """

    entered = Signal(str)
    conditions_changed = Signal(str, object)

    def __init__(self, layouts: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.specs: dict[str, RoomSpec] = {}
        self._layouts = layouts
        self._rooms: dict[str, Room] = {}
        self._open: list[str] = []
        self._welcome = QWidget()
        self.addWidget(self._welcome)

    @property
    def open_rooms(self) -> Sequence[str]:
        """The ids of the rooms that can be entered now, in the rail's order."""
        return self._open

    @property
    def current(self) -> str:
        """The id of the room that is shown, or "" for the welcome page."""
        return next((name for name, room in self._rooms.items() if room is self.currentWidget()), "")

    @property
    def room(self) -> Room | None:
        """The room that is shown, or None for the welcome page."""
        return self._rooms.get(self.current)

    def made(self, name: str) -> Room | None:
        """The room `name`, shown or not; None where it has not been entered yet."""
        return self._rooms.get(name)

    def set_welcome(self, welcome: QWidget) -> None:
        """Show `welcome` where no room can be entered, instead of the page before."""
        old, self._welcome = self._welcome, welcome
        self.addWidget(welcome)
        if self.currentWidget() is old:
            self.setCurrentWidget(welcome)
        self.removeWidget(old)
        old.deleteLater()

    def set_specs(self, specs: Sequence[RoomSpec]) -> None:
        """Have these rooms instead of those before; `open_by` opens them."""
        self.specs = {}
        self.open_by(frozenset(), "")
        self.specs = {spec.id: spec for spec in specs}

    def enter(self, name: str) -> None:
        """Show the room `name`, made now if it is new; nothing happens where it cannot be entered."""
        if name not in self._open:
            return
        if name not in self._rooms:
            self._rooms[name] = self._make(self.specs[name])
        self.setCurrentWidget(self._rooms[name])
        if self._rooms[name].conditions:
            self.conditions_changed.emit(name, self._rooms[name].conditions)
        self.entered.emit(name)
        self._rooms[name].entered()

    def open_by(self, conditions: AbstractSet[str], wish: str) -> None:
        """Open the rooms whose conditions hold, and throw away those that close.

        Where the room shown is gone, the one called `wish` is entered, else the first, else the welcome page.
        """
        self._open = [name for name, spec in self.specs.items() if spec.when and spec.when <= conditions]
        before, closing = self.current, [name for name in self._rooms if name not in self._open]
        for name in closing:
            self._close(name)
        if self._open and (not self.current or before in closing):
            self.enter(wish if wish in self._open else self._open[0])
        elif not self._open and before:
            self.setCurrentWidget(self._welcome)
            self.entered.emit("")
        for name in closing:
            self.conditions_changed.emit(name, frozenset())

    def remake(self) -> None:
        """Throw all rooms away and make the one that is shown anew, as when the language changed."""
        current = self.current
        for name in list(self._rooms):
            self._close(name)
        self.enter(current)

    def remember_layouts(self) -> None:
        """Write down where each room's panes are."""
        self._layouts.update({name: room.layout_state() for name, room in self._rooms.items()})

    def _make(self, spec: RoomSpec) -> Room:
        room = spec.factory()
        room.conditions_changed.connect(lambda held: self.conditions_changed.emit(spec.id, held))
        room.restore_layout(self._layouts.get(spec.id, ""))
        self.addWidget(room)
        return room

    def _close(self, name: str) -> None:
        room = self._rooms.pop(name)
        self._layouts[name] = room.layout_state()
        self.removeWidget(room)
        if footer := room.footer():
            footer.deleteLater()
        room.deleteLater()
