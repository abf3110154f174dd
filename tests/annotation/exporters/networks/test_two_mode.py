"""Two-mode weights against what a pencil gives.

Ana: twice for war, once against tax. Bo: for and against war, neutral on tax.
"""

import pytest

from annotation.exporters._networks.matrix import count
from annotation.exporters._networks.two_mode import aggregate, meanings, normalize
from tests.annotation.exporters.networks.corpus import event

EVENTS = [
    event("Ana", "war"),
    event("Ana", "war"),
    event("Ana", "tax", "against"),
    event("Bo", "war"),
    event("Bo", "war", "against"),
    event("Bo", "tax", "neutral"),
]
COUNTS = count(EVENTS, ("actor", "concept"), (["Ana", "Bo"], ["tax", "war"]))


@pytest.mark.parametrize(
    ("aggregation", "normalization", "expected"),
    [
        ("ignore", "no", [[1, 2], [1, 2]]),
        ("ignore", "activity", [[1 / 3, 2 / 3], [1 / 3, 2 / 3]]),
        ("ignore", "prominence", [[1 / 2, 2 / 4], [1 / 2, 2 / 4]]),
        ("subtract", "no", [[-1, 2], [0, 0]]),
        ("subtract", "activity", [[-1 / 3, 2 / 3], [0, 0]]),
        ("subtract", "prominence", [[-1 / 2, 2 / 4], [0, 0]]),
        ("combine", "no", [[4, 1], [2, 5]]),
        ("combine", "activity", [[4 / 2, 1 / 2], [2 / 2, 5 / 2]]),
        ("combine", "prominence", [[4 / 2, 1 / 2], [2 / 2, 5 / 2]]),
    ],
)
def test_weights_are_those_of_a_pencil(
    aggregation: str, normalization: str, expected: list[list[float]]
) -> None:
    weights = normalize(aggregate(COUNTS, aggregation), COUNTS, aggregation, normalization)
    assert weights.toarray().tolist() == [pytest.approx(row) for row in expected]


def test_a_combination_says_what_it_stands_for() -> None:
    assert meanings(COUNTS)[5] == "favor + against"
    plain = count(EVENTS[:5], ("actor", "concept"), (["Ana", "Bo"], ["tax", "war"]))
    assert meanings(plain) == {1: "favor", 2: "against", 3: "favor + against"}


def test_an_empty_matrix_stays_empty() -> None:
    nothing = count([], ("actor", "concept"), ([], []))
    for aggregation in ("ignore", "subtract", "combine"):
        for normalization in ("no", "activity", "prominence"):
            weights = aggregate(nothing, aggregation)
            assert normalize(weights, nothing, aggregation, normalization).nnz == 0
