"""Weights are written the same on every machine."""

import pytest

from annotation.exporters._networks.weights import plain, tidy


@pytest.mark.parametrize(
    ("weight", "shown"),
    [(3.0, "3"), (-2.0, "-2"), (0.1 + 0.2, "0.3"), (1 / 3, "0.3333333333"), (1e-7, "0.0000001"), (0.0, "0")],
)
def test_a_weight_has_no_exponent_and_no_needless_digits(weight: float, shown: str) -> None:
    assert plain(tidy(weight)) == shown
