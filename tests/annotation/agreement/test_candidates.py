"""The pairs that may mean the same thing, against looking at all pairs."""

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.agreement import Extent, Likeness, Referents, align, in_text_order, touching
from annotation.agreement.assignment import best_pairs
from annotation.agreement.candidates import sharing, without_words
from annotation.records import Annotation, Json, Span
from tests.annotation.agreement.labels import CODEBOOK, TEXT, by_annotator

SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda pair: Span(pair[0], sum(pair))),
    min_size=1,
    max_size=2,
).map(tuple)
WHO = st.sampled_from(["anna", "ben", "cleo"])
SUBJECT: st.SearchStrategy[Json] = st.sampled_from(
    [None, {"concept": "vote"}, {"concept": "Vote"}, {"entity": "vote"}, {"entity": "e1"}]
)
STANCES = st.lists(
    st.tuples(WHO, st.one_of(st.none(), SPANS), SUBJECT, SUBJECT, st.sampled_from(["favor", "against"])),
    max_size=12,
)
ATTRIBUTIONS = st.lists(
    st.tuples(WHO, st.dictionaries(st.sampled_from(["source", "cue", "content"]), SPANS, min_size=1)),
    max_size=12,
)


def stances(made: list[Any]) -> list[Annotation]:
    return [
        Annotation(
            id=f"s{number}",
            article="a",
            annotator=who,
            layer="stance",
            spans={"evidence": spans} if spans else {},
            features={"holder": holder, "target": target, "polarity": polarity},
        )
        for number, (who, spans, holder, target, polarity) in enumerate(made)
    ]


def attributions(made: list[Any]) -> list[Annotation]:
    return [
        Annotation(id=f"s{number}", article="a", annotator=who, layer="source", spans=spans)
        for number, (who, spans) in enumerate(made)
    ]


def likeness_of(records: list[Annotation]) -> Likeness:
    return Likeness(CODEBOOK.layer("stance"), Referents.of(records, CODEBOOK, TEXT))


def plainly(records: list[Annotation], layer: str) -> list[set[str]]:
    """The clusters of records by trying every pair, and joining the pairs one after the other."""
    likeness = Likeness(CODEBOOK.layer(layer), Referents.of(records, CODEBOOK, TEXT))
    sides = [in_text_order(map(Extent, own)) for _who, own in sorted(by_annotator(*records).items())]
    scores: dict[tuple[str, str], float] = {}
    for one, other in combinations(sides, 2):
        every = {(a.record.id, b.record.id): likeness.score(a, b) for a in one for b in other}
        known = {pair: score for pair, score in every.items() if score}
        scores |= {pair: known[pair] for pair in best_pairs(known)}
    people = {record.id: record.annotator for record in records}
    found = {record.id: {record.id} for record in records}
    for here, there in sorted(scores, key=lambda pair: (-scores[pair], sorted(pair))):
        if {people[id_] for id_ in found[here]}.isdisjoint(people[id_] for id_ in found[there]):
            joined = found[here] | found[there]
            found |= dict.fromkeys(joined, joined)
    return [set(ids) for ids in {frozenset(ids) for ids in found.values()}]


def sorted_ids(clusters: list[set[str]]) -> list[list[str]]:
    return sorted(map(sorted, clusters))


@given(ATTRIBUTIONS)
@settings(max_examples=40)
def test_the_pairs_that_share_words_are_those_that_touch(made: list[Any]) -> None:
    extents = [Extent(record) for record in attributions(made)]
    found = [(one.record.id, other.record.id) for one, other in sharing(extents)]
    pairs = [
        (one.record.id, other.record.id)
        for one in extents
        for other in extents
        if one.record.annotator < other.record.annotator and touching(one, other)
    ]
    assert len(found) == len(set(found))
    assert sorted(found) == sorted(pairs)


@given(STANCES)
@settings(max_examples=40)
def test_no_pair_without_words_that_may_be_one_is_left_out(made: list[Any]) -> None:
    records = [record for record in stances(made) if not record.spans]
    likeness = likeness_of(records)
    one, other = (
        [Extent(record) for record in records if record.annotator == who] for who in ("anna", "ben")
    )
    found = [(a.record.id, b.record.id) for a, b in without_words(one, other, likeness.about)]
    assert len(found) == len(set(found))
    assert {(a.record.id, b.record.id) for a in one for b in other if likeness.score(a, b)} <= set(found)


@given(STANCES)
@settings(max_examples=40)
def test_stances_are_aligned_as_if_every_pair_was_tried(made: list[Any]) -> None:
    records = stances(made)
    aligned = align(by_annotator(*records), CODEBOOK.layer("stance"), Referents.of(records, CODEBOOK, TEXT))
    assert sorted_ids([{one.id for one in cluster} for cluster in aligned]) == sorted_ids(
        plainly(records, "stance")
    )


@given(ATTRIBUTIONS)
@settings(max_examples=40)
def test_attributions_are_aligned_as_if_every_pair_was_tried(made: list[Any]) -> None:
    records = attributions(made)
    aligned = align(by_annotator(*records), CODEBOOK.layer("source"), Referents.of(records, CODEBOOK, TEXT))
    assert sorted_ids([{one.id for one in cluster} for cluster in aligned]) == sorted_ids(
        plainly(records, "source")
    )
