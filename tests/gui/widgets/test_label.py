from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.hairline import Hairline
from gui.widgets.label import ElidedLabel, label


def test_a_label_shows_text_and_never_markup(qtbot: QtBot) -> None:
    made = label("<b>5 < 6</b>", "muted")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.property("role") == "muted"


def test_a_text_that_is_cut_short_stands_whole_in_the_tooltip(qtbot: QtBot) -> None:
    made = ElidedLabel("a long title of an article")
    qtbot.addWidget(made)
    made.resize(60, 20)
    made.grab()
    assert made.toolTip() == made.text()
    made.resize(600, 20)
    made.grab()
    assert made.toolTip() == ""
    assert made.minimumSizeHint().width() < 30


def test_a_hairline_is_as_wide_as_the_themes_rules(qtbot: QtBot, themes: ThemeSwitch) -> None:
    across, down = Hairline(), Hairline(Qt.Orientation.Vertical)
    for line in (across, down):
        qtbot.addWidget(line)
        line.show()
    assert (across.height(), down.width()) == (1, 1)
    themes.choose("contrast")
    assert (across.height(), down.width()) == (2, 2)
    assert down.grab().toImage().pixelColor(0, 0).name() == "#000000"
