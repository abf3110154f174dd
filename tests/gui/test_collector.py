"""Garbage is collected in the window's thread, and in no other."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.collector import Collector


class Knot:
    """Something that only the collector can take away, and that says in which thread it was."""

    def __init__(self, ended: list[int]) -> None:
        self.itself = self
        self._ended = ended

    def __del__(self) -> None:
        self._ended.append(threading.get_ident())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    gc.collect()
    made = Collector()
    yield made
    made.stop()
    assert gc.isenabled()


def allocate_much() -> None:
    """Far more than Python's threshold, all of it alive at once."""
    assert len([[] for _ in range(20_000)]) == 20_000


def test_another_thread_collects_nothing(collector: Collector) -> None:
    ended: list[int] = []
    knot = weakref.ref(Knot(ended))
    thread = threading.Thread(target=allocate_much)
    thread.start()
    thread.join()
    assert knot() is not None
    assert ended == []


def test_the_window_collects_by_and_by(collector: Collector, qtbot: QtBot) -> None:
    ended: list[int] = []
    Knot(ended)
    kept: list[list[int]] = [[] for _ in range(5_000)]
    qtbot.waitUntil(lambda: bool(ended), timeout=5_000)
    assert ended == [threading.get_ident()]
    assert kept


def test_python_collects_again_when_the_window_is_gone(qapp: QApplication) -> None:
    made = Collector()
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
