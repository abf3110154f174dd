"""Reading articles with the detectors in worker processes, and storing what they suggest batch by batch."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from annotation.detectors import NOT_READ, Detection, Job, Readers
from annotation.errors import AnnotationError
from annotation.operations.detection import ArticleSuggestions, StoreSuggestions
from annotation.operations.entities import RemoveUnusedEntities
from annotation.operations.learning import setup_of
from annotation.project import Door, ProjectReader
from annotation.records import Annotation, Article

AUTO = "auto"
_MOST = 150
"""Suggestions that are stored together: a window that shares the project waits no longer than for these."""
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
    readers: Readers,
    articles: Sequence[str] | None,
    lang: str,
    progress: Progress,
) -> DetectionReport:
    """Detect in some articles (None: all), `lang` for all of them or "auto".

    What was stored when `progress` raises to cancel stays, whole article by whole article; so does all that
    was found when the readers cannot go on or the user interrupts.
    """
    started = time.monotonic()
    ids = door.ask(ProjectReader.article_ids) if articles is None else list(articles)
    batch = _Batch(door)
    progress(0, len(ids))
    try:
        for article, detection in readers.map(_jobs(door, ids, lang), door.ask(setup_of)):
            batch.add(article, detection)
            if batch.is_full:
                batch.store()
                progress(batch.done, len(ids))
    except (AnnotationError, KeyboardInterrupt):
        batch.store()
        raise
    batch.finish()
    batch.report.seconds = time.monotonic() - started
    progress(batch.done, len(ids))
    return batch.report


class _Batch:
    """What was found and is not stored yet, and the report about everything so far."""

    def __init__(self, door: Door) -> None:
        self.report = DetectionReport()
        self.done = 0
        self._door = door
        self._found: list[ArticleSuggestions] = []
        self._stored_at = time.monotonic()
        self._replaced = False

    def add(self, article: str, detection: Detection) -> None:
        """Take in what was found in an article; one that nobody could read keeps what it has."""
        report = self.report
        self.done += 1
        report.failures += [(article, failure.reason) for failure in detection.failures]
        if any(failure.part in NOT_READ for failure in detection.failures):
            return
        report.articles += 1
        report.models.update(detection.models)
        if detection.lang and not detection.models and not detection.failures:
            report.without_model.add(detection.lang)
        self._found.append(
            ArticleSuggestions(article=article, lang=detection.lang, suggestions=detection.heard)
        )

    @property
    def is_full(self) -> bool:
        """Whether it is time to store what was found."""
        waiting = sum(len(found.suggestions) for found in self._found)
        return waiting >= _MOST or time.monotonic() - self._stored_at > _SECONDS

    def store(self) -> None:
        """Store what was found since the last time."""
        found, self._found = self._found, []
        if found:
            changes = self._door.apply(StoreSuggestions(found=tuple(found)))
            self._replaced |= any(change.before is not None for change in changes.of(Annotation))
            articles = [one.article for one in found]
            self.report.suggestions.update(self._door.ask(lambda reader: reader.count_suggestions(articles)))
        self._stored_at = time.monotonic()

    def finish(self) -> None:
        """Store the rest; names that only suggestions of before had mentioned leave the registry."""
        self.store()
        if self._replaced:
            self._door.apply(RemoveUnusedEntities())


def _jobs(door: Door, ids: Sequence[str], lang: str) -> Iterator[Job]:
    """A job for each article that is still there when its turn comes."""
    for id_ in ids:
        job = door.ask(partial(_job, article=id_, lang=lang))
        if job is not None:
            yield job


def _job(reader: ProjectReader, article: str, lang: str) -> Job | None:
    found = reader.find(Article, article)
    if found is None:
        return None
    return Job(article, reader.text(found), found.title, found.lang if lang == AUTO else lang)
