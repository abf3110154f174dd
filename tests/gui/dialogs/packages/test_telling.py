"""Asking for whom feedback is to be written."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from annotation.records import Annotator
from gui.dialogs.packages.telling import FeedbackDialog
from gui.theme import ThemeSwitch

PEOPLE = [Annotator(id="a", name="Anna"), Annotator(id="b", name="Ben")]


def test_who_has_decisions_is_ticked_and_the_form_names_the_file(
    qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path
) -> None:
    dialog = FeedbackDialog(PEOPLE, {"b": 4}, tmp_path / "press.selon")
    qtbot.addWidget(dialog)
    assert dialog.files == {"b": tmp_path / "press-feedback-ben.html"}
    dialog.form.setCurrentIndex(1)
    (tmp_path / "press-feedback-ben.pdf").write_text("old")
    dialog.people.check(["a", "b"])
    assert [path.name for path in dialog.files.values()] == [
        "press-feedback-anna.pdf",
        "press-feedback-ben.pdf",
    ]
    assert "are replaced" in dialog.outcome.text()
    dialog.place.line.setText("")
    assert not dialog.write.isEnabled()
