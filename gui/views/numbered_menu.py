"""A menu whose entries are chosen by their number."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QTextEdit

Entry = tuple[str, Callable[[], object]]


def open_menu(entries: Sequence[Entry], text: QTextEdit) -> QMenu:
    """Open a menu of (title, what it does) under the caret of a text; it deletes itself when it closes."""
    menu = QMenu(text)
    menu.aboutToHide.connect(menu.deleteLater)
    for number, (title, slot) in enumerate(entries, 1):
        shown = title.replace("&", "&&")
        action = menu.addAction(f"&{number}   {shown}" if number < 10 else shown)
        action.triggered.connect(lambda _checked=False, slot=slot: slot())
    menu.setActiveAction(menu.actions()[0])
    menu.popup(text.viewport().mapToGlobal(text.cursorRect().bottomLeft()))
    return menu
