"""How the article is set: chosen in a small form, live and remembered."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.settings import Settings
from gui.theme import interface_font, reading_font
from gui.views.reading import ReadingForm, families, reading_face, set_as_read
from tests.gui.views.annotate.conftest import Bench


@pytest.fixture
def form(bench: Bench) -> ReadingForm:
    """The form, opened by its key."""
    bench.shell.actions_table["view.reading"].trigger()
    found = bench.shell.findChildren(ReadingForm)
    assert len(found) == 1
    return found[0]


def test_esc_and_the_key_again_take_the_form_away(bench: Bench, form: ReadingForm) -> None:
    bench.press("Esc")
    assert not form.isVisible()
    assert bench.text.hasFocus()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    table = bench.shell.actions_table
    table["view.reading"].trigger()
    table["view.reading"].trigger()
    assert not any(one.isVisible() for one in bench.shell.findChildren(ReadingForm))


def test_the_font_is_chosen_live_and_the_title_follows(bench: Bench, form: ReadingForm) -> None:
    form.face.setCurrentIndex(1)
    form.face.activated.emit(1)
    assert bench.shell.settings.reading_font == "sans"
    assert bench.text.document().defaultFont().families() == interface_font().families()
    title = bench.text.document().firstBlock().begin().fragment().charFormat().font()
    assert title.families() == interface_font().families()
    assert title.pixelSize() > bench.text.document().defaultFont().pixelSize()


def test_any_installed_family_can_be_read_in(bench: Bench, form: ReadingForm) -> None:
    family = families()[0]
    row = form.face.findData(family)
    form.face.setCurrentIndex(row)
    form.face.activated.emit(row)
    assert bench.text.document().defaultFont().family() == family
    assert reading_face("No such family").families()[1:] == reading_font().families()


def test_line_height_width_and_size_are_chosen_with_keys(bench: Bench, form: ReadingForm) -> None:
    pitch, width = bench.text._layout.metrics.pitch, bench.text._layout.characters
    QTest.keyClick(form.height_choice, Qt.Key.Key_Right)
    assert bench.text._layout.metrics.pitch > pitch
    assert bench.shell.settings.reading_height == 1.9
    QTest.keyClick(form.width_slider, Qt.Key.Key_Left)
    assert bench.text._layout.characters == width - 1
    assert bench.shell.settings.reading_width == width - 1
    form.size_slider.setValue(24)
    assert bench.text.document().defaultFont().pixelSize() == 24
    assert bench.shell.settings.zoom == pytest.approx(24 / reading_font().pixelSize())


def test_numbers_are_switched_with_the_mouse(bench: Bench, form: ReadingForm) -> None:
    for box in (form.paragraphs, form.lines):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    assert bench.shell.settings.paragraph_numbers
    assert bench.shell.settings.line_numbers
    assert bench.text._margins.paragraphs
    assert bench.text._margins.lines


def test_what_was_chosen_is_there_again_at_the_next_start(bench: Bench, qapp: QApplication) -> None:
    chosen = Settings(reading_font="sans", reading_height=2.2, reading_width=50, line_numbers=True)
    set_as_read(bench.text, chosen)
    assert bench.text._layout.characters == 50
    assert bench.text._layout.metrics.pitch == round(reading_font().pixelSize() * 2.2)
    assert bench.text._margins.lines
    assert not bench.text._margins.paragraphs
