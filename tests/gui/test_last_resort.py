import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl, qWarning
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.last_resort import LastResort


@pytest.fixture
def last_resort(tmp_path: Path, qtbot: QtBot) -> Iterator[LastResort]:
    made = LastResort(tmp_path / "logs")
    made.install()
    yield made
    made.uninstall()
    if made.box is not None:
        made.box.close()


def fail(last_resort: LastResort) -> None:
    try:
        1 // 0  # noqa: B018
    except ZeroDivisionError as error:
        last_resort.catch(type(error), error, error.__traceback__)


def box(last_resort: LastResort, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: last_resort.box is not None)
    assert last_resort.box is not None
    return last_resort.box


def reports(folder: Path) -> list[Path]:
    return sorted((folder / "logs").glob("report-*.txt"))


def test_a_report_is_written_and_the_person_told_what_is_safe(
    last_resort: LastResort, tmp_path: Path, qtbot: QtBot
) -> None:
    fail(last_resort)
    shown = box(last_resort, qtbot)
    (report,) = reports(tmp_path)
    assert "ZeroDivisionError" in report.read_text("utf-8")
    assert "PySide6" in report.read_text("utf-8")
    assert "Your project is safe" in shown.informativeText()
    assert str(report) in shown.informativeText()


def test_many_errors_make_many_reports_and_one_box(
    last_resort: LastResort, tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(3):
        fail(last_resort)
    first = box(last_resort, qtbot)
    fail(last_resort)
    qtbot.waitUntil(lambda: len(reports(tmp_path)) == 4)
    assert last_resort.box is first


def test_after_the_box_is_closed_the_next_error_opens_another(last_resort: LastResort, qtbot: QtBot) -> None:
    fail(last_resort)
    box(last_resort, qtbot).close()
    qtbot.waitUntil(lambda: last_resort.box is None)
    fail(last_resort)
    assert box(last_resort, qtbot).isVisible()


def test_an_error_in_another_thread_is_caught(last_resort: LastResort, tmp_path: Path, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    assert "project is safe" in box(last_resort, qtbot).informativeText()
    assert len(reports(tmp_path)) == 1


def test_where_no_report_can_be_written_the_person_is_told_all_the_same(
    last_resort: LastResort, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    fail(last_resort)
    shown = box(last_resort, qtbot)
    assert "report" not in shown.informativeText()
    assert [button.text() for button in shown.findChildren(QPushButton)] == ["Go on"]


def test_the_report_can_be_shown(
    last_resort: LastResort, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    fail(last_resort)
    shower = box(last_resort, qtbot).findChildren(QPushButton)
    next(button for button in shower if button.text() == "Show the report").click()
    assert opened == [QUrl.fromLocalFile(str(reports(tmp_path)[0]))]


def test_what_qt_says_goes_into_the_log(last_resort: LastResort, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "qt"):
        qWarning("a picture is missing")
    assert [(record.name, record.message) for record in caplog.records] == [("qt", "a picture is missing")]


def test_the_hooks_are_given_back(tmp_path: Path, qtbot: QtBot) -> None:
    before = (sys.excepthook, threading.excepthook)
    made = LastResort(tmp_path)
    made.install()
    assert sys.excepthook == made.catch
    made.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_reports_are_kept_in_the_persons_own_folder(own_settings: Path, qtbot: QtBot) -> None:
    assert LastResort()._folder.is_relative_to(own_settings)
