"""The Sources board: listed, narrowed, sorted, grouped, written, and true to what changes."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotation.operations import AddAnnotations, Discard, EditFeatures, RemoveArticles
from annotation.project import ProjectError
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.reader import BoardReader
from annotation.records import GOLD
from gui.session import Session
from gui.views.boards.attribution_columns import columns
from gui.views.boards.scope import Scope
from gui.views.boards.sources import SourcesBoard
from gui.widgets.dates import date_words, short_date_words
from tests.annotation.debate import record
from tests.annotation.newsroom import ANN, BOB
from tests.gui.views.boards.shown import Shown

Show = Callable[..., Shown]


@pytest.fixture
def shown(show: Show) -> Shown:
    return show(SourcesBoard)


@pytest.fixture
def board(shown: Shown) -> SourcesBoard:
    assert isinstance(shown.board, SourcesBoard)
    return shown.board


def ids(board: SourcesBoard) -> str:
    return " ".join(board.model.ids)


def cell(board: SourcesBoard, row: int, key: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    place = [column.key for column in board.model.columns].index(key)
    return str(board.model.data(board.model.index(row, place), role))


def click_head(board: SourcesBoard, key: str, shown: Shown) -> None:
    header = board.table.horizontalHeader()
    section = [column.key for column in board.model.columns].index(key)
    point = QPoint(header.sectionViewportPosition(section) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
    shown.rest()


def test_attributions_are_listed_and_counted(board: SourcesBoard, shown: Shown) -> None:
    assert ids(board) == "s1 s2 s3 s4"
    assert "4 attributions" in shown.texts
    assert cell(board, 0, "who") == "Nina Roux"
    assert cell(board, 0, "source_type") == "Person"
    assert cell(board, 0, "cue") == "« a affirmé » · Indirect"
    assert cell(board, 0, "content") == "10 000 manifestants ont défilé"
    assert cell(board, 0, "figures") == "10 000 manifestants"
    assert cell(board, 3, "stances") == "+ la réforme · − la réforme"
    assert (cell(board, 0, "title"), cell(board, 0, "outlet")) == ("Le défilé", "Écho")
    assert cell(board, 0, "published") == short_date_words("2024-03-01")


def test_pointing_at_a_cell_says_all_of_it(board: SourcesBoard) -> None:
    tip = Qt.ItemDataRole.ToolTipRole
    assert cell(board, 1, "who", tip) == "la police\nAnn · Accepted"
    assert cell(board, 0, "published", tip) == date_words("2024-03-01")


def test_enter_and_a_click_lead_into_the_text(board: SourcesBoard, shown: Shown) -> None:
    board.table.setFocus()
    board.table.selectRow(1)
    QTest.keyClick(board.table, Qt.Key.Key_Return)
    point = board.table.visualRect(board.model.index(3, 0)).center()
    QTest.mouseClick(board.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert shown.wanted == [("d1", "s2"), ("d3", "s4")]


def test_words_narrow_after_a_moment_and_enter_at_once(board: SourcesBoard, shown: Shown) -> None:
    QTest.keyClicks(board.filters.search, "police")
    shown.rest()
    assert ids(board) == "s2 s3"
    board.filters.search.clear()
    QTest.keyClicks(board.filters.search, "nobody")
    QTest.keyClick(board.filters.search, Qt.Key.Key_Return)
    shown.rest()
    assert ids(board) == ""
    assert board._filtered.isVisible()
    board._filtered.button.click()
    shown.rest()
    assert ids(board) == "s1 s2 s3 s4"
    assert board.filters.search.text() == ""


def test_values_narrow(board: SourcesBoard, shown: Shown) -> None:
    speech, outlet = board.filters.menus["speech"], board.filters.menus["outlet"]
    speech._ticks["direct"].trigger()
    shown.rest()
    assert ids(board) == "s4"
    assert speech.text() == "Speech: Direct"
    speech._ticks["indirect"].trigger()
    assert speech.text() == "Speech: 2"
    outlet._ticks["Écho"].trigger()
    shown.rest()
    assert ids(board) == "s1 s2"
    speech._clear()
    shown.rest()
    assert speech.text() == "Speech"
    assert list(outlet._ticks) == ["Écho", "", "Le Matin"]


def test_a_head_sorts_up_then_down_then_not_at_all(board: SourcesBoard, shown: Shown) -> None:
    click_head(board, "published", shown)
    assert ids(board) == "s1 s2 s3 s4"
    click_head(board, "published", shown)
    assert ids(board) == "s3 s1 s2 s4"
    assert board.table.horizontalHeader().sortIndicatorSection() == 8
    click_head(board, "published", shown)
    assert ids(board) == "s1 s2 s3 s4"
    assert board.table.horizontalHeader().sortIndicatorSection() == -1
    click_head(board, "figures", shown)
    assert ids(board) == "s1 s2 s3 s4"


def test_speakers_are_counted_and_chosen(board: SourcesBoard, shown: Shown) -> None:
    board.grouping._buttons["speakers"].click()
    shown.rest()
    model = board.speakers.model
    rows = [[model.data(model.index(row, column)) for column in range(3)] for row in range(model.rowCount())]
    assert rows == [["Nina Roux", "2", "2"], ["Police", "2", "2"]]
    assert board.panes() == (board.filters.search, board.speakers.table, board.table)
    board.speakers.table.selectRow(1)
    shown.rest()
    assert ids(board) == "s2 s3"
    board.grouping._buttons["rows"].click()
    shown.rest()
    assert ids(board) == "s1 s2 s3 s4"
    assert not board.speakers.isVisible()


def test_the_board_is_about_what_is_chosen(board: SourcesBoard, shown: Shown, scope: Scope) -> None:
    scope.choose(Chosen(annotator=BOB.id))
    shown.rest()
    assert ids(board) == "s4"
    scope.choose(Chosen(annotator=GOLD.id))
    shown.rest()
    assert board._filtered.isVisible()
    board._filtered.button.click()
    shown.rest()
    assert scope.is_usual
    assert ids(board) == "s1 s2 s3 s4"


def test_what_changes_is_shown_and_undoing_takes_it_back(
    board: SourcesBoard, shown: Shown, session: Session
) -> None:
    board.table.selectRow(2)
    new = record("s0", "d1", "source", {"source": ["Nina Roux"], "content": ["ont défilé"]}, speech="direct")
    session.apply(AddAnnotations(annotations=(new,), actor=ANN.id))
    session.apply(EditFeatures(annotation="s2", features={"speaker": "otan"}, actor=ANN.id))
    shown.rest()
    assert board.model.rowCount() == 5
    assert board.current == "s3"
    assert "OTAN" in [cell(board, row, "who") for row in range(5)]
    session.undo_stack.undo()
    session.undo_stack.undo()
    shown.rest()
    assert ids(board) == "s1 s2 s3 s4"
    assert cell(board, 1, "who") == "la police"


def test_nothing_is_asked_while_nobody_looks(board: SourcesBoard, shown: Shown, session: Session) -> None:
    board.hide()
    session.apply(Discard(annotations=("s1",), actor=ANN.id))
    shown.rest()
    assert board.model.rowCount() == 4
    board.show()
    board.entered()
    shown.rest()
    assert ids(board) == "s2 s3 s4"


def test_without_labels_suggestions_are_one_press_away(
    board: SourcesBoard, shown: Shown, session: Session, scope: Scope
) -> None:
    session.apply(Discard(annotations=("s1", "s2", "s3"), actor=ANN.id))
    session.apply(Discard(annotations=("s4",), actor=BOB.id))
    shown.rest()
    assert board._waiting.isVisible()
    board._waiting.button.click()
    shown.rest()
    assert scope.chosen.suggestions
    assert board.model.rowCount() == 2
    assert cell(board, 0, "who", Qt.ItemDataRole.ToolTipRole).endswith("Suggestion")


def test_without_articles_it_says_what_belongs_here(
    board: SourcesBoard, shown: Shown, session: Session
) -> None:
    session.apply(RemoveArticles(articles=("d1", "d2", "d3")))
    shown.rest()
    assert board._articleless.isVisible()
    assert board._articleless.button.text() == "Import articles…"


def test_all_rows_are_written_safely(
    board: SourcesBoard, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    odd = record("s0", "d3", "source", {"source": ["Elle"], "cue": ["juge"]}, speech="direct")
    session.apply(AddAnnotations(annotations=(odd,), actor=ANN.id))
    shown.rest()
    path = tmp_path / "out.csv"
    monkeypatch.setattr("gui.views.boards.frame.ask_for_new_file", lambda *_asked: path)
    board.export()
    shown.rest()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["id"] for row in rows] == list(board.model.ids)
    assert rows[0]["Says what"] == "10 000 manifestants ont défilé"
    assert rows[0]["source_type"] == "Person"
    assert (
        next(row for row in rows if row["id"] == "s4")["Towards whom"]
        == "la réforme (Favor); la réforme (Against)"
    )
    assert "5 rows written: out.csv." in shown.texts


def test_where_a_file_cannot_be_written_it_is_said(
    board: SourcesBoard, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path | None] = [tmp_path / "gone" / "out.csv", None]
    monkeypatch.setattr("gui.views.boards.frame.ask_for_new_file", lambda *_asked: asked.pop(0))
    board.export()
    shown.rest()
    assert any("out.csv" in text and "cannot be written" in text for text in shown.texts)
    board.export()
    assert not board.session.tasks.running


def test_what_cannot_be_read_is_said(show: Show, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    session.failed.connect(lambda error: said.append(str(error)))

    def fail(*_given: object) -> object:
        raise ProjectError("It is damaged.")

    monkeypatch.setattr(BoardReader, "attributions", fail)
    shown = show(SourcesBoard)
    assert said == ["It is damaged."]
    monkeypatch.undo()
    shown.board.entered()
    shown.rest()
    monkeypatch.setattr(BoardReader, "attribution_rows", fail)
    board = shown.board
    assert isinstance(board, SourcesBoard)
    board.model.show_ids(["s1"])
    assert cell(board, 0, "who") == ""
    assert len(said) == 2


def test_an_older_answer_never_takes_the_place_of_a_newer_one(board: SourcesBoard, shown: Shown) -> None:
    for words in ("roux", "police", "roux", "police"):
        board.filters.search.setText(words)
        board._narrow()
    shown.rest()
    assert ids(board) == "s2 s3"


def test_the_layout_is_remembered(board: SourcesBoard, shown: Shown, show: Show) -> None:
    board.grouping._buttons["speakers"].click()
    board.table.set_widths([200, *board.table._widths[1:]])
    state = board.layout_state()
    other = show(SourcesBoard).board
    assert isinstance(other, SourcesBoard)
    other.restore_layout(state)
    assert other.table.widths[0] == 200
    assert other.speakers.isVisible()
    for broken in ("", "[]", '{"columns": 3}'):
        other.restore_layout(broken)
    assert other.table.widths[0] == 200


def test_columns_share_the_room_until_somebody_sets_a_width(board: SourcesBoard, shown: Shown) -> None:
    table = board.table
    narrow = table._widths
    board.window().resize(2400, 760)
    shown.qtbot.waitUntil(lambda: table._widths[0] > narrow[0])
    assert sum(table._widths) == table.viewport().width()
    assert table.widths == []
    table.horizontalHeader().resizeSection(0, 100)
    assert table.widths[0] == 100
    assert sum(table._widths) == table.viewport().width()


def test_columns_are_called_by_the_codebook(board: SourcesBoard) -> None:
    heads = [column.title for column in columns(board._words)]
    assert heads[0] == "Who"
    assert len(heads) == len(board.model.columns)
