"""One-mode weights against what a pencil gives, and against a slow computation of any counts.

Ana: twice for war, once against tax. Bo: for and against war, neutral on tax. Cy: against peace.
"""

from itertools import product
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters._networks import one_mode
from annotation.exporters._networks.events import Event
from annotation.exporters._networks.matrix import count
from annotation.exporters._networks.one_mode import project
from tests.annotation.exporters.networks.corpus import event

ACTORS, CONCEPTS = ("Ana", "Bo", "Cy"), ("peace", "tax", "war")
EVENTS = [
    event("Ana", "war"),
    event("Ana", "war"),
    event("Ana", "tax", "against"),
    event("Bo", "war"),
    event("Bo", "war", "against"),
    event("Bo", "tax", "neutral"),
    event("Cy", "peace", "against"),
]


def ties(events: list[Event], aggregation: str, normalization: str) -> dict[tuple[str, str], float]:
    found = project(count(events, ("actor", "concept"), (ACTORS, CONCEPTS)), aggregation, normalization)
    cells = zip(found.row, found.column, found.weight.tolist(), strict=True)
    return {(ACTORS[row], ACTORS[column]): weight for row, column, weight in cells}


@pytest.mark.parametrize(
    ("aggregation", "weight"), [("ignore", 5), ("congruence", 2.5), ("conflict", 2.5), ("subtract", 0)]
)
@pytest.mark.parametrize(
    ("normalization", "divisor"), [("no", 1), ("average", 3), ("cosine", 9), ("jaccard", 5)]
)
def test_weights_are_those_of_a_pencil(
    aggregation: str, weight: float, normalization: str, divisor: float
) -> None:
    # Jaccard: both favor war, 2 × 1; Ana alone is against tax, Bo alone against war and neutral on tax.
    found = ties(EVENTS, aggregation, normalization)
    assert found == ({("Ana", "Bo"): pytest.approx(weight / divisor)} if weight else {})


def test_pairs_that_cancel_out_are_counted() -> None:
    counts = count(EVENTS, ("actor", "concept"), (ACTORS, CONCEPTS))
    assert project(counts, "subtract", "no").cancelled == 1
    assert project(counts, "conflict", "no").cancelled == 0


def test_nobody_has_no_ties() -> None:
    nothing = count([], ("actor", "concept"), ([], []))
    for normalization in ("no", "average", "cosine", "jaccard"):
        assert len(project(nothing, "congruence", normalization).weight) == 0


SAID = st.builds(
    event,
    st.sampled_from(ACTORS),
    st.sampled_from(CONCEPTS),
    st.sampled_from(("favor", "against", "neutral", "mixed")),
)


def slowly(events: list[Event], one: str, other: str, aggregation: str, normalization: str) -> float:
    mine, theirs = ([said for said in events if said.value("actor") == name] for name in (one, other))
    weight = 0.0
    for first, second in product(mine, theirs):
        if first.concept == second.concept:
            apart = abs((first.sign or 0) - (second.sign or 0)) / 2
            weight += {"ignore": 1, "congruence": 1 - apart, "conflict": apart, "subtract": 1 - 2 * apart}[
                aggregation
            ]
    keys = [[(said.concept, said.sign) for said in side] for side in (mine, theirs)]
    shared = sum(keys[0].count(key) * keys[1].count(key) for key in set(keys[0]))
    alone = sum(key not in keys[1] for key in keys[0]) + sum(key not in keys[0] for key in keys[1])
    divisor = {"no": 1.0, "average": (len(mine) + len(theirs)) / 2, "cosine": len(mine) * len(theirs),
               "jaccard": shared + alone}[normalization]  # fmt: skip
    return weight / divisor if divisor else 0


@given(
    st.lists(SAID, max_size=12),
    st.sampled_from(("ignore", "congruence", "conflict", "subtract")),
    st.sampled_from(("no", "average", "cosine", "jaccard")),
)
def test_any_events_give_what_a_slow_computation_gives(
    events: list[Event], aggregation: str, normalization: str
) -> None:
    found = ties(events, aggregation, normalization)
    for one, other in (("Ana", "Bo"), ("Ana", "Cy"), ("Bo", "Cy")):
        expected = slowly(events, one, other, aggregation, normalization)
        assert isclose(found.get((one, other), 0), expected, abs_tol=1e-9)


def test_blocks_of_rows_give_the_same_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ties(EVENTS, "congruence", "jaccard")
    monkeypatch.setattr(one_mode, "_BLOCK", 1)
    assert ties(EVENTS, "congruence", "jaccard") == whole
