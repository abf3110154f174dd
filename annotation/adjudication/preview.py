"""What a strategy would do to a project: counts, and each proposal as one line that can be left out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from annotation.adjudication.automatic import Ask, Merge, learn_trust
from annotation.adjudication.cluster import Cluster, Kind
from annotation.adjudication.comparison import Comparison
from annotation.adjudication.draft import Draft
from annotation.adjudication.merging import Proposal, accept, propose
from annotation.adjudication.reading import read_comparison
from annotation.operations import Together
from annotation.project import ProjectReader, ReviewRow
from annotation.records import Outcome

Tell = Callable[[int, int], object]
"""Told how many articles are done, of how many; raises to cancel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One record that would be decided."""

    article: str
    title: str
    cluster: str
    layer: str
    words: str
    kinds: tuple[Kind, ...]
    outcome: Outcome
    taken: str | None = None
    """The annotator whose record it would be whole."""


@dataclass(slots=True, kw_only=True)
class MergePreview:
    """What would be decided in some articles, and what would not."""

    merge: Merge
    clusters: int = 0
    open: int = 0
    """What stays open for people."""
    by_people: int = 0
    """What people decided: it is left alone."""
    flagged: int = 0
    """Of that, what changed since and is to be looked at."""
    kept: int = 0
    """What is decided automatically already, and just so."""
    proposed: list[Proposed] = field(default_factory=list)

    @property
    def by_layer(self) -> Counter[str]:
        """How many would be decided of each layer."""
        return Counter(one.layer for one in self.proposed)

    @property
    def by_kind(self) -> Counter[Kind]:
        """How many would be decided of each kind; one may be of several."""
        return Counter(kind for one in self.proposed for kind in one.kinds)

    def take(self, proposal: Proposal, comparison: Comparison, title: str) -> None:
        """Count one article's proposal."""
        clusters = [one for one in comparison.clusters if self.merge.layer in (None, one.layer)]
        people = [one for one in clusters if is_of_people(one)]
        self.clusters += proposal.clusters
        self.open += proposal.open
        self.by_people += len(people)
        self.flagged += sum(one.changed for one in people)
        self.kept += proposal.settled - len(people)
        self.proposed += [_line(draft, comparison, title) for draft in proposal.drafts]


def preview_merge(ask: Ask, rows: Sequence[ReviewRow], merge: Merge, tell: Tell) -> MergePreview:
    """What `merge` would do to these articles; nothing is changed. `tell` may raise to cancel."""
    known = with_trust(ask, merge)
    found = MergePreview(merge=known)
    for done, row in enumerate(rows):
        tell(done, len(rows))
        proposal, comparison = ask(partial(_proposal_in, article=row.id, merge=known))
        found.take(proposal, comparison, row.title)
    tell(len(rows), len(rows))
    return found


def with_trust(ask: Ask, merge: Merge) -> Merge:
    """The merge, knowing how far annotators can be trusted where its strategy asks for that."""
    trust = ask(partial(learn_trust, merge=merge))
    return replace(merge, terms=replace(merge.terms, trust=trust))


def accepting_steps(
    ask: Ask, preview: MergePreview, without: Collection[str], reviewer: str
) -> Iterator[Together | None]:
    """The step that decides each article with proposals, but for the clusters `without`; None for no step.

    Each article is proposed anew when its turn comes, so that nothing that changed meanwhile is overwritten.
    """
    wanted: dict[str, set[str]] = {}
    for one in preview.proposed:
        if one.cluster not in without:
            wanted.setdefault(one.article, set()).add(one.cluster)
    for article, clusters in wanted.items():
        proposal = ask(partial(_fresh_proposal, article=article, merge=preview.merge))
        drafts = tuple(draft for draft in proposal.drafts if draft.cluster.id in clusters)
        yield accept(replace(proposal, drafts=drafts), preview.merge.strategy, reviewer)


def is_of_people(cluster: Cluster) -> bool:
    """Whether a person decided about a cluster."""
    return cluster.decision is not None and not cluster.decision.automatic


def _fresh_proposal(reader: ProjectReader, article: str, merge: Merge) -> Proposal:
    return _proposal_in(reader, article, merge)[0]


def _proposal_in(reader: ProjectReader, article: str, merge: Merge) -> tuple[Proposal, Comparison]:
    comparison = read_comparison(reader, article, merge.annotators)
    return propose(comparison, reader.codebook, merge.strategy, merge.terms, merge.layer), comparison


def _line(draft: Draft, comparison: Comparison, title: str) -> Proposed:
    cluster = draft.cluster
    record = next(iter(cluster.records.values()))
    return Proposed(
        article=comparison.article,
        title=title,
        cluster=cluster.id,
        layer=cluster.layer,
        words=" ".join(comparison.referents.title(record.id).split()),
        kinds=cluster.kinds,
        outcome=draft.outcome,
        taken=draft.taken,
    )
