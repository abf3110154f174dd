"""Words on which each end is voted on."""

from annotation.adjudication.boundaries import vote_on_ends
from annotation.adjudication.cluster import Option, Row
from annotation.codebook import Role
from annotation.records import Span


def row(**said: tuple[Span, ...]) -> Row:
    options = tuple(Option(value=spans, annotators=(who,)) for who, spans in said.items())
    return Row(part=Role(id="mention"), options=options)


EACH = {"a": 1.0, "b": 1.0, "c": 1.0}


def test_each_end_needs_more_than_half() -> None:
    found = row(a=(Span(0, 5),), b=(Span(0, 7),), c=(Span(1, 7),))
    assert vote_on_ends(found, EACH) == (Span(0, 7),)
    assert vote_on_ends(found, EACH, 0.7) == ()
    assert vote_on_ends(row(a=(Span(0, 5),), b=(Span(0, 7),)), EACH) == ()


def test_ends_that_would_not_be_words_are_none() -> None:
    weights = {"a": 2.0, "b": 1.0, "c": 0.5, "d": 0.5}
    found = row(a=(Span(8, 9),), b=(Span(0, 7),), c=(Span(8, 9),), d=(Span(0, 7),))
    assert vote_on_ends(found, {**weights, "a": 0.0}) in ((), (Span(0, 7),))


def test_several_stretches_have_no_two_ends() -> None:
    assert vote_on_ends(row(a=(Span(0, 2), Span(4, 5)), b=(Span(0, 5),), c=(Span(0, 5),)), EACH) == ()


def test_votes_have_weights() -> None:
    found = row(a=(Span(0, 5),), b=(Span(1, 5),), c=(Span(2, 9),))
    assert vote_on_ends(found, {**EACH, "a": 3.0}) == (Span(0, 5),)
