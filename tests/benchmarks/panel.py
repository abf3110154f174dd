"""How long it takes to measure, list and decide a corpus that three people labelled, article by article.

`--articles 100000` is the size of a large project. Times are processor time: others may be at
work on the machine.
"""

import resource
from collections.abc import Callable, Iterator
from time import process_time
from typing import TypeVar

from annotation.adjudication import STRATEGIES, Merge, articles_to_merge, merging_steps
from annotation.agreement import Survey, chosen_articles, questions_of, read_labelled
from annotation.agreement.choice import EVERYTHING
from annotation.agreement.streaming import stream
from annotation.project import ProjectReader, open_project
from tests.benchmarks._measure import Measurement, milliseconds
from tests.benchmarks._panel_corpus import panel_project

NAME = "panel"
_PEOPLE, _RECORDS = 3, 6
T = TypeVar("T")


def run(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """The list of Review, the usual measures with intervals, and a dry run of the majority."""
    number = articles or (100 if quick else 5_000)
    size = f"{number} articles, {_PEOPLE} annotators, {_RECORDS} records"
    with open_project(panel_project(number, _PEOPLE, _RECORDS), read_only=True) as project:
        for metric, work in (("list", _list), ("usual measures", _measure), ("propose a merge", _propose)):
            began = process_time()
            project.ask(work)
            yield milliseconds(NAME, size, f"{metric}, processor time", [process_time() - began])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measurement(
        benchmark=NAME, size=size, metric="peak memory", unit="MB", median=peak, p99=peak, runs=1
    )


def _list(reader: ProjectReader) -> None:
    assert reader.reviewable()


def _measure(reader: ProjectReader) -> None:
    wanted = Survey(questions=questions_of(reader.codebook), measures=["usual"])
    labelled = read_labelled(reader, chosen_articles(reader, EVERYTHING))
    assert list(stream(labelled, reader.codebook, wanted))


def _propose(reader: ProjectReader) -> None:
    def ask(question: Callable[[ProjectReader], T]) -> T:
        return question(reader)

    merge = Merge(strategy=STRATEGIES["majority"])
    for _proposals, _step in merging_steps(ask, articles_to_merge(reader), merge, "machine"):
        pass
