"""What was done, as a table to copy."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.packages.listing import ListingDialog
from gui.theme import ThemeSwitch


def test_the_list_is_copied_and_the_folder_shown(
    qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    rows = [("ben.selon", "Ben"), ("zoe.selon", "Zoé")]
    dialog = ListingDialog("Done", "Wrote 2 packages.", ("File", "Annotator"), rows, tmp_path)
    qtbot.addWidget(dialog)
    press = {one.text(): one.click for one in dialog.findChildren(QPushButton)}
    press["Copy the list"]()
    assert QGuiApplication.clipboard().text() == "File\tAnnotator\nben.selon\tBen\nzoe.selon\tZoé"
    press["Show the folder"]()
    assert shown == [str(tmp_path)]
    assert dialog.model.rowCount() == 2
