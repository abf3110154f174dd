"""Reading articles with the detectors in worker processes, and storing what they suggest batch by batch."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from annotation.detectors import Detection, DetectionPool, Job
from annotation.operations.detection import ArticleSuggestions, StoreSuggestions
from annotation.project import Door, ProjectReader
from annotation.records import Article

AUTO = "auto"
_BATCH = 25
_SECONDS = 0.5

Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many; raises to cancel."""


@dataclass(slots=True)
class DetectionReport:
    """What detection did."""

    articles: int = 0
    suggestions: Counter[str] = field(default_factory=Counter)
    """{layer: number}"""
    seconds: float = 0.0
    models: set[str] = field(default_factory=set)
    failures: list[tuple[str, str]] = field(default_factory=list)
    """(article id, what could not be read there)"""
    without_model: set[str] = field(default_factory=set)
    """Languages that no installed pipeline reads: there, rules and word lists alone found what was found."""


def detect_articles(
    door: Door,
    pool: DetectionPool,
    articles: Sequence[str] | None,
    lang: str,
    progress: Progress,
) -> DetectionReport:
    """Detect in some articles (None: all), `lang` for all of them or "auto".

    What was stored when `progress` raises to cancel stays, whole article by whole article.
    """
    started = time.monotonic()
    report = DetectionReport()
    ids = door.ask(ProjectReader.article_ids) if articles is None else list(articles)
    batch: list[ArticleSuggestions] = []
    stored_at = started
    progress(0, len(ids))
    for article, detection in pool.map(_jobs(door, ids, lang)):
        batch.append(_note(report, article, detection))
        if len(batch) >= _BATCH or time.monotonic() - stored_at > _SECONDS:
            door.apply(StoreSuggestions(found=tuple(batch)))
            batch.clear()
            stored_at = time.monotonic()
            progress(report.articles, len(ids))
    if batch:
        door.apply(StoreSuggestions(found=tuple(batch)))
    report.seconds = time.monotonic() - started
    progress(report.articles, len(ids))
    return report


def _jobs(door: Door, ids: Sequence[str], lang: str) -> Iterator[Job]:
    for id_ in ids:
        yield door.ask(lambda reader, key=id_: _job(reader, key, lang))  # type: ignore[misc]


def _job(reader: ProjectReader, article: str, lang: str) -> Job:
    found = reader.get(Article, article)
    chosen = found.lang if lang == AUTO else lang
    return Job(article, reader.text(found), found.title, chosen)


def _note(report: DetectionReport, article: str, detection: Detection) -> ArticleSuggestions:
    report.articles += 1
    report.suggestions.update(found.layer for found in detection.suggestions)
    report.models.update(detection.models)
    report.failures += [(article, failure.reason) for failure in detection.failures]
    if detection.lang and not detection.models and not detection.failures:
        report.without_model.add(detection.lang)
    return ArticleSuggestions(article=article, lang=detection.lang, suggestions=detection.suggestions)
