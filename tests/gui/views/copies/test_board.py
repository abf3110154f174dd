"""The Copies board: finding, looking, rearranging."""

import pytest
from pytestqt.qtbot import QtBot

from annotation.project.duplicates import find_groups
from annotation.records import Article
from gui.session import Session
from gui.shell import Shell
from gui.views.copies.board import CopiesBoard
from gui.views.copies.group_list import spoken
from gui.views.copies.member_table import shared_words
from tests.gui.views.copies.conftest import BODY


def groups(session: Session) -> list[str]:
    return ["".join(one.id for one in group.articles) for group in session.read(find_groups)]


def shown(board: CopiesBoard) -> list[str]:
    return ["".join(one.id for one in group.articles) for group in board.groups.rows]


def choose(board: CopiesBoard, *rows: int) -> None:
    board.table.clearSelection()
    mode = board.table.selectionModel()
    for row in rows:
        index = board.members.index(row, 0)
        mode.select(index, mode.SelectionFlag.Select | mode.SelectionFlag.Rows)


def test_a_project_without_groups_offers_to_look_for_them(board: CopiesBoard, shell: Shell) -> None:
    assert board.empty.isVisible()
    assert shell.actions_table["copies.find"].isEnabled()
    assert not shell.actions_table["copies.carry"].isEnabled()


def test_copies_are_found_and_marked_as_one_step(found: CopiesBoard, session: Session, qtbot: QtBot) -> None:
    assert groups(session) == shown(found) == ["abc", "xy"]
    assert found.said.text() == "2 groups, 3 copies"
    assert spoken(found.groups.rows[0]) == "Titre a, 3 articles, Agence, Le Soir, Le Matin, 8 days apart"
    session.undo_stack.undo()
    qtbot.waitUntil(found.empty.isVisible)
    assert groups(session) == []


def test_a_group_says_how_much_each_article_shares(found: CopiesBoard) -> None:
    words = [shared_words(one) for one in found.members.rows]
    assert words[0] == "stands for the group"
    assert words[1].endswith(" %")


def test_two_articles_stand_beside_each_other_with_what_differs(found: CopiesBoard, qtbot: QtBot) -> None:
    assert found.beside.one.positions.text == BODY
    assert "👍👍" in found.beside.other.positions.text
    choose(found, 1, 2)
    qtbot.waitUntil(lambda: "Lina" in found.beside.other.positions.text)
    assert "👍👍" in found.beside.one.positions.text


@pytest.mark.parametrize(
    ("action", "rows", "expected"),
    [
        ("first", (1,), ["bac", "xy"]),
        ("apart", (1,), ["ac", "xy"]),
        ("split", (1, 2), ["bc", "xy"]),
    ],
)
def test_a_group_is_rearranged(
    action: str, rows: tuple[int, ...], expected: list[str], found: CopiesBoard, session: Session,
    shell: Shell, qtbot: QtBot,
) -> None:  # fmt: skip
    choose(found, *rows)
    shell.actions_table[f"copies.{action}"].trigger()
    assert groups(session) == expected
    qtbot.waitUntil(lambda: shown(found) == expected)


def test_groups_are_joined(found: CopiesBoard, session: Session, shell: Shell, qtbot: QtBot) -> None:
    found.list.selectAll()
    assert shell.actions_table["copies.join"].isEnabled()
    shell.actions_table["copies.join"].trigger()
    assert groups(session) == ["xaybc"]
    qtbot.waitUntil(lambda: len(found.groups.rows) == 1)


def test_an_article_is_opened_by_enter(found: CopiesBoard, qtbot: QtBot) -> None:
    choose(found, 2)
    with qtbot.waitSignal(found.article_wanted) as wanted:
        found.table.activated_row.emit(2)
    assert wanted.args == ["c"]


def test_looking_again_when_nothing_changed_says_the_same(found: CopiesBoard, qtbot: QtBot) -> None:
    found.find_copies()
    qtbot.waitUntil(lambda: found._finding is None)
    qtbot.waitUntil(lambda: shown(found) == ["abc", "xy"])


def test_a_closed_project_leaves_nothing(found: CopiesBoard, session: Session) -> None:
    session.close()
    assert not found.groups.rows
    assert not found.members.rows
    assert found.beside.one.positions.text == ""


def test_the_marks_are_a_column_of_the_article(found: CopiesBoard, session: Session) -> None:
    article = session.read(lambda reader: reader.get(Article, "b"))
    assert article.duplicates == "a"
