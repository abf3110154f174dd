"""The actions table as lists for people: the commands of the palette, and the keys of the sheet."""

from PySide6.QtGui import QAction

from annotation.i18n import _
from gui.actions.bound import BoundAction, native
from gui.actions.table import ActionTable
from gui.widgets.choice_list import Choice
from gui.widgets.keys_sheet import KeyGroup


def commands(table: ActionTable) -> list[tuple[Choice, QAction]]:
    """Every action that is enabled now and that a menu has, with where it stands and its keys."""
    found = (bound for bound in table if bound.spec.menu and bound.action.isEnabled())
    return [(_choice(bound, table), bound.action) for bound in found]


def key_groups(table: ActionTable) -> list[KeyGroup]:
    """What has a key, enabled or not, a group a menu."""
    groups: dict[str, list[tuple[str, list[str]]]] = {}
    for bound in table:
        if bound.keys and bound.spec.menu:
            rows = groups.setdefault(bound.spec.menu.partition("/")[0], [])
            rows.append((plain_words(bound), list(dict.fromkeys(native(key) for key in bound.keys))))
    return [KeyGroup(title=_title(menu, table), rows=rows) for menu, rows in groups.items()]


def _choice(bound: BoundAction, table: ActionTable) -> Choice:
    return Choice(
        key=bound.action.objectName(),
        title=plain_words(bound),
        subtitle=place_words(bound, table),
        note=native(bound.keys[0]) if bound.keys else "",
        hue=bound.item.hue if bound.item else "",
        icon=(bound.item.icon if bound.item else "") or bound.spec.icon,
        also=bound.action.statusTip(),
    )


def plain_words(bound: BoundAction) -> str:
    """What an action is called, without the dots that say that it asks for more."""
    return bound.action.text().removesuffix("…")


def place_words(bound: BoundAction, table: ActionTable) -> str:
    """The menus that an action stands in, from the bar on; "" for none."""
    return " › ".join(_title(menu, table) for menu in _path(bound.spec.menu)) if bound.spec.menu else ""


def _path(menu: str) -> list[str]:
    steps = menu.split("/")
    return ["/".join(steps[: end + 1]) for end in range(len(steps))]


def _title(menu: str, table: ActionTable) -> str:
    return _(table.specs.menus[menu])
