"""Every network is what Discourse Network Analyzer defines, computed a second time cell by cell.

The definitions are those of the program: counts by row, column and level; both levels of a polarity are known
even where nobody has them, and of numbers those that the chosen articles have.
"""

from collections import Counter
from itertools import product
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.exporters._networks.building import build_network, frame_of
from annotation.exporters._networks.events import Event
from annotation.exporters._networks.kinds import kind_of_network
from tests.annotation.exporters.networks.corpus import event, plan, square

Level = int
Counts = Counter[tuple[str, str, Level]]
SAID = st.tuples(
    st.sampled_from(["Ana", "Bo", "Cy", "Di"]),
    st.sampled_from(["war", "tax", "toll"]),
    st.sampled_from(["favor", "against", "neutral"]),
    st.integers(0, 3),
)
SIGNS = {"favor": 1, "against": -1, "neutral": 0}
quick = settings(max_examples=10, deadline=None)


def events_of(said: list[tuple[str, str, str, int]]) -> list[Event]:
    return [event(actor, concept, polarity, strength=strength) for actor, concept, polarity, strength in said]


def counts_of(events: list[Event]) -> Counts:
    return Counter((one.value("actor"), one.concept, one.level or 0) for one in events)


def levels_of(events: list[Event], *, numbers: bool) -> list[Level]:
    found = {one.level or 0 for one in events}
    return sorted(found if numbers else found | {-1, 1})


def tie(counts: Counts, pair: tuple[str, str], levels: list[Level], aggregation: str) -> float:
    """Each statement of one beside each of the other on the same concept, weighed by how near they are."""
    (one, other), reach = pair, max(levels, default=0) - min(levels, default=0)
    weight = 0.0
    for (actor, concept, level), mine in counts.items():
        for (second, same, says), theirs in counts.items():
            if (actor, second) == (one, other) and concept == same:
                distance = abs(level - says) / reach if reach else 0
                weight += mine * theirs * {"ignore": 1, "congruence": 1 - distance, "conflict": distance,
                                           "subtract": 1 - 2 * distance}[aggregation]  # fmt: skip
    return weight


def divisor(counts: Counts, pair: tuple[str, str], normalization: str) -> float:
    """What a tie is divided by: the mean, or the product, of what both say, or all that either says."""
    one, other = ({key[1:]: n for key, n in counts.items() if key[0] == name} for name in pair)
    mine, theirs = sum(one.values()), sum(other.values())
    if normalization == "jaccard":
        both = sum(one[key] * other[key] for key in one.keys() & other.keys())
        alone = sum(one[key] for key in one.keys() - other.keys())
        return both + alone + sum(other[key] for key in other.keys() - one.keys())
    return {"no": 1, "average": (mine + theirs) / 2, "cosine": mine * theirs}[normalization]


def found_of(
    loaded: list[Event], kept: list[Event], **chosen: str
) -> tuple[dict[tuple[str, str], float], tuple[str, ...], tuple[str, ...]]:
    made = plan(**chosen)
    kind = kind_of_network(made)
    network = build_network(kept, frame_of(loaded, made, kind), made, kind)
    return square(network), network.matrix.rows, network.matrix.columns


def is_same(found: dict[tuple[str, str], float], expected: dict[tuple[str, str], float]) -> bool:
    keys = found.keys() | expected.keys()
    return all(isclose(found.get(key, 0), expected.get(key, 0), abs_tol=1e-9) for key in keys)


@pytest.mark.parametrize("numbers", [False, True], ids=["signs", "numbers"])
@pytest.mark.parametrize("isolates", ["yes", "no"])
@quick
@given(said=st.lists(SAID, max_size=10), kept=st.integers(0, 10))
def test_one_mode_networks(
    numbers: bool, isolates: str, said: list[tuple[str, str, str, int]], kept: int
) -> None:
    loaded = events_of([(*one[:3], one[3] if numbers else 1) for one in said])
    events = loaded[:kept]
    counts, levels = counts_of(events), levels_of(loaded, numbers=numbers)
    names = sorted({one.value("actor") for one in (loaded if isolates == "yes" else events)})
    chosen = {"network": "actor-congruence", "isolates": isolates, "strength": "intensity" if numbers else ""}
    for aggregation, normalization in product(
        ["ignore", "congruence", "conflict", "subtract"], ["no", "average", "jaccard", "cosine"]
    ):
        found, rows, columns = found_of(
            loaded, events, qualifier=aggregation, normalization=normalization, **chosen
        )
        pairs = [pair for pair in product(names, names) if pair[0] != pair[1]]
        expected = {
            pair: tie(counts, pair, levels, aggregation) / (divisor(counts, pair, normalization) or 1)
            for pair in pairs
        }
        assert rows == columns == tuple(names)
        assert is_same(found, expected), (aggregation, normalization)


@pytest.mark.parametrize("numbers", [False, True], ids=["signs", "numbers"])
@pytest.mark.parametrize("isolates", ["yes", "no"])
@quick
@given(said=st.lists(SAID, max_size=10), kept=st.integers(0, 10))
def test_two_mode_networks(
    numbers: bool, isolates: str, said: list[tuple[str, str, str, int]], kept: int
) -> None:
    loaded = events_of([(*one[:3], one[3] if numbers else 1) for one in said])
    events = loaded[:kept]
    counts, levels = counts_of(events), levels_of(loaded, numbers=numbers)
    known = loaded if isolates == "yes" else events
    rows, columns = sorted({one.value("actor") for one in known}), sorted({one.concept for one in known})
    powers = {level: 2**power for power, level in enumerate(reversed(levels))}
    chosen = {"isolates": isolates, "strength": "intensity" if numbers else ""}
    for aggregation, normalization in product(
        ["ignore", "combine", "subtract"], ["no", "activity", "prominence"]
    ):
        found, *sides = found_of(loaded, events, qualifier=aggregation, normalization=normalization, **chosen)
        weights = {
            (row, column): sum(
                {"ignore": n, "subtract": level * n, "combine": powers[level]}[aggregation]
                for (actor, concept, level), n in counts.items()
                if (actor, concept) == (row, column)
            )
            for row, column in product(rows, columns)
        }
        assert sides == [tuple(rows), tuple(columns)]
        assert is_same(found, {
            key: weight / (_sum(counts, weights, key, aggregation, normalization) or 1)
            for key, weight in weights.items()
        }), (aggregation, normalization)  # fmt: skip


def _sum(
    counts: Counts,
    weights: dict[tuple[str, str], int],
    cell: tuple[str, str],
    aggregation: str,
    normalization: str,
) -> int:
    """The statements, or with combinations the ties, of a cell's row or column."""
    if normalization == "no":
        return 1
    side = 0 if normalization == "activity" else 1
    if aggregation == "combine":
        return sum(weight > 0 for key, weight in weights.items() if key[side] == cell[side])
    return sum(n for key, n in counts.items() if key[side] == cell[side])


def test_statements_that_are_all_as_strong_have_nothing_between_them() -> None:
    same = events_of([("Ana", "war", "favor", 2), ("Bo", "war", "favor", 2)])
    chosen = {"network": "actor-congruence", "strength": "intensity"}
    assert found_of(same, same, **chosen)[0] == {("Ana", "Bo"): 1, ("Bo", "Ana"): 1}
    assert found_of(same, same, qualifier="conflict", **chosen)[0] == {}


def test_a_combination_of_numbers_says_which_they_are() -> None:
    said = events_of([("Ana", "war", "favor", 2), ("Ana", "war", "against", 3), ("Bo", "war", "neutral", 1)])
    made = plan(qualifier="combine", strength="intensity")
    kind = kind_of_network(made)
    network = build_network(said, frame_of(said, made, kind), made, kind)
    assert [(one.source, one.weight, one.meaning) for one in network.ties()] == [
        ("Ana", 5, "+2 + -3"), ("Bo", 2, "0"),
    ]  # fmt: skip
