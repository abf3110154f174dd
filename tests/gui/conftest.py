"""What tests of the window get: its themes, and an empty window in the light one."""

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.furnish import Furniture
from gui.settings import Settings
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import ThemeSwitch, current_theme
from tests.gui.furnished import Window, Workers


@pytest.fixture(scope="session")
def wardrobe(qapp: QApplication) -> ThemeSwitch:
    """The one switch of themes that an application has."""
    return ThemeSwitch(qapp)


@pytest.fixture
def themes(wardrobe: ThemeSwitch) -> Iterator[ThemeSwitch]:
    """The switch of themes, set to the light one before the test and after."""
    _wear_light(wardrobe)
    yield wardrobe
    _wear_light(wardrobe)


def _wear_light(wardrobe: ThemeSwitch) -> None:
    """Wear the light theme. Dressing the application takes long: not where it is so already."""
    if (wardrobe.choice, current_theme().name) != ("light", "light"):
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


@pytest.fixture
def unexpected(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """What reaches the hook for errors that nobody expected; there must be nothing left in it at the end."""
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))
    yield caught
    assert caught == []


@pytest.fixture
def window(
    shell: Shell, qtbot: QtBot, unexpected: list[BaseException], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """The whole window, shown, with a stand-in for the worker process; Rita annotates."""
    monkeypatch.setattr("gui.detection.DetectionPool", Workers)
    shell.settings.annotator = "Rita"
    shell.settings.tour_seen = True
    tasks = Tasks()
    furniture = Furniture(shell, tasks)
    shell.resize(1280, 760)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    yield Window(furniture, Workers.made[-1], qtbot, unexpected)
    shell.close()
    tasks.close()
    Workers.made.clear()
