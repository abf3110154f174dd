"""What an import left out, as a list to read and copy, however long."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotation.importers import Skipped
from gui.dialogs.import_report import ImportReportDialog
from gui.theme import ThemeSwitch


def report(qtbot: QtBot, imported: int, *reasons: str) -> ImportReportDialog:
    skipped = [Skipped(file=f"/texts/{number}.bin", reason=reason) for number, reason in enumerate(reasons)]
    made = ImportReportDialog(imported, skipped)
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
    close = next(one for one in dialog.findChildren(QPushButton) if one.text() != "Copy the list")
    close.click()
    assert not dialog.isVisible()
