"""A button that opens a list of things to tick."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeSwitch
from gui.widgets.check_menu import CheckMenu


@pytest.fixture
def menu(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> CheckMenu:
    made = CheckMenu("Speech")
    made.set_entries([("d", "Direct"), ("i", "Indirect"), ("", "not given")])
    shown(made)
    return made


def test_it_says_what_is_ticked(menu: CheckMenu) -> None:
    told: list[frozenset[str]] = []
    menu.chosen.connect(told.append)
    assert menu.text() == "Speech"
    menu._ticks["d"].trigger()
    assert menu.text() == "Speech: Direct"
    menu._ticks[""].trigger()
    assert menu.text() == "Speech: 2"
    menu._menu.actions()[-1].trigger()
    assert menu.text() == "Speech"
    menu._menu.actions()[-1].trigger()
    assert told == [frozenset({"d"}), frozenset({"d", ""}), frozenset()]


def test_ticks_outlive_other_entries(menu: CheckMenu) -> None:
    menu._ticks["i"].trigger()
    menu.set_entries([("i", "Indirect speech"), ("m", "Mixed")])
    assert menu.ticked == {"i"}
    assert menu.text() == "Speech: Indirect speech"
    menu.set_entries([("m", "Mixed")])
    assert menu.ticked == frozenset()


def test_the_program_ticks_without_telling(menu: CheckMenu) -> None:
    told: list[object] = []
    menu.chosen.connect(told.append)
    menu.set_ticked(frozenset({"i", "gone"}))
    assert menu.ticked == {"i"}
    assert menu.text() == "Speech: Indirect"
    assert told == []
