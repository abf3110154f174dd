"""Comparisons of the records that tests make from quotes."""

from collections.abc import Iterable

from annotation.adjudication import Cluster, Comparison, Draft, Material, begin, compare
from annotation.records import Annotation, Decision
from tests.annotation.agreement.labels import CODEBOOK, TEXT, by_annotator

PEOPLE = ("anna", "ben")


def compared(
    *records: Annotation,
    people: Iterable[str] = PEOPLE,
    decisions: Iterable[Decision] = (),
    gold: Iterable[Annotation] = (),
    others: Iterable[Annotation] = (),
) -> Comparison:
    """The comparison of the records, with everyone of `people` at work."""
    labels = {**{who: [] for who in people}, **by_annotator(*records)}
    material = Material(
        article="a",
        text=TEXT,
        labels=labels,
        decisions=tuple(decisions),
        gold=tuple(gold),
        others=tuple(others),
        names={"vernay": "Odile Vernay"},
    )
    return compare(material, CODEBOOK)


def only(comparison: Comparison) -> Cluster:
    """The one cluster of a comparison."""
    (cluster,) = comparison.clusters
    return cluster


def blank_draft(comparison: Comparison, number: int = 0) -> Draft:
    """A draft of one of the clusters on which nothing is chosen, as strategies are given it."""
    begun = draft_of(comparison, number)
    return Draft(cluster=begun.cluster, layer=begun.layer)


def draft_of(comparison: Comparison, number: int = 0) -> Draft:
    """The draft that a reviewer starts from for one of the clusters."""
    cluster = comparison.clusters[number]
    layer = CODEBOOK.layer(cluster.layer)
    assert layer is not None
    return begin(cluster, layer, comparison.referents)
