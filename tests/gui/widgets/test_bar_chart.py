"""A chart of bars: drawn with its numbers, empty where there is nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from gui.theme import current_theme
from gui.widgets.bar_chart import BarChart, _round_up


def test_bars_are_as_high_as_their_numbers(shown: Callable[[QWidget], QWidget]) -> None:
    chart = BarChart()
    chart.resize(440, 148)
    shown(chart)
    chart.set_bars([("one", 2), ("none", 0), ("four", 4)], "2, 0, 4")
    image = chart.grab().toImage()
    accent = current_theme()["accent"].rgb()

    def height(place: int) -> int:
        left, width = chart._span(place)
        x = round(left + width / 2)
        return sum(image.pixel(x, y) == accent for y in range(image.height()))

    assert height(1) == 0
    assert height(2) == pytest.approx(2 * height(0), abs=3)
    assert chart.accessibleName() == "2, 0, 4"
    assert chart._place_at(10) is None
    assert chart._place_at(430) == 2


def test_nothing_is_drawn_for_nothing(shown: Callable[[QWidget], QWidget]) -> None:
    chart = BarChart()
    shown(chart)
    chart.set_bars([], "")
    ground = {chart.grab().toImage().pixel(x, 60) for x in range(60, 100)}
    assert len(ground) == 1


@pytest.mark.parametrize(
    ("number", "rounded"), [(1, 2), (3, 4), (9, 10), (11, 20), (41, 100), (100, 100), (101, 200)]
)
def test_the_scale_ends_at_a_round_number(number: int, rounded: int) -> None:
    assert _round_up(number) == rounded
