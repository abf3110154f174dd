"""Handing out articles: a plan that can be looked at first, and the one step that makes it so.

A draw is a function of the project, the wish and its seed: who runs it again gets the same articles.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations.people import Assign, assignment_for
from annotation.project import ProjectReader, Writer
from annotation.records import UNASSIGNED, Assignment, AssignmentState, now

STRATA = ("", "outlet", "month", "year", "lang")
"""What a draw can be stratified by: nothing, or a value that each part must have in the same shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentWish:
    """What is to be handed out to whom."""

    articles: Sequence[str]
    annotators: Sequence[str]
    """Ids, in the order in which articles are dealt."""
    share: float = 1.0
    """The part of the articles that is drawn, above 0 to 1."""
    overlap: float = 0.0
    """The part of what is drawn that everybody gets, 0 to 1; each of the others goes to one person."""
    by: str = ""
    """One of STRATA."""
    seed: int = 1
    shuffled: bool = True
    """Whether chance decides; else articles are taken and dealt in their order."""
    only_new: bool = False
    """Leave out articles that are in somebody's queue already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentPlan:
    """Who is to get which articles, in the order of their queues."""

    shares: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """{annotator: articles}"""
    overlap: Sequence[str] = ()
    """The articles that everybody gets."""
    left_out: int = 0
    """How many were in somebody's queue already."""

    @property
    def articles(self) -> int:
        """How many different articles are handed out."""
        return len({article for found in self.shares.values() for article in found})


def plan_assignment(reader: ProjectReader, wish: AssignmentWish) -> AssignmentPlan:
    """What a wish comes to. Raises OperationError for one that cannot be, such as one for nobody."""
    _check(wish)
    ids = list(dict.fromkeys(wish.articles))
    taken = set(reader.corpus.assigned()) if wish.only_new else set()
    free = [id_ for id_ in ids if id_ not in taken]
    places = {id_: place for place, id_ in enumerate(free)}
    shares: dict[str, list[str]] = {who: [] for who in wish.annotators}
    common: list[str] = []
    dealt = 0
    for stratum in _strata(reader, free, wish):
        drawn = stratum[: _count(stratum, wish.share)]
        both = set(drawn[: _count(drawn, wish.overlap)]) if len(wish.annotators) > 1 else set()
        common += [id_ for id_ in drawn if id_ in both]
        for id_ in drawn:
            if id_ in both:
                for found in shares.values():
                    found.append(id_)
            else:
                shares[wish.annotators[dealt % len(shares)]].append(id_)
                dealt += 1
    ordered = {who: sorted(found, key=places.__getitem__) for who, found in shares.items()}
    return AssignmentPlan(shares=ordered, overlap=common, left_out=len(ids) - len(free))


def _check(wish: AssignmentWish) -> None:
    if not wish.annotators:
        raise OperationError("Choose at least one annotator to assign articles to.")
    if not 0 < wish.share <= 1 or not 0 <= wish.overlap <= 1:
        raise OperationError("Shares lie between 0 and 100 per cent.")
    if wish.by not in STRATA:
        raise OperationError("“{by}” is nothing to stratify by.", by=wish.by)


def _strata(reader: ProjectReader, ids: Sequence[str], wish: AssignmentWish) -> list[list[str]]:
    """The articles in the parts that are drawn from, each in the order of the draw."""
    values = reader.corpus.values(wish.by, ids) if wish.by else {}
    strata: dict[str, list[str]] = {}
    for id_ in ids:
        strata.setdefault(values.get(id_, ""), []).append(id_)
    if wish.shuffled:
        for found in strata.values():
            found.sort(key=lambda id_: hashlib.sha256(f"{wish.seed}/{id_}".encode()).digest())
    return [strata[value] for value in sorted(strata)]


def _count(drawn_from: Sequence[str], share: float) -> int:
    """How many a share is, at least one where there is a share at all."""
    return min(len(drawn_from), max(1, round(len(drawn_from) * share))) if share and drawn_from else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOut:
    """Put articles into the queues of several annotators, at the end; what is in a queue stays there."""

    shares: Mapping[str, Sequence[str]]
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many different articles."""
        articles = {article for found in self.shares.values() for article in found}
        return Message("Assign one article", {}, "Assign {n} articles", len(articles))

    def apply(self, writer: Writer) -> None:
        """Store the assignments."""
        for annotator, articles in self.shares.items():
            Assign(articles=articles, annotator=annotator).apply(writer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign:
    """Take articles out of one person's queue, and put them into another's; only those still to do.

    With no `to` they are in nobody's queue then.
    """

    articles: Sequence[str]
    annotator: str
    to: str = ""
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many."""
        return Message("Reassign one article", {}, "Reassign {n} articles", len(self.articles))

    def apply(self, writer: Writer) -> None:
        """Store what was moved."""
        moved: list[str] = []
        for article in dict.fromkeys(self.articles):
            found = writer.assignment(article, self.annotator)
            if found and found.position != UNASSIGNED and found.state is AssignmentState.TODO:
                writer.remove(Assignment, found.id)
                moved.append(article)
        if self.to and moved:
            Assign(articles=moved, annotator=self.to).apply(writer)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkArticles:
    """Say of several articles how far an annotator is with them, and why."""

    articles: Sequence[str]
    annotator: str
    state: AssignmentState
    reason: str = ""
    actor: str = ""

    @property
    def title(self) -> Message:
        """What, and how many."""
        return replace(_TITLES[self.state], n=len(self.articles))

    def apply(self, writer: Writer) -> None:
        """Store the states."""
        moment = now()
        for article in dict.fromkeys(self.articles):
            found = writer.assignment(article, self.annotator)
            if found is None:
                found = assignment_for(article, self.annotator, UNASSIGNED, moment)
            if (found.state, found.reason) != (self.state, self.reason) or not found.updated:
                writer.put(replace(found, state=self.state, reason=self.reason.strip(), updated=moment))


_TITLES = {
    AssignmentState.TODO: Message("Mark one article as to do", {}, "Mark {n} articles as to do", 0),
    AssignmentState.STARTED: Message("Mark one article as started", {}, "Mark {n} articles as started", 0),
    AssignmentState.DONE: Message("Mark one article as done", {}, "Mark {n} articles as done", 0),
    AssignmentState.SKIPPED: Message("Skip one article", {}, "Skip {n} articles", 0),
    AssignmentState.FLAGGED: Message("Flag one article", {}, "Flag {n} articles", 0),
}
