"""Every action of the window as data: menus, tool bars, the palette and the sheet of keys read one table."""

from gui.actions.bound import BoundAction, Item, native
from gui.actions.menus import Menus, context_menu
from gui.actions.spec import GLOBAL, ActionSpec, ActionSpecs, load_actions, read_actions, room_condition
from gui.actions.table import ActionTable

__all__ = [
    "GLOBAL",
    "ActionSpec",
    "ActionSpecs",
    "ActionTable",
    "BoundAction",
    "Item",
    "Menus",
    "context_menu",
    "load_actions",
    "native",
    "read_actions",
    "room_condition",
]
