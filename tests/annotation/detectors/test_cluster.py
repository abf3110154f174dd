"""Detection on a Dask cluster: the same answers, order, loss, cancel and refusal."""

import logging
import socket
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.detectors import (
    ClusterError,
    DetectionCancelledError,
    DetectionCluster,
    DetectionError,
    Job,
    Setup,
    VersionsDifferError,
    analyse,
    choose_package,
)
from annotation.detectors import _cluster_run as cluster_module
from annotation.detectors._sameness import Versions, compare, installed_versions
from resources import RESOURCES
from tests.annotation.detectors import deadly
from tests.annotation.detectors.cluster import Cluster, running_cluster

pytest.importorskip("distributed", reason="the extra selon[cluster] is not installed")

_ENOUGH = 900
"""Code points of an article that is read by all detectors."""
TEXT = "According to the police, 4,000 people marched."


def job(name: str, lang: str = "xx") -> Job:
    """An article, in a language without data unless told: no language model is waited for."""
    return Job(name, TEXT, lang=lang)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two workers; one that is killed is started again."""
    with running_cluster(tmp_path_factory.mktemp("cluster")) as running:
        list(DetectionCluster(running.address).map([job("first")]))  # starts a thread that Dask never ends
        yield running


@pytest.fixture
def readers(cluster: Cluster) -> DetectionCluster:
    """All detectors on the cluster."""
    return DetectionCluster(cluster.address)


def beginning(code: str, number: int) -> Job:
    """The first paragraphs of an article of the sample, enough for every detector to find something."""
    rows = tomllib.loads((RESOURCES / "sample" / "articles.toml").read_text(encoding="utf-8"))["article"]
    id_ = [row["id"] for row in rows if row["lang"] == code][number]
    text = (RESOURCES / "sample" / "articles" / f"{id_}.txt").read_text(encoding="utf-8")
    return Job(id_, text[: text.index("\n", _ENOUGH)])


@pytest.mark.slow
def test_the_cluster_finds_in_the_sample_what_this_process_finds(readers: DetectionCluster) -> None:
    code = "en" if choose_package("en") else "fr"  # loads in a fifth of the time, twice
    jobs = [beginning(code, number) for number in range(3)]
    setup = Setup()
    found = dict(readers.map(jobs, setup))
    assert found == {job.id: analyse(job.text, setup=setup, article=job.id) for job in jobs}
    assert {detection.lang for detection in found.values()} == {code}
    heard = [item for detection in found.values() for item in detection.heard]
    assert {item.layer for item in heard} == {"entity", "figure", "source", "stance"}


def test_answers_come_in_the_order_of_the_articles(readers: DetectionCluster) -> None:
    assert [name for name, _ in readers.map(job(f"a{n}") for n in range(300))] == [
        f"a{n}" for n in range(300)
    ]


def test_no_articles_give_no_answers(readers: DetectionCluster) -> None:
    assert list(readers.map([])) == []


def test_articles_are_taken_only_a_few_ahead(readers: DetectionCluster) -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(100_000):
            taken.append(number)
            yield job(f"a{number}")

    answers = readers.map(jobs())
    next(answers)
    assert len(taken) < 300
    answers.close()


def test_what_a_killed_worker_held_is_read_by_another(cluster: Cluster, readers: DetectionCluster) -> None:
    answers = readers.map(job(f"a{number}") for number in range(600))
    found = [next(answers)[0]]
    cluster.kill_worker()
    found += [name for name, _ in answers]
    assert found == [f"a{number}" for number in range(600)]


@pytest.mark.slow
def test_an_article_that_ends_its_workers_is_left_out_by_name(
    cluster: Cluster, readers: DetectionCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "read_remotely", deadly.read_remotely)
    jobs = [job("a"), Job("b", deadly.DEADLY, "The deadly one", "xx"), job("c")]
    found = dict(readers.map(jobs))
    assert list(found) == ["a", "b", "c"]
    assert [failure.part for name in found for failure in found[name].failures] == [
        "language",
        "process",
        "language",
    ]
    assert "“The deadly one”" in found["b"].failures[0].reason


def test_cancel_from_another_thread_stops_it_and_it_can_run_again(readers: DetectionCluster) -> None:
    answers = readers.map(job(f"a{number}") for number in range(100_000))
    next(answers)
    thread = threading.Thread(target=readers.cancel)
    thread.start()
    with pytest.raises(DetectionCancelledError):
        list(answers)
    thread.join()
    assert dict(readers.map([job("b")]))["b"].lang == "xx"


def test_cancel_without_anything_running_does_nothing(readers: DetectionCluster) -> None:
    readers.cancel()
    readers.close()
    assert dict(readers.map([job("b")]))["b"].lang == "xx"


def test_two_runs_at_once_are_refused(readers: DetectionCluster) -> None:
    answers = readers.map([job("a"), job("b")])
    next(answers)
    with pytest.raises(DetectionError, match="already running"):
        list(readers.map([job("c")]))
    assert len(list(answers)) == 1


def test_a_worker_with_another_selon_is_refused(
    readers: DetectionCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Versions("9.9", *_rest(installed_versions(Setup())))
    monkeypatch.setattr(
        cluster_module, "compare", lambda ours, theirs, worker: _compare(other, theirs, worker)
    )
    with pytest.raises(VersionsDifferError, match=r"this computer has 9\.9: install the same version there"):
        list(readers.map([job("a")]))


def test_a_worker_that_joins_later_with_another_selon_is_refused_by_itself(
    readers: DetectionCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Versions("9.9", *_rest(installed_versions(Setup())))
    monkeypatch.setattr(cluster_module, "installed_versions", lambda setup: other)
    monkeypatch.setattr(cluster_module.Run, "_inspect", lambda *_: None)
    with pytest.raises(VersionsDifferError, match=r"The worker tcp://\S+ has Selon"):
        list(readers.map([job("a")]))


def _rest(versions: Versions) -> tuple[str, tuple[tuple[str, str], ...]]:
    return versions.detectors, versions.models


_compare = compare


@pytest.mark.usefixtures("cluster")  # for the thread that Dask never ends
def test_a_scheduler_that_is_lost_is_said_in_words(tmp_path: Path) -> None:
    with running_cluster(tmp_path, workers=1) as cluster:
        answers = DetectionCluster(cluster.address).map(job(f"a{number}") for number in range(100_000))
        next(answers)
        cluster.kill()
        with pytest.raises(ClusterError, match="was lost"):
            list(answers)


def test_a_scheduler_without_workers_is_said_in_words(tmp_path: Path) -> None:
    nobody = pytest.raises(ClusterError, match="has no workers: start some with: dask worker")
    with running_cluster(tmp_path, workers=0) as cluster, nobody:
        list(DetectionCluster(cluster.address, patience=0.5).map([job("a")]))


@pytest.mark.parametrize(
    "address", ["nonsense", "foo://somewhere:2", "tls://127.0.0.1:1", "tcp://127.0.0.1:{closed}"]
)
def test_a_scheduler_that_cannot_be_reached_is_said_in_one_sentence(address: str) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        closed = reserved.getsockname()[1]
        with pytest.raises(ClusterError, match="does not answer") as caught:
            list(DetectionCluster(address.format(closed=closed), patience=0.5).map([job("a")]))
    assert "\n" not in str(caught.value)


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"selon\[cluster\]"):
        list(DetectionCluster("tcp://127.0.0.1:1").map([job("a")]))


def test_dask_is_imported_only_when_it_is_asked_for() -> None:
    program = "import sys, annotation.detectors; print('distributed' in sys.modules, 'dask' in sys.modules)"
    root = RESOURCES.parent
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


@pytest.fixture(autouse=True)
def loudness() -> Iterator[None]:
    """Give the loggers of Dask back the levels that they had."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)
