"""How far the words of two records are the same."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotation.agreement.extent import Extent, extent_likeness, merged, same_extent, touching
from annotation.records import Annotation, Span
from tests.annotation.agreement.labels import record

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: Span(pair[0], sum(pair))), max_size=4
)
EXTENTS = st.dictionaries(st.sampled_from(["source", "cue", "content"]), SPANS.map(tuple), max_size=3).map(
    lambda spans: Extent(Annotation(id="r", article="a", annotator="x", layer="source", spans=spans))
)


def source(**roles: Any) -> Extent:
    return Extent(record("r", "x", "source", **roles))


def test_the_same_words_are_all_alike() -> None:
    one = source(cue="a déclaré", source="Odile Vernay")
    assert extent_likeness(one, one) == 1.0


def test_words_apart_are_not_alike_at_all() -> None:
    assert extent_likeness(source(cue="a déclaré"), source(cue="Selon")) == 0.0


def test_the_same_words_in_another_role_are_not_the_same() -> None:
    assert extent_likeness(source(cue="Selon"), source(content="Selon")) == 0.0


def test_a_shared_speaker_alone_makes_two_attributions_little_alike() -> None:
    one = source(source="Odile Vernay", cue="a déclaré", content="« Nous refusons ce texte »")
    other = source(source="Odile Vernay", cue="accuse", content="d’avoir caché 12 millions d’euros")
    assert 0 < extent_likeness(one, other) < 0.3


def test_a_long_content_does_not_drown_a_cue() -> None:
    one = source(cue="a déclaré", content="« Nous refusons ce texte »")
    other = source(cue="a déclaré", content="Nous")
    assert extent_likeness(one, other) > 0.4


def test_records_without_words_are_alike_in_nothing_but_that() -> None:
    assert extent_likeness(source(), source()) == 0.0
    assert same_extent(source(), source())
    assert (source().start, source().end) == (-1, -1)


@given(EXTENTS, EXTENTS)
def test_likeness_is_symmetric_and_between_nothing_and_one(one: Extent, other: Extent) -> None:
    likeness = extent_likeness(one, other)
    assert 0.0 <= likeness <= 1.0
    assert likeness == extent_likeness(other, one)
    assert (likeness > 0) == touching(one, other)


@given(EXTENTS, EXTENTS)
def test_only_the_same_words_are_all_alike(one: Extent, other: Extent) -> None:
    assert (extent_likeness(one, other) == 1.0) == (same_extent(one, other) and bool(one.roles))


@given(SPANS)
def test_merging_keeps_every_code_point_once(spans: list[Span]) -> None:
    joined = merged(spans)
    covered = [point for span in joined for point in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert set(covered) == {point for span in spans for point in range(span.start, span.end)}
    assert all(one.end < other.start for one, other in pairwise(joined))
