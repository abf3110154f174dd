"""What tests of the window get: its themes, and an empty window in the light one."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.settings import Settings
from gui.shell import Shell
from gui.theme import ThemeSwitch


@pytest.fixture(scope="session")
def wardrobe(qapp: QApplication) -> ThemeSwitch:
    """The one switch of themes that an application has."""
    return ThemeSwitch(qapp)


@pytest.fixture
def themes(wardrobe: ThemeSwitch) -> Iterator[ThemeSwitch]:
    """The switch of themes, set to the light one before the test and after."""
    wardrobe.choose("light")
    yield wardrobe
    if wardrobe.choice != "light":
        wardrobe.choose("light")


@pytest.fixture
def shell(qtbot: QtBot, themes: ThemeSwitch) -> Shell:
    """A window without rooms, not shown."""
    made = Shell(Settings(theme="light"), themes)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown(qtbot: QtBot, themes: ThemeSwitch) -> Callable[[QWidget], QWidget]:
    """Shows a widget in a window of its own that has the keyboard, and gives it back."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
