"""What a worker does with what it is sent."""

import multiprocessing
import signal
import threading
from multiprocessing import Pipe

import pytest

from annotation.detectors import Choices, Setup
from annotation.detectors._readers import Job
from annotation.detectors._worker import Ready, WarmUp, work

BEDS = Job("a1", "Il y a 12 lits.", lang="fr")


@pytest.fixture(autouse=True)
def no_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the signals of the test run alone."""
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)


def test_every_article_of_a_bundle_is_answered_until_it_is_told_to_stop() -> None:
    ours, theirs = Pipe()
    thread = threading.Thread(target=work, args=(theirs, ("figures",)))
    thread.start()
    with ours:
        ours.send(WarmUp(("fr",)))
        assert isinstance(ours.recv(), Ready)
        ours.send((BEDS, Job("a2", "Il y a 13 lits.", lang="fr")))
        ours.send(Setup(choices=Choices(thresholds={"figures": 2.0})))
        found = dict([ours.recv(), ours.recv()])
        ours.send(None)
    thread.join()
    assert {
        id_: [item.features["value"] for item in detection.suggestions] for id_, detection in found.items()
    } == {
        "a1": ["12"],
        "a2": ["13"],
    }


def test_it_leaves_at_once_when_the_other_end_is_gone() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, None))
    process.start()
    theirs.close()
    ours.close()
    process.join(60)
    assert process.exitcode == 0
