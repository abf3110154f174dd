"""Waiting for what nothing else may happen beside: it is shown, can be stopped, and hands its result over."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotation.errors import AnnotationError
from gui.dialogs.waiting import WaitingDialog, wait_for
from gui.tasks import Cancelled, Progress, Tasks
from gui.theme import ThemeSwitch


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def parent(qtbot: QtBot, themes: ThemeSwitch) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def dialog() -> WaitingDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, WaitingDialog)
    return found


def slowly(progress: Progress) -> str:
    """Goes on until somebody stops it."""
    for done in range(10_000):
        progress.report(done, 10_000)
        threading.Event().wait(0.002)
    return "never"


def test_the_result_is_handed_over(parent: QWidget, tasks: Tasks) -> None:
    assert wait_for(parent, tasks, "Undoing", lambda _progress: threading.current_thread().name) != (
        threading.current_thread().name
    )
    assert QApplication.activeModalWidget() is None


def test_it_is_shown_how_far_it_is_and_the_window_lives(parent: QWidget, tasks: Tasks) -> None:
    seen: list[str] = []

    def look() -> None:
        seen.append(dialog().windowTitle())
        seen.append(dialog().panel.words)
        dialog().panel.ask()

    QTimer.singleShot(150, look)
    with pytest.raises(Cancelled):
        wait_for(parent, tasks, "Undoing", slowly)
    assert seen[0] == "Undoing"
    assert "of 10" in seen[1]


@pytest.mark.parametrize("how", ["esc", "close", "button"])
def test_a_person_can_stop_it_in_every_way_that_closes_a_dialog(
    how: str, parent: QWidget, tasks: Tasks
) -> None:
    def stop() -> None:
        if how == "esc":
            QTest.keyClick(dialog(), Qt.Key.Key_Escape)
        elif how == "close":
            dialog().close()
            assert dialog().isVisible(), "it stays until the work has ended"
        else:
            dialog().findChildren(QPushButton)[0].click()

    QTimer.singleShot(20, stop)
    with pytest.raises(Cancelled):
        wait_for(parent, tasks, "Undoing", slowly)
    assert not tasks.running


def test_what_went_wrong_is_raised_here(parent: QWidget, tasks: Tasks) -> None:
    def fail(_progress: Progress) -> str:
        raise AnnotationError("No.")

    with pytest.raises(AnnotationError, match="No"):
        wait_for(parent, tasks, "Undoing", fail)
