"""Keys: Shift and an arrow select by word, with Ctrl by character; other keys are left to others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.widgets.marked_text import MarkedText
from tests.gui.widgets.marked_text.samples import TEXT, ShowPage, selected_text

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def press(page: MarkedText, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> str:
    for key in keys:
        QTest.keyClick(page, key, held)
    return selected_text(page)


def test_shift_and_an_arrow_select_word_by_word(page: MarkedText) -> None:
    page.set_caret(TEXT.index("TAN"))
    assert press(page, Key.Key_Right, held=SHIFT) == "OTAN"
    assert press(page, Key.Key_Right, Key.Key_Right, held=SHIFT) == "OTAN a invité"
    assert press(page, Key.Key_Left, held=SHIFT) == "OTAN a"
    assert press(page, Key.Key_Left, Key.Key_Left, held=SHIFT) == "L’OTAN"


def test_with_ctrl_it_is_one_character(page: MarkedText) -> None:
    page.set_caret(TEXT.index("Corée"))
    assert press(page, Key.Key_Right, Key.Key_Right, held=SHIFT | CONTROL) == "Co"
    assert press(page, Key.Key_Left, held=SHIFT | CONTROL) == "C"


def test_a_selection_by_character_goes_on_by_word(page: MarkedText) -> None:
    page.set_caret(TEXT.index("Corée"))
    press(page, Key.Key_Right, Key.Key_Right, held=SHIFT | CONTROL)
    assert press(page, Key.Key_Right, held=SHIFT) == "Corée"


def test_a_compound_name_is_one_step(page: MarkedText) -> None:
    page.set_caret(TEXT.index("États"))
    assert press(page, Key.Key_Right, held=SHIFT) == "États-Unis"


def test_shift_and_down_take_whole_words_to_the_next_line(page: MarkedText) -> None:
    page.set_caret(TEXT.index("invité"))
    chosen = press(page, Key.Key_Down, held=SHIFT)
    assert chosen.startswith("invité la Corée")
    assert "\n" in chosen
    assert not chosen[-1].isspace()
    assert TEXT[TEXT.index(chosen) + len(chosen)] in " ,\n"
    assert press(page, Key.Key_Up, held=SHIFT) == "invité"


def test_a_selection_can_begin_upwards(page: MarkedText) -> None:
    page.set_caret(TEXT.index("réagi") + 2)
    chosen = press(page, Key.Key_Up, held=SHIFT)
    assert chosen.endswith("réagi")
    assert len(chosen) > 20


def test_the_selection_stops_at_the_ends_of_the_text(page: MarkedText) -> None:
    page.set_caret(TEXT.index("réagi"))
    assert press(page, *[Key.Key_Right] * 4, held=SHIFT) == "réagi"
    page.set_caret(1)
    assert press(page, *[Key.Key_Left] * 4, held=SHIFT) == "L’"


def test_plain_arrows_move_the_caret_by_character(page: MarkedText) -> None:
    page.set_caret(4)
    press(page, Key.Key_Right, Key.Key_Right)
    assert page.caret == 6
    press(page, Key.Key_Left)
    assert page.caret == 5


def test_an_arrow_steps_over_an_emoji_at_once(show_page: ShowPage) -> None:
    page = show_page("a😀b")
    page.set_caret(1)
    press(page, Key.Key_Right)
    assert page.caret == 2


def test_home_and_end_go_to_the_ends_of_the_line_and_with_ctrl_of_the_text(page: MarkedText) -> None:
    page.set_caret(TEXT.index("États"))
    press(page, Key.Key_Home)
    assert page.caret == TEXT.index("Les États")
    press(page, Key.Key_End, held=CONTROL)
    assert page.caret == len(TEXT)


def test_in_text_from_right_to_left_the_left_arrow_goes_on(show_page: ShowPage) -> None:
    text = "قال الوزير نعم"
    page = show_page(text)
    page.set_caret(0)
    assert press(page, Key.Key_Left, Key.Key_Left, held=SHIFT) == "قال الوزير"


def test_copying_gives_the_frozen_text(show_page: ShowPage) -> None:
    page = show_page("10\u00a0000 €\r\nfin\x00 😀")
    page.selectAll()
    press(page, Key.Key_C, held=CONTROL)
    assert QApplication.clipboard().text() == "10\u00a0000 €\r\nfin\x00 😀"


def test_a_lone_surrogate_can_be_copied(show_page: ShowPage) -> None:
    page = show_page("a\ud83db")
    page.selectAll()
    assert page.createMimeDataFromSelection().text() == "a\ufffdb"


def test_nothing_selected_copies_nothing(page: MarkedText) -> None:
    assert page.createMimeDataFromSelection().text() == ""


@pytest.mark.parametrize(
    "key", ["E", "J", "1", "?", ".", "Return", "Escape", "Ctrl+K", "Alt+Right", "Delete"]
)
def test_keys_of_the_programs_actions_are_not_swallowed(page: MarkedText, key: str) -> None:
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence(key), page)
    shortcut.activated.connect(lambda: pressed.append(key))
    page.activateWindow()
    page.setFocus()
    QTest.keySequence(page, QKeySequence(key))
    assert pressed == [key]


def test_keys_with_alt_and_letters_are_left_to_others(page: MarkedText) -> None:
    for key, held in ((Key.Key_Left, ALT), (Key.Key_E, NONE)):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, held)
        page.keyPressEvent(event)
        assert not event.isAccepted()
    assert page.toPlainText() == TEXT
