"""Writing what the room computed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.dialogs.agreement import AgreementExportDialog, formats
from gui.views.agreement import exporting
from gui.views.agreement.room import AgreementRoom
from tests.annotation.commands.runner import run
from tests.gui.furnished import Window


def ask(opened: Window) -> AgreementExportDialog:
    opened.do("agreement.export")
    (dialog,) = (one for one in opened.shell.findChildren(AgreementExportDialog) if one.isVisible())
    return dialog


@pytest.mark.usefixtures("room")
def test_every_format_is_previewed_and_written(opened: Window, tmp_path: Path) -> None:
    for row, one in enumerate(formats()):
        dialog = ask(opened)
        dialog.list.setCurrentRow(row)
        assert "Anna" in dialog.preview.toPlainText() or one.key in ("csv", "articles")
        dialog.line.setText(str(tmp_path / f"out-{one.key}{one.ending}"))
        dialog.accept()
        opened.qtbot.waitUntil(lambda: not opened.session.tasks.running, timeout=20_000)
        assert (tmp_path / f"out-{one.key}{one.ending}").stat().st_size > 100
        assert any(f"out-{one.key}" in notice for notice in opened.notices)


def test_the_command_line_that_is_shown_writes_the_same(
    room: AgreementRoom, opened: Window, tmp_path: Path
) -> None:
    room.bar.layers.setCurrentIndex(room.bar.layers.findData("entity"))
    room.bar.layers.activated.emit(0)
    opened.qtbot.waitUntil(lambda: not opened.session.tasks.running, timeout=20_000)
    opened.qtbot.waitUntil(lambda: not opened.session.tasks.running, timeout=20_000)
    dialog = ask(opened)
    dialog.list.setCurrentRow(4)
    out = tmp_path / "units.csv"
    dialog.line.setText(str(out))
    dialog.command.copy.click()
    words = QApplication.clipboard().text().split()
    dialog.accept()
    opened.qtbot.waitUntil(lambda: not opened.session.tasks.running, timeout=20_000)
    written = out.read_text("utf-8")
    out.unlink()
    done = run(*words[1:])
    assert done.exit_code == 0
    assert out.read_text("utf-8") == written


@pytest.mark.usefixtures("room")
def test_what_cannot_be_written_is_said(opened: Window, tmp_path: Path) -> None:
    dialog = ask(opened)
    dialog.line.setText(str(tmp_path / "nowhere" / "report.html"))
    dialog.accept()
    opened.qtbot.waitUntil(lambda: not opened.session.tasks.running, timeout=20_000)
    assert any("cannot be written" in notice for notice in opened.notices)


def test_a_preview_of_many_articles_measures_none(
    room: AgreementRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = room.desk.study
    assert study is not None
    assert "f1_overlap" in exporting._articles_preview(study)
    monkeypatch.setattr(exporting, "_MANY", 1)
    assert "one by one" in exporting._articles_preview(study)
