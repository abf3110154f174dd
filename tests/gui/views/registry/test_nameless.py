"""Words that name nobody are linked, made new names or ignored, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.records import Annotation, Entity
from gui.session import Session
from gui.views.registry.board import NAMELESS, RegistryBoard
from gui.views.registry.nameless import NamelessFace
from gui.views.registry.nameless_card import is_name_like
from tests.gui.views.registry.conftest import settle


@pytest.fixture
def face(board: RegistryBoard, qtbot: QtBot) -> NamelessFace:
    board.show_face(NAMELESS)
    settle(board, qtbot)
    return board.nameless


def words(face: NamelessFace) -> list[str]:
    return [row.words for row in face.model.rows if row]


def linked(session: Session, id_: str) -> object:
    return session.read(lambda reader: reader.get(Annotation, id_)).features.get("entity")


def test_words_are_listed_by_how_often_they_stand(face: NamelessFace) -> None:
    assert words(face) == ["Nina Roux", "soldats"]
    assert face.card._counts.text() == "2 mentions in 2 articles"
    assert [choice.title for choice in face.card.offered] == ["Nina Roux"]
    assert face.card.alias.isChecked()


def test_a_digit_links_all_mentions_in_one_step(
    face: NamelessFace, board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClick(face.list, Qt.Key.Key_9)
    assert linked(session, "n-a1") is None
    QTest.keyClick(face.list, Qt.Key.Key_1)
    assert linked(session, "n-a1") == linked(session, "n-a2") == "roux"
    assert board.said.text() == "Linked 2 mentions to “Nina Roux”."
    settle(board, qtbot)
    assert words(face) == ["soldats"]
    session.undo_stack.undo()
    assert linked(session, "n-a1") is None


def test_a_name_is_typed_and_taken_with_enter(
    face: NamelessFace, board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClick(face.list, Qt.Key.Key_Slash)
    assert face.card.line.hasFocus()
    QTest.keyClicks(face.card.line, "elys")
    assert [choice.title for choice in face.card.offered] == ["L’Élysée"]
    QTest.keyClick(face.card.line, Qt.Key.Key_Return)
    assert linked(session, "n-a1") == "elys"
    assert session.read(lambda reader: reader.get(Entity, "elys")).aliases == ("Nina Roux",)


def test_escape_leaves_the_line_empty(face: NamelessFace) -> None:
    face.card.start_typing()
    QTest.keyClicks(face.card.line, "x")
    QTest.keyClick(face.card.line, Qt.Key.Key_Escape)
    assert face.card.typed == ""
    assert face.list.hasFocus()


def test_a_new_name_is_made_of_the_words(face: NamelessFace, session: Session, qtbot: QtBot) -> None:
    QTest.keyClick(face.list, Qt.Key.Key_J)
    assert not face.card.alias.isChecked()  # soldats is no name
    QTest.keyClick(face.list, Qt.Key.Key_N)
    made = session.read(lambda reader: reader.get(Entity, "soldats"))
    assert (made.name, made.type) == ("soldats", "MISC")
    assert linked(session, "n-s") == "soldats"


def test_ignored_words_are_remembered_and_can_be_taken_up_again(
    face: NamelessFace, board: RegistryBoard, qtbot: QtBot
) -> None:
    QTest.keyClick(face.list, Qt.Key.Key_X)
    settle(board, qtbot)
    assert words(face) == ["soldats"]
    face.which.select("ignored")
    face.reload()
    assert words(face) == ["Nina Roux"]
    assert face.card.ignore.text() == "Take up again"
    face.card.ignore.click()
    settle(board, qtbot)
    assert words(face) == []
    assert face._pages.currentWidget() is face._nothing


def test_words_are_narrowed_by_search_and_by_where_they_stand(
    face: NamelessFace, board: RegistryBoard, qtbot: QtBot
) -> None:
    assert [face.spot.itemText(place) for place in range(face.spot.count())][:3] == [
        "Everywhere", "Entity", "Source: Speaker"
    ]  # fmt: skip
    face.spot.setCurrentIndex(2)
    face.reload()
    assert words(face) == []
    face.spot.setCurrentIndex(0)
    face.search.setText("sold")
    settle(board, qtbot)
    assert words(face) == ["soldats"]


@pytest.mark.parametrize(
    ("text", "like"), [("Nina Roux", True), ("il", False), ("le G20", True), ("budget de la santé", False)]
)
def test_a_name_has_a_capital_or_a_digit(text: str, like: bool) -> None:
    assert is_name_like(text) is like
