"""Reading articles with the detectors in worker processes, and storing what they suggest batch by batch."""

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from annotation.detectors import (
    DETECTORS,
    NOT_READ,
    Detection,
    Job,
    Readers,
    Setup,
    detector_of,
    with_needed,
)
from annotation.errors import AnnotationError
from annotation.operations._merging import merge_heard
from annotation.operations.detection import ArticleSuggestions, StoreSuggestions
from annotation.operations.entities import RemoveUnusedEntities
from annotation.operations.learning import setup_of
from annotation.project import Door, ProjectReader
from annotation.records import Annotation, Article, Suggestion

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
    detectors: Collection[str] | None = None,
) -> DetectionReport:
    """Detect in some articles (None: all), `lang` for all of them or "auto".

    Those detectors run that the project has not turned off; or those named in `detectors`, and what the
    others heard before stays.
    What was stored when `progress` raises to cancel stays, whole article by whole article; so does all that
    was found when the readers cannot go on or the user interrupts.
    """
    started = time.monotonic()
    ids = door.ask(ProjectReader.article_ids) if articles is None else list(articles)
    batch = _Batch(door, detectors)
    progress(0, len(ids))
    try:
        for article, detection in readers.map(_jobs(door, ids, lang), _setup(door, detectors)):
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


def _setup(door: Door, detectors: Collection[str] | None) -> Setup:
    """The project's setup; where detectors are named, with all others off that these do not read from."""
    setup = door.ask(setup_of)
    if detectors is None:
        return setup
    off = frozenset(DETECTORS.names) - with_needed(detectors)
    return replace(setup, choices=replace(setup.choices, off=off))


class _Batch:
    """What was found and is not stored yet, and the report about everything so far."""

    def __init__(self, door: Door, detectors: Collection[str] | None) -> None:
        self._detectors = detectors
        self._codebook = door.ask(lambda reader: reader.codebook)
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
        heard = self._beside_others(article, detection.heard)
        self._found.append(ArticleSuggestions(article=article, lang=detection.lang, suggestions=heard))

    def _beside_others(self, article: str, heard: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
        """What is heard now, with what detectors that were not asked for heard before."""
        asked = self._detectors
        if asked is None:
            return heard
        before = self._door.ask(lambda reader: reader.heard(article)) or ()
        return merge_heard(before, heard, lambda item: detector_of(item) in asked, self._codebook)

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
