"""Where the keyboard is."""

from PySide6.QtWidgets import QApplication, QWidget


def focus() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget
