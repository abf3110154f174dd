from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.keys_sheet import KeyGroup, KeysSheet

GROUPS = [
    KeyGroup(title="Project", rows=[("New project", ["Ctrl+N"]), ("Quit", ["Ctrl+Q"])]),
    KeyGroup(title="Annotate", rows=[("Next suggestion", ["J"]), ("Accept", ["Enter"])]),
]


def words(sheet: KeysSheet) -> list[str]:
    content = sheet._area.widget()
    return [label.text() for label in content.findChildren(QLabel)] if content else []


def test_every_key_stands_on_the_sheet(qtbot: QtBot, themes: ThemeSwitch) -> None:
    sheet = KeysSheet(GROUPS)
    qtbot.addWidget(sheet)
    assert {"Project", "New project", "Ctrl+N", "Annotate", "J", "Accept", "Enter"} <= set(words(sheet))


def test_it_is_narrowed_by_what_is_done_or_by_a_key(qtbot: QtBot, themes: ThemeSwitch) -> None:
    sheet = KeysSheet(GROUPS)
    qtbot.addWidget(sheet)
    line = sheet.findChildren(QLineEdit)[0]
    QTest.keyClicks(line, "SUGG")
    assert words(sheet) == ["Annotate", "Next suggestion", "J"]
    line.clear()
    QTest.keyClicks(line, "ctrl+q")
    assert words(sheet) == ["Project", "Quit", "Ctrl+Q"]
    line.clear()
    QTest.keyClicks(line, "nothing like this")
    assert words(sheet) == []


def test_a_sheet_without_keys_is_empty(qtbot: QtBot, themes: ThemeSwitch) -> None:
    sheet = KeysSheet([])
    qtbot.addWidget(sheet)
    assert words(sheet) == []
