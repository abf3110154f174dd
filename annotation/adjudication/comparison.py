"""What several annotators said about one article, side by side, with what was decided about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotation.adjudication.cluster import Cluster, Kind
from annotation.adjudication.kinds import kinds_of, split_records
from annotation.adjudication.rows import rows_of
from annotation.agreement import Cluster as Aligned
from annotation.agreement import Referents, align_article
from annotation.codebook import Codebook, Layer
from annotation.records import Annotation, Decision, derived_id


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One article: its clusters in text order, and what references in it refer to."""

    article: str
    text: str
    annotators: tuple[str, ...]
    """Who is compared: everyone who worked on the article, or those chosen of them."""
    clusters: tuple[Cluster, ...] = ()
    referents: Referents

    @property
    def open(self) -> tuple[Cluster, ...]:
        """The clusters that the reviewer has to look at."""
        return tuple(cluster for cluster in self.clusters if cluster.is_open)

    def find(self, id_: str) -> Cluster | None:
        """The cluster with this id, if it is still there."""
        return next((cluster for cluster in self.clusters if cluster.id == id_), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a comparison of one article is made from."""

    article: str
    text: str
    labels: Mapping[str, Sequence[Annotation]]
    """By annotator. Who found nothing has an empty sequence, who did not look is not there."""
    decisions: Sequence[Decision] = ()
    gold: Sequence[Annotation] = ()
    others: Sequence[Annotation] = ()
    """Records that references may point at, such as suggestions."""
    names: Mapping[str, str] = field(default_factory=dict)
    """{entity key: canonical name}"""


def compare(material: Material, codebook: Codebook) -> Comparison:
    """The comparison of an article. Every record that counts is in exactly one cluster."""
    labels = {
        annotator: [record for record in records if record.counts]
        for annotator, records in sorted(material.labels.items())
    }
    known = [*material.others, *material.gold, *(record for found in labels.values() for record in found)]
    referents = Referents.of(known, codebook, material.text, material.names)
    together = {
        record: decision.id
        for decision in sorted(material.decisions, key=lambda decision: (decision.updated, decision.id))
        for record in decision.records
    }
    aligned, referents = align_article(labels, codebook, referents, together)
    referents = _knowing_gold(referents, material.decisions)
    decided = _Decided(material)
    clusters = [
        cluster
        for layer in codebook.layers
        for cluster in _clusters(material.article, tuple(labels), layer, aligned.get(layer.id, ()), referents)
    ]
    found = [
        *(decided.attach(cluster) for cluster in clusters),
        *decided.alone(tuple(labels), codebook, referents),
    ]
    ordered = tuple(sorted(found, key=_order))
    return Comparison(
        article=material.article,
        text=material.text,
        annotators=tuple(labels),
        clusters=ordered,
        referents=referents,
    )


def cluster_id(records: Iterable[str]) -> str:
    """The id of a cluster of records: the same records give the same one, in any order."""
    return derived_id("cluster", *sorted(records))


def _knowing_gold(referents: Referents, decisions: Sequence[Decision]) -> Referents:
    """The referents, knowing also that a gold record is what the records behind its decision are."""
    clusters = dict(referents.clusters)
    for decision in decisions:
        found = next((clusters[id_] for id_ in decision.records if id_ in clusters), None)
        if decision.gold and found:
            clusters[decision.gold] = found
    return replace(referents, clusters=clusters)


def _clusters(
    article: str, annotators: tuple[str, ...], layer: Layer, aligned: Sequence[Aligned], referents: Referents
) -> Iterator[Cluster]:
    split = split_records(aligned)
    for members in aligned:
        records = {record.annotator: record for record in members}
        rows = tuple(rows_of(records, layer, referents))
        yield Cluster(
            id=cluster_id(record.id for record in members),
            article=article,
            layer=layer.id,
            annotators=annotators,
            records=records,
            rows=rows,
            kinds=kinds_of(records, annotators, rows, layer, referents, split),
        )


def _order(cluster: Cluster) -> tuple[int, int, str]:
    """In text order, what holds others before what it holds."""
    spans = cluster.spans
    return (spans[0].start, -max(span.end for span in spans), cluster.id) if spans else (-1, 0, cluster.id)


class _Decided:
    """The decisions about an article, and which cluster each belongs to now."""

    def __init__(self, material: Material) -> None:
        self._decisions = material.decisions
        self._gold = {record.id: record for record in material.gold}
        self._article = material.article
        self._attached: set[str] = set()

    def attach(self, cluster: Cluster) -> Cluster:
        """The cluster with the decision about it: the one that shares most records, then the latest."""
        ids = {record.id for record in cluster.records.values()}
        about = [decision for decision in self._decisions if ids & set(decision.records)]
        if not about:
            return cluster
        self._attached.update(decision.id for decision in about)
        best = max(about, key=lambda d: (len(ids & set(d.records)), d.updated, d.id))
        return replace(
            cluster,
            decision=best,
            gold=self._gold.get(best.gold or ""),
            superseded=tuple(decision for decision in about if decision is not best),
            changed=_has_changed(cluster, best, ids),
        )

    def alone(
        self, annotators: tuple[str, ...], codebook: Codebook, referents: Referents
    ) -> Iterator[Cluster]:
        """Decisions with no record behind them any more, and those that added one."""
        for decision in self._decisions:
            layer = codebook.layer(decision.layer)
            if decision.id in self._attached or layer is None:
                continue
            gold = self._gold.get(decision.gold or "")
            yield Cluster(
                id=cluster_id([decision.id]),
                article=self._article,
                layer=layer.id,
                annotators=annotators,
                records={},
                rows=tuple(rows_of({}, layer, referents)),
                kinds=(Kind.ADDED,),
                decision=decision,
                gold=gold,
                changed=bool(decision.records),
            )


def _has_changed(cluster: Cluster, decision: Decision, ids: set[str]) -> bool:
    later = any(record.updated > decision.updated for record in cluster.records.values())
    return ids != set(decision.records) or later
