"""`selon detect`: who reads, what an interrupt leaves, and how to go on."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar, Self

import pytest

from annotation.detectors import DETECTORS, SETTING, Detection, Failure, Job, Setup
from annotation.operations import ChangeSetting
from annotation.project import open_project
from annotation.records import Span, Suggestion
from tests.annotation.commands.runner import answer, refused, run
from tests.annotation.newsroom import newsroom_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The newsroom, three articles."""
    return newsroom_file(tmp_path)


class Readers:
    """Worker processes that find nothing, and may be interrupted."""

    def __init__(self, workers: int = 1) -> None:
        self.workers = workers

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """End nothing."""

    def map(self, jobs: Iterable[Job], setup: Setup) -> Iterator[tuple[str, Detection]]:
        for number, job in enumerate(jobs):
            if number == INTERRUPTED_AT:
                raise KeyboardInterrupt
            yield job.id, Detection("fr", models=("fr-1",))


INTERRUPTED_AT = 2


def test_an_interrupt_keeps_what_was_read_and_says_how_to_go_on(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotation.commands.detecting.DetectionPool", Readers)
    stopped = run("detect", file)
    assert (stopped.exit_code, stopped.stdout) == (130, "")
    assert f"go on with: selon detect {file} --unread" in stopped.stderr
    with open_project(file, read_only=True) as project:
        assert project.read.unread_ids() == ["a3"]
    assert answer("detect", file, "--unread")["articles"] == 1
    assert answer("detect", file, "--unread")["articles"] == 0


def test_as_many_processes_read_as_are_asked_for_or_as_the_computer_bears(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    class Counted(Readers):
        def __init__(self, workers: int = 1) -> None:
            super().__init__(workers)
            made.append(workers)

        def map(self, jobs: Iterable[Job], setup: Setup) -> Iterator[tuple[str, Detection]]:
            return iter(())

    monkeypatch.setattr("annotation.commands.detecting.DetectionPool", Counted)
    monkeypatch.setattr("annotation.commands.detecting.workers_for_run", lambda: 7)
    answer("detect", file)
    answer("detect", file, "--workers", 3)
    assert made == [7, 3]


class Saying(Readers):
    """Worker processes that find the first word of every article, as each detector that is on."""

    asked: ClassVar[list[str]] = []

    def map(self, jobs: Iterable[Job], setup: Setup) -> Iterator[tuple[str, Detection]]:
        for job in jobs:
            self.asked.append(job.id)
            names = [name for name in DETECTORS.names if name not in setup.choices.off]
            heard = tuple(
                Suggestion(
                    key=f"{name}/1", layer="entity", spans={"mention": (Span(0, n),)}, origin=f"{name}/1"
                )
                for n, name in enumerate(names, 1)
            )
            yield job.id, Detection("fr", heard=heard, models=("fr-1",))


@pytest.fixture
def saying(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of the articles that are read, by detectors of which each says something."""
    monkeypatch.setattr("annotation.commands.detecting.DetectionPool", Saying)
    Saying.asked.clear()
    yield Saying.asked
    Saying.asked.clear()


def origins(file: Path, article: str) -> set[str]:
    with open_project(file, read_only=True) as project:
        return {one.origin.partition("/")[0] for one in project.read.annotations(article, ["machine"])}


def test_chosen_articles_alone_are_read(file: Path, saying: list[str]) -> None:
    assert answer("detect", file, "--article", "a3", "--article", "a1", "--article", "a3")["articles"] == 2
    assert saying == ["a3", "a1"]
    answer("detect", file, "--article", "a1", "--unread")
    assert saying == ["a3", "a1"]
    assert "no article “zz”" in refused("detect", file, "--article", "zz")


def test_a_detector_that_runs_alone_leaves_what_the_others_said(file: Path, saying: list[str]) -> None:
    everyone = set(DETECTORS.names)
    answer("detect", file, "--only", "figures")
    assert origins(file, "a3") == {"figures"}
    answer("detect", file, "--without", "figures")
    assert origins(file, "a3") == everyone
    answer("detect", file, "--only", "attributions")
    assert origins(file, "a3") == everyone


def test_a_detector_that_the_project_turned_off_is_not_asked(file: Path, saying: list[str]) -> None:
    with open_project(file) as project:
        project.apply(ChangeSetting(key=SETTING, value={"off": ["figures"]}))
    answer("detect", file)
    assert origins(file, "a3") == set(DETECTORS.names) - {"figures"}
    assert "turned the detector “figures” off" in refused("detect", file, "--only", "figures")


def test_a_cluster_brings_its_own_workers(file: Path) -> None:
    assert "--workers" in refused("detect", file, "--workers", 2, "--scheduler", "tcp://127.0.0.1:1")


def test_a_scheduler_that_does_not_answer_is_one_sentence(file: Path) -> None:
    sentence = refused("detect", file, "--scheduler", "nonsense")
    assert "nonsense" in sentence or "selon[cluster]" in sentence


class Failing(Readers):
    """Worker processes in which a detector fails in every article, and another one in the last."""

    def map(self, jobs: Iterable[Job], setup: Setup) -> Iterator[tuple[str, Detection]]:
        for job in jobs:
            own = (Failure("figures", "No room."),) if job.id == "a3" else ()
            yield job.id, Detection("fr", models=("fr-1",), failures=(Failure("entities", "Broken."), *own))


def test_the_same_failure_of_many_articles_is_one_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotation.commands.detecting.DetectionPool", Failing)
    assert run("detect", file).stderr.splitlines() == [
        "Not everything was read in 3 articles, such as a1: Broken.",
        "Not everything was read in a3: No room.",
    ]
    assert len(answer("detect", file)["failures"]) == 4
