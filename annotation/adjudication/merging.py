"""Deciding without a person: a proposal first, with what it would do, then one step that undo takes back.

What a person decided is never proposed anew, also where it changed since; what was decided automatically is,
where the strategy says something else now.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotation.adjudication.cluster import Cluster
from annotation.adjudication.comparison import Comparison
from annotation.adjudication.deciding import decide_all
from annotation.adjudication.draft import Draft, Pick, begin
from annotation.adjudication.strategies import Strategy, Terms
from annotation.codebook import Codebook
from annotation.i18n import Message
from annotation.operations import DecideAll
from annotation.records import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a strategy would decide about one article."""

    article: str
    clusters: int
    """Everything that there is to decide."""
    drafts: tuple[Draft, ...]
    """What would be decided now."""
    settled: int
    """What is decided already, by people or by what was proposed before."""

    @property
    def open(self) -> int:
        """What stays open for people: also what is decided but for a tie."""
        return self.clusters - self.settled - len(self.drafts) + self.partly

    @property
    def partly(self) -> int:
        """How many of the drafts leave a field open, on which there is a tie."""
        return sum(Pick() in draft.picks.values() for draft in self.drafts)

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How many records would come about how."""
        return Counter(draft.outcome for draft in self.drafts)


def propose(
    comparison: Comparison, codebook: Codebook, strategy: Strategy, terms: Terms, layer: str | None = None
) -> Proposal:
    """What a strategy would decide about an article, in one layer or all."""
    clusters = [one for one in comparison.clusters if layer in (None, one.layer)]
    free = [cluster for cluster in clusters if _may_be_decided(cluster)]
    drafts = tuple(_drafts(free, comparison, codebook, strategy, terms))
    kept = sum(1 for cluster in free if _is_kept(cluster, drafts))
    return Proposal(
        article=comparison.article,
        clusters=len(clusters),
        drafts=drafts,
        settled=len(clusters) - len(free) + kept,
    )


def accept(proposal: Proposal, strategy: Strategy, reviewer: str) -> DecideAll | None:
    """The step that makes a proposal the decision, marked as automatic; None where there is none to make."""
    return accept_all([proposal], strategy, reviewer)


def accept_all(proposals: Iterable[Proposal], strategy: Strategy, reviewer: str) -> DecideAll | None:
    """The one step that makes proposals of several articles decisions; None where there is none to make."""
    drafts = [draft for proposal in proposals for draft in proposal.drafts]
    title = Message("Decide one record automatically", {}, "Decide {n} records automatically", len(drafts))
    return decide_all(drafts, reviewer, title, comment=strategy.name, automatic=True)


def _may_be_decided(cluster: Cluster) -> bool:
    by_person = cluster.decision is not None and not cluster.decision.automatic
    return bool(cluster.records) and not by_person


def _drafts(
    clusters: list[Cluster], comparison: Comparison, codebook: Codebook, strategy: Strategy, terms: Terms
) -> Iterator[Draft]:
    layers = {layer.id: layer for layer in codebook.layers}
    for cluster in clusters:
        fresh = replace(cluster, decision=None, gold=None)
        draft = strategy.choose(Draft(cluster=fresh, layer=layers[cluster.layer]), terms)
        if draft.complete:
            draft = replace(draft, cluster=cluster)
            if not _is_decided_so(cluster, draft, comparison, codebook):
                yield draft


def _is_decided_so(cluster: Cluster, draft: Draft, comparison: Comparison, codebook: Codebook) -> bool:
    """Whether an earlier automatic decision says just this."""
    layer = codebook.layer(cluster.layer)
    if cluster.decision is None or cluster.changed or layer is None:
        return False
    earlier = begin(cluster, layer, comparison.referents)
    tied = {row.key for row in cluster.tied}
    picks = {key: pick for key, pick in draft.picks.items() if key not in tied or pick != Pick()}
    return (earlier.rejected, dict(earlier.picks)) == (draft.rejected, picks)


def _is_kept(cluster: Cluster, drafts: tuple[Draft, ...]) -> bool:
    return not cluster.is_open and all(draft.cluster.id != cluster.id for draft in drafts)
