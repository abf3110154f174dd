"""Who annotates is shown at the bottom, and chosen there, in the menu or with a key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.operations import PutAnnotator
from annotation.records import Annotator, new_id
from gui.widgets.pick_popover import PickPopover
from tests.annotation.newsroom import ANN, newsroom_file
from tests.gui.focus import focus
from tests.gui.furnished import Window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


@pytest.fixture
def opened(window: Window, path: Path) -> Window:
    window.open(path)
    return window


def name_of(window: Window) -> str:
    person = window.shell.bottom.person
    return person.text() if person.isVisible() else ""


def picker(window: Window) -> PickPopover:
    assert window.furniture.annotators.picker is not None
    return window.furniture.annotators.picker


def offered(window: Window) -> list[tuple[str, str]]:
    return [(choice.title, choice.note) for choice in picker(window).list.choices]


def type_in(window: Window, text: str) -> None:
    QTest.keyClicks(focus(), text)


def press(key: Qt.Key) -> None:
    QTest.keyClick(focus(), key)


def test_the_bar_says_who_annotates_while_a_project_is_open(window: Window, path: Path) -> None:
    assert name_of(window) == ""
    window.open(path)
    assert name_of(window) == "Rita"
    window.do("project.close")
    assert name_of(window) == ""


def test_a_click_on_the_name_offers_those_of_the_project(opened: Window) -> None:
    QTest.mouseClick(opened.shell.bottom.person, Qt.MouseButton.LeftButton)
    assert offered(opened) == [("Ann", ""), ("Bob", ""), ("Rita", "annotates now")]
    assert focus() is picker(opened).line


def test_somebody_of_the_project_is_chosen_by_a_few_letters(opened: Window) -> None:
    QTest.keyClick(
        focus(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    type_in(opened, "an")
    press(Qt.Key.Key_Return)
    assert (opened.session.me, name_of(opened)) == (ANN.id, "Ann")
    assert opened.shell.settings.annotator == "Ann"
    assert opened.furniture.annotators.picker is None


def test_a_new_name_is_added(opened: Window) -> None:
    opened.do("people.annotate-as")
    type_in(opened, "Zoe")
    assert offered(opened) == [("Add “Zoe”", "")]
    press(Qt.Key.Key_Return)
    assert name_of(opened) == "Zoe"
    assert [person.name for person in opened.session.people()] == ["Ann", "Bob", "Zoe"]


def test_a_name_that_is_there_is_not_offered_as_a_new_one(opened: Window) -> None:
    opened.do("people.annotate-as")
    type_in(opened, "BOB")
    assert offered(opened) == [("Bob", "")]


def test_a_name_that_cannot_be_had_is_refused_in_words(opened: Window) -> None:
    opened.do("people.annotate-as")
    type_in(opened, "machine")
    press(Qt.Key.Key_Return)
    assert name_of(opened) == "Rita"
    assert "already an annotator called “machine”" in opened.notices[-1]


def test_esc_leaves_everything_as_it_was(opened: Window) -> None:
    before = focus()
    opened.do("people.annotate-as")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert (name_of(opened), focus()) == ("Rita", before)


def test_in_a_project_that_is_open_to_look_nobody_new_is_offered(window: Window, path: Path) -> None:
    window.open(path, read_only=True)
    assert name_of(window) == "Ann"
    window.do("people.annotate-as")
    type_in(window, "Zoe")
    assert offered(window) == []
    press(Qt.Key.Key_Return)
    assert name_of(window) == "Ann"
    for _time in range(3):
        press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert name_of(window) == "Bob"


def test_of_very_many_people_all_are_offered(opened: Window) -> None:
    for number in range(80):
        person = Annotator(id=new_id(), name=f"Person {number}")
        opened.session.apply(PutAnnotator(annotator=person), undoable=False)
    opened.do("people.annotate-as")
    assert len(offered(opened)) == 83


def test_a_picker_that_is_open_goes_with_its_project(opened: Window, qtbot: QtBot) -> None:
    opened.do("people.annotate-as")
    opened.do("project.close")
    assert opened.furniture.annotators.picker is None


def test_asking_twice_opens_one_picker(opened: Window) -> None:
    opened.furniture.annotators.ask()
    opened.furniture.annotators.ask()
    shown = [one for one in opened.shell.findChildren(PickPopover) if one.isVisible()]
    assert shown == [picker(opened)]


def test_a_name_with_an_ampersand_is_shown_with_it(opened: Window) -> None:
    opened.session.annotate_as(Annotator(id=new_id(), name="Léa & Tom"))
    assert name_of(opened) == "Léa && Tom"
