"""The Boards room: chosen from the rail, one board at a time, and back into the text."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotation.i18n import Message
from annotation.operations import AddAnnotations, AddArticles, PutAnnotator
from annotation.project.boards.chosen import Chosen
from annotation.records import Annotation, Annotator, Span
from gui.views.annotate import AnnotateRoom
from gui.views.boards.board import Bench, Board, BoardSpec
from gui.views.boards.listing import BOARDS
from gui.views.boards.network import NetworkBoard
from gui.views.boards.room import BoardsRoom
from gui.views.boards.scope import Here
from gui.views.boards.stances import StancesBoard
from gui.widgets.dates import short_date_words
from tests.annotation.debate import debate_file
from tests.annotation.newsroom import BOB, annotation, imported, newsroom_file
from tests.gui.furnished import Window


class Plain(Board):
    """A board that tells what is done to it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.done: list[str] = []

    def panes(self) -> Sequence[QWidget]:
        return (self,)

    def entered(self) -> None:
        self.done.append("entered")

    def commit(self) -> None:
        self.done.append("committed")

    def layout_state(self) -> str:
        return "wide"

    def restore_layout(self, state: str) -> None:
        self.done.append(state)


class Narrowed(Plain):
    """One that is about chosen records."""

    narrowed = True


SPECS = (
    BoardSpec(id="one", title=Message("One"), factory=Narrowed),
    BoardSpec(id="two", title=Message("Two"), factory=Plain),
)


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    window.open(newsroom_file(tmp_path))
    return window


@pytest.fixture
def room(opened: Window) -> BoardsRoom:
    made = BoardsRoom(
        opened.session, opened.shell.actions_table, lambda: Here(id="a1", title="Title a1"), SPECS
    )
    opened.qtbot.addWidget(made)
    made.show()
    made.entered()
    return made


def board(room: BoardsRoom) -> Plain:
    assert isinstance(room.board, Plain)
    return room.board


def test_it_is_the_fourth_room_of_the_rail(opened: Window) -> None:
    assert list(opened.shell.rooms.specs)[3] == "boards"
    QTest.keyClick(opened.shell, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(opened.shell.rooms.room, BoardsRoom)


def test_the_first_board_is_shown_and_others_are_made_when_they_are_looked_at(room: BoardsRoom) -> None:
    assert room.head.selected == "one"
    assert room.panes() == (room.head, board(room))
    assert list(room._boards) == ["one"]
    room.head._buttons["two"].click()
    assert isinstance(room.board, Plain)
    assert list(room._boards) == ["one", "two"]


def test_the_strip_stands_above_boards_that_it_narrows(room: BoardsRoom) -> None:
    assert room.bar.isVisible()
    room.show_board("two")
    assert not room.bar.isVisible()


def test_the_room_remembers_its_board_and_each_layout(room: BoardsRoom, opened: Window) -> None:
    room.show_board("two")
    again = BoardsRoom(opened.session, opened.shell.actions_table, lambda: None, SPECS)
    opened.qtbot.addWidget(again)
    again.restore_layout(room.layout_state())
    again.entered()
    assert again.head.selected == "two"
    assert board(again).done == ["wide", "entered"]


@pytest.mark.parametrize("state", ["", "[]", "{", '{"board": "gone", "states": 3}'])
def test_a_layout_of_another_version_changes_nothing(state: str, room: BoardsRoom) -> None:
    room.restore_layout(state)
    room.entered()
    assert room.head.selected == "one"


def test_what_is_being_typed_is_kept_before_the_project_closes(room: BoardsRoom) -> None:
    room.commit()
    assert board(room).done[-1] == "committed"


def test_a_board_leads_to_the_article_and_to_the_record(opened: Window) -> None:
    opened.shell.enter("boards")
    room = opened.shell.rooms.room
    assert isinstance(room, BoardsRoom)
    room.article_wanted.emit("a2")
    annotate = opened.shell.rooms.room
    assert isinstance(annotate, AnnotateRoom)
    assert annotate.desk.article is not None
    assert annotate.desk.article.id == "a2"
    suggested = opened.session.read(lambda reader: reader.annotations("a1"))[0]
    room.record_wanted.emit("a1", suggested.id)
    assert annotate.desk.record == suggested


def test_words_of_a_record_of_somebody_else_are_marked(opened: Window) -> None:
    bobs = annotation("b1", BOB.id, "entity", {"mention": ["OTAN"]}, type="ORG")
    opened.session.apply(AddAnnotations(annotations=(bobs,), actor=BOB.id))
    opened.shell.enter("boards")
    opened.furniture.records.open("a1", "b1")
    annotate = opened.shell.rooms.room
    assert isinstance(annotate, AnnotateRoom)
    assert annotate.desk.record is None
    span = bobs.spans["mention"][0]
    assert annotate.article.text.selection() == (span.start, span.end)


def test_a_record_that_is_gone_still_leads_to_its_article(opened: Window) -> None:
    opened.furniture.records.open("a1", "nobody")
    annotate = opened.shell.rooms.room
    assert isinstance(annotate, AnnotateRoom)
    assert annotate.article.text.selection() is None
    opened.furniture.records.open("gone", "nobody")
    assert annotate.desk.article is not None
    assert annotate.desk.article.id == "a1"


# ---------------------------------------------------------------- what the boards are about


def test_everybody_the_gold_set_and_each_annotator_can_be_chosen(room: BoardsRoom, opened: Window) -> None:
    people = room.bar.people
    names = [people.itemText(place) for place in range(4)]
    assert names == [
        "Everybody’s labels",
        "The gold set",
        "Ann",
        "Bob",
    ]
    opened.session.apply(PutAnnotator(annotator=Annotator(id="p-eve", name="Eve")))
    assert people.findText("Eve") > 0
    people.setCurrentIndex(people.findText("Bob"))
    people.activated.emit(people.currentIndex())
    assert room.scope.chosen.annotator == BOB.id
    people.activated.emit(people.findText("Bob"))
    assert room.bar.reset.isVisible()
    room.bar.reset.click()
    assert room.scope.is_usual
    assert people.currentIndex() == 0


def test_the_open_article_alone_can_be_shown(room: BoardsRoom) -> None:
    shown: list[str | None] = []
    room.scope.changed.connect(lambda: shown.append(room.scope.chosen.article))
    room.bar.range._buttons["article"].click()
    room.scope.set_here(Here(id="a2", title="Title a2"))
    room.scope.set_here(None)
    assert shown == ["a1", "a2", None]
    assert not room.bar.range._buttons["article"].isEnabled()


def test_dates_are_taken_once_they_are_dates(room: BoardsRoom) -> None:
    room.bar.dates.click()
    assert room.bar.dates.since.isVisible()
    QTest.keyClicks(room.bar.dates.since, "2024-0")
    assert (room.scope.chosen.since, room.bar.dates.since.property("state")) == ("2024", "error")
    QTest.keyClicks(room.bar.dates.since, "3")
    assert (room.scope.chosen.since, room.bar.dates.since.property("state")) == ("2024-03", "")
    QTest.keyClicks(room.bar.dates.until, "2024-05-31")
    assert room.scope.chosen.until == "2024-05-31"
    assert room.bar.dates.text() == f"2024-03 – {short_date_words('2024-05-31')}"
    room.bar.dates.since.clear()
    room.bar.dates._told()
    assert room.bar.dates.text().startswith("Until ")
    room.bar.dates.clear.click()
    assert (room.scope.is_usual, room.bar.dates.text()) == (True, "All dates")
    QTest.keyClicks(room.bar.dates.since, "2024")
    assert room.bar.dates.text() == "Since 2024"
    room.scope.reset()
    assert room.bar.dates.since.text() == ""
    room.bar.suggestions.click()
    assert room.scope.chosen.suggestions


# ---------------------------------------------------------------- long articles, read-only projects


def test_a_record_of_a_long_article_is_shown_when_it_has_been_read(opened: Window) -> None:
    text = "Nina Roux parle. " * 13_000
    opened.session.apply(AddArticles(imported=(imported("long", text),)))
    mine = Annotation(id="m1", article="long", annotator=opened.session.me, layer="entity",
                      spans={"mention": (Span(0, 9),)}, features={"type": "PER"})  # fmt: skip
    opened.session.apply(AddAnnotations(annotations=(mine,), actor=opened.session.me))
    opened.shell.enter("boards")
    opened.furniture.records.open("long", "m1")
    annotate = opened.shell.rooms.room
    assert isinstance(annotate, AnnotateRoom)
    opened.qtbot.waitUntil(lambda: annotate.desk.record is not None)
    assert annotate.desk.record is not None
    assert annotate.desk.record.id == "m1"
    opened.rest()


def test_every_board_works_in_a_project_that_is_only_read(window: Window, tmp_path: Path) -> None:
    path = debate_file(tmp_path)
    before = path.read_bytes()
    window.open(path, read_only=True)
    window.shell.enter("boards")
    room = window.shell.rooms.room
    assert isinstance(room, BoardsRoom)
    for spec in BOARDS:
        room.show_board(spec.id)
        window.rest()
        assert room.board is not None
        assert room.board.isVisible()
        assert room.panes()
    assert path.read_bytes() == before


def test_a_board_that_was_hidden_while_others_were_chosen_shows_these(window: Window, tmp_path: Path) -> None:
    window.open(debate_file(tmp_path))
    window.shell.enter("boards")
    room = window.shell.rooms.room
    assert isinstance(room, BoardsRoom)

    def actors(name: str) -> set[str]:
        room.show_board(name)
        window.rest()
        board = room.board
        if isinstance(board, NetworkBoard):
            return {node.party.name for node in board.view.scene.picture.nodes}
        assert isinstance(board, StancesBoard)
        lines = (*board.model.matrix.rows, *board.model.matrix.columns)
        return {line.name for line in lines}

    assert actors("network") == actors("stances") == {"Nina Roux", "Ali Ben", "OTAN", "la réforme"}
    room.scope.choose(Chosen(article="d3"))
    assert actors("stances") == actors("network") == {"Nina Roux", "la réforme"}
    room.scope.choose(Chosen(article="d2"))
    assert actors("network") == actors("stances") == {"Nina Roux", "Ali Ben", "OTAN"}
