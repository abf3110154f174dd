import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch, icon, icon_names, load_theme, pixmap, set_icon
from gui.theme.icons import ICONS, svg


def colours_in(image: QImage) -> set[str]:
    """The colours of the pixels that are not see-through."""
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    opaque = (image.pixelColor(x, y) for x, y in pixels)
    return {colour.name().upper() for colour in opaque if colour.alpha() == 255}


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn(name: str, themes: ThemeSwitch) -> None:
    assert not icon(name).pixmap(16, 16).isNull()
    assert QColor(pixmap(name, 32).toImage().pixelColor(0, 0)).alpha() < 255


def test_the_licence_of_the_icons_stands_beside_them() -> None:
    assert "ISC License" in (ICONS / "LICENSE").read_text("utf-8")


def test_there_is_no_icon_of_an_unknown_name(themes: ThemeSwitch) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_an_icon_has_the_colour_of_the_theme(themes: ThemeSwitch) -> None:
    assert colours_in(pixmap("check", 48).toImage()) == {load_theme("light").colours["ink"]}
    themes.choose("dark")
    assert colours_in(pixmap("check", 48).toImage()) == {load_theme("dark").colours["ink"]}


def test_an_icon_takes_a_hue_as_well_as_a_name(themes: ThemeSwitch) -> None:
    assert colours_in(pixmap("check", 48, "#0072B2").toImage()) == {"#0072B2"}
    assert 'stroke="#0072B2"' in svg("check", "#0072B2")


def test_an_icon_is_sharp_on_a_dense_screen(themes: ThemeSwitch) -> None:
    picture = pixmap("check", 16, density=2.0)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (32, 16)


def test_a_disabled_icon_is_pale(themes: ThemeSwitch) -> None:
    pale = icon("plus", size=48).pixmap(48, 48, QIcon.Mode.Disabled).toImage()
    assert colours_in(pale) == {load_theme("light").colours["faint"]}


def test_a_button_gets_its_icon_anew_with_another_theme(qtbot: QtBot, themes: ThemeSwitch) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    set_icon(button, "plus", size=48)
    before = colours_in(button.icon().pixmap(48, 48).toImage())
    themes.choose("dark")
    after = colours_in(button.icon().pixmap(48, 48).toImage())
    assert (before, after) == ({load_theme("light").colours["ink"]}, {load_theme("dark").colours["ink"]})


def test_a_button_has_room_between_its_icon_and_its_word(qtbot: QtBot, themes: ThemeSwitch) -> None:
    pressed, bare = QPushButton("Save"), QToolButton()
    for made in (pressed, bare):
        qtbot.addWidget(made)
        set_icon(made, "check")
    assert pressed.icon().pixmap(64, 64).deviceIndependentSize().width() > 16
    assert pressed.iconSize().width() > pressed.iconSize().height()
    assert bare.iconSize().width() == bare.iconSize().height() == 16
