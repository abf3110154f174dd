"""What several annotators said about one article, side by side, with what was decided about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from annotation.adjudication.asking import Question
from annotation.adjudication.cluster import Cluster, Kind
from annotation.adjudication.kinds import kinds_of, split_records
from annotation.adjudication.rows import rows_of
from annotation.agreement import Cluster as Aligned
from annotation.agreement import Referents, align_article
from annotation.codebook import Codebook, Layer
from annotation.records import GOLD, Annotation, Decision, derived_id


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
    questions: Sequence[Question] = ()
    """What annotators were asked about the article."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One article: its clusters in text order, and what references in it refer to."""

    article: str
    text: str
    annotators: tuple[str, ...]
    """Who is compared: everyone who worked on the article, or those chosen of them."""
    clusters: tuple[Cluster, ...] = ()
    referents: Referents
    material: Material

    @property
    def open(self) -> tuple[Cluster, ...]:
        """The clusters that the reviewer has to look at."""
        return tuple(cluster for cluster in self.clusters if cluster.is_open)

    @cached_property
    def agreed_open(self) -> int:
        """How many clusters are agreed and wait to be confirmed."""
        return sum(cluster.is_agreed and cluster.decision is None for cluster in self.clusters)

    @cached_property
    def settled(self) -> int:
        """How many clusters need no more looking at."""
        return sum(not cluster.is_open for cluster in self.clusters)

    @cached_property
    def places(self) -> dict[str, str]:
        """{id of an annotator's record: the id of its cluster}."""
        return {record.id: one.id for one in self.clusters for record in one.records.values()}

    @cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        """{id of a cluster: the ids of its records}."""
        return {one.id: frozenset(found.id for found in one.records.values()) for one in self.clusters}

    def find(self, id_: str) -> Cluster | None:
        """The cluster with this id, if it is still there."""
        return next((cluster for cluster in self.clusters if cluster.id == id_), None)


def compare(material: Material, codebook: Codebook) -> Comparison:
    """The comparison of an article. Every record that counts is in exactly one cluster."""
    labels = {
        annotator: [record for record in records if record.counts]
        for annotator, records in sorted(material.labels.items())
    }
    known = [*material.others, *material.gold, *(record for found in labels.values() for record in found)]
    referents = Referents.of(known, codebook, material.text, material.names)
    aligned, referents = align_article(labels, codebook, referents, _together(material.decisions))
    clusters = [
        cluster
        for layer in codebook.layers
        for cluster in _clusters(material.article, tuple(labels), layer, aligned.get(layer.id, ()), referents)
    ]
    return _decided(material, tuple(labels), clusters, referents, codebook)


def redecide(before: Comparison, material: Material, codebook: Codebook) -> Comparison | None:
    """The comparison with other decisions and gold records, the annotators' records being the same.

    Records are not aligned anew, which takes long in a long article. None where they have to be: where what
    was decided about together was not one cluster, or is not any more.
    """
    if _keeps_apart(before, material):
        return None
    kept = {id_: record for id_, record in before.referents.records.items() if record.annotator != GOLD.id}
    records = kept | {record.id: record for record in material.gold}
    gold = {record.id for record in before.material.gold}
    marks = {id_: found for id_, found in before.referents.clusters.items() if id_ not in gold}
    referents = replace(before.referents, records=records, clusters=marks)
    known = replace(
        before.material, decisions=material.decisions, gold=material.gold, questions=material.questions
    )
    touched = _touched(before.material, known)
    referents = _knowing_gold(referents, known.decisions)
    decided, asked = _Decided(known), _Questions(known)
    clusters = [
        asked.attach(decided.attach(_bare(one))) if touched & before.ids[one.id] else one
        for one in before.clusters
        if one.records
    ]
    places = before.places
    alone = [one for one in known.decisions if not any(record in places for record in one.records)]
    found = [*clusters, *decided.alone(alone, before.annotators, codebook, referents)]
    made = replace(
        before,
        clusters=tuple(sorted(found, key=_order)) if len(found) > len(clusters) else tuple(clusters),
        referents=referents,
        material=known,
    )
    made.__dict__.update(places=places, ids=before.ids)  # which records are together is as before
    return made


def _bare(cluster: Cluster) -> Cluster:
    """A cluster as if nobody had decided or asked anything."""
    return replace(cluster, decision=None, gold=None, superseded=(), changed=False, asked=())


def _touched(before: Material, now: Material) -> set[str]:
    """Ids of the records of which another decision, gold record or question tells now."""
    known, fresh = ({one.id: one for one in some.gold} for some in (before, now))
    gold = {id_ for id_ in known.keys() | fresh.keys() if known.get(id_) != fresh.get(id_)}
    touched = set()
    for some, others in ((before.decisions, now.decisions), (now.decisions, before.decisions)):
        same = {one.id: one for one in others}
        for decision in some:
            if same.get(decision.id) != decision or decision.gold in gold:
                touched |= set(decision.records)
    for asked, known_asked in ((before.questions, now.questions), (now.questions, before.questions)):
        there = {one.id: one for one in known_asked}
        for question in asked:
            if there.get(question.id) != question:
                touched |= set(question.records)
    return touched


def _keeps_apart(before: Comparison, material: Material) -> bool:
    """Whether decisions now join records otherwise than the clusters do."""
    together = _together(material.decisions)
    gone = _together(before.material.decisions).keys() - together.keys()
    if any(gone & set(one.records) for one in before.material.decisions) and any(
        one.superseded or one.changed for one in before.clusters
    ):
        return True
    joined: dict[str, set[str]] = {}
    for record, decision in together.items():
        if record in before.places:
            joined.setdefault(decision, set()).add(before.places[record])
    return any(len(found) > 1 for found in joined.values())


def _decided(
    material: Material,
    annotators: tuple[str, ...],
    clusters: Sequence[Cluster],
    referents: Referents,
    codebook: Codebook,
) -> Comparison:
    """The comparison of clusters with what was decided about them."""
    referents = _knowing_gold(referents, material.decisions)
    decided, asked = _Decided(material), _Questions(material)
    places = {record.id for one in clusters for record in one.records.values()}
    alone = [one for one in material.decisions if places.isdisjoint(one.records)]
    found = [
        *(asked.attach(decided.attach(cluster)) for cluster in clusters),
        *decided.alone(alone, annotators, codebook, referents),
    ]
    return Comparison(
        article=material.article,
        text=material.text,
        annotators=annotators,
        clusters=tuple(sorted(found, key=_order)),
        referents=referents,
        material=material,
    )


def _together(decisions: Sequence[Decision]) -> dict[str, str]:
    """{record: the last decision about it}."""
    ordered = sorted(decisions, key=lambda decision: (decision.updated, decision.id))
    return {record: decision.id for decision in ordered for record in decision.records}


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
        self._gold = {record.id: record for record in material.gold}
        self._article = material.article
        self._about: dict[str, list[Decision]] = {}
        for decision in material.decisions:
            for record in decision.records:
                self._about.setdefault(record, []).append(decision)

    def attach(self, cluster: Cluster) -> Cluster:
        """The cluster with the decision about it: the one that shares most records, then the latest."""
        ids = {record.id for record in cluster.records.values()}
        found = {one.id: one for id_ in ids for one in self._about.get(id_, ())}
        about = [found[id_] for id_ in sorted(found)]
        if not about:
            return cluster
        best = max(about, key=lambda d: (len(ids & set(d.records)), d.updated, d.id))
        return replace(
            cluster,
            decision=best,
            gold=self._gold.get(best.gold or ""),
            superseded=tuple(decision for decision in about if decision is not best),
            changed=_has_changed(cluster, best, ids),
        )

    def alone(
        self,
        decisions: Iterable[Decision],
        annotators: tuple[str, ...],
        codebook: Codebook,
        referents: Referents,
    ) -> Iterator[Cluster]:
        """Clusters of decisions with no record behind them any more, and of those that added one."""
        for decision in decisions:
            layer = codebook.layer(decision.layer)
            if layer is None:
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


class _Questions:
    """What annotators were asked about an article, and which cluster each question is about now."""

    def __init__(self, material: Material) -> None:
        everything = (*material.others, *(one for found in material.labels.values() for one in found))
        self._records: dict[str, dict[str, Annotation]] = {}
        for record in everything if material.questions else ():
            self._records.setdefault(record.annotator, {})[record.id] = record
        self._about: dict[str, list[Question]] = {}
        for question in material.questions:
            for record_id in question.records:
                self._about.setdefault(record_id, []).append(question)

    def attach(self, cluster: Cluster) -> Cluster:
        """The cluster with what was asked since it was decided."""
        if not self._about:
            return cluster
        found = {one.id: one for record in cluster.records.values() for one in self._about.get(record.id, ())}
        since = cluster.decision.updated if cluster.decision else ""
        later = sorted((one for one in found.values() if one.asked > since), key=lambda one: one.asked)
        return replace(cluster, asked=tuple(one.state(self._records.get(one.annotator, {})) for one in later))


def _has_changed(cluster: Cluster, decision: Decision, ids: set[str]) -> bool:
    later = any(record.updated > decision.updated for record in cluster.records.values())
    return ids != set(decision.records) or later
