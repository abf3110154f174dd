import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch, load_theme, theme_names
from gui.theme.sheet import MARKS, style_sheet, write_marks

each_theme = pytest.mark.parametrize("name", theme_names())


@each_theme
def test_the_template_is_filled_without_a_rest(name: str, tmp_path: Path) -> None:
    theme = load_theme(name)
    sheet = style_sheet(theme, write_marks(theme, tmp_path))
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert theme.colours["accent_fill"] in sheet


@each_theme
def test_every_mark_is_a_picture_in_the_colour_of_the_theme(name: str, tmp_path: Path) -> None:
    theme = load_theme(name)
    paths = write_marks(theme, tmp_path)
    assert paths.keys() == MARKS.keys()
    for mark, path in paths.items():
        assert theme.colours[MARKS[mark][1]] in Path(path).read_text("utf-8")
        assert not QImage(path).isNull()


def test_every_mark_is_used() -> None:
    theme = load_theme("light")
    sheet = style_sheet(theme, {mark: f"<{mark}>" for mark in MARKS})
    assert [mark for mark in MARKS if f"<{mark}>" not in sheet] == []


def test_focus_moves_nothing(qtbot: QtBot, themes: ThemeSwitch) -> None:
    theme = load_theme("light")
    sheet = style_sheet(theme, dict.fromkeys(MARKS, "x"))
    assert f"padding: {5 - theme.focus + theme.rule}px {12 - theme.focus + theme.rule}px" in sheet


def test_qt_understands_every_rule(qtbot: QtBot, themes: ThemeSwitch, qtlog: object) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.ensurePolished()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert load_theme("light").colours["hairline"] in application.styleSheet()
