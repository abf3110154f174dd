"""What a strategy would do to a project: counts, and each proposal as one line that can be left out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from annotation.adjudication.automatic import Ask, Merge, learn_trust
from annotation.adjudication.cluster import Cluster, Kind
from annotation.adjudication.comparison import Comparison
from annotation.adjudication.draft import Draft
from annotation.adjudication.merging import Proposal, accept_all, propose
from annotation.adjudication.reading import read_comparison
from annotation.operations import DecideAll
from annotation.project import ProjectReader, ReviewRow, read_ahead
from annotation.records import Outcome

AT_ONCE = 20
"""Articles that are read in one turn, and decided in one step: few enough that no window has to wait."""
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
    for start in range(0, len(rows), AT_ONCE):
        tell(start, len(rows))
        some = {row.id: row.title for row in rows[start : start + AT_ONCE]}
        for proposal, comparison in ask(partial(_proposals_in, articles=list(some), merge=known)):
            found.take(proposal, comparison, some[proposal.article])
    tell(len(rows), len(rows))
    return found


def with_trust(ask: Ask, merge: Merge) -> Merge:
    """The merge, knowing how far annotators can be trusted where its strategy asks for that."""
    trust = ask(partial(learn_trust, merge=merge))
    return replace(merge, terms=replace(merge.terms, trust=trust))


def accepting_steps(
    ask: Ask, preview: MergePreview, without: Collection[str], reviewer: str
) -> Iterator[DecideAll | None]:
    """The steps that decide what is proposed, some articles at a time, but for the clusters `without`.

    An article is proposed anew when its turn comes, so that nothing that changed meanwhile is overwritten;
    None where nothing is left to decide.
    """
    wanted: dict[str, set[str]] = {}
    for one in preview.proposed:
        if one.cluster not in without:
            wanted.setdefault(one.article, set()).add(one.cluster)
    articles = list(wanted)
    for start in range(0, len(articles), AT_ONCE):
        some = articles[start : start + AT_ONCE]
        proposals = [
            found for found, _comparison in ask(partial(_proposals_in, articles=some, merge=preview.merge))
        ]
        chosen = [
            replace(
                one, drafts=tuple(draft for draft in one.drafts if draft.cluster.id in wanted[one.article])
            )
            for one in proposals
        ]
        yield accept_all(chosen, preview.merge.strategy, reviewer)


def is_of_people(cluster: Cluster) -> bool:
    """Whether a person decided about a cluster."""
    return cluster.decision is not None and not cluster.decision.automatic


def _proposals_in(
    reader: ProjectReader, articles: Sequence[str], merge: Merge
) -> list[tuple[Proposal, Comparison]]:
    compared = (read_comparison(ahead, one, merge.annotators) for one, ahead in read_ahead(reader, articles))
    codebook = reader.codebook
    return [(propose(found, codebook, merge.strategy, merge.terms, merge.layer), found) for found in compared]


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
