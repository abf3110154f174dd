"""The sentence of the welcome page: marked in every language and theme, and nobody can touch it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotation.codebook import built_in_codebook, load_codebook
from annotation.i18n import available_languages, use_language
from gui.theme import ThemeSwitch, current_theme, theme_names
from gui.views.specimen import Specimen, read_sentence

CODEBOOK = load_codebook(built_in_codebook())


@pytest.mark.parametrize("language", available_languages())
def test_every_layer_is_shown_once_by_its_name_in_every_language(language: str) -> None:
    use_language(language)
    sentence = read_sentence(language, CODEBOOK)
    assert sorted(mark.hue for mark in sentence.marks) == sorted(layer.id for layer in CODEBOOK.layers)
    names = {layer.id: layer.text for layer in CODEBOOK.layers}
    for mark in sentence.marks:
        ((start, end),) = mark.spans
        assert sentence.text.count(sentence.text[start:end]) == 1
        assert mark.label == names[mark.hue]


def test_a_language_without_a_sentence_has_the_english_one() -> None:
    assert read_sentence("xx", CODEBOOK) == read_sentence("en", CODEBOOK)
    assert read_sentence("fr", CODEBOOK) != read_sentence("en", CODEBOOK)


@pytest.fixture
def page(qtbot: QtBot, themes: ThemeSwitch) -> QWidget:
    """A shown page with the sentence on it."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(Specimen())
    column.addStretch()
    made.resize(680, 500)
    made.show()
    return made


@pytest.fixture
def specimen(page: QWidget) -> Specimen:
    return page.findChildren(Specimen)[0]


def test_it_is_as_high_as_its_lines(specimen: Specimen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: specimen.is_laid_out)
    high = specimen.height()
    assert specimen.verticalScrollBar().maximum() == 0
    specimen.window().resize(420, 500)
    qtbot.waitUntil(lambda: specimen.height() > high and specimen.verticalScrollBar().maximum() == 0)


def test_it_takes_neither_keyboard_nor_mouse_and_can_be_read_aloud(specimen: Specimen) -> None:
    assert specimen.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert specimen.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert specimen.accessibleName() == specimen.text


def test_it_wears_every_theme(specimen: Specimen, themes: ThemeSwitch) -> None:
    for name in theme_names():
        themes.choose(name)
        assert specimen.mark_palette.page.paper == current_theme().colours["paper"]
        paper = specimen.grab().toImage().pixelColor(2, 2)
        assert paper == current_theme()["paper"]
