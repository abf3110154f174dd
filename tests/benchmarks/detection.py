"""How long detection takes beside the bare language model on the same articles, in one run.

The baseline is what a researcher would run without Selon: the installed spaCy package as it is, with all
its parts, and `nlp.pipe` over the same paragraphs. Both read the same articles in turn.
"""

import importlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from annotation.detectors import DETECTORS, DetectionPool, Document, Job, Setup, choose_package
from annotation.detectors._arithmetic import use_one_thread
from annotation.detectors._ledger import Ledger
from annotation.detectors._pipeline import load_pipeline
from annotation.detectors._reading import read_bundle
from annotation.detectors._runner import order_detectors
from annotation.detectors._text import split_paragraphs
from tests.benchmarks._articles import SIZES, take
from tests.benchmarks._measure import Measurement, milliseconds

NAME = "detection"
BARE = "the bare language model"
_NUMBER = {"short": 16, "news": 5, "long": 1}
"""How many articles of each size."""
_RUNS = 9
_EACH = 2
"""Runs of each detector by itself."""
_FIRST, _READ = 50, 150
"""Articles for the worker processes: to load what they need, and to be timed with."""


def run(*, quick: bool) -> Iterator[Measurement]:
    """Times of reading articles of each size in each language that has a model, and articles a second."""
    use_one_thread()
    langs = [lang for lang in ("fr", "en") if choose_package(lang)]
    for lang in langs[:1] if quick else langs:
        for size in ("short",) if quick else _NUMBER:
            texts = take(lang, SIZES[size], 4 if quick else _NUMBER[size])
            yield from _compared(lang, f"{lang}, {len(texts)} {size} articles", texts, 2 if quick else _RUNS)
    for workers in () if quick or not langs else (1, 2):
        yield _speed(langs[0], workers)


def _compared(lang: str, size: str, texts: Sequence[str], runs: int) -> Iterator[Measurement]:
    """The whole detection and each detector alone, beside the bare model."""
    jobs = [Job(str(number), text, lang=lang) for number, text in enumerate(texts)]
    _parse(lang, texts)
    _read(jobs)
    bare, ours = [], []
    for _ in range(runs):
        bare.append(_timed(_parse, lang, texts))
        ours.append(_timed(_read, jobs))
    baseline, busy = _columns(bare)
    whole, own = _columns(ours)
    yield milliseconds(NAME, size, BARE, baseline)
    yield milliseconds(NAME, size, "all detectors", whole, baseline=(BARE, baseline))
    yield milliseconds(NAME, size, "all detectors, processor time", own, baseline=(BARE, busy))
    for detector, samples in _each(lang, texts).items():
        yield milliseconds(NAME, size, f"{detector}, processor time", samples, baseline=(BARE, busy))


def _timed(action: Callable[..., object], *arguments: object) -> tuple[float, float]:
    """Seconds that passed, and seconds of the processor, which other programs do not lengthen as much."""
    start, busy = time.perf_counter(), time.process_time()
    action(*arguments)
    return time.perf_counter() - start, time.process_time() - busy


def _columns(pairs: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [passed for passed, _ in pairs], [busy for _, busy in pairs]


@cache
def _bare(lang: str) -> Any:
    return importlib.import_module(choose_package(lang)).load()


def _parse(lang: str, texts: Sequence[str]) -> None:
    for _ in _bare(lang).pipe(item.text for text in texts for item in split_paragraphs(text)):
        pass


def _read(jobs: Sequence[Job]) -> None:
    """Read articles as a worker does."""
    ledger = Ledger(jobs)
    while bundle := ledger.take(len(jobs) + 1):
        for id_, detection in read_bundle(bundle, None, Setup()):
            ledger.answer(id_, detection)


def _each(lang: str, texts: Sequence[str]) -> dict[str, list[float]]:
    """{detector: seconds of the processor, in each of some runs} on articles that are parsed already."""
    pipeline = load_pipeline(lang)
    assert pipeline is not None
    parsed = [tuple(pipeline.parse(split_paragraphs(text))) for text in texts]
    spent: dict[str, list[float]] = {}
    for number in range(_EACH):
        for text, paragraphs in zip(texts, parsed, strict=True):
            document = Document(text, lang, "", paragraphs, model=pipeline.model)
            for detector in order_detectors(DETECTORS[name] for name in DETECTORS.names):
                start = time.process_time()
                made = tuple(detector.detect(document))
                samples = spent.setdefault(detector.name, [0.0] * _EACH)
                samples[number] += time.process_time() - start
                document = replace(document, found=(*document.found, *made))
    return spent


def _speed(lang: str, workers: int) -> Measurement:
    """Articles a second of worker processes, from when they have loaded their model."""
    texts = take(lang, SIZES["news"], _FIRST + _READ)
    jobs = (Job(str(number), text, lang=lang) for number, text in enumerate(texts))
    with DetectionPool(workers) as pool:
        moments = [time.perf_counter() for _ in pool.map(jobs)]
    speed = round(_READ / (moments[-1] - moments[_FIRST - 1]), 2)
    return Measurement(
        benchmark=NAME,
        size=f"{lang}, {_READ} news articles",
        metric=f"{workers} worker processes" if workers > 1 else "one worker process",
        unit="articles/s",
        median=speed,
        p99=speed,
        runs=1,
    )
