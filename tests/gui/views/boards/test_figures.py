"""The Figures board: what several sources count, side by side."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotation.operations import AddAnnotations, Discard, EditFeatures
from annotation.operations.boards.comparing import compare_figures
from gui.session import Session
from gui.views.boards.figure_words import decimal_words, figure_words
from gui.views.boards.figures import FiguresBoard
from gui.views.boards.number_line import share_of
from tests.annotation.debate import record
from tests.annotation.newsroom import ANN
from tests.annotation.operations.boards.test_comparing import POLICE, ROUX, figure
from tests.gui.focus import focus
from tests.gui.views.boards.shown import Shown

Show = Callable[..., Shown]


@pytest.fixture
def shown(show: Show) -> Shown:
    return show(FiguresBoard)


@pytest.fixture
def board(shown: Shown) -> FiguresBoard:
    assert isinstance(shown.board, FiguresBoard)
    return shown.board


def listed(board: FiguresBoard) -> list[list[str]]:
    model = board.model
    columns = range(model.columnCount())
    return [[model.data(model.index(row, column)) for column in columns] for row in range(model.rowCount())]


def grid(board: FiguresBoard) -> list[list[str]]:
    model = board.detail.model
    columns = range(model.columnCount())
    return [[model.data(model.index(row, column)) for column in columns] for row in range(model.rowCount())]


def test_what_several_count_is_listed_with_how_far_they_are_apart(board: FiguresBoard, shown: Shown) -> None:
    assert listed(board) == [["manifestants", "Number", "2", "3000 – 10000 · 3.3 times"]]
    assert "one thing counted" in shown.texts


def test_sources_stand_side_by_side(board: FiguresBoard) -> None:
    model = board.detail.model
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(2)]
    articles = [model.headerData(place, Qt.Orientation.Vertical) for place in range(2)]
    assert heads == ["Police", "Nina Roux"]
    assert [name.split(" · ")[1] for name in articles] == ["Le défilé", "Après le défilé"]
    assert grid(board) == [["4000", "10000"], ["3000–5000", ""]]
    assert board.detail.line.isVisible()
    assert board.detail.grab().toImage() != board.table.grab().toImage()


def test_a_figure_leads_into_the_text(board: FiguresBoard, shown: Shown) -> None:
    table = board.detail.table
    place = table.visualRect(board.detail.model.index(0, 1)).topLeft() + QPoint(12, 12)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    empty = table.visualRect(board.detail.model.index(1, 1)).topLeft() + QPoint(12, 12)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=empty)
    table.setCurrentIndex(board.detail.model.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert shown.wanted == [("d1", "f1"), ("d2", "f3")]


def test_lone_sources_and_nameless_amounts_are_shown_on_demand(
    board: FiguresBoard, shown: Shown, session: Session
) -> None:
    money = {"kind": "money", "unit": "EUR"}
    paid = record("f8", "d3", "figure", {"mention": ["bonne"]}, value="5", **money)
    jobs = record(
        "f9", "d3", "figure", {"mention": ["mauvaise"]}, kind="cardinal", value="7", counted="emplois"
    )
    session.apply(AddAnnotations(annotations=(paid, jobs), actor=ANN.id))
    shown.rest()
    assert [row[0] for row in listed(board)] == ["manifestants"]
    board.several.click()
    shown.rest()
    assert [row[0] for row in listed(board)] == ["manifestants", "emplois"]
    board.nameless.click()
    shown.rest()
    assert [row[0] for row in listed(board)] == ["manifestants", "EUR", "emplois"]
    board.table.selectRow(2)
    assert grid(board) == [["7"]]
    assert board.detail.model.headerData(0, Qt.Orientation.Horizontal) == "The article itself"
    assert not board.detail.line.isVisible()


def test_words_find_what_is_counted_and_who_says_so(board: FiguresBoard, shown: Shown) -> None:
    QTest.keyClicks(board.search, "nina manif")
    assert len(listed(board)) == 1
    QTest.keyClicks(board.search, "x")
    assert board._filtered.isVisible()
    board._filtered.button.click()
    shown.rest()
    assert len(listed(board)) == 1
    assert not board.several.isChecked()


def test_changes_are_followed_and_undone(board: FiguresBoard, shown: Shown, session: Session) -> None:
    session.apply(EditFeatures(annotation="f1", features={"value": "12000"}, actor=ANN.id))
    shown.rest()
    assert grid(board)[0] == ["4000", "12000"]
    session.undo_stack.undo()
    shown.rest()
    assert grid(board)[0] == ["4000", "10000"]
    session.apply(Discard(annotations=("f1", "f2", "f3"), actor=ANN.id))
    shown.rest()
    assert board._unmarked.isVisible()
    assert focus() is board._unmarked.button, "the keyboard is where the way out is"


def test_every_figure_is_written(
    board: FiguresBoard, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    monkeypatch.setattr("gui.views.boards.frame.ask_for_new_file", lambda *_asked: path)
    board.export()
    shown.rest()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["Source"], row["Figure"], row["id"]) for row in rows] == [
        ("Police", "4000", "f2"), ("Police", "3000–5000", "f3"), ("Nina Roux", "10000", "f1"),
    ]  # fmt: skip
    assert (rows[0]["Lowest of all"], rows[0]["Highest of all"]) == ("3000", "10000")
    assert (rows[1]["In the text"], rows[1]["Article"]) == ("3 000 à 5 000 manifestants", "Après le défilé")


def test_the_layout_is_remembered(board: FiguresBoard, show: Show) -> None:
    board.several.setChecked(False)
    state = board.layout_state()
    other = show(FiguresBoard).board
    assert isinstance(other, FiguresBoard)
    other.restore_layout(state)
    assert not other.several.isChecked()
    for broken in ("", "3", '{"panes": [1], "columns": [], "ticks": 3}'):
        other.restore_layout(broken)
    assert not other.several.isChecked()
    assert other.panes() == (other.search, other.table, other.detail.table)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("10000", "10000"),
        ("-3.50", "-3.50"),
        ("", ""),
        ("1e3", "1e3"),
        ("9" * 20, "9" * 20),
        (Decimal(5), "5"),
    ],
)
def test_decimals_read_as_they_are(number: str | Decimal, words: str) -> None:
    assert decimal_words(number) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"value": "5", "comparator": ">="}, "≥ 5"),
        ({"value": "5", "comparator": "~", "unit": "EUR", "per": "a"}, "≈ 5 EUR/a"),
        ({"value": "5", "unit": "%"}, "5 %"),
        ({"comparator": "range", "value_min": "2"}, "2–…"),
        ({"vague": True}, "vague"),
        ({}, "?"),
    ],
)
def test_figures_read_with_their_comparator(values: dict[str, str], words: str) -> None:
    assert figure_words(figure("1", source=None, **values)) == words


def test_far_numbers_stand_by_powers_of_ten() -> None:
    (near,) = compare_figures([figure("1", "10", ROUX), figure("2", "20", POLICE)])
    assert [share_of(Decimal(number), near) for number in (10, 15, 20)] == [0.0, 0.5, 1.0]
    (far,) = compare_figures([figure("1", "1", ROUX), figure("2", "10000", POLICE)])
    assert share_of(Decimal(100), far) == pytest.approx(0.5)
    (same,) = compare_figures([figure("1", "1", ROUX), figure("2", "1", POLICE)])
    assert share_of(Decimal(1), same) == 0.0
