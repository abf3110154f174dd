"""Gamma and gamma-cat."""

from dataclasses import replace
from random import Random

import pytest

from annotation.measures import MEASURES, Row, Unit, Units, _holistic
from annotation.measures._holistic import DRAWS, MOST
from annotation.records import Span
from tests.annotation.measures.tables import table
from tests.annotation.measures.tables_of_values import values


def drawn(right: float, seed: int = 1) -> Units:
    """Forty things of which two annotators say the same with some probability."""
    random = Random(seed)
    first = [random.choice("xyz") for _thing in range(40)]
    second = [one if random.random() < right else random.choice("xyz") for one in first]
    return values(first, second)


def test_it_is_the_same_every_time() -> None:
    units = drawn(0.5)
    assert MEASURES["gamma"].compute(units) == MEASURES["gamma"].compute(units)


def test_what_is_moved_agrees_the_less_the_farther() -> None:
    moved = [table({"anna": (20, 30), "ben": (20 + by, 30 + by)}) for by in (0, 2, 6)]
    found = [MEASURES["gamma"].compute(units).value or 0.0 for units in moved]
    assert found[0] == 1
    assert found == sorted(found, reverse=True)


def test_of_the_same_units_gamma_cat_comes_near_alpha(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mathet 2017: on predefined units it behaves as Krippendorff's alpha does."""
    monkeypatch.setattr(_holistic, "MOST", 40)
    for right in (0.3, 0.7, 1.0):
        units = drawn(right)
        found, alpha = (
            MEASURES["gamma-cat"].compute(units).value,
            MEASURES["alpha-nominal"].compute(units).value,
        )
        assert found == pytest.approx(alpha, abs=0.12)


def test_more_articles_than_are_drawn_of_have_chance_too() -> None:
    row = {"anna": Unit(spans={"m": (Span(0, 5),)}), "ben": Unit(spans={"m": (Span(1, 6),)})}
    articles = [f"a{number}" for number in range(MOST + 20)]
    units = replace(
        table(),
        rows=tuple(Row(article=one, units=row) for one in articles),
        workers=dict.fromkeys(articles, frozenset(row)),
        lengths=dict.fromkeys(articles, 200),
    )
    found = MEASURES["gamma"].compute(units)
    assert found.value is not None
    assert 0.5 < found.value < 1
    assert found.used == 2 * len(articles)


def test_chance_is_drawn_until_it_is_known_well_enough() -> None:
    assert not _holistic._enough([2.0] * (DRAWS - 1))
    assert _holistic._enough([2.0, 2.1] * (DRAWS // 2))
    assert not _holistic._enough([1.0, 3.0] * (DRAWS // 2))
    assert _holistic._enough([1.0, 3.0] * (MOST // 2))


def test_whoever_watches_can_end_it() -> None:
    calls: list[int] = []

    def stop() -> None:
        calls.append(1)
        if len(calls) > 3:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        MEASURES["gamma"].compute(replace(drawn(0.9, seed=9), watch=stop))


def test_the_reference_implementation_finds_the_same_gamma() -> None:
    reference = pytest.importorskip("pygamma_agreement", reason="the extra “reference” is not installed")
    segments = pytest.importorskip("pyannote.core")
    units = drawn(0.6)
    continuum = reference.Continuum()
    for row in units.rows:
        for who, unit in row.units.items():
            span = unit.spans["mention"][0]
            continuum.add(who, segments.Segment(span.start, span.end), str(unit.value))
    unlike = reference.CombinedCategoricalDissimilarity(alpha=1, beta=1)
    sampler = reference.ShuffleContinuumSampler()
    theirs = continuum.compute_gamma(unlike, n_samples=100, sampler=sampler).gamma
    assert MEASURES["gamma"].compute(units).value == pytest.approx(theirs, abs=0.1)
