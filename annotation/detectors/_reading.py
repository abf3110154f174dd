"""Reading articles in this process: their paragraphs are parsed together, then each has its turn."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace

from annotation.detectors._complaints import complain
from annotation.detectors._idiom import identify
from annotation.detectors._pipeline import Pipeline, installed_packages, load_pipeline
from annotation.detectors._readers import Job
from annotation.detectors._runner import Detection, Failure, analyse
from annotation.detectors._setup import Setup
from annotation.detectors._text import split_paragraphs
from annotation.errors import AnnotationError


def read_bundle(
    bundle: Sequence[Job], names: tuple[str, ...] | None, setup: Setup
) -> Iterator[tuple[str, Detection]]:
    """(id, what was found) for each article in order, the same as if each were analysed alone."""
    jobs = [_identified(job) for job in bundle]
    with ExitStack() as ahead:
        for pipeline, texts in _texts(jobs, setup).items():
            _read_ahead(ahead, pipeline, texts)
        for job in jobs:
            yield job.id, _answer(job, names, setup)


def _identified(job: Job) -> Job:
    return replace(job, lang=identify(job.text, job.title)) if job.lang in ("", "auto") else job


def _texts(jobs: Sequence[Job], setup: Setup) -> dict[Pipeline, list[str]]:
    """What each pipeline will parse: texts of paragraphs."""
    found: defaultdict[Pipeline, list[str]] = defaultdict(list)
    for job in jobs:
        pipeline = _pipeline(job.lang, setup)
        if pipeline is not None:
            found[pipeline] += [paragraph.text for paragraph in split_paragraphs(job.text)]
    return found


def _pipeline(lang: str, setup: Setup) -> Pipeline | None:
    chosen = setup.choices.pipelines.get(lang, "")
    try:
        return load_pipeline(lang, chosen if chosen in installed_packages() else "")
    except AnnotationError:  # analysing the article says so
        return None


def _read_ahead(ahead: ExitStack, pipeline: Pipeline, texts: Sequence[str]) -> None:
    try:
        ahead.enter_context(pipeline.reading_ahead(texts))
    except Exception as error:  # noqa: BLE001 - whatever the parser does, reading goes on
        # each article is parsed by itself then, and the one that the parser cannot bear says so
        complain(f"the pipeline {pipeline.model}, on articles read together,", error)


def _answer(job: Job, names: tuple[str, ...] | None, setup: Setup) -> Detection:
    try:
        return analyse(job.text, job.title, job.lang, names, setup, job.id)
    except Exception as error:  # noqa: BLE001 - whatever an article does, the next one has its turn
        complain("detection", error)
        return Detection(job.lang, failures=(Failure("detection", f"{type(error).__name__}: {error}"),))
