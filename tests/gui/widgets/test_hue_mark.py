from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.theme import current_theme
from gui.widgets.hue_mark import HueMark


def test_the_square_has_the_hue_as_the_theme_shows_it(shown: Callable[[QWidget], QWidget]) -> None:
    mark = HueMark("#0072B2")
    shown(mark)
    assert mark.grab().toImage().pixelColor(5, 5) == current_theme().hue("#0072B2")
    mark.set_hue("")
    assert mark.hue == ""
    assert mark.grab().toImage().pixelColor(5, 5) == current_theme()["muted"]
