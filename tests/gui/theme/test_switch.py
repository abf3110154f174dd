import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import SYSTEM, ThemeSwitch, current_theme
from gui.theme import switch as switching


def test_the_whole_program_wears_the_theme_that_is_chosen(qtbot: QtBot, themes: ThemeSwitch) -> None:
    with qtbot.waitSignal(themes.changed):
        themes.choose("dark")
    assert current_theme().name == themes.choice == "dark"
    assert QApplication.palette().color(QPalette.ColorRole.Base).name().upper() == "#1B1D21"


def test_an_unknown_choice_counts_as_the_systems(themes: ThemeSwitch) -> None:
    themes.choose("sepia")
    assert themes.choice == SYSTEM


def test_the_system_is_followed_when_it_is_the_choice(qtbot: QtBot, themes: ThemeSwitch) -> None:
    hints = QApplication.styleHints()
    themes.choose(SYSTEM)
    for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        hints.setColorScheme(scheme)
        if hints.colorScheme() == scheme:
            assert current_theme().name == name


def test_a_theme_chosen_by_hand_stays_when_the_system_changes(themes: ThemeSwitch) -> None:
    themes.choose("contrast")
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme().name == "contrast"


def test_a_system_in_high_contrast_gets_the_theme_for_it(
    themes: ThemeSwitch, monkeypatch: pytest.MonkeyPatch
) -> None:
    themes.choose(SYSTEM)
    before = current_theme().name
    monkeypatch.setattr(switching, "_wants_contrast", lambda _app: True)
    themes.choose(SYSTEM)
    assert (before, current_theme().name) == ("light", "contrast")
