"""Quantities from their file."""

import pytest

from annotation.detectors._figures.quantity_words import read_quantities
from annotation.detectors._language import available_languages
from annotation.detectors._literals import unify


@pytest.mark.parametrize("code", available_languages())
def test_every_month_has_its_number(code: str) -> None:
    assert set(read_quantities(code).months.values()) == set(range(1, 13))


@pytest.mark.parametrize("code", available_languages())
def test_patterns_stay_quick_on_long_lines(code: str) -> None:
    quantities = read_quantities(code)
    for text in ("1" * 20_000, "a" * 20_000, "12 " * 7_000, "1-" * 10_000, "a.1" * 7_000, "A " * 10_000):
        for pattern in (*quantities.names, *quantities.digit_names, *quantities.dates):
            assert sum(1 for _ in pattern.finditer(text, unify(text))) <= len(text)


def test_a_fall_is_a_multiplier_below_one() -> None:
    found = read_quantities("en").times.words.find(["halved"], 0)
    assert found is not None
    assert found[1][1] < 1
