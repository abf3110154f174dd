"""Feedback as a file."""

from pathlib import Path

import pytest

from annotation.adjudication.feedback import feedback_row, write_feedback
from annotation.errors import AnnotationError
from tests.annotation.adjudication.feedback.test_page import feedback_of_ben


def test_the_ending_names_the_format(tmp_path: Path) -> None:
    found = feedback_of_ben(tmp_path)
    write_feedback(found, tmp_path / "f.html")
    write_feedback(found, tmp_path / "f.PDF")
    assert (tmp_path / "f.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "f.PDF").read_bytes().startswith(b"%PDF")
    assert not list(tmp_path.glob(".*"))


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    found = feedback_of_ben(tmp_path)
    with pytest.raises(AnnotationError, match="none of the formats"):
        write_feedback(found, tmp_path / "f.doc")
    with pytest.raises(AnnotationError, match="cannot be written"):
        write_feedback(found, tmp_path / "nowhere" / "f.html")


def test_programs_read_counts_and_changes(tmp_path: Path) -> None:
    row = feedback_row(feedback_of_ben(tmp_path))
    assert (row["decisions"], row["agreed"], row["articles"]) == (7, 1, 1)
    (one,) = (found for found in row["changed"] if found["gold"] == "g3")
    assert one["differences"] == [{"part": "mention", "mine": "l’Union", "gold": "Union"}]
    assert one["verdicts"] == ["boundary"]
