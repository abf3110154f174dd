"""The Stances board: a matrix that leads to its evidence, and files of both."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from annotation.operations import AddAnnotations, Discard
from annotation.project import ProjectError
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.reader import BoardReader
from gui.models.matrix_table import COUNTS
from gui.session import Session
from gui.views.boards.polarity import count_words
from gui.views.boards.scope import Scope
from gui.views.boards.stances import TOPIC, StancesBoard
from tests.annotation.debate import record
from tests.annotation.newsroom import ANN, BOB
from tests.gui.painted import RED, painted
from tests.gui.views.boards.shown import Shown

Show = Callable[..., Shown]


@pytest.fixture
def shown(show: Show) -> Shown:
    return show(StancesBoard)


@pytest.fixture
def board(shown: Shown) -> StancesBoard:
    assert isinstance(shown.board, StancesBoard)
    return shown.board


def names(board: StancesBoard, orientation: Qt.Orientation) -> list[str]:
    model = board.model
    number = model.columnCount() if orientation == Qt.Orientation.Horizontal else model.rowCount()
    return [str(model.headerData(place, orientation)) for place in range(number)]


def rows(board: StancesBoard) -> list[str]:
    return names(board, Qt.Orientation.Vertical)


def columns(board: StancesBoard) -> list[str]:
    return names(board, Qt.Orientation.Horizontal)


def said(board: StancesBoard, row: int, column: int) -> str:
    counts = board.model.index(row, column).data(COUNTS)
    return count_words(counts) if counts else ""


def quotes(board: StancesBoard) -> list[str]:
    model = board.evidence.model
    return [row.quote for place in range(model.rowCount()) if (row := model.row(place))]


def click(board: StancesBoard, row: int, column: int) -> None:
    point = board.view.visualRect(board.model.index(row, column)).center()
    QTest.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_stances_are_counted_with_their_totals(board: StancesBoard, shown: Shown) -> None:
    assert rows(board) == ["Nina Roux", "Ali Ben", "Total"]
    assert columns(board) == ["la réforme", "OTAN", "Total"]
    assert said(board, 0, 0) == "Favor 1, Against 1"
    assert said(board, 1, 0) == ""
    assert said(board, 2, 2) == "Favor 2, Against 2"
    assert said(board, 0, 2) == "Favor 2, Against 1"
    assert "4 stances" in shown.texts


def test_a_cell_leads_to_its_evidence_and_that_into_the_text(board: StancesBoard, shown: Shown) -> None:
    click(board, 0, 0)
    assert board.evidence.title.text() == "Nina Roux → la réforme"
    assert quotes(board) == ["bonne", "mauvaise"]
    point = board.evidence.list.visualRect(board.evidence.model.index(1, 0)).center()
    QTest.mouseClick(board.evidence.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    board.evidence.list.choose(0)
    QTest.keyClick(board.evidence.list, Qt.Key.Key_Return)
    assert shown.wanted == [("d3", "t4"), ("d3", "t3")]


def test_arrows_walk_and_totals_have_evidence_too(board: StancesBoard) -> None:
    click(board, 0, 1)
    QTest.keyClick(board.view, Qt.Key.Key_Down)
    assert quotes(board) == ["accuse"]
    QTest.keyClick(board.view, Qt.Key.Key_Right)
    assert board.evidence.title.text() == "Ali Ben → Total"
    assert quotes(board) == ["accuse"]
    click(board, 1, 0)
    assert quotes(board) == []
    assert board.evidence.hint.isVisible()


def test_topics_net_minimum_and_concepts_are_options(board: StancesBoard, shown: Shown) -> None:
    board.options.columns._buttons["topics"].click()
    shown.rest()
    assert columns(board) == ["War and peace", "Total"]
    assert "3 stances have no holder or no target." in shown.texts
    board.options.columns._buttons["targets"].click()
    board.options.minimum.setValue(2)
    shown.rest()
    assert (rows(board), columns(board)) == (["Nina Roux", "Total"], ["la réforme", "Total"])
    assert "2 stances are in small cells." in shown.texts
    board.options.minimum.setValue(1)
    board.options.concepts.click()
    shown.rest()
    assert columns(board) == ["OTAN", "Total"]
    board.options.shown._buttons["net"].click()
    assert board.view._drawn.net


def test_a_topic_with_a_colour_of_its_own_shows_it_in_the_head(
    board: StancesBoard, session: Session, shown: Shown
) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert {board.view.hue_of_line(place, across) for place in range(3)} == {""}
    board.options.columns._buttons["topics"].click()
    shown.rest()
    key = board.model.matrix.columns[0].key
    session._codebook = painted(session.codebook, "stance", "concept", key.removeprefix(TOPIC))
    assert [board.view.hue_of_line(place, across) for place in range(2)] == [RED, ""]
    assert board.view.hue_of_line(0, down) == ""


def test_lines_are_ordered(board: StancesBoard, shown: Shown) -> None:
    order = board.options.order
    order.setCurrentIndex(1)
    order.activated.emit(1)
    shown.rest()
    assert rows(board) == ["Ali Ben", "Nina Roux", "Total"]


def test_what_the_options_hide_can_be_shown_again(board: StancesBoard, shown: Shown) -> None:
    board.options.minimum.setValue(9)
    shown.rest()
    assert board._filtered.isVisible()
    board._filtered.button.click()
    shown.rest()
    assert board.view.isVisible()
    assert board.options.minimum.value() == 1


def test_the_chosen_cell_stays_chosen_as_stances_come_and_go(
    board: StancesBoard, shown: Shown, session: Session
) -> None:
    click(board, 1, 1)
    new = record("t9", "d1", "stance", {"evidence": ["affirmé"]}, holder={"entity": "police"},
                 target={"entity": "roux"}, polarity="neutral")  # fmt: skip
    session.apply(AddAnnotations(annotations=(new,), actor=ANN.id))
    shown.rest()
    assert rows(board) == ["Nina Roux", "Ali Ben", "Police", "Total"]
    assert quotes(board) == ["accuse"]
    session.undo_stack.undo()
    shown.rest()
    assert rows(board) == ["Nina Roux", "Ali Ben", "Total"]
    session.apply(Discard(annotations=("t2",), actor=ANN.id))
    shown.rest()
    assert board.evidence.title.text() == ""


def test_the_matrix_is_about_what_is_chosen(board: StancesBoard, shown: Shown, scope: Scope) -> None:
    scope.choose(Chosen(annotator=BOB.id))
    shown.rest()
    assert rows(board) == ["Nina Roux", "Total"]
    scope.choose(Chosen(article="d1"))
    shown.rest()
    assert board._filtered.isVisible()


def test_without_stances_it_says_what_belongs_here(
    board: StancesBoard, shown: Shown, session: Session
) -> None:
    session.apply(Discard(annotations=("t1", "t2"), actor=ANN.id))
    session.apply(Discard(annotations=("t3", "t4"), actor=BOB.id))
    shown.rest()
    assert board._unmarked.isVisible()
    assert board._unmarked.button.text() == "Annotate"


def test_what_cannot_be_read_is_said(show: Show, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    failed: list[str] = []
    session.failed.connect(lambda error: failed.append(str(error)))

    def fail(*_given: object) -> object:
        raise ProjectError("It is damaged.")

    monkeypatch.setattr(BoardReader, "keys", fail)
    board = show(StancesBoard).board
    assert isinstance(board, StancesBoard)
    assert set(failed) == {"It is damaged."}
    failed.clear()
    monkeypatch.setattr(BoardReader, "evidence", fail)
    board.evidence.show_evidence("T", ["t1"])
    assert quotes(board) == []
    assert failed == ["It is damaged."]


def test_matrix_and_list_are_written(
    board: StancesBoard, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    monkeypatch.setattr("gui.views.boards.frame.ask_for_new_file", lambda *_asked: path)

    def written(write: Callable[[], None]) -> list[list[str]]:
        write()
        shown.rest()
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.reader(stream))

    counts = written(board.export_matrix)
    assert counts[0][:3] == ["Holder", "la réforme: Favor", "la réforme: Against"]
    assert counts[1][:7] == ["Nina Roux", "1", "1", "0", "0", "1", "0"]
    assert counts[3][-4:] == ["2", "2", "0", "0"]
    board.options.shown.select("net")
    assert written(board.export_matrix)[2] == ["Ali Ben", "", "-1", "-1"]
    found = written(board.export_list)
    assert found[0][:4] == ["Holder", "Polarity", "Target", "Evidence"]
    assert sorted(row[-1] for row in found[1:]) == ["t1", "t2", "t3", "t4"]


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_pictures_are_written(
    ending: str, board: StancesBoard, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"out{ending}"
    monkeypatch.setattr("gui.views.boards.stances.ask_for_new_file", lambda *_asked: path)
    board.export_picture(ending)
    assert f"Written: out{ending}." in shown.texts
    if ending == ".svg":
        assert "Nina Roux" in path.read_text("utf-8")
    else:
        assert QImage(str(path)).width() > 400
    monkeypatch.setattr("gui.views.boards.stances.ask_for_new_file", lambda *_asked: None)
    board.export_picture(ending)
    monkeypatch.setattr(
        "gui.views.boards.stances.ask_for_new_file", lambda *_asked: tmp_path / "no" / path.name
    )
    board.export_picture(ending)
    assert any("cannot be written" in text for text in shown.texts)


def test_the_layout_is_remembered(board: StancesBoard, show: Show) -> None:
    board.options.most.setValue(40)
    board.options.shown._buttons["net"].click()
    state = board.layout_state()
    other = show(StancesBoard).board
    assert isinstance(other, StancesBoard)
    other.restore_layout(state)
    assert other.options.most.value() == 40
    assert other.view._drawn.net
    for broken in ("", "[]", '{"options": {"columns": "x"}}'):
        other.restore_layout(broken)
    assert other.options.most.value() == 40


def test_every_cell_is_drawn_whatever_it_shows(board: StancesBoard) -> None:
    board.view.setFocus()
    board.view.selectRow(0)
    counted = board.view.grab().toImage()
    board.options.shown._buttons["net"].click()
    assert board.view.grab().toImage() != counted
    assert board.panes() == (board.view, board.evidence.list)
