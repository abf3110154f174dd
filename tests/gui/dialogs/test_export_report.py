"""What a format could not hold, as a table to read and copy, however long."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotation.exporters import Loss
from gui.dialogs.export_report import ExportReportDialog
from gui.theme import ThemeSwitch
from gui.widgets.dates import number_words

LOSSES = (
    Loss(what="Notes", count=1234, done="Left out."),
    Loss(what="Records that overlap", count=2, done="The longest was written. " * 6),
)


def report(qtbot: QtBot, losses: Sequence[Loss], shown: list[str] | None = None) -> ExportReportDialog:
    told = [] if shown is None else shown
    made = ExportReportDialog("Wrote 3 articles.", losses, lambda: told.append("folder"))
    qtbot.addWidget(made)
    made.show()
    return made


def press(dialog: ExportReportDialog, words: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == words).click()


def test_every_loss_has_a_row_and_long_words_break(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = report(qtbot, LOSSES)
    model = dialog.table.model()
    assert [model.index(0, column).data() for column in range(3)] == [
        "Notes",
        number_words(1234),
        "Left out.",
    ]
    assert model.rowCount() == 2
    assert dialog.table.rowHeight(1) > 2 * dialog.table.fontMetrics().lineSpacing()
    assert not dialog.table.horizontalScrollBar().isVisible()


def test_the_table_can_be_copied(qtbot: QtBot, themes: ThemeSwitch) -> None:
    press(report(qtbot, LOSSES[:1]), "Copy the list")
    assert QGuiApplication.clipboard().text() == "What\tHow many\tWhat was done\nNotes\t1234\tLeft out."


def test_the_folder_can_be_shown_and_the_report_closed(qtbot: QtBot, themes: ThemeSwitch) -> None:
    shown: list[str] = []
    dialog = report(qtbot, LOSSES, shown)
    press(dialog, "Show the folder")
    assert shown == ["folder"]
    dialog.reject()
    assert not dialog.isVisible()


def test_a_very_long_table_is_there_at_once(qtbot: QtBot, themes: ThemeSwitch) -> None:
    dialog = report(qtbot, [Loss(what=str(n), count=n, done="Left out.") for n in range(100_000)])
    dialog.table.scrollToBottom()
    assert dialog.table.model().rowCount() == 100_000
