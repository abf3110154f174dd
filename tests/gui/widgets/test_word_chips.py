"""Words as chips: taken away or ticked, by keys and by clicks, in as many lines as they need."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.word_chips import HEIGHT, WordChips

Show = Callable[[QWidget], QWidget]
LEFT = Qt.MouseButton.LeftButton


def middle(chips: WordChips, place: int) -> QPoint:
    return chips._places[place].center()


def test_words_flow_into_lines(shown: Show) -> None:
    chips = WordChips()
    chips.set_words([f"word {number}" for number in range(12)])
    chips.resize(260, 400)
    shown(chips)
    assert chips.heightForWidth(2000) == HEIGHT
    assert chips.heightForWidth(200) > 3 * HEIGHT
    assert all(place.right() <= 260 for place in chips._places)


def test_no_words_take_no_room(shown: Show) -> None:
    chips = WordChips()
    assert chips.heightForWidth(200) == 0
    assert chips.isHidden()
    QTest.keyClick(chips, Qt.Key.Key_Delete)
    assert chips.words == ()


def test_delete_and_the_cross_take_a_word_away(shown: Show, qtbot: QtBot) -> None:
    chips = WordChips()
    chips.set_words(("one", "two"))
    shown(chips)
    chips.setFocus()
    with qtbot.waitSignal(chips.removed) as caught:
        QTest.keyClick(chips, Qt.Key.Key_Right)
        QTest.keyClick(chips, Qt.Key.Key_Delete)
    assert caught.args == ["two"]
    cross = QPoint(chips._places[0].right() - 8, middle(chips, 0).y())
    with qtbot.waitSignal(chips.removed) as caught:
        QTest.mouseClick(chips, LEFT, pos=cross)
    assert caught.args == ["one"]
    with qtbot.assertNotEmitted(chips.removed, wait=20):
        QTest.mouseClick(chips, LEFT, pos=QPoint(6, middle(chips, 0).y()))


def test_words_are_ticked_and_stay_so_while_they_are_there(shown: Show, qtbot: QtBot) -> None:
    chips = WordChips(ticking=True)
    chips.set_words(("one", "two"))
    shown(chips)
    QTest.mouseClick(chips, LEFT, pos=middle(chips, 1))
    assert chips.ticked == {"two"}
    with qtbot.assertNotEmitted(chips.removed, wait=20):
        QTest.keyClick(chips, Qt.Key.Key_Delete)
    chips.set_words(("two", "three"))
    assert chips.ticked == {"two"}
    chips.set_words(("three",))
    assert chips.ticked == set()
    with qtbot.waitSignal(chips.ticks_changed):
        QTest.keyClick(chips, Qt.Key.Key_Space)
    assert chips.ticked == {"three"}


def test_a_very_long_word_is_cut_short(shown: Show) -> None:
    chips = WordChips()
    chips.set_words(("x" * 500,))
    chips.resize(200, 40)
    shown(chips)
    assert chips._places[0].width() <= 200
    QTest.mouseMove(chips, middle(chips, 0))
    assert not chips.grab().isNull()
