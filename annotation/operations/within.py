"""Detecting in a part of an article alone: what was heard outside it stays as it was."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from annotation.codebook import Codebook
from annotation.detectors import Detection, Job, Setup
from annotation.operations._merging import merge_heard
from annotation.operations.detection import ArticleSuggestions, StoreSuggestions
from annotation.operations.learning import setup_of
from annotation.project import Door, ProjectReader
from annotation.project.detected import detector_name
from annotation.records import Article, Span, Suggestion, covers


class Reads(Protocol):
    """What reads one article with the detectors, such as a DetectionPool."""

    def detect(self, job: Job, setup: Setup | None = None) -> Detection:
        """What is heard in the article of a job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartReport:
    """What detection did in a part of an article."""

    suggestions: int
    """How many were heard there."""
    failures: tuple[str, ...] = ()
    """What could not be read, and why."""


def detect_within(door: Door, pool: Reads, article: str, part: Span) -> PartReport:
    """Read an article, and replace what was heard within a part of it.

    An article of which nothing else was read still counts as not read. What people decided stays, as always;
    so does what a detector said before that fails now. Raises Missing where the article is gone.
    """
    job = door.ask(partial(_job, article=article))
    detection = pool.detect(job, door.ask(setup_of))
    before = door.ask(lambda reader: reader.heard(article)) or ()
    codebook = door.ask(lambda reader: reader.codebook)
    failed = {failure.part for failure in detection.failures}
    heard = merge_within(before, detection.heard, part, codebook, failed)
    partly = door.ask(lambda reader: reader.is_unread(article))
    found = ArticleSuggestions(article=article, lang=detection.lang, suggestions=heard, partly=partly)
    door.apply(StoreSuggestions(found=(found,)))
    return PartReport(
        suggestions=sum(is_within(item, part) for item in heard),
        failures=tuple(failure.reason for failure in detection.failures),
    )


def _job(reader: ProjectReader, article: str) -> Job:
    found = reader.get(Article, article)
    return Job(article, reader.text(found), found.title, found.lang or "auto")


def merge_within(
    before: Iterable[Suggestion],
    now: Iterable[Suggestion],
    part: Span,
    codebook: Codebook,
    failed: AbstractSet[str] = frozenset(),
) -> tuple[Suggestion, ...]:
    """What was heard before outside a part and what is heard now within it, under keys of their own.

    What the detectors said before that `failed` now stays everywhere.
    """

    def is_renewed(item: Suggestion) -> bool:
        return is_within(item, part) and detector_name(item.origin) not in failed

    return merge_heard(before, now, is_renewed, codebook)


def is_within(item: Suggestion, part: Span) -> bool:
    """Whether all words of a suggestion lie within a part of the text."""
    return all(covers([part], spans) for spans in item.spans.values())
