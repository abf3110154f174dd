"""What a worker does with what it is sent, in this process."""

import signal
import threading
from multiprocessing import Pipe

import pytest

from annotation.detectors import _worker
from annotation.detectors._worker import Job, WarmUp, work


@pytest.fixture(autouse=True)
def no_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the signals of the test run alone."""
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)


def test_jobs_are_answered_until_it_is_told_to_stop() -> None:
    ours, theirs = Pipe()
    thread = threading.Thread(target=work, args=(theirs, ("figures",)))
    thread.start()
    with ours:
        ours.send(WarmUp("fr"))
        ours.send(Job("a1", "Il y a 12 lits.", lang="fr"))
        name, detection = ours.recv()
        ours.send(None)
    thread.join()
    assert name == "a1"
    assert [item.features["value"] for item in detection.suggestions] == ["12"]


def test_it_leaves_when_the_other_end_is_gone() -> None:
    ours, theirs = Pipe()
    ours.close()
    work(theirs, None)
    assert theirs.closed


def test_an_article_that_breaks_everything_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*args: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(_worker, "analyse", explode)
    ours, theirs = Pipe()
    ours.send(Job("a1", "x"))
    ours.send(None)
    work(theirs, None)
    name, detection = ours.recv()
    ours.close()
    assert name == "a1"
    assert [(item.part, item.reason) for item in detection.failures] == [("detection", "RuntimeError: boom")]
