"""The overview shows every mark of a text at its height, and takes the reader there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.widgets.marked_text import Mark, MarkedText, Overview, Visibility
from tests.gui.widgets.marked_text.samples import HUES, LIGHT, LONG_TEXT, ShowPage, shows

MIDDLE = len(LONG_TEXT) // 2


@pytest.fixture
def page(show_page: ShowPage, qapp: QApplication) -> MarkedText:
    """A long text with a mark in its middle, all laid out."""
    page = show_page(LONG_TEXT, Mark(id="middle", spans=((MIDDLE, MIDDLE + 9),), hue="sea"))
    while not page.is_laid_out:
        qapp.processEvents()
    return page


@pytest.fixture
def overview(page: MarkedText, qapp: QApplication) -> Iterator[Overview]:
    overview = Overview(page)
    overview.resize(overview.sizeHint().width(), 400)
    overview.show()
    qapp.processEvents()
    yield overview
    overview.close()
    overview.deleteLater()


def picture(overview: Overview) -> QImage:
    overview.refresh()
    image = QImage(overview.size(), QImage.Format.Format_RGB32)
    overview.render(image)
    return image


def test_every_mark_has_its_share_of_the_height(page: MarkedText) -> None:
    [(share, mark)] = page.overview()
    assert mark.id == "middle"
    assert share == pytest.approx(0.5, abs=0.03)


def test_marks_that_are_hidden_or_empty_are_left_out(page: MarkedText) -> None:
    page.add_marks([Mark(id="empty", spans=(), hue="clay")])
    assert len(page.overview()) == 1
    page.set_group_visibility("sea", Visibility.HIDDEN)
    assert page.overview() == []


def test_a_tick_stands_at_the_height_of_its_mark(overview: Overview) -> None:
    image = picture(overview)
    assert shows(image, QRect(0, 188, 16, 24), HUES["sea"])
    assert not shows(image, QRect(0, 0, 16, 150), HUES["sea"], within=60)


def test_a_suggestion_has_a_fainter_tick(overview: Overview, page: MarkedText) -> None:
    page.update_mark(Mark(id="middle", spans=((MIDDLE, MIDDLE + 9),), hue="sea", ghost=True))
    image = picture(overview)
    assert not shows(image, QRect(0, 150, 16, 100), HUES["sea"])
    assert shows(image, QRect(0, 150, 16, 100), "#8CBCD8", within=16)


def test_the_tick_of_the_current_mark_goes_all_across(overview: Overview, page: MarkedText) -> None:
    page.select_mark("middle", scroll=False)
    image = picture(overview)
    assert shows(image, QRect(15, 180, 1, 40), HUES["sea"])


def test_what_is_in_view_is_shaded(overview: Overview, page: MarkedText) -> None:
    top = picture(overview).pixelColor(8, 2)
    assert top.name().upper() != LIGHT.paper
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert picture(overview).pixelColor(8, 2).name().upper() == LIGHT.paper


def test_changes_of_the_marks_show_after_a_moment(overview: Overview, page: MarkedText, qtbot: QtBot) -> None:
    before = overview.grab().toImage()
    page.add_marks([Mark(id="late", spans=((len(LONG_TEXT) - 40, len(LONG_TEXT) - 30),), hue="plum")])
    qtbot.waitUntil(lambda: overview.grab().toImage() != before)


def test_a_click_and_a_drag_scroll_the_page_there(overview: Overview, page: MarkedText) -> None:
    QTest.mousePress(overview, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 200))
    middle = page.verticalScrollBar().maximum() / 2
    assert page.verticalScrollBar().value() == pytest.approx(middle, rel=0.05)
    QTest.mouseMove(overview, QPoint(8, 399))
    QTest.mouseRelease(overview, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 399))
    assert page.verticalScrollBar().value() >= middle


def test_an_empty_text_has_an_empty_overview(show_page: ShowPage, qapp: QApplication) -> None:
    strip = Overview(show_page(""))
    strip.resize(16, 100)
    image = picture(strip)
    assert image.height() == 100
    strip.deleteLater()


def test_many_ticks_are_drawn_after_the_page(
    overview: Overview, page: MarkedText, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.widgets.marked_text.overview._MANY", 1)
    overview.resize(16, 300)
    assert not shows(overview.grab().toImage(), QRect(0, 0, 16, 300), HUES["sea"])
    qtbot.waitUntil(lambda: shows(overview.grab().toImage(), QRect(0, 120, 16, 60), HUES["sea"]))


def test_another_text_leaves_no_tick_of_the_one_before(overview: Overview, page: MarkedText) -> None:
    page.set_text("Rien.")
    page.set_marks([])
    assert not shows(overview.grab().toImage(), QRect(0, 0, 16, 400), HUES["sea"])


def test_what_was_found_has_ticks_at_both_edges(show_page: ShowPage) -> None:
    page = show_page(LONG_TEXT)
    overview = Overview(page)
    overview.resize(16, 400)
    before = overview.grab().toImage()
    place = LONG_TEXT.index("essais", len(LONG_TEXT) // 2)
    page.set_hits([(place, place + 6)])
    [share] = page.hit_shares()
    assert 0.45 < share < 0.55
    after = overview.grab().toImage()
    y = round(share * 398)
    assert after.pixelColor(1, y).name() == page.mark_palette.page.accent.lower()
    assert after.pixelColor(15, y).name() == page.mark_palette.page.accent.lower()
    assert before != after
    page.set_hits([])
    assert overview.grab().toImage() == before
