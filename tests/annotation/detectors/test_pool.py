"""Detection in processes of its own: order, cancel, loss and reuse."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.detectors import (
    Choices,
    DetectionCancelledError,
    DetectionError,
    DetectionPool,
    Job,
    Setup,
    WorkerLostError,
    analyse,
)
from annotation.detectors import _pool as pool_module
from annotation.errors import AnnotationError
from tests.annotation.detectors import deadly as deadly_module

TEXT = "According to the police, 4,000 people marched."


def job(name: str, lang: str = "xx") -> Job:
    """An article, in a language without data unless told: no language model is waited for."""
    return Job(name, TEXT, lang=lang)


@pytest.fixture
def pool_of_two() -> Iterator[DetectionPool]:
    """A pool of two workers that look for figures."""
    with DetectionPool(2, names=["figures"]) as pool:
        yield pool


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> str:
    """A text that ends the worker that reads it."""
    monkeypatch.setattr(pool_module, "work", deadly_module.work)
    return deadly_module.DEADLY


def test_answers_come_in_the_order_of_the_jobs(pool_of_two: DetectionPool) -> None:
    found = list(pool_of_two.map(job(f"a{number}") for number in range(40)))
    assert [name for name, _ in found] == [f"a{number}" for number in range(40)]
    assert all(detection == found[0][1] for _, detection in found)


def test_a_worker_finds_what_this_process_finds(pool_of_two: DetectionPool) -> None:
    assert pool_of_two.detect(job("a", "en")) == analyse(TEXT, lang="en", names=["figures"])


def test_every_worker_is_told_the_setup_before_its_first_job(pool_of_two: DetectionPool) -> None:
    strict = Setup(choices=Choices(thresholds={"figures": 1.0}))
    silent = Setup(choices=Choices(off=frozenset({"figures"})))
    for setup in (strict, silent, None):
        found = dict(pool_of_two.map([job("a", "en"), job("b", "en"), job("c", "en")], setup))
        expected = analyse(TEXT, lang="en", names=["figures"], setup=setup)
        assert set(map(repr, found.values())) == {repr(expected)}


def test_a_worker_that_is_started_again_is_told_the_setup(pool_of_two: DetectionPool) -> None:
    pool_of_two.start("en")
    os.kill(pool_of_two.processes[0], signal.SIGKILL)
    strict = Setup(choices=Choices(thresholds={"figures": 1.0}))
    expected = analyse(TEXT, lang="en", names=["figures"], setup=strict)
    while len(pool_of_two.processes) == 2:
        pass
    assert [found for _, found in pool_of_two.map([job("a", "en"), job("b", "en")], strict)] == [expected] * 2


def test_jobs_are_taken_only_a_few_ahead(pool_of_two: DetectionPool) -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(10_000):
            taken.append(number)
            yield job(f"a{number}")

    answers = pool_of_two.map(jobs())
    next(answers)
    assert len(taken) < 150
    answers.close()
    assert pool_of_two.detect(job("b")).lang == "xx"


def test_no_jobs_give_no_answers(pool_of_two: DetectionPool) -> None:
    assert list(pool_of_two.map([])) == []


def test_what_killed_workers_held_is_read_again_by_others(pool_of_two: DetectionPool) -> None:
    names = [f"a{number}" for number in range(200)]
    answers = pool_of_two.map(map(job, names))
    found = [next(answers)]
    for process in pool_of_two.processes:
        os.kill(process, signal.SIGKILL)
    found += answers
    assert [name for name, _ in found] == names
    assert all(detection == found[0][1] for _, detection in found)


def test_an_article_that_ends_two_workers_is_left_out_by_name_and_the_others_are_read(
    deadly: str, pool_of_two: DetectionPool
) -> None:
    jobs = [job("a"), Job("b", deadly, "The deadly one", "xx"), *(job(f"c{number}") for number in range(50))]
    found = dict(pool_of_two.map(jobs))
    assert list(found) == [job.id for job in jobs]
    assert [(failure.part, "“The deadly one”" in failure.reason) for failure in found["b"].failures] == [
        ("process", True)
    ]
    assert {found[id_.id].failures[0].part for id_ in jobs if id_.id != "b"} == {"language"}


def test_workers_that_never_answer_are_given_up(deadly: str, pool_of_two: DetectionPool) -> None:
    with pytest.raises(WorkerLostError, match="use fewer workers"):
        list(pool_of_two.map(Job(f"a{number}", deadly, lang="xx") for number in range(100)))
    assert issubclass(WorkerLostError, AnnotationError)
    assert pool_of_two.detect(job("b")).lang == "xx"


def test_a_worker_that_has_read_enough_is_replaced_and_nothing_is_lost() -> None:
    with DetectionPool(1, names=["figures"], life=2_000) as pool:
        first = pool.processes
        answers = pool.map(job(f"a{number}") for number in range(4_000))
        used = set(first)
        names = []
        for name, detection in answers:
            names.append(name)
            used.update(pool.processes)
            assert detection.lang == "xx"
        assert names == [f"a{number}" for number in range(4_000)]
        assert len(used) > 1
        assert len(pool.processes) == 1


def test_a_huge_article_beside_small_ones_does_not_hang(pool_of_two: DetectionPool) -> None:
    huge = Job("huge", "\n".join([TEXT] * 20_000), lang="xx")
    found = dict(pool_of_two.map([job("a"), huge, job("b"), replace(huge, id="huge2"), job("c")]))
    assert list(found) == ["a", "huge", "b", "huge2", "c"]


def test_a_worker_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(
        "import os, signal\n"
        "from annotation.detectors import DetectionPool, Job\n"
        "if __name__ == '__main__':\n"
        "    pool = DetectionPool(names=['figures'])\n"
        "    pool.detect(Job('a', '4 beds', lang='xx'))\n"
        "    print(*pool.processes, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n",
        encoding="utf-8",
    )
    root = Path(__file__).resolve().parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, str(script)]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    (worker,) = map(int, done.stdout.split())
    deadline = time.monotonic() + 20
    while _runs(worker) and time.monotonic() < deadline:
        pass
    assert not _runs(worker)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_worker_that_died_while_idle_is_replaced(pool_of_two: DetectionPool) -> None:
    pool_of_two.detect(job("a"))
    for process in pool_of_two.processes:
        os.kill(process, signal.SIGKILL)
        os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert pool_of_two.detect(job("b")).lang == "xx"


def test_cancel_from_another_thread_stops_it_and_the_pool_goes_on(pool_of_two: DetectionPool) -> None:
    answers = pool_of_two.map(job(f"a{number}") for number in range(100_000))
    next(answers)
    thread = threading.Thread(target=pool_of_two.cancel)
    thread.start()
    with pytest.raises(DetectionCancelledError):
        list(answers)
    thread.join()
    assert pool_of_two.detect(job("b")).lang == "xx"


def test_cancel_without_anything_running_does_nothing(pool_of_two: DetectionPool) -> None:
    pool_of_two.detect(job("a"))
    before = pool_of_two.processes
    pool_of_two.cancel()
    assert pool_of_two.processes == before


def test_two_runs_at_once_are_refused(pool_of_two: DetectionPool) -> None:
    answers = pool_of_two.map(job(f"a{number}") for number in range(9))
    next(answers)
    with pytest.raises(DetectionError, match="already running"):
        list(pool_of_two.map([job("b")]))
    assert len(list(answers)) == 8


def test_an_error_of_whoever_gives_the_jobs_passes_through(pool_of_two: DetectionPool) -> None:
    def jobs() -> Iterator[Job]:
        yield job("a")
        raise KeyError("gone")

    with pytest.raises(KeyError):
        list(pool_of_two.map(jobs()))
    assert pool_of_two.detect(job("b")).lang == "xx"


def test_closing_ends_the_processes_and_a_closed_pool_starts_again() -> None:
    pool = DetectionPool(names=["figures"])
    pool.start("xx")
    running = pool.processes
    assert len(running) == 1
    assert pool.detect(job("a")).lang == "xx"
    pool.close()
    assert pool.processes == ()
    with pytest.raises(ProcessLookupError):
        os.kill(running[0], 0)
    assert pool.detect(job("b")).lang == "xx"
    pool.close()
    pool.close()


def test_a_pool_made_in_a_thread_works() -> None:
    found: list[str] = []

    def run() -> None:
        with DetectionPool(names=["figures"]) as pool:
            found.append(pool.detect(job("a")).lang)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found == ["xx"]


def test_the_window_process_never_imports_spacy(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(
        "import sys\n"
        "from annotation.detectors import DetectionPool, Job\n"
        "if __name__ == '__main__':\n"
        "    with DetectionPool() as pool:\n"
        "        print(len(pool.detect(Job('a', 'Il y a 12 lits à Lyon.', lang='fr')).suggestions) > 0)\n"
        "    print('spacy' in sys.modules, 'numpy' in sys.modules)\n",
        encoding="utf-8",
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert (done.stdout.split(), done.stderr) == (["True", "False", "False"], "")
