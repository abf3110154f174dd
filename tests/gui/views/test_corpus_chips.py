"""Filters as chips: in words, taken away one by one or all at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch, current_theme
from gui.views.corpus_chips import ChipStrip
from tests.gui.contrast import contrast_of


@pytest.fixture
def strip(shown: Callable[[QWidget], QWidget]) -> ChipStrip:
    made = ChipStrip(lambda typed: f"<{typed}>")
    made.resize(500, 120)
    shown(made)
    return made


def words(strip: ChipStrip) -> list[str]:
    return [chip.words.text() for chip in strip.chips]


def test_filters_are_shown_in_words_each_once(strip: ChipStrip) -> None:
    strip.set_filters(["lang:fr", "tag:x", "lang:fr", " "])
    assert strip.filters == ("lang:fr", "tag:x")
    assert words(strip) == ["<lang:fr>", "<tag:x>"]
    assert strip.isVisible()


def test_one_is_taken_away_by_its_cross_or_a_key(strip: ChipStrip, qtbot: QtBot) -> None:
    strip.set_filters(["a", "b", "c"])
    with qtbot.waitSignal(strip.changed):
        strip.chips[1].cross.click()
    assert list(strip.filters) == ["a", "c"]
    with qtbot.waitSignal(strip.changed):
        QTest.keyClick(strip.chips[0].cross, Qt.Key.Key_Delete)
    assert list(strip.filters) == ["c"]


def test_all_are_cleared_at_once_and_can_be_saved(strip: ChipStrip, qtbot: QtBot) -> None:
    strip.set_filters(["a", "b"])
    links = {one.text(): one for one in strip.findChildren(QPushButton) if one.isVisible()}
    with qtbot.waitSignal(strip.saving):
        links["Save…"].click()
    with qtbot.waitSignal(strip.changed):
        links["Clear all"].click()
    assert strip.filters == ()
    assert strip.isHidden()
    with qtbot.assertNotEmitted(strip.changed):
        strip.clear()


def test_many_chips_take_several_lines(strip: ChipStrip) -> None:
    strip.set_filters([f"outlet:number{number}" for number in range(12)])
    layout = strip.layout()
    assert layout is not None
    assert layout.heightForWidth(300) > layout.heightForWidth(3000)
    strip.set_filters(["x" * 100])
    assert words(strip)[0].endswith("…")
    assert strip.chips[0].toolTip() == f"<{'x' * 100}>"


def test_a_filter_shows_the_colour_of_what_it_is_about_and_its_cross_can_be_seen(
    shown: Callable[[QWidget], QWidget], themes: ThemeSwitch
) -> None:
    themes.choose("contrast")
    made = ChipStrip(lambda typed: typed, lambda typed: "#8E3B76" if typed == "stance:against" else "")
    made.set_filters(["stance:against", "outlet:x"])
    shown(made)
    assert [chip.square.isVisible() for chip in made.chips] == [True, False]
    assert made.chips[0].square.hue == "#8E3B76"
    picture = made.chips[1].cross.icon().pixmap(12, 12).toImage()
    theme = current_theme()
    assert contrast_of(picture, theme.colours["selected"]) >= 3
