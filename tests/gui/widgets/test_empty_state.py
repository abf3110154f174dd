from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.button import ActionButton
from gui.widgets.empty_state import EmptyState


def test_it_says_what_belongs_here_and_brings_it(qtbot: QtBot, themes: ThemeSwitch) -> None:
    action = QAction("Import articles…")
    made = EmptyState("library", "Articles stand here.", action)
    qtbot.addWidget(made)
    with qtbot.waitSignal(action.triggered):
        made.findChildren(ActionButton)[0].click()
    assert "Articles stand here." in [label.text() for label in made.findChildren(QLabel)]


def test_it_may_have_nothing_to_press_and_say_something_else(qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = EmptyState("library", "Loading…")
    qtbot.addWidget(made)
    made.set_sentence("No article matches.")
    assert made.findChildren(ActionButton) == []
    assert "No article matches." in [label.text() for label in made.findChildren(QLabel)]


def test_its_icon_follows_the_theme(qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = EmptyState("library", "Articles stand here.")
    qtbot.addWidget(made)
    made.show()
    before = made.findChildren(QLabel)[0].pixmap().toImage()
    themes.choose("dark")
    assert made.findChildren(QLabel)[0].pixmap().toImage() != before
