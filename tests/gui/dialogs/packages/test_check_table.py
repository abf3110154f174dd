"""Rows to tick."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.dialogs.packages.check_table import CheckTable
from gui.theme import ThemeSwitch


def table(qtbot: QtBot) -> CheckTable:
    made = CheckTable(("Who", "Articles", "File"), "People", editable={2}, right={1})
    qtbot.addWidget(made)
    made.add_row("a", ("Anna", "3", "anna.selon"), checked=True)
    made.add_row("b", ("Ben", "0", "ben.selon"), checked=False)
    return made


def test_ticks_are_told_and_set(qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = table(qtbot)
    assert (made.keys, made.checked) == (["a", "b"], ["a"])
    with qtbot.waitSignal(made.ticked):
        made.item(1, 0).setCheckState(Qt.CheckState.Checked)  # type: ignore[union-attr]  # it is there
    assert made.checked == ["a", "b"]
    with qtbot.waitSignal(made.ticked):
        made.check(["b"])
    assert made.checked == ["b"]
    made.allow("b", allowed=False)
    assert made.checked == []


def test_typed_text_is_told_and_other_text_shown(qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = table(qtbot)
    with qtbot.waitSignal(made.typed) as told:
        made.item(0, 2).setText("other.selon")  # type: ignore[union-attr]  # it is there
    assert told.args == ["a", 2]
    made.set_cells("b", {1: "12"}, "twelve")
    assert made.cell("b", 1) == "12"
    made.setCurrentCell(1, 0)
    assert made.current_key == "b"
    made.remove_rows()
    assert (made.keys, made.current_key) == ([], "")
