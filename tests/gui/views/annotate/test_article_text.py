"""Keys of the article that no table of actions can name."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.views.article_text import digit_of
from tests.gui.views.annotate.conftest import Bench


def key(text: str, scan: int) -> QKeyEvent:
    return QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, scan, 0, 0, text, False, 1
    )


@pytest.mark.parametrize(
    ("text", "scan", "platform", "digit"),
    [
        ("&", 10, "xcb", "1"),
        ("é", 11, "wayland", "2"),
        ("ç", 18, "xcb", "9"),
        ("à", 19, "xcb", ""),
        ("&", 2, "windows", "1"),
        ("1", 10, "xcb", ""),
        ("a", 24, "xcb", ""),
        ("", 10, "xcb", ""),
        ("&", 10, "cocoa", ""),
    ],
)
def test_a_french_keyboard_has_its_digits_without_shift(
    text: str, scan: int, platform: str, digit: str
) -> None:
    assert digit_of(key(text, scan), platform) == digit


def test_a_digit_of_the_row_sets_the_tag(bench: Bench) -> None:
    bench.press("J")
    bench.text.digit_pressed.emit("2")
    assert bench.feature("type") == "ORG"
    before = bench.record
    bench.text.digit_pressed.emit("0")
    assert bench.record == before


def test_the_title_in_the_text_is_set_large_and_one_above_it_is_not_repeated(bench: Bench) -> None:
    text = bench.text
    text.set_article("\n\nUn titre\nPuis le texte.", "Un titre", "hier")
    assert text.headline == ("", "hier")
    text.set_article("Autre chose\nPuis le texte.", "Un titre", "hier")
    assert text.headline == ("Un titre", "hier")
    text.set_article("", "", "")
    assert text.headline == ("", "")
