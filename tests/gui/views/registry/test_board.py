"""The Registry board: its faces, its actions, the table that goes out and comes in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.operations import PutEntity
from annotation.records import Entity
from gui.session import Session
from gui.shell import Shell
from gui.views.registry.board import NAMELESS, NAMES, TWINS, RegistryBoard
from tests.gui.views.registry.conftest import settle


def held(shell: Shell) -> set[str]:
    """The actions of the registry that can be done now."""
    table = shell.actions_table
    return {bound.spec.id.partition(".")[2] for bound in table
            if bound.spec.id.startswith("registry.") and bound.action.isEnabled()}  # fmt: skip


def test_actions_can_be_done_where_what_is_chosen_allows_it(
    board: RegistryBoard, shell: Shell, qtbot: QtBot
) -> None:
    assert held(shell) == {"new", "import", "export"}
    board.names.table.choose(["lim"])
    assert held(shell) == {"new", "import", "export", "split", "remove"}
    board.names.table.choose(["lim", "m-lim"])
    assert held(shell) == {"new", "import", "export", "merge", "remove"}
    board.show_face(TWINS)
    assert held(shell) == {"new", "import", "export"}


def test_keys_of_the_table_start_what_they_say(board: RegistryBoard, qtbot: QtBot) -> None:
    names = board.names
    names.table.choose(["lim"])
    names.table.setFocus()
    QTest.keyClick(names.table, Qt.Key.Key_S)
    assert names.side.currentWidget() is names.splitting
    QTest.keyClick(names.splitting, Qt.Key.Key_Escape)
    assert names.side.currentWidget() is names.card
    assert names.table.hasFocus()
    QTest.keyClick(names.table, Qt.Key.Key_Delete)
    assert names.side.currentWidget() is names.removing
    QTest.keyClick(names.removing, Qt.Key.Key_Escape)
    names.table.choose(["lim", "elys"])
    QTest.keyClick(names.table, Qt.Key.Key_M)
    assert names.side.currentWidget() is names.merging


def test_every_face_has_panes_and_is_come_back_to(board: RegistryBoard, qtbot: QtBot) -> None:
    for face in (TWINS, NAMELESS, NAMES):
        board.show_face(face)
        assert board.head in board.panes()
        assert len(board.panes()) > 2
    board.show_face(NAMELESS)
    state = board.layout_state()
    board.show_face(NAMES)
    board.restore_layout(state)
    assert board.head.selected == NAMELESS
    board.restore_layout("no state")
    board.restore_layout("[]")
    assert board.head.selected == NAMELESS


def test_the_registry_goes_out_and_comes_in_again(
    board: RegistryBoard, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "names.csv"
    monkeypatch.setattr("gui.views.registry.board.ask_for_file", lambda *_args: out)
    monkeypatch.setattr("gui.views.registry.board.ask_for_table", lambda *_args: out)
    board._actions["registry.export"].trigger()
    qtbot.waitUntil(lambda: board.said.text() == "Wrote 5 names to names.csv.")
    written = out.read_text("utf-8").replace("Lim Soo Ho", "Lim Su Ho")
    out.write_text(f"{written},ONU,ORG,,,,\r\nx,,,,,,\r\n", "utf-8")
    board._actions["registry.import"].trigger()
    face = board.importing
    qtbot.waitUntil(lambda: bool(face.model.rows))
    assert [(line.what, line.name) for line in face.model.rows] == [
        ("line left out", "Line 8"),
        ("changed", "Lim Soo Ho"),
        ("new", "ONU"),
    ]
    assert "Lim Soo Ho → Lim Su Ho" in face.model.rows[1].how
    assert session.read(lambda reader: reader.get(Entity, "lim")).name == "Lim Soo Ho"
    face.take.click()
    assert session.read(lambda reader: reader.get(Entity, "lim")).name == "Lim Su Ho"
    assert board.said.text() == "Imported 2 names."
    session.undo_stack.undo()
    assert session.read(lambda reader: reader.find(Entity, "onu")) is None


def test_a_file_that_is_no_table_is_told_and_nothing_can_be_taken(
    board: RegistryBoard, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    board.importing.open(path)
    qtbot.waitUntil(lambda: "name" in board.importing._what.text())
    assert not board.importing.take.isEnabled()
    board.importing.cancel.click()
    assert board.head.selected == NAMES


def test_what_others_do_is_followed_while_the_board_is_shown(
    board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    session.apply(PutEntity(entity=Entity(id="onu", name="ONU")))
    qtbot.waitUntil(lambda: "onu" in board.names.model.keys)
    board.hide()
    session.apply(PutEntity(entity=Entity(id="ue", name="UE")))
    assert not board.desk._pause.isActive()
    board.show()
    board.entered()
    settle(board, qtbot)
    assert "ue" in board.names.model.keys


def test_nothing_is_asked_once_the_project_is_closed(board: RegistryBoard, session: Session) -> None:
    session.close()
    assert board.desk.ask(lambda _reader, _index: 1, 0) == 0
    assert board.names._fetch(["lim"]) == []
    board.desk.wake()
    assert not session.tasks.running


def test_tables_that_are_painted_once_more_after_the_project_was_closed_find_nothing_wrong(
    board: RegistryBoard, session: Session
) -> None:
    assert board.desk.types != ()
    session.close()
    assert board.desk.types == ()
    board.grab()
