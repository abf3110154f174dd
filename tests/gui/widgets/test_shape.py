"""Signs that say by their shape what a colour says too."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeSwitch
from gui.widgets.initial_badge import InitialBadge
from gui.widgets.key_legend import KeyLegend
from gui.widgets.shape import SIDE, Shape, ShapeMark, paint_shape


def drawn(shape: Shape, side: int = 24) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_shape(painter, shape, QRectF(0, 0, side, side), QColor("black"))
    painter.end()
    return image


def ink(image: QImage) -> float:
    """The share of the picture that is not paper."""
    dark = [
        image.pixelColor(x, y).lightness() < 128 for x in range(image.width()) for y in range(image.height())
    ]
    return sum(dark) / len(dark)


def test_every_shape_can_be_told_from_every_other(qapp: object) -> None:
    pictures = [bytes(drawn(shape).constBits()) for shape in Shape]
    assert len(set(pictures)) == len(Shape)


def test_every_shape_has_enough_ink_to_be_seen_when_small(qapp: object) -> None:
    assert all(0.05 < ink(drawn(shape, SIDE)) < 0.8 for shape in Shape)


def test_a_sign_says_its_name(themes: ThemeSwitch, shown: Callable[[QWidget], QWidget]) -> None:
    mark = ShapeMark(Shape.TRIANGLE, "Missed", "warning")
    shown(mark)
    assert mark.accessibleName() == mark.toolTip() == "Missed"
    assert mark.sizeHint().width() == SIDE
    assert not mark.grab().isNull()


def test_a_badge_is_in_the_hue_of_whom_it_stands_for(
    themes: ThemeSwitch, shown: Callable[[QWidget], QWidget]
) -> None:
    badge = InitialBadge("C", "Camille", "#0072B2")
    badge.setFixedSize(18, 18)
    shown(badge)
    colour = badge.grab().toImage().pixelColor(9, 2)
    assert colour.blue() > colour.red()
    assert badge.accessibleName() == "Camille"


def test_a_legend_shows_keys_and_what_they_do(
    themes: ThemeSwitch, shown: Callable[[QWidget], QWidget]
) -> None:
    legend = KeyLegend()
    legend.set_keys([(("A", "B"), "take"), (("X",), "reject")])
    shown(legend)
    before = legend.sizeHint().width()
    legend.set_keys([(("X",), "reject")])
    assert legend.sizeHint().width() < before
    assert legend.keys == [(("X",), "reject")]
