"""The last exports can be read again, each with what it lost and the command."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from annotation.exporters import Loss
from annotation.operations.sets.remembering import PastExport
from gui.dialogs.export_reports import ExportReportsDialog
from gui.theme import ThemeSwitch

LOSS = Loss(what="Notes", count=2, done="Left out.")
PAST = (
    PastExport(at="2026-03-01T09:30:00.000Z", format="csv", out="/data/out", articles=3, annotations=5,
               losses=(LOSS,), parts={"train": 2, "test": 1}, command="selon export a"),
    PastExport(at="2026-02-01T09:30:00.000Z", format="jsonl", out="/data/x.jsonl", articles=1, annotations=0),
)  # fmt: skip


def shown(
    qtbot: QtBot, past: tuple[PastExport, ...], opened: list[Path] | None = None
) -> ExportReportsDialog:
    made = ExportReportsDialog(past, (opened if opened is not None else []).append)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_newest_is_shown_and_others_can_be_chosen(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = shown(qtbot, PAST)
    assert (
        dialog.said.text()
        == "Wrote 5 annotations of 3 articles to /data/out. Articles of the parts: train 2, test 1"
    )
    assert dialog.table.text.endswith("Notes\t2\tLeft out.")
    assert dialog.command.text.toPlainText() == "selon export a"
    dialog.box.setCurrentIndex(1)
    assert "of one article to /data/x.jsonl" in dialog.said.text()
    assert dialog.lost.text() == "Nothing was lost."
    assert dialog.box.itemText(1).endswith("jsonl · x.jsonl")


def test_the_list_is_copied_and_the_folder_shown(qtbot: QtBot, themes: ThemeSwitch) -> None:
    opened: list[Path] = []
    dialog = shown(qtbot, PAST, opened)
    dialog.copy.click()
    assert "Notes" in QGuiApplication.clipboard().text()
    dialog.folder.click()
    assert opened == [Path("/data/out")]


def test_a_project_without_exports_says_so(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = shown(qtbot, ())
    assert "Nothing was exported from this project on this computer yet." in dialog.said.text()
    assert not dialog.folder.isEnabled()
    assert not dialog.table.isVisible()
    dialog._open_folder()
    assert dialog.shown is None
