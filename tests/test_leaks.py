"""The watch that every test stands under sees what is left running, and nothing else."""

import threading

import pytest
from PySide6.QtCore import QObject, QPropertyAnimation, QThread, QTimer
from pytestqt.qtbot import QtBot

from tests import leaks
from tests.leaks import Watch, keeping_started


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "GRACE", 0.05)


def test_a_thread_that_goes_on_is_named(impatient: None) -> None:
    watch, stop = Watch(), threading.Event()
    thread = threading.Thread(target=stop.wait, name="endless")
    thread.start()
    assert watch.still_running(with_qt=False) == ["thread endless"]
    stop.set()
    thread.join()
    assert watch.still_running(with_qt=False) == []


def test_a_thread_that_was_told_to_stop_gets_time_to_end() -> None:
    watch = Watch()
    threading.Timer(0.1, lambda: None).start()
    assert watch.still_running(with_qt=False) == []


def test_an_active_timer_is_named_with_its_owner(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    watch = Watch()
    keeping_started(monkeypatch, watch)
    owner = QObject()
    timer = QTimer(owner)
    timer.setObjectName("pulse")
    timer.start(10_000)
    assert watch.still_running(with_qt=True) == ["QTimer pulse of QObject"]
    timer.stop()
    assert watch.still_running(with_qt=True) == []


def test_a_timer_that_died_with_its_owner_is_no_leak(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch()
    keeping_started(monkeypatch, watch)
    owner = QObject()
    timer = QTimer(owner)
    timer.start(10_000)
    owner.deleteLater()
    assert watch.still_running(with_qt=True) == []


def test_a_running_qt_thread_is_named(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, impatient: None) -> None:
    watch = Watch()
    keeping_started(monkeypatch, watch)
    thread = QThread()
    thread.setObjectName("lane")
    thread.start()
    assert watch.still_running(with_qt=True) == ["QThread lane"]
    thread.quit()
    thread.wait()
    assert watch.still_running(with_qt=True) == []


def test_a_running_animation_is_named(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, impatient: None) -> None:
    watch = Watch()
    keeping_started(monkeypatch, watch)
    target = QObject()
    motion = QPropertyAnimation(target, b"objectName")
    motion.setObjectName("fade")
    motion.setDuration(60_000)
    motion.setEndValue("gone")
    motion.start()
    assert watch.still_running(with_qt=True) == ["QPropertyAnimation fade"]
    motion.stop()
