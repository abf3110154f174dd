"""The first page: four ways to begin, and the projects that were opened lately."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.shell import Shell
from gui.views.specimen import Specimen
from gui.views.welcome import RecentRow, WelcomePage
from tests.gui.focus import focus

PATHS = ["/data/press 2024.selon", "/data/old/élections.selon"]


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> WelcomePage:
    """The page in a shown window."""
    shell.set_conditions("session", {"can-import"})
    shell.set_welcome(lambda: WelcomePage(shell.actions_table))
    shell.resize(1280, 760)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    found = shell.rooms.currentWidget()
    assert isinstance(found, WelcomePage)
    return found


@pytest.fixture
def wanted(page: WelcomePage) -> list[Path]:
    """The recent projects that were asked for."""
    asked: list[Path] = []
    page.recent_wanted.connect(asked.append)
    return asked


def show(page: WelcomePage, paths: list[str], qtbot: QtBot) -> None:
    """List these projects, and wait until they are to be seen."""
    page.show_recent(paths)
    qtbot.waitUntil(lambda: all(row.isVisible() for row in page.rows))


def words(page: WelcomePage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_it_says_what_the_program_is_and_shows_what_it_does(page: WelcomePage) -> None:
    assert words(page)[0] == "Selon"
    assert page.findChildren(Specimen)[0].isVisible()


def test_four_ways_to_begin_and_each_is_the_action_of_the_menu(page: WelcomePage, shell: Shell) -> None:
    begun: list[str] = []

    def begin(name: str) -> Callable[[], None]:
        return lambda: begun.append(name)

    names = ["project.sample", "project.new", "project.open", "project.import"]
    for name in names:
        shell.actions_table.connect_to(name, begin(name))
    for button in page.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert begun == names
    assert page.buttons[0].property("kind") == "primary"


def test_without_recent_projects_there_is_no_list(page: WelcomePage) -> None:
    assert page.rows == []
    assert "Opened lately" not in words(page)


def test_recent_projects_are_opened_by_a_click(page: WelcomePage, wanted: list[Path], qtbot: QtBot) -> None:
    show(page, PATHS, qtbot)
    assert [row.path for row in page.rows] == [Path(path) for path in PATHS]
    assert words(page)[-5:] == ["Opened lately", "press 2024", "/data", "élections", "/data/old"]
    QTest.mouseClick(page.rows[1], Qt.MouseButton.LeftButton)
    assert wanted == [Path(PATHS[1])]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_recent_projects_are_reached_by_tab_and_opened_by_a_key(
    key: Qt.Key, page: WelcomePage, wanted: list[Path], qtbot: QtBot
) -> None:
    show(page, PATHS, qtbot)
    page.buttons[-1].setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is page.rows[0]
    QTest.keyClick(focus(), key)
    assert wanted == [Path(PATHS[0])]


def test_the_list_is_another_one_when_other_projects_were_opened(page: WelcomePage, qtbot: QtBot) -> None:
    show(page, PATHS, qtbot)
    show(page, PATHS[:1], qtbot)
    assert len(page.rows) == 1
    assert "élections" not in words(page)
    show(page, [], qtbot)
    assert "Opened lately" not in words(page)


def test_what_is_not_there_now_says_so_and_can_still_be_asked_for(
    page: WelcomePage, wanted: list[Path], qtbot: QtBot
) -> None:
    show(page, PATHS, qtbot)
    page.mark_missing({PATHS[1]})
    assert page.rows[1].place.text() == "/data/old · not there now"
    assert page.rows[0].place.text() == "/data"
    QTest.mouseClick(page.rows[1], Qt.MouseButton.LeftButton)
    assert wanted == [Path(PATHS[1])]


def test_both_lines_of_a_row_can_be_read(page: WelcomePage, qtbot: QtBot) -> None:
    show(page, PATHS, qtbot)
    row = page.rows[0]
    name, place = row.findChildren(QLabel)
    assert name.geometry().bottom() <= place.geometry().top() + 1
    assert place.geometry().bottom() <= row.height()
    assert name.height() >= name.fontMetrics().height()


def test_a_row_is_called_what_it_does(page: WelcomePage) -> None:
    assert RecentRow(Path(PATHS[0])).accessibleName() == f"Open {PATHS[0]}"


def test_a_long_list_can_be_scrolled(page: WelcomePage, qtbot: QtBot) -> None:
    show(page, [f"/data/{number}.selon" for number in range(60)], qtbot)
    page.rows[-1].setFocus()
    assert len(page.rows) == 60
