"""How often people's decisions have agreed with each annotator."""

from collections.abc import Iterable

from annotation.adjudication.cluster import Cluster
from annotation.adjudication.comparison import Comparison
from annotation.adjudication.draft import Draft, begin
from annotation.codebook import Codebook


class Trust:
    """Counts answers, article by article: what an annotator said, and whether the gold set says it too."""

    def __init__(self) -> None:
        self._right: dict[str, int] = {}
        self._all: dict[str, int] = {}

    def learn(self, comparison: Comparison, codebook: Codebook) -> None:
        """Count what people decided about an article; what was decided automatically counts for nothing."""
        layers = {layer.id: layer for layer in codebook.layers}
        for cluster in comparison.clusters:
            known = cluster.decision is not None and not cluster.decision.automatic and not cluster.changed
            if known and cluster.records and cluster.layer in layers:
                draft = begin(cluster, layers[cluster.layer], comparison.referents)
                for annotator in cluster.annotators:
                    self._count(annotator, _verdicts(cluster, draft, annotator))

    def shares(self) -> dict[str, float]:
        """{annotator: the share of their answers that were right}; near one half where few are known."""
        return {who: (self._right[who] + 1) / (self._all[who] + 2) for who in self._all}

    def _count(self, annotator: str, verdicts: Iterable[bool]) -> None:
        found = list(verdicts)
        self._right[annotator] = self._right.get(annotator, 0) + sum(found)
        self._all[annotator] = self._all.get(annotator, 0) + len(found)


def _verdicts(cluster: Cluster, draft: Draft, annotator: str) -> list[bool]:
    """Whether they were right that there is a record; if so, whether in each row that was in doubt."""
    has = annotator in cluster.records
    if draft.rejected or not has:
        return [has is not draft.rejected]
    doubtful = [row for row in cluster.rows if row.differs]
    picks = [(draft.picks.get(row.key), row.option_of(annotator)) for row in doubtful]
    return [True, *(pick is not None and pick.option == mine for pick, mine in picks)]
