"""The board of progress: who did how much, how fast, what is left; and its chart."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotation.project.progress import Share, Work
from gui.shell import Shell
from gui.views.corpus_progress import ProgressBoard, all_days, time_words_of

SHARES = [
    Share(annotator="a", name="Ann", assigned=10, done=4, started=1, skipped=1, flagged=0, labels=123,
          days={"2026-03-01": 1, "2026-03-03": 3}),
    Share(annotator="b", name="Bob", assigned=6, done=0, started=0, skipped=0, flagged=2, labels=0),
]  # fmt: skip


@pytest.fixture
def board(shell: Shell, shown: Callable[[QWidget], QWidget]) -> ProgressBoard:
    made = ProgressBoard(shell.actions_table)
    made.resize(1000, 600)
    shown(made)
    return made


def cells(board: ProgressBoard, row: int) -> list[str]:
    return [str(board.rows.data(board.rows.index(row, column))) for column in range(board.rows.columnCount())]


def test_everybody_has_a_row_and_the_whole_a_sentence(board: ProgressBoard) -> None:
    board.show_progress(SHARES, [Work(annotator="a", seconds={"x": 3600.0, "y": 1200.0})])
    assert board.summary.text() == "4 of 16 done, 11 left"
    assert cells(board, 0) == ["Ann", "4 of 10", "5", "1", "0", "123", "80 min", "20 min", "1 h 40"]
    assert cells(board, 1) == ["Bob", "0 of 6", "6", "0", "2", "0", "", "", ""]


def test_the_chart_is_of_all_or_of_who_is_selected(board: ProgressBoard) -> None:
    board.show_progress(SHARES, [])
    assert [number for _day, number in board.chart.bars] == [1, 0, 3]
    board.table.selectRow(1)
    assert list(board.chart.bars) == []
    assert board.chart.isHidden()
    board.table.selectRow(0)
    assert len(board.chart.bars) == 3
    assert "Ann" in board.chart_title.text()
    assert "4 articles done" in board.chart.accessibleName()


def test_nobody_is_said(board: ProgressBoard) -> None:
    board.show_progress([], [])
    assert board.summary.text() == "Nobody annotates yet."
    assert board.chart.isHidden()


def test_days_without_work_have_a_place_and_the_latest_count() -> None:
    assert all_days(Counter()) == []
    days = all_days(Counter({"2026-01-01": 1, "2026-12-31": 2}))
    assert len(days) == 60
    assert days[-1] == ("2026-12-31", 2)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, ""), (42, "42 s"), (90, "2 min"), (5399, "90 min"), (7500, "2 h 05")]
)
def test_times_are_as_rough_as_people_want_them(seconds: float, words: str) -> None:
    assert time_words_of(seconds) == words


def test_numbers_stand_below_each_other(board: ProgressBoard) -> None:
    board.show_progress(SHARES, [])
    right = Qt.AlignmentFlag.AlignRight
    sides = [
        bool(board.rows.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) & right)
        for column in range(board.rows.columnCount())
    ]
    assert sides == [False, *[True] * 8]
