"""Whose work on which articles is compared: people, articles, and when the work was done."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotation.agreement.units import Labelled
from annotation.errors import AnnotationError
from annotation.project import ProjectReader
from annotation.records import UNASSIGNED, Assignment

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class NoDay(AnnotationError):
    """A limit of time is no day, month or year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is compared; as it is made, everybody's work on all articles."""

    annotators: tuple[str, ...] = ()
    """Ids; () for everybody."""
    articles: frozenset[str] | None = None
    """Ids; None for all."""
    overlap: bool = False
    """Only articles that were handed out to two or more of those compared."""
    training: bool = False
    """What was done in rounds of training too."""
    since: str = ""
    until: str = ""
    """When work on an article ended: a day, month or year (2024-01-31, 2024-01, 2024), both included; "" for
    no limit."""

    @property
    def people(self) -> tuple[str, ...] | None:
        """Those compared; None for everybody."""
        return self.annotators or None

    def holds(self, ended: str) -> bool:
        """Whether work that ended then is compared; work of which that is not known is, without limits."""
        if not ended:
            return not (self.since or self.until)
        return self.since <= ended[: len(self.since)] and (
            not self.until or ended[: len(self.until)] <= self.until
        )


EVERYTHING = Choice()


def day_called(text: str) -> str:
    """A day, month or year as it is typed; "" for none. Raises NoDay for anything else."""
    if text and not _DAY.fullmatch(text.strip()):
        raise NoDay("“{text}” is no day: write it as 2024-01-31, 2024-01 or 2024.", text=text)
    return text.strip()


def chosen_articles(reader: ProjectReader, choice: Choice) -> list[str]:
    """Ids of the articles that two or more of those chosen worked on, but for the limits of time."""
    people = set(choice.annotators)
    handed = _handed_out(reader, people) if choice.overlap else None
    return [
        row.id
        for row in reader.reviewable(training=choice.training)
        if (choice.articles is None or row.id in choice.articles)
        and (handed is None or handed[row.id] > 1)
        and (not people or len(people.intersection(row.annotators)) > 1)
    ]


def narrowed(labelled: Iterable[Labelled], choice: Choice) -> Iterator[Labelled]:
    """The articles on which work ended within the limits of time."""
    return (one for one in labelled if choice.holds(one.ended))


def _handed_out(reader: ProjectReader, people: set[str]) -> Counter[str]:
    """To how many of some people, or of all, each article was handed out."""
    return Counter(
        one.article
        for one in reader.all(Assignment)
        if one.position != UNASSIGNED and (not people or one.annotator in people)
    )
