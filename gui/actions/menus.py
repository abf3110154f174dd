"""Menus made from the actions table."""

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotation.i18n import _
from gui.actions.table import ActionTable


class Menus:
    """The menus of `bar`, kept true to the table: families are filled anew, texts follow the language."""

    def __init__(self, bar: QMenuBar, table: ActionTable) -> None:
        self._table = table
        self._menus: Mapping[str, QMenu] = {name: QMenu(bar) for name in table.specs.menus}
        for name, menu in self._menus.items():
            menu.setToolTipsVisible(False)
            if "/" not in name:
                bar.addMenu(menu)
        table.filled.connect(lambda _family: self._fill_all())
        self.retranslate()
        self._fill_all()

    def __getitem__(self, name: str) -> QMenu:
        """The menu called `name` in the table. Raises KeyError when there is none."""
        return self._menus[name]

    def retranslate(self) -> None:
        """Show the menus' titles in the language spoken now."""
        for name, menu in self._menus.items():
            menu.setTitle(_(self._table.specs.menus[name]))

    def _fill_all(self) -> None:
        for menu in self._menus.values():
            menu.clear()
        for spec in self._table.specs.actions:
            if not spec.menu:
                continue
            menu = self._menus[spec.menu]
            parent = self._menus.get(spec.menu.rpartition("/")[0])
            if spec.separator:
                (parent or menu).addSeparator()
            if parent is not None and menu.menuAction() not in parent.actions():
                parent.addMenu(menu)
            for bound in self._table.members(spec.id):
                menu.addAction(bound.action)
        for name, menu in self._menus.items():
            if "/" in name:
                menu.menuAction().setEnabled(bool(menu.actions()))


def context_menu(table: ActionTable, name: str, parent: QWidget) -> QMenu:
    """A menu of the enabled actions that the table lists for the context `name`; the caller shows it.

    The menu goes with `parent`, and deletes itself when it closes.
    """
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for bound in table:
        if name in bound.spec.context and bound.action.isEnabled():
            if bound.spec.separator and menu.actions():
                menu.addSeparator()
            menu.addAction(bound.action)
    return menu
