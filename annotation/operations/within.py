"""Detecting in a part of an article alone: what was heard outside it stays as it was."""

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from annotation.codebook import Codebook
from annotation.detectors import Detection, Job, Setup
from annotation.operations._merging import merge_heard
from annotation.operations.detection import ArticleSuggestions, StoreSuggestions
from annotation.operations.learning import setup_of
from annotation.project import Door, ProjectReader
from annotation.records import Article, Span, Suggestion, covers


class Reads(Protocol):
    """What reads one article with the detectors, such as a DetectionPool."""

    def detect(self, job: Job, setup: Setup | None = None) -> Detection:
        """What is heard in the article of a job."""


def detect_within(door: Door, pool: Reads, article: str, part: Span) -> int:
    """Read an article, and replace what was heard within a part of it; how many suggestions that now are.

    What people decided stays, as always. Raises Missing where the article is gone.
    """
    job = door.ask(partial(_job, article=article))
    detection = pool.detect(job, door.ask(setup_of))
    before = door.ask(lambda reader: reader.heard(article)) or ()
    codebook = door.ask(lambda reader: reader.codebook)
    heard = merge_within(before, detection.heard, part, codebook)
    found = ArticleSuggestions(article=article, lang=detection.lang, suggestions=heard)
    door.apply(StoreSuggestions(found=(found,)))
    return sum(is_within(item, part) for item in heard)


def _job(reader: ProjectReader, article: str) -> Job:
    found = reader.get(Article, article)
    return Job(article, reader.text(found), found.title, found.lang or "auto")


def merge_within(
    before: Iterable[Suggestion], now: Iterable[Suggestion], part: Span, codebook: Codebook
) -> tuple[Suggestion, ...]:
    """What was heard before outside a part and what is heard now within it, under keys of their own."""
    return merge_heard(before, now, partial(is_within, part=part), codebook)


def is_within(item: Suggestion, part: Span) -> bool:
    """Whether all words of a suggestion lie within a part of the text."""
    return all(covers([part], spans) for spans in item.spans.values())
