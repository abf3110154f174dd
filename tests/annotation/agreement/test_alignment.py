"""Which records mean the same thing."""

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotation.agreement import Cluster, Referents, align
from annotation.records import Annotation, Span
from tests.annotation.agreement.labels import CODEBOOK, TEXT, by_annotator, mention, record

SOME_SPANS = st.lists(
    st.tuples(st.integers(0, 24), st.integers(1, 6)).map(lambda pair: Span(pair[0], sum(pair))),
    min_size=1,
    max_size=2,
)
LABELS = st.lists(
    st.tuples(st.sampled_from(["anna", "ben", "cleo"]), SOME_SPANS, st.sampled_from(["PER", "ORG", "GPE"])),
    max_size=14,
)


def made(label: tuple[str, list[Span], str], number: int) -> Annotation:
    who, spans, type_ = label
    return Annotation(
        id=f"r{number}",
        article="a",
        annotator=who,
        layer="entity",
        spans={"mention": tuple(spans)},
        features={"type": type_},
    )


def aligned(*records: Annotation, layer: str = "entity") -> list[Cluster]:
    return align(by_annotator(*records), CODEBOOK.layer(layer), Referents.of(records, CODEBOOK, TEXT))


def ids(clusters: list[Cluster]) -> list[set[str]]:
    return [{one.id for one in cluster} for cluster in clusters]


@given(LABELS)
def test_every_record_is_in_one_cluster_and_no_annotator_twice(
    labels: list[tuple[str, list[Span], str]],
) -> None:
    records = [made(label, number) for number, label in enumerate(labels)]
    clusters = aligned(*records)
    assert sorted(one.id for cluster in clusters for one in cluster) == sorted(one.id for one in records)
    for cluster in clusters:
        assert len({one.annotator for one in cluster}) == len(cluster)


@given(LABELS, st.integers())
def test_the_order_of_annotators_and_records_does_not_matter(
    labels: list[tuple[str, list[Span], str]], seed: int
) -> None:
    records = [made(label, number) for number, label in enumerate(labels)]
    shuffled = list(records)
    Random(seed).shuffle(shuffled)
    assert aligned(*shuffled) == aligned(*records)


@given(LABELS)
def test_the_same_work_twice_is_aligned_record_by_record(labels: list[tuple[str, list[Span], str]]) -> None:
    mine = [made(("anna", spans, type_), number) for number, (_, spans, type_) in enumerate(labels)]
    yours = [made(("ben", spans, type_), number + 100) for number, (_, spans, type_) in enumerate(labels)]
    clusters = aligned(*mine, *yours)
    assert all(len(cluster) == 2 for cluster in clusters)
    assert all(one.spans == other.spans for one, other in clusters)
    assert all(one.features == other.features for one, other in clusters)


def test_stacked_records_are_matched_by_their_fields() -> None:
    clusters = aligned(
        mention("a1", "anna", "Parlement", "ORG"),
        mention("a2", "anna", "Parlement", "GPE"),
        mention("b1", "ben", "Parlement", "GPE"),
        mention("b2", "ben", "Parlement", "ORG"),
    )
    assert {"a1", "b2"} in ids(clusters)
    assert {"a2", "b1"} in ids(clusters)


def test_nested_records_are_matched_level_by_level() -> None:
    clusters = aligned(
        mention("a1", "anna", "Parlement de Brume"),
        mention("a2", "anna", "Brume", "GPE"),
        mention("b1", "ben", "Parlement de Brume"),
        mention("b2", "ben", "Brume", "GPE"),
    )
    assert ids(clusters) == [{"a1", "b1"}, {"a2", "b2"}]


def test_a_discontinuous_record_is_one_record() -> None:
    clusters = aligned(
        record("a1", "anna", "stance", evidence=["rejeté", "budget de l’Union"], polarity="against"),
        record("b1", "ben", "stance", evidence="rejeté mardi le budget de l’Union", polarity="against"),
        layer="stance",
    )
    assert ids(clusters) == [{"a1", "b1"}]


def test_three_annotators_meet_in_one_cluster() -> None:
    clusters = aligned(
        mention("a", "anna", "Parlement de Brume"),
        mention("b", "ben", "Le Parlement de Brume"),
        mention("c", "cleo", "Parlement de Brume"),
        mention("d", "cleo", "Union"),
    )
    assert ids(clusters) == [{"a", "b", "c"}, {"d"}]


def test_records_without_words_are_matched_too() -> None:
    same: dict[str, Any] = {"holder": {"entity": "x"}, "target": {"concept": "y"}}
    clusters = aligned(
        record("a1", "anna", "stance", polarity="favor", **same),
        record("b1", "ben", "stance", polarity="against", **same),
        record("b2", "ben", "stance", evidence="rejeté", polarity="against"),
        layer="stance",
    )
    assert ids(clusters) == [{"a1", "b1"}, {"b2"}]


def test_nobody_and_nothing_give_no_clusters() -> None:
    assert aligned() == []
    assert align({"anna": [], "ben": []}, CODEBOOK.layers[0], Referents(codebook=CODEBOOK)) == []


def test_records_that_were_decided_apart_stay_apart() -> None:
    records = [mention("a", "anna", "Parlement"), mention("b", "ben", "Parlement")]
    found = align(
        by_annotator(*records), CODEBOOK.layers[0], Referents.of(records, CODEBOOK), {"a": "d1", "b": "d2"}
    )
    assert ids(found) == [{"a"}, {"b"}]


def test_records_that_were_decided_together_stay_together() -> None:
    records = [
        mention("a", "anna", "Parlement de Brume"),
        mention("b1", "ben", "Parlement de Brume"),
        mention("b2", "ben", "Parlement"),
    ]
    found = align(
        by_annotator(*records), CODEBOOK.layers[0], Referents.of(records, CODEBOOK), {"a": "d", "b2": "d"}
    )
    assert ids(found) == [{"a", "b2"}, {"b1"}]


def test_a_record_that_fits_two_decisions_joins_one() -> None:
    records = [
        mention("a", "anna", "Parlement"),
        mention("b", "ben", "Parlement", "GPE"),
        mention("c", "cleo", "Parlement"),
    ]
    found = align(
        by_annotator(*records), CODEBOOK.layers[0], Referents.of(records, CODEBOOK), {"a": "d1", "b": "d2"}
    )
    assert ids(found) == [{"a", "c"}, {"b"}]
