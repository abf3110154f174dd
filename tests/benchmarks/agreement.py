"""How long it takes to align annotators' records, and to measure how far they agree."""

import random
import resource
from collections.abc import Iterator
from functools import partial

from annotation.agreement import Labelled, Survey, found, survey, tabulate_all
from annotation.codebook import Codebook, built_in_codebook, load_codebook
from annotation.measures import MEASURES, Units
from annotation.records import Annotation, Span, Status
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "agreement"
LENGTH, WORD = 4_000, 8
_TYPES = ("PER", "ORG", "LOC", "GPE")


def run(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """Articles with five annotators of sixty records each: the table, then every measure."""
    number = articles or (20 if quick else 1_000)
    label = f"{number} articles, 5 annotators, 60 records"
    codebook = load_codebook(built_in_codebook())
    corpus = [_article(at) for at in range(number)]
    questions = [("entity", None), ("entity", "type")]
    alignment = times(partial(tabulate_all, corpus, codebook, questions), 1)
    yield milliseconds(NAME, label, "records aligned", alignment)
    tables = tabulate_all(corpus, codebook, questions)
    for name in MEASURES.names:
        field = "type" if MEASURES[name].takes != "spans" and name != "u-alpha" else None
        bare = times(partial(MEASURES[name].compute, tables["entity", field]), 1)
        yield milliseconds(NAME, label, name, bare)
        if not name.startswith("gamma"):
            whole = times(partial(_measured, tables["entity", field], name), 1)
            yield milliseconds(
                NAME, label, f"{name} with its interval", whole, baseline=("value alone", bare)
            )
    yield _memory(label, codebook, corpus)


def _measured(table: Units, name: str) -> None:
    found(table, name, MEASURES[name])


def _memory(label: str, codebook: Codebook, corpus: list[Labelled]) -> Measurement:
    """The most memory that the process ever took, megabytes."""
    list(survey(corpus[:5], codebook, Survey(questions=[("entity", None)], measures=["f1-exact"])))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measurement(
        benchmark=NAME, size=label, metric="peak memory", unit="MB", median=peak, p99=peak, runs=1
    )


def _article(number: int) -> Labelled:
    """Five people who mark the same sixty words, miss some, move some, and call some otherwise."""
    chance = random.Random(number)
    true = [(start, chance.choice(_TYPES)) for start in sorted(chance.sample(range(0, LENGTH, WORD + 4), 60))]
    people: dict[str, list[Annotation]] = {f"coder{who}": [] for who in range(5)}
    for who, records in people.items():
        for start, type_ in true:
            if chance.random() < 0.85:
                at = start + chance.choice((0, 0, 0, 0, 1, -2)) if start > 2 else start
                said = type_ if chance.random() < 0.85 else chance.choice(_TYPES)
                records.append(_record(f"{number}-{who}-{start}", f"a{number}", who, at, said))
    return Labelled(article=f"a{number}", text="parole, " * (LENGTH // 8 + 4), records=people)


def _record(id_: str, article: str, who: str, start: int, said: str) -> Annotation:
    return Annotation(
        id=id_,
        article=article,
        annotator=who,
        layer="entity",
        spans={"mention": (Span(start, start + WORD),)},
        features={"type": said},
        status=Status.ACCEPTED,
    )
