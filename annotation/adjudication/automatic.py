"""A whole project decided by a strategy, article by article."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol, TypeVar

from annotation.adjudication.merging import Proposal, accept_all, propose
from annotation.adjudication.reading import read_comparison
from annotation.adjudication.strategies import Strategy, Terms
from annotation.adjudication.trust import Trust, Trusted
from annotation.operations import DecideAll
from annotation.project import ProjectReader, read_ahead

T = TypeVar("T")
AT_ONCE = 50
"""Articles that are decided in one step: the file is written once for all of them."""


class Ask(Protocol):
    """Puts a question to the project, on whichever thread it lives."""

    def __call__(self, question: Callable[[ProjectReader], T], /) -> T:
        """The answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What to decide, and how."""

    strategy: Strategy
    terms: Terms = field(default_factory=Terms)
    layer: str | None = None
    annotators: tuple[str, ...] | None = None
    """Ids of those compared; None for all who worked on an article."""


def articles_to_merge(reader: ProjectReader) -> list[str]:
    """The articles that two people or more worked on, in the project's order."""
    return [row.id for row in reader.reviewable()]


def learn_trust(reader: ProjectReader, merge: Merge) -> Trusted:
    """How far each annotator can be trusted, where the strategy asks for that."""
    trust = Trust()
    if "trust" in merge.strategy.needs:
        for article, ahead in read_ahead(reader, articles_to_merge(reader)):
            trust.learn(read_comparison(ahead, article, merge.annotators), ahead.codebook)
    return trust.trusted()


def proposal_of(reader: ProjectReader, article: str, merge: Merge) -> Proposal:
    """What would be decided about an article; nothing is changed."""
    comparison = read_comparison(reader, article, merge.annotators)
    return propose(comparison, reader.codebook, merge.strategy, merge.terms, merge.layer)


def merging_steps(
    ask: Ask, articles: Sequence[str], merge: Merge, reviewer: str
) -> Iterator[tuple[list[Proposal], DecideAll | None]]:
    """The proposals of some articles each time, and the step that decides so; None where there is none.

    The next articles are read when the step before has been taken or left, so that it may be applied at once.
    """
    for start in range(0, len(articles), AT_ONCE):
        proposals = ask(partial(_proposals, articles=articles[start : start + AT_ONCE], merge=merge))
        yield proposals, accept_all(proposals, merge.strategy, reviewer)


def _proposals(reader: ProjectReader, articles: Sequence[str], merge: Merge) -> list[Proposal]:
    return [proposal_of(ahead, article, merge) for article, ahead in read_ahead(reader, articles)]
