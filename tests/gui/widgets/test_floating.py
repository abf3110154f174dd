from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.theme import ThemeSwitch
from gui.widgets.floating import GAP, SHADOW, Floating


@pytest.fixture
def window(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> QWidget:
    made = QWidget()
    made.resize(400, 300)
    return shown(made)


def surface(floating: Floating) -> QRect:
    """Where the frame is without its shadow."""
    return floating.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)


def make(window: QWidget, width: int = 100, height: int = 40) -> Floating:
    content = QLabel()
    content.setFixedSize(width, height)
    return Floating(window, content)


def test_it_stands_under_what_it_belongs_to(window: QWidget) -> None:
    floating = make(window)
    floating.place_under(QRect(50, 60, 30, 20), window)
    assert surface(floating) == QRect(50, 80 + GAP, 100, 40)


def test_it_stands_above_where_there_is_no_room_below(window: QWidget) -> None:
    floating = make(window)
    floating.place_under(QRect(50, 270, 30, 20), window)
    assert surface(floating).bottom() < 270


@pytest.mark.parametrize("left", [-50, 0, 390, 1000])
@pytest.mark.parametrize("top", [-50, 0, 290, 1000])
def test_it_stays_inside_the_window(window: QWidget, left: int, top: int) -> None:
    floating = make(window)
    floating.place_under(QRect(left, top, 10, 10), window)
    assert window.rect().contains(surface(floating))


def test_it_is_never_larger_than_the_window(window: QWidget) -> None:
    floating = make(window, 2000, 2000)
    floating.place_top()
    assert floating.width() <= window.width()
    assert floating.height() <= window.height()


def test_it_goes_with_its_owner(window: QWidget, qtbot: QtBot) -> None:
    owner = QLabel(window)
    floating = Floating(owner, QLabel())
    owner.deleteLater()
    qtbot.waitUntil(lambda: not isValid(floating))
    assert not isValid(owner)


def test_it_surrounds_what_floats_on_behalf_of_its_content(window: QWidget) -> None:
    outer, stranger = make(window), QLabel(window)
    inner = Floating(outer.content, QLabel())
    assert outer.surrounds(inner.content)
    assert outer.surrounds(outer)
    assert not inner.surrounds(outer.content)
    assert not outer.surrounds(stranger)
    assert not outer.surrounds(None)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_its_surface_is_that_of_the_theme(window: QWidget, themes: ThemeSwitch, theme: str) -> None:
    themes.choose(theme)
    floating = make(window)
    floating.place_under(QRect(50, 60, 30, 20), window)
    floating.show()
    picture = floating.grab().toImage()
    ground = {"light": "#ffffff", "dark": "#26292f", "contrast": "#ffffff"}
    assert picture.pixelColor(SHADOW + 20, SHADOW + 20).name() == ground[theme]
