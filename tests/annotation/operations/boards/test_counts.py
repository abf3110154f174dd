"""Counting polarities."""

import pytest

from annotation.operations.boards.counts import Counts, count


def test_polarities_are_counted() -> None:
    found = count(["favor", "against", "favor", "", "odd", "mixed", "neutral"])
    assert found == Counts(favor=2, against=1, neutral=1, mixed=1, other=2)
    assert (found.total, found.net, found.of("favor"), found.of("odd")) == (7, 1, 2, 2)
    assert found + Counts(against=3) == Counts(favor=2, against=4, neutral=1, mixed=1, other=2)


@pytest.mark.parametrize(
    ("counts", "leading"),
    [
        (Counts(favor=2, against=1), "favor"),
        (Counts(favor=1, against=2), "against"),
        (Counts(favor=1, against=1), "mixed"),
        (Counts(mixed=1, neutral=3), "mixed"),
        (Counts(neutral=1), "neutral"),
        (Counts(), "neutral"),
    ],
)
def test_what_prevails(counts: Counts, leading: str) -> None:
    assert counts.leading == leading
