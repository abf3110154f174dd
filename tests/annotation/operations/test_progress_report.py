"""Progress as a table for a spreadsheet."""

import csv
from pathlib import Path

import pytest

from annotation.operations import MarkArticles, OperationError
from annotation.operations.progress_report import HEAD, pace, progress_rows, write_progress
from annotation.project.progress import Share, Work
from annotation.records import AssignmentState
from tests.annotation.newsroom import ANN, newsroom

SHARE = Share(
    annotator="p", name="Zoë", assigned=10, done=4, started=1, skipped=1, flagged=0, labels=7,
    days={"2026-03-02": 1, "2026-03-01": 3},
)  # fmt: skip


def test_pace_is_known_where_something_is_done_and_time_was_spent() -> None:
    work = Work(annotator="p", seconds={"a": 3600.0, "b": 3600.0})
    assert pace(SHARE, work) == (2.0, 30.0, 2.0)
    assert pace(SHARE, None) == (0.0, 0.0, 0.0)


def test_a_row_has_everything() -> None:
    (row,) = progress_rows([SHARE], [Work(annotator="p", seconds={"a": 7200.0})])
    assert list(row) == list(HEAD)
    assert row["annotator"] == "Zoë"
    assert (row["left"], row["hours"], row["minutes_per_article"]) == (5, 2.0, 30.0)
    assert (row["first_day"], row["last_day"]) == ("2026-03-01", "2026-03-02")


def test_the_table_is_written(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.apply(
            MarkArticles(articles=("a1",), annotator=ANN.id, state=AssignmentState.DONE, actor=ANN.id)
        )
        assert write_progress(project.read, tmp_path / "p.csv") == 2
        text = (tmp_path / "p.csv").read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(text.splitlines()))
        assert [(row["annotator"], row["done"], row["assigned"]) for row in rows] == [
            ("Ann", "1", "3"),
            ("Bob", "0", "3"),
        ]
        with pytest.raises(OperationError, match="cannot be written"):
            write_progress(project.read, tmp_path)
