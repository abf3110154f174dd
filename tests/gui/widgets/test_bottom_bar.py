import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.bottom_bar import BottomBar


@pytest.fixture
def bar(qtbot: QtBot, themes: ThemeSwitch) -> BottomBar:
    made = BottomBar()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_words_and_leaves_out_empty_ones(bar: BottomBar) -> None:
    bar.set_words(["12 suggestions left", "", "saved 14:02"])
    assert bar.words == "12 suggestions left   ·   saved 14:02"


def test_a_footer_gives_way_to_another_and_lives_on(bar: BottomBar) -> None:
    one, other = QLabel("one"), QLabel("other")
    footers: list[QWidget | None] = [one, other, other, None, one]
    for footer in footers:
        bar.set_footer(footer)
    assert (one.isVisible(), other.isVisible()) == (True, False)
