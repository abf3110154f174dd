import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.button import ActionButton, Kind, button, icon_button


@pytest.mark.parametrize("kind", ["plain", "primary", "quiet", "link", "danger"])
def test_a_button_is_of_its_kind(kind: Kind, qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = button("Import", kind, "plus")
    qtbot.addWidget(made)
    assert (made.text(), made.property("kind"), made.icon().isNull()) == ("Import", kind, False)


def test_an_icon_alone_says_what_it_does(qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = icon_button("x", "Dismiss")
    qtbot.addWidget(made)
    assert made.accessibleName() == made.toolTip() == "Dismiss"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_the_space_bar_does(key: Qt.Key, qtbot: QtBot, themes: ThemeSwitch) -> None:
    action = QAction("Import…")
    for made in (button("Import"), ActionButton(action)):
        qtbot.addWidget(made)
        with qtbot.waitSignal(made.clicked):
            QTest.keyClick(made, key)


def test_a_button_stands_for_an_action(qtbot: QtBot, themes: ThemeSwitch) -> None:
    action = QAction("Import…")
    made = ActionButton(action, icon="plus")
    qtbot.addWidget(made)
    action.setEnabled(False)
    assert not made.isEnabled()
    action.setEnabled(True)
    action.setText("Add")
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.text() == "Add"
