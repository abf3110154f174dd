from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QMessageBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotation.i18n import Message, current_language
from gui.actions import load_actions
from gui.rooms import Room, RoomSpec
from gui.settings import Look, Settings
from gui.shell import Shell, size_on
from gui.theme import ThemeSwitch, current_theme
from gui.widgets.chip_bar import ChipBar
from gui.widgets.keys_sheet import KeysSheet

OPEN = {"project-open", "writable"}
CONTROL = Qt.KeyboardModifier.ControlModifier


class Study(Room):
    """A room with two panes and switches."""

    def __init__(self) -> None:
        super().__init__()
        self.queue, self.article, self.switches = QLineEdit(), QTextEdit(), ChipBar()
        row = QHBoxLayout(self)
        row.addWidget(self.queue)
        row.addWidget(self.article)

    def panes(self) -> Sequence[QWidget]:
        return (self.queue, self.article)

    def footer(self) -> QWidget:
        return self.switches


ROOMS = [
    RoomSpec(id="corpus", title=Message("Corpus"), icon="library", factory=Room),
    RoomSpec(id="annotate", title=Message("Annotate"), icon="highlighter", factory=Study),
]


@pytest.fixture
def window(shell: Shell, qtbot: QtBot) -> Shell:
    """A window with two rooms, shown, no project open."""
    shell.set_rooms(ROOMS)
    shell.set_welcome(lambda: QLabel("Welcome"))
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


@pytest.fixture
def study(window: Shell) -> Study:
    window.set_conditions("session", OPEN)
    window.enter("annotate")
    assert isinstance(window.rooms.room, Study)
    return window.rooms.room


def test_the_window_handles_every_action_that_is_its_own(shell: Shell) -> None:
    own = {spec.id for spec in load_actions().actions if spec.id.startswith(("go.", "help.", "program."))}
    own |= {"view.theme", "view.language"}
    own -= {"help.shortcuts", "help.tour"}  # what furnishes the window does these
    assert own & shell.actions_table.unhandled() == set()


def test_without_a_project_there_is_no_rail_and_no_bar(window: Shell) -> None:
    assert not window.rail.isVisible()
    assert not window.bottom.isVisible()
    assert window.windowTitle() == "Selon"


def test_with_a_project_the_rooms_can_be_entered(window: Shell) -> None:
    window.set_conditions("session", OPEN)
    window.set_title("press-2024")
    assert window.rail.isVisible()
    assert window.rail.selected == window.rooms.current == "corpus"
    assert window.windowTitle() == "press-2024 — Selon"


def test_rooms_have_their_number_as_a_key(window: Shell) -> None:
    window.set_conditions("session", OPEN)
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.rooms.current == window.rail.selected == "annotate"
    assert window.actions_table["go.room:annotate"].isChecked()
    QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert window.rooms.current == "corpus"


def test_the_rail_leads_to_the_rooms(window: Shell) -> None:
    window.set_conditions("session", OPEN)
    window.rail.chosen.emit("annotate")
    assert window.rooms.current == "annotate"


def test_the_room_of_last_time_is_entered_first(window: Shell) -> None:
    window.settings.look.last_room = "annotate"
    window.set_conditions("session", OPEN)
    assert window.rooms.current == "annotate"


def test_actions_follow_the_conditions_of_every_source(window: Shell, study: Study) -> None:
    action = window.actions_table["suggestion.next"]
    assert not action.isEnabled()
    study.conditions_changed.emit(frozenset({"suggestions"}))
    assert action.isEnabled()
    window.enter("corpus")
    assert not action.isEnabled()


def test_closing_the_project_takes_the_rooms_conditions_along(window: Shell, study: Study) -> None:
    study.conditions_changed.emit(frozenset({"suggestions"}))
    window.set_conditions("session", set())
    assert "suggestions" not in window.actions_table.conditions
    assert window.rooms.current == ""


def test_f6_walks_through_the_panes_and_the_rail(window: Shell, study: Study) -> None:
    study.queue.setFocus()
    walked = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        walked.append(QApplication.focusWidget())
    assert walked[0] is study.article
    assert walked[1] is not None
    assert window.rail.isAncestorOf(walked[1])
    assert walked[2] is study.queue
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert study.article.hasFocus()


def test_there_are_no_panes_to_walk_without_a_room(window: Shell) -> None:
    assert not window.actions_table["go.next-pane"].isEnabled()


def test_the_switches_of_a_room_stand_below_it(window: Shell, study: Study) -> None:
    assert study.switches.isVisible()
    window.enter("corpus")
    assert not study.switches.isVisible()


def test_words_at_the_bottom(window: Shell) -> None:
    window.set_words("12 suggestions left", saved=datetime(2024, 12, 4, 14, 2, tzinfo=UTC))
    assert window.bottom.words == "12 suggestions left   ·   saved 14:02"
    window.set_words()
    assert window.bottom.words == ""


def test_the_palette_runs_a_command(window: Shell, study: Study) -> None:
    study.queue.setFocus()
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "corpus")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.rooms.current == "corpus"


def test_the_sheet_of_keys_opens_once(window: Shell, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window._keys
    assert sheet is not None
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window._keys is not sheet
    QTest.keyClick(window.findChildren(KeysSheet)[-1], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window._keys is None)


def test_about_says_the_version_and_the_licences(window: Shell, qtbot: QtBot) -> None:
    window.actions_table["help.about"].trigger()
    box = window.findChildren(QMessageBox)[0]
    assert "Selon" in box.text()
    assert "OFL" in box.informativeText() or "SIL Open Font" in box.informativeText()
    with qtbot.waitSignal(box.destroyed):
        box.close()


def test_the_theme_is_chosen_in_the_menu_and_kept(window: Shell) -> None:
    window.actions_table["view.theme:dark"].trigger()
    assert current_theme().name == window.settings.theme == "dark"
    assert window.actions_table["view.theme:dark"].isChecked()


def test_another_language_is_spoken_at_once(window: Shell, study: Study, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.language_changed):
        window.actions_table["view.language:en"].trigger()
    assert [window.settings.language, current_language(), window.rooms.current] == ["en", "en", "annotate"]
    assert window.rooms.room is not study


def test_languages_are_called_by_their_own_names(window: Shell) -> None:
    assert window.actions_table["view.language:en"].text() == "English"


def test_what_goes_on_is_shown(window: Shell) -> None:
    activity = window.begin_activity("Importing")
    activity.advance(1, 4)
    assert list(window._line.span) == [0, 0.25]
    activity.finish()


def test_closing_remembers_how_the_window_looked(
    window: Shell, study: Study, qtbot: QtBot, themes: ThemeSwitch
) -> None:
    window.resize(700, 500)
    with qtbot.waitSignal(window.closing):
        window.actions_table["program.quit"].trigger()
    assert window.settings.look.last_room == "annotate"
    again = Shell(window.settings, themes)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 500)


@pytest.mark.parametrize("geometry", ["", "AAAA", "not base64 at all", "é"])
def test_a_window_of_unknown_size_has_the_usual_one(geometry: str, qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = Shell(Settings(look=Look(window_geometry=geometry)), themes)
    qtbot.addWidget(made)
    assert made.size() == size_on(made.screen().availableGeometry().size())


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        ((1920, 1080), (1280, 800)),
        ((1280, 800), (1268, 750)),
        ((1280, 760), (1268, 710)),
        ((1024, 2000), (1012, 800)),
    ],
)
def test_a_new_window_fits_the_screen_with_its_title_bar(
    screen: tuple[int, int], window: tuple[int, int]
) -> None:
    assert size_on(QSize(*screen)).toTuple() == window
