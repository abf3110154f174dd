"""Merge suggestions, decided by keys and remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.operations.apart import kept_apart
from annotation.records import Entity
from gui.session import Session
from gui.views.registry.board import TWINS, RegistryBoard
from gui.views.registry.twins import APART, WAITING, TwinsFace
from tests.gui.views.registry.conftest import settle


@pytest.fixture
def twins(board: RegistryBoard, qtbot: QtBot) -> TwinsFace:
    board.show_face(TWINS)
    qtbot.waitUntil(lambda: bool(board.twins.model.rows))
    return board.twins


def test_names_that_may_be_one_are_listed_with_the_reason(twins: TwinsFace) -> None:
    (twin,) = twins.model.rows
    assert (twin.stays.entity.name, twin.goes.entity.name) == ("Lim Soo Ho", "M. Lim")
    assert "is a part of the name" in twins.card._reason.text()
    assert twins.count.text() == "one pair"


def test_enter_makes_them_one(twins: TwinsFace, board: RegistryBoard, session: Session, qtbot: QtBot) -> None:
    QTest.keyClick(twins.list, Qt.Key.Key_Return)
    merged = session.read(lambda reader: reader.get(Entity, "lim"))
    assert "M. Lim" in merged.aliases
    assert board.said.text() == "“M. Lim” is now “Lim Soo Ho”."
    settle(board, qtbot)
    assert not twins.model.rows
    assert twins._pages.currentWidget() is twins._nothing


def test_the_other_name_may_stay(twins: TwinsFace, session: Session) -> None:
    QTest.keyClick(twins.list, Qt.Key.Key_S)
    assert twins.card.stays.entity.id == "m-lim"
    twins.card.merge.click()
    assert session.read(lambda reader: reader.find(Entity, "lim")) is None


def test_not_the_same_is_remembered_and_can_be_taken_back(
    twins: TwinsFace, board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClick(twins.list, Qt.Key.Key_X)
    assert session.read(kept_apart) == {frozenset({"lim", "m-lim"})}
    settle(board, qtbot)
    twins.look()
    settle(board, qtbot)
    assert not twins.model.rows
    session.undo_stack.undo()
    settle(board, qtbot)
    twins.look()
    qtbot.waitUntil(lambda: len(twins.model.rows) == 1)


def test_what_is_kept_apart_is_listed_and_may_be_compared_again(
    twins: TwinsFace, board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClick(twins.list, Qt.Key.Key_X)
    settle(board, qtbot)
    twins.which.select(APART)
    twins.which.chosen.emit(APART)
    assert [twin.pair for twin in twins.model.rows] == [{"lim", "m-lim"}]
    assert twins.card.apart.text() == "Compare again"
    QTest.keyClick(twins.list, Qt.Key.Key_X)
    assert session.read(kept_apart) == frozenset()
    settle(board, qtbot)
    assert not twins.model.rows
    twins.which.select(WAITING)
    twins.which.chosen.emit(WAITING)
    qtbot.waitUntil(lambda: len(twins.model.rows) == 1)


def test_a_pair_whose_name_is_gone_is_dropped(
    twins: TwinsFace, board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    board.names.table.choose(["m-lim"])
    board.names.start_removal()
    board.names.removing.remove.click()
    qtbot.waitUntil(lambda: not twins.model.rows)
    settle(board, qtbot)
    assert not twins.card._content.isVisible()
