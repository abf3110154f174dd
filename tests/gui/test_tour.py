"""The tour of the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.operations import Assign
from gui.tour import TourCard, steps
from gui.views.annotate import AnnotateRoom
from tests.annotation.newsroom import ANN, newsroom_file
from tests.gui.focus import focus
from tests.gui.furnished import Window


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    window.open(newsroom_file(tmp_path))
    return window


def card(window: Window) -> TourCard:
    found = window.furniture.tour.card
    assert found is not None
    assert found.isVisible()
    return found


def test_each_step_is_in_its_room_and_inside_the_window(opened: Window) -> None:
    opened.do("help.tour")
    for number, step in enumerate(steps()):
        shown = card(opened)
        wanted = step.room if step.room in opened.shell.rooms.open_rooms else opened.shell.rooms.current
        assert opened.shell.rooms.current == wanted
        assert opened.shell.rect().contains(shown.geometry())
        assert focus() is shown.forward
        assert opened.furniture.tour.at == number
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert opened.furniture.tour.card is None


def test_one_can_go_back_and_leave(opened: Window) -> None:
    opened.do("help.tour")
    assert not card(opened).back.isEnabled()
    QTest.mouseClick(card(opened).forward, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card(opened).back, Qt.MouseButton.LeftButton)
    assert opened.furniture.tour.at == 0
    QTest.mouseClick(card(opened).skip, Qt.MouseButton.LeftButton)
    assert opened.furniture.tour.card is None
    opened.do("help.tour")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert opened.furniture.tour.card is None


def test_it_begins_by_itself_once(opened: Window) -> None:
    opened.shell.settings.tour_seen = False
    opened.furniture.tour.begin_once()
    assert card(opened).isVisible()
    opened.furniture.tour.end()
    opened.furniture.tour.begin_once()
    assert opened.furniture.tour.card is None


def test_the_card_stays_in_its_corner(opened: Window) -> None:
    opened.do("help.tour")
    opened.shell.resize(1500, 950)
    assert opened.shell.rect().contains(card(opened).geometry())
    opened.shell.speak("fr")
    assert opened.furniture.tour.card is None


def test_there_is_an_article_to_see(opened: Window) -> None:
    opened.do("help.tour")
    room = opened.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    opened.qtbot.waitUntil(lambda: room.desk.article is not None)


def test_where_only_others_have_articles_there_is_one_to_see_too(opened: Window) -> None:
    everything = [one.id for one in opened.articles()]
    opened.session.apply(Assign(articles=everything, annotator=ANN.id))
    opened.do("help.tour")
    opened.rest()
    room = opened.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    assert room.desk.article is not None
