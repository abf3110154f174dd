from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeSwitch
from gui.widgets.chip_bar import Chip, ChipBar, SwitchChip, Visibility

CHIPS = [
    Chip(key="entity", text="Entities", hue="#0072B2", count=46),
    Chip(key="figure", text="Figures", hue="#B35C00", count=7),
    Chip(key="stance", text="Stances", hue="#8E3B76"),
]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bar(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> ChipBar:
    made = ChipBar()
    made.set_chips(CHIPS)
    shown(made)
    return made


@pytest.fixture
def told(bar: ChipBar) -> list[tuple[str, Visibility]]:
    kept: list[tuple[str, Visibility]] = []
    bar.switched.connect(lambda key, visibility: kept.append((key, visibility)))
    return kept


def chip(bar: ChipBar, place: int) -> SwitchChip:
    return bar.findChildren(SwitchChip)[place]


def test_clicks_go_through_the_three_states(bar: ChipBar, told: list[tuple[str, Visibility]]) -> None:
    for _ in range(3):
        QTest.mouseClick(chip(bar, 0), Qt.MouseButton.LeftButton)
    assert [visibility for _key, visibility in told] == ["dimmed", "hidden", "shown"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_keyboard_switches_too(bar: ChipBar, key: Qt.Key) -> None:
    QTest.keyClick(chip(bar, 1), key)
    assert bar.visibility("figure") == Visibility.DIMMED


def test_with_alt_one_is_shown_alone_and_then_all_again(bar: ChipBar) -> None:
    QTest.mouseClick(chip(bar, 1), Qt.MouseButton.LeftButton, ALT)
    assert [bar.visibility(one.key) for one in CHIPS] == ["hidden", "shown", "hidden"]
    QTest.keyClick(chip(bar, 1), Qt.Key.Key_Return, ALT)
    assert [bar.visibility(one.key) for one in CHIPS] == ["shown"] * 3


def test_new_counts_move_nothing(bar: ChipBar, told: list[tuple[str, Visibility]]) -> None:
    before = bar.findChildren(SwitchChip)
    bar.set_chips([replace(CHIPS[0], count=1234), *CHIPS[1:]])
    assert bar.findChildren(SwitchChip) == before
    assert QLocale().toString(1234) in chip(bar, 0).accessibleName()
    assert told == []


def test_other_chips_replace_those_before(bar: ChipBar) -> None:
    bar.set_chips(CHIPS[:1])
    assert bar.visibility("entity") == Visibility.SHOWN
    with pytest.raises(KeyError):
        bar.visibility("figure")


def test_the_state_is_told_without_colour(bar: ChipBar) -> None:
    pictures = []
    for visibility in Visibility:
        bar.set_chips([replace(CHIPS[0], visibility=visibility), *CHIPS[1:]])
        pictures.append(chip(bar, 0).grab().toImage())
        assert f"Entities: {visibility}" in chip(bar, 0).accessibleName()
    assert all(one != other for one, other in pairwise(pictures))
