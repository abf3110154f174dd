"""Feedback as a page."""

from dataclasses import replace
from pathlib import Path

from annotation.adjudication.feedback import Feedback, gather_feedback
from annotation.adjudication.feedback.page import page
from annotation.records import Annotator
from tests.annotation.adjudication.feedback.decided import create_decided_project


def feedback_of_ben(folder: Path) -> Feedback:
    with create_decided_project(folder / "p.selon") as project:
        return gather_feedback(project.read, project.read.get(Annotator, "ben"))


def test_a_page_shows_what_changed_and_why(tmp_path: Path) -> None:
    written = page(feedback_of_ben(tmp_path))
    assert "<h1>Feedback for Ben</h1>" in written
    assert '<mark class="mine">l’</mark>Union' in written
    assert "No article." in written
    assert "Where the guideline is silent or unclear" in written
    assert "Anna" not in written
    assert "http" not in written


def test_nothing_of_a_comment_is_taken_for_html(tmp_path: Path) -> None:
    found = feedback_of_ben(tmp_path)
    items = [replace(item, decision=replace(item.decision, comment="<b>x</b>")) for item in found.items]
    written = page(replace(found, items=items))
    assert "<b>x</b>" not in written
    assert "&lt;b&gt;x&lt;/b&gt;" in written


def test_a_page_about_nothing_says_so(tmp_path: Path) -> None:
    written = page(replace(feedback_of_ben(tmp_path), items=()))
    assert "Nothing was decided" in written
