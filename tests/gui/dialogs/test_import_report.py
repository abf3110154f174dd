"""What an import left out, as a list to read and copy, however long."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotation.importers import Skipped
from annotation.operations import ImportReport
from annotation.operations.import_report import FileReport
from annotation.records import Article
from gui.dialogs import files
from gui.dialogs.import_report import ImportReportDialog, skipped_words
from gui.theme import ThemeSwitch


def report(qtbot: QtBot, imported: int, *reasons: str) -> ImportReportDialog:
    skipped = [Skipped(file=f"/texts/{number}.bin", reason=reason) for number, reason in enumerate(reasons)]
    articles = [Article(id=str(number), title="", text_sha256="", length=1) for number in range(imported)]
    made = ImportReportDialog(ImportReport(articles=articles, skipped=skipped))
    qtbot.addWidget(made)
    made.show()
    return made


def lines(dialog: ImportReportDialog) -> list[str]:
    model = dialog.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_every_thing_that_was_left_out_has_a_line_with_its_reason(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = report(qtbot, 2, "It is empty.", "It is a picture.")
    assert lines(dialog) == ["0.bin: It is empty.", "1.bin: It is a picture."]
    assert dialog.findChildren(QLabel)[0].text() == "2 articles were imported; this was left out:"


def test_of_one_article_and_of_none_it_is_said_so(qtbot: QtBot, themes: ThemeSwitch) -> None:
    one, none = report(qtbot, 1, "x"), report(qtbot, 0, "x")
    assert "One article was" in one.findChildren(QLabel)[0].text()
    assert "Nothing was imported" in none.findChildren(QLabel)[0].text()


def test_a_file_is_named_once_and_without_its_folders(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = report(qtbot, 0, "“/texts/0.bin” is empty.", "Damaged.")
    assert lines(dialog) == ["“0.bin” is empty.", "1.bin: Damaged."]


def test_a_file_in_a_zip_is_named_with_it() -> None:
    one = Skipped(file="/texts/a.ZIP/folder/b.txt", reason="“/texts/a.ZIP/folder/b.txt” is empty.")
    assert skipped_words(one) == "“a.ZIP/folder/b.txt” is empty."
    assert skipped_words(Skipped(file="/x.zip/a.zip", reason="Damaged.")) == "x.zip/a.zip: Damaged."


def test_the_list_can_be_copied(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = report(qtbot, 2, "It is empty.", "Damaged.")
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy the list")
    copy.click()
    assert QGuiApplication.clipboard().text() == "0.bin: It is empty.\n1.bin: Damaged."


def test_a_very_long_list_is_there_at_once(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = report(qtbot, 0, *["It is empty."] * 100_000)
    dialog.list.scrollToBottom()
    assert dialog.list.model().rowCount() == 100_000


def test_it_can_be_closed(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = report(qtbot, 0, "x")
    close = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Close)
    close.click()
    assert not dialog.isVisible()


def test_every_file_is_listed_with_what_came_of_it(qtbot: QtBot, themes: ThemeSwitch) -> None:
    found = FileReport("/texts/a.jsonl", "jsonl", articles=12, annotations=3, excluded=1)
    made = ImportReportDialog(ImportReport(files={"a": found, "b": FileReport("/texts/b.txt")}))
    qtbot.addWidget(made)
    assert lines(made) == ["a.jsonl: 12 articles, 3 annotations, one not wanted"]


def test_the_report_can_be_kept_and_it_is_told_where_or_why_not(
    qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = report(qtbot, 0, "It is empty.")
    keep = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Keep as a table…")
    kept = tmp_path / "a.csv"
    for place, said in ((None, ""), (kept, "The report is in"), (tmp_path, "cannot be written")):
        monkeypatch.setattr(files, "ask_for_new_file", lambda *_asked, place=place: place)
        keep.click()
        assert said in dialog.said.text()
        assert dialog.said.isVisible() == bool(said)
    assert "It is empty." in kept.read_text("utf-8-sig")
