"""The way through an article's clusters: which are listed, in which order, and which is next."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from annotation.adjudication import Cluster, Kind, Wish, importance


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What is wanted of the clusters, and their order: that of the text, or what matters first."""

    wish: Wish = field(default_factory=Wish)
    by_importance: bool = False

    def sorted(self, clusters: Sequence[Cluster]) -> Sequence[Cluster]:
        """All clusters in the order of the route."""
        return sorted(clusters, key=importance, reverse=True) if self.by_importance else clusters

    def listed(self, clusters: Sequence[Cluster]) -> list[Cluster]:
        """Those that are wanted, in order."""
        return [cluster for cluster in self.sorted(clusters) if self.wish.passes(cluster)]

    def next_open(self, clusters: Sequence[Cluster], id_: str | None, steps: int) -> Cluster | None:
        """The next open conflict after a cluster, or before it; where there is none, what else is open.

        What is wanted comes before the rest, and what waits for nobody before what somebody was asked about.
        """
        order = self.sorted(clusters)
        order = list(order) if steps > 0 else list(reversed(order))
        here = next((place for place, cluster in enumerate(order) if cluster.id == id_), -1)
        others = [*order[here + 1 :], *order[: max(here, 0)]]
        wish = replace(self.wish, agreed=False)
        best: tuple[tuple[bool, bool, bool], Cluster] | None = None
        for cluster in others:
            if cluster.is_open:
                rank = _rank(cluster, wish)
                if not any(rank):
                    return cluster
                best = (rank, cluster) if best is None or rank < best[0] else best
        return best[1] if best else None


def _rank(cluster: Cluster, wish: Wish) -> tuple[bool, bool, bool]:
    """What sorts open clusters by how much they are to be gone to next; the first of equals counts."""
    wanted = wish.passes(cluster) if wish.narrows else True
    return not wanted, Kind.AGREED in cluster.kinds, cluster.waits
