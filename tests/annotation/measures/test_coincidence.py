"""Krippendorff's alphas, against the examples that he prints."""

from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.measures import MEASURES
from annotation.measures._coincidence import midranks
from tests.annotation.measures.tables_of_values import values

PRINTED = values(
    "123321412...",
    "1233224125.3",
    ".3332342251.",
    "12332441251."[:9] + "51.",
)
"""Four observers, twelve units (Krippendorff 2011, Computing Krippendorff's alpha-reliability, part C)."""


@pytest.mark.parametrize(
    ("name", "printed"), [("alpha-nominal", 0.743), ("alpha-ordinal", 0.815), ("alpha-interval", 0.849)]
)
def test_the_printed_example_of_four_observers(name: str, printed: float) -> None:
    found = MEASURES[name].compute(PRINTED)
    assert found.value == pytest.approx(printed, abs=0.0005)
    assert (found.used, found.total) == (40, 41)


def test_the_printed_example_of_two_observers() -> None:
    """Part A of the same paper: binary data of ten units."""
    found = MEASURES["alpha-nominal"].compute(values("0100000010", "1110010000"))
    assert found.value == pytest.approx(0.095, abs=0.0005)


def test_one_value_for_all_is_undefined_and_said_so() -> None:
    for name in ("alpha-nominal", "alpha-ordinal", "alpha-interval"):
        found = MEASURES[name].compute(values("1111", "1111"))
        assert found.value is None
        assert "single value" in str(found.note)
        assert found.used == 8


def test_words_have_no_order() -> None:
    found = MEASURES["alpha-ordinal"].compute(values("xyx", "xyy"))
    assert found.value is None
    assert "numbers" in str(found.note)


def test_what_one_alone_has_says_nothing() -> None:
    found = MEASURES["alpha-nominal"].compute(values("xy.", "..x"))
    assert (found.value, found.used, found.total) == (None, 0, 3)


def test_a_blank_field_is_a_value_of_names_and_no_number() -> None:
    columns = (["1", None, "2"], ["1", "2", "2"])
    assert MEASURES["alpha-nominal"].compute(values(*columns)).used == 6
    assert MEASURES["alpha-interval"].compute(values(*columns)).used == 4


@given(st.dictionaries(st.integers(0, 9), st.integers(1, 5), min_size=2))
def test_ranks_are_as_far_apart_as_the_values_between_them(given_: dict[Hashable, float]) -> None:
    """Krippendorff's ordinal difference: all values from one to the other, less half of both."""
    ranks = dict(midranks(given_))
    ordered = sorted(given_, key=str)
    for at, one in enumerate(ordered):
        for other in ordered[at:]:
            between = sum(given_[value] for value in ordered if str(one) <= str(value) <= str(other))
            assert ranks[other] - ranks[one] == pytest.approx(between - (given_[one] + given_[other]) / 2)


@given(st.lists(st.lists(st.sampled_from(".1234"), min_size=6, max_size=6), min_size=2, max_size=4))
def test_the_reference_implementation_says_the_same(columns: list[list[str]]) -> None:
    reference = pytest.importorskip("krippendorff", reason="the extra “reference” is not installed")
    units = values(*columns)
    table = [[float("nan") if one == "." else float(one) for one in column] for column in columns]
    for level in ("nominal", "ordinal", "interval"):
        found = MEASURES[f"alpha-{level}"].compute(units).value
        if found is not None:
            assert found == pytest.approx(reference.alpha(reliability_data=table, level_of_measurement=level))
