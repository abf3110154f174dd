"""The line of agreement over time."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotation.agreement.drift import Moment
from annotation.measures import Coefficient
from gui.theme import current_theme
from gui.views.agreement.course import CourseView, lowest, moment_words, spots_of


def moment(value: float | None, low: float | None = None, day: int = 1) -> Moment:
    return Moment(
        first=f"2026-01-0{day}", last=f"2026-01-0{day}", articles=3, low=low, high=low and 1.0,
        coefficient=Coefficient(value=value, used=2, total=4), ids=frozenset({f"a{day}"}),
    )  # fmt: skip


MOMENTS = (moment(0.5, 0.2), moment(None, day=2), moment(0.9, day=3))


def test_a_part_is_told_in_words() -> None:
    said = moment_words(MOMENTS[0])
    assert "0.500 (0.20 … 1.00)" in said
    assert "3 articles" in said
    assert "2/4" in said
    assert "–" in moment_words(MOMENTS[1])


def test_the_scale_begins_at_nought_or_below() -> None:
    assert lowest(MOMENTS) == lowest(()) == 0
    assert lowest([moment(-0.35)]) == -0.4
    assert lowest([moment(-5)]) == -1


def test_higher_values_stand_higher() -> None:
    low, none, high = spots_of(QRectF(0, 0, 400, 300), MOMENTS)
    assert high.y() < low.y() < none.y()
    assert low.x() < none.x() < high.x()


def test_a_click_and_arrow_keys_choose_a_part(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    view = CourseView()
    shown(view)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current == -1
    view.show_moments(MOMENTS)
    chosen: list[int] = []
    view.part_chosen.connect(chosen.append)
    spot = spots_of(QRectF(view.rect()), MOMENTS)[2].toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert chosen == [2, 1, 2]
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert "0.900" in view.accessibleDescription()


def test_the_line_is_drawn_in_the_accent(shown: Callable[[QWidget], QWidget]) -> None:
    view = CourseView()
    shown(view)
    view.resize(400, 300)
    view.show_moments((moment(0.5), moment(0.5, day=2)))
    one, other = spots_of(QRectF(view.rect()), view.moments)
    middle = view.grab().toImage().pixelColor(round((one.x() + other.x()) / 2), round(one.y()))
    assert abs(middle.lightness() - current_theme()["accent"].lightness()) < 60
