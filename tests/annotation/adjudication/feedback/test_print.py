"""Feedback as PDF."""

from dataclasses import replace
from pathlib import Path

from annotation.adjudication.feedback.print import print_feedback
from tests.annotation.adjudication.feedback.test_page import feedback_of_ben


def test_a_print_is_a_pdf_with_several_parts(tmp_path: Path) -> None:
    found = feedback_of_ben(tmp_path)
    print_feedback(found, tmp_path / "f.pdf")
    print_feedback(replace(found, items=()), tmp_path / "empty.pdf")
    whole, empty = ((tmp_path / name).read_bytes() for name in ("f.pdf", "empty.pdf"))
    assert whole.startswith(b"%PDF")
    assert empty.startswith(b"%PDF")
    assert len(whole) > len(empty)
