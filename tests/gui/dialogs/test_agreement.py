"""Choosing how agreement is written, and where."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.dialogs.agreement import UNITS, AgreementExportDialog, AgreementWish, formats, quoted


def command(wish: AgreementWish) -> Sequence[str]:
    return ["selon", "agreement", wish.format.option, str(wish.out)]


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> AgreementExportDialog:
    previews = {one.key: (lambda key=one.key: f"<p>holds {key}</p>") for one in formats()}
    made = AgreementExportDialog(tmp_path / "p.selon", previews, command)
    qtbot.addWidget(made)
    made.show()
    return made


def wish(dialog: AgreementExportDialog) -> AgreementWish:
    assert dialog.wish is not None
    return dialog.wish


def test_each_format_has_a_preview_a_place_and_a_command(dialog: AgreementExportDialog) -> None:
    for row, one in enumerate(formats()):
        dialog.list.setCurrentRow(row)
        assert dialog.preview.toPlainText() == f"holds {one.key}"
        assert wish(dialog).out.suffix == one.ending
        assert one.option in dialog.command.text.toPlainText()
    assert wish(dialog).format.option == UNITS


def test_a_name_of_ones_own_stays_with_the_ending_of_the_format(dialog: AgreementExportDialog) -> None:
    dialog.line.selectAll()
    QTest.keyClicks(dialog.line, "appendix")
    assert wish(dialog).out.name == "appendix.html"
    dialog.list.setCurrentRow(1)
    assert wish(dialog).out.name == "appendix.pdf"


def test_without_a_place_nothing_can_be_written(dialog: AgreementExportDialog) -> None:
    dialog.line.clear()
    assert dialog.wish is None
    assert not dialog.save.isEnabled()
    assert dialog.command.text.toPlainText() == ""


def test_it_says_when_a_file_is_replaced(dialog: AgreementExportDialog) -> None:
    assert dialog.warning.text() == ""
    wish(dialog).out.write_text("", "utf-8")
    dialog.list.setCurrentRow(1)
    dialog.list.setCurrentRow(0)
    assert dialog.warning.text()


def test_arrow_keys_choose_and_enter_writes(dialog: AgreementExportDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert wish(dialog).format.key == "pdf"
    with qtbot.waitSignal(dialog.accepted):
        dialog.save.click()


def test_words_with_spaces_are_quoted() -> None:
    assert "'a b'" in quoted(["selon", "a b"]) or '"a b"' in quoted(["selon", "a b"])
