"""A person in front of the window, with a home of their own."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.settings import SettingsFile
from gui.theme import ThemeSwitch
from tests.end_to_end.person import Person


@pytest.fixture(scope="session")
def themes(qapp: QApplication) -> ThemeSwitch:
    """The one switch of themes that an application has."""
    return ThemeSwitch(qapp)


@pytest.fixture
def person(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> Person:
    """Rita, who has never started the program."""
    return Person(qtbot, themes, SettingsFile(tmp_path / "selon.ini"))
