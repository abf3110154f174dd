"""Several windows on one project: one session, one undo, each its own room, article and layout."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.errors import AnnotationError
from annotation.operations import AddArticles
from annotation.project import create_project
from gui.furnish import Furniture
from gui.settings import Look
from gui.shell import Shell
from gui.views.annotate import AnnotateRoom
from gui.windows import start_apart
from tests.annotation.newsroom import imported
from tests.gui.focus import focus
from tests.gui.furnished import Window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def first(window: Window, tmp_path: Path) -> Window:
    """A window on a project of two articles."""
    path = tmp_path / "newsroom.selon"
    with create_project(path) as project:
        project.apply(AddArticles(imported=tuple(imported(f"a{n}", f"Mira speaks {n}.") for n in (1, 2))))
    window.open(path)
    return window


@pytest.fixture
def second(first: Window, qtbot: QtBot) -> Iterator[Furniture]:
    """One more window, opened by its keys, with the keyboard in it."""
    QTest.keyClick(first.shell, Qt.Key.Key_N, CTRL | SHIFT)
    made = first.furniture.windows.shells[-1]
    assert made is not first.shell
    qtbot.waitUntil(made.isActiveWindow)
    furniture = made.findChild(Furniture)
    assert furniture is not None
    yield furniture
    if furniture in [one.findChild(Furniture) for one in first.furniture.windows.shells]:
        made.close()


def activate(shell: Shell, qtbot: QtBot) -> None:
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)


def article_in(furniture: Furniture) -> str:
    room = furniture.shell.rooms.made("annotate")
    assert isinstance(room, AnnotateRoom)
    return room.desk.article.id if room.desk.article else ""


def entities(first: Window) -> int:
    return len(first.session.read(lambda reader: reader.annotations("a1", [first.session.me])))


def test_each_window_has_its_own_room_and_article_on_one_session(
    first: Window, second: Furniture, qtbot: QtBot
) -> None:
    assert second.session is first.session
    assert second.shell.windowTitle() == first.shell.windowTitle()
    second.open_article("a2")
    assert first.shell.rooms.current == "corpus"
    activate(first.shell, qtbot)
    first.shell.enter("annotate")
    first.furniture.open_article("a1")
    assert (article_in(first.furniture), article_in(second)) == ("a1", "a2")


def test_what_is_done_in_one_window_is_seen_and_undone_in_the_other(
    first: Window, second: Furniture, qtbot: QtBot
) -> None:
    second.open_article("a1")
    room = second.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    first.shell.enter("annotate")
    first.furniture.open_article("a1")
    other = first.shell.rooms.room
    assert isinstance(other, AnnotateRoom)
    activate(second.shell, qtbot)
    room.focus_article()
    room.article.text.set_selection(0, 4)
    QTest.keyClick(focus(), Qt.Key.Key_E)
    qtbot.waitUntil(lambda: entities(first) == 1)
    assert [one.layer for one in other.desk.records] == ["entity"]
    undo = [shell.actions_table["edit.undo"].text() for shell in (first.shell, second.shell)]
    assert undo[0] == undo[1] != "Undo"
    activate(first.shell, qtbot)
    QTest.keyClick(first.shell, Qt.Key.Key_Z, CTRL)
    assert entities(first) == 0
    assert list(room.desk.records) == []


def test_keys_act_in_the_window_that_has_the_keyboard_alone(
    first: Window, second: Furniture, qtbot: QtBot
) -> None:
    QTest.keyClick(second.shell, Qt.Key.Key_4, CTRL)
    assert (first.shell.rooms.current, second.shell.rooms.current) == ("corpus", "boards")
    QTest.keyClick(second.shell, Qt.Key.Key_F6, CTRL)
    qtbot.waitUntil(first.shell.isActiveWindow)
    QTest.keyClick(first.shell, Qt.Key.Key_2, CTRL)
    assert (first.shell.rooms.current, second.shell.rooms.current) == ("annotate", "boards")


def test_an_article_asked_for_in_the_corpus_comes_where_articles_are_shown(
    first: Window, second: Furniture, qtbot: QtBot
) -> None:
    second.shell.enter("annotate")
    activate(first.shell, qtbot)
    first.furniture.open_article("a2")
    assert first.shell.rooms.current == "corpus"
    assert article_in(second) == "a2"
    qtbot.waitUntil(second.shell.isActiveWindow)


def test_what_could_not_be_done_is_said_in_the_window_that_asked(first: Window, second: Furniture) -> None:
    first.session.failed.emit(AnnotationError("No."))
    assert (first.notices, second.shell.messages.texts) == ((), ("No.",))


def test_closing_one_window_leaves_the_other_and_its_project(first: Window, second: Furniture) -> None:
    assert first.is_enabled("window.close")
    QTest.keyClick(second.shell, Qt.Key.Key_W, CTRL | SHIFT)
    assert not second.shell.isVisible()
    assert first.session.is_open
    assert first.shell.isVisible()
    assert not first.is_enabled("window.close")


def test_the_last_window_ends_the_session_and_its_look_is_kept(first: Window, second: Furniture) -> None:
    second.shell.enter("boards")
    first.shell.close()
    assert [first.session.is_open, second.windows.active is second.shell] == [True, True]
    second.shell.close()
    assert not first.session.is_open
    assert first.workers.closed
    assert first.shell.settings.look.last_room == "boards"


def test_quitting_closes_all_and_keeps_the_look_of_the_main_window(first: Window, second: Furniture) -> None:
    second.shell.enter("boards")
    QTest.keyClick(second.shell, Qt.Key.Key_Q, CTRL)
    assert not first.shell.isVisible()
    assert not second.shell.isVisible()
    assert not first.session.is_open
    assert first.shell.settings.look.last_room == "corpus"


def test_closing_the_project_leaves_the_window_that_asked(
    first: Window, second: Furniture, qtbot: QtBot
) -> None:
    activate(first.shell, qtbot)
    QTest.keyClick(first.shell, Qt.Key.Key_W, CTRL)
    assert not first.session.is_open
    assert first.shell.isVisible()
    assert not second.shell.isVisible()


def test_language_theme_and_keys_are_those_of_all_windows(first: Window, second: Furniture) -> None:
    second.shell.speak("fr")
    try:
        assert first.shell.actions_table["window.new"].text() == "Nouvelle fenêtre"
    finally:
        second.shell.speak("en")
    second.shell.wear("dark")
    assert first.shell.actions_table["view.theme:dark"].isChecked()
    second.shortcuts.use({"window.new": ("Ctrl+Alt+N",)})
    bound = first.shell.actions_table.find("window.new")
    assert bound is not None
    assert [key.toString() for key in bound.keys] == ["Ctrl+Alt+N"]


def test_detection_is_one_for_all_windows(first: Window, second: Furniture) -> None:
    assert second.detection is first.furniture.detection
    first.workers.hold()
    second.detection.detect(["a1", "a2"])
    assert first.is_enabled("detect.cancel")
    first.workers.let_go()
    first.rest()
    assert first.suggestions("a1") == 1


def test_a_copied_look_goes_its_own_way() -> None:
    look = Look(room_layouts={"annotate": "x"})
    other = look.copy()
    other.room_layouts["annotate"] = "y"
    assert look.room_layouts == {"annotate": "x"}


@pytest.mark.parametrize(("answer", "begun"), [((True, 7), True), ((False, 0), False), (True, True)])
def test_another_project_is_opened_by_another_program(answer: object, begun: bool, tmp_path: Path) -> None:
    asked: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> object:
        asked.append((program, arguments))
        return answer

    assert start_apart(tmp_path / "b.selon", start) is begun
    assert asked[0][0] == sys.executable
    assert asked[0][1][-1] == str(tmp_path / "b.selon")
    assert Path(asked[0][1][0]).name == "main.py"
