"""What was decided about one's own work."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotation.adjudication.feedback import Verdict, gather_feedback
from annotation.records import Annotator
from gui.dialogs.packages.feedback_list import FeedbackList
from gui.theme import ThemeSwitch
from tests.annotation.adjudication.feedback.decided import create_decided_project


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> FeedbackList:
    made = FeedbackList()
    qtbot.addWidget(made)
    with create_decided_project(tmp_path / "p.selon") as project:
        made.show_feedback(gather_feedback(project.read, project.read.get(Annotator, "ben")))
    return made


def test_what_differs_is_listed_first_and_kinds_can_be_chosen(dialog: FeedbackList) -> None:
    assert dialog.sentence.text() == "7 decisions about your work; 6 otherwise than you said."
    assert dialog.rows.rowCount() == 6
    dialog.which.setCurrentIndex(dialog.which.findData(Verdict.REJECTED.value))
    assert [item.decision.id for item in dialog.rows.rows] == ["d4"]
    dialog.which.setCurrentIndex(dialog.which.findData("all"))
    assert dialog.rows.rowCount() == 7


def test_a_line_tells_the_difference_and_opens_its_record(dialog: FeedbackList, qtbot: QtBot) -> None:
    row = next(place for place, item in enumerate(dialog.rows.rows) if item.decision.id == "d3")
    dialog.table.selectRow(row)
    assert "<b><s>l’</s></b>Union" in dialog.detail.text()
    assert "No article." in dialog.detail.text()
    with qtbot.waitSignal(dialog.record_wanted) as wanted:
        dialog.opener.click()
    assert wanted.args == ["a", "b3"]


def test_what_was_missed_opens_the_gold_record(dialog: FeedbackList, qtbot: QtBot) -> None:
    dialog.which.setCurrentIndex(dialog.which.findData(Verdict.MISSED.value))
    with qtbot.waitSignal(dialog.record_wanted) as wanted:
        dialog.table.activated_row.emit(0)
    assert wanted.args == ["a", "g7"]


def test_nothing_decided_says_so(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> None:
    made = FeedbackList()
    qtbot.addWidget(made)
    with create_decided_project(tmp_path / "p.selon") as project:
        made.show_feedback(gather_feedback(project.read, project.read.get(Annotator, "rita")))
    assert "Nothing was decided" in made.sentence.text()
    assert not made.opener.isEnabled()
    made.say("It cannot be read.")
    assert made.sentence.text() == "It cannot be read."
