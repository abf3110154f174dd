"""What holds for every measure: its ends, its undefined cases, and what it may not depend on."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.measures import MEASURES, Coefficient, Units, _holistic
from tests.annotation.measures.tables import Said, table

each_measure = pytest.mark.parametrize("name", MEASURES.names)

COMPARED = [
    (name, feature)
    for name, measure in MEASURES.all().items()
    for feature in (None, "type")
    if measure.takes in ("both", "spans" if feature is None else "values")
    # In a layer of one role everybody says the same of all words that are marked.
    if (name, feature) != ("cu-alpha", None)
]
PEOPLE = ("anna", "ben", "cleo")
SAID = st.tuples(st.integers(0, 80), st.integers(1, 15), st.sampled_from("xy12")).map(
    lambda three: (three[0], three[0] + three[1], three[2])
)
ROWS = st.lists(st.dictionaries(st.sampled_from(PEOPLE), SAID, min_size=1), max_size=8)


@pytest.fixture(scope="module", autouse=True)
def _few_draws() -> Iterator[None]:
    """Chance drawn a few times, for what holds however often that is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_holistic, "DRAWS", 3)
        patch.setattr(_holistic, "MOST", 3)
        yield


def assert_sound(found: Coefficient) -> None:
    assert 0 <= found.used <= found.total
    assert (found.value is None) == (found.note is not None)
    assert found.value is None or found.value <= 1.0 + 1e-9


@each_measure
@settings(max_examples=20)
@given(rows=ROWS, feature=st.sampled_from([None, "type"]))
def test_any_table_gives_a_value_or_says_why_not(
    name: str, rows: list[dict[str, Said]], feature: str | None
) -> None:
    assert_sound(MEASURES[name].compute(table(*rows, people=PEOPLE, feature=feature)))


@pytest.mark.parametrize(("name", "feature"), COMPARED)
def test_perfect_agreement_is_one(name: str, feature: str | None) -> None:
    rows = [dict.fromkeys(PEOPLE, (n * 10, n * 10 + 5, "123"[n % 3])) for n in range(6)]
    found = MEASURES[name].compute(table(*rows, people=PEOPLE, feature=feature))
    assert found.value == pytest.approx(1.0)
    assert found.used == found.total == 18


@each_measure
def test_an_empty_table_is_undefined(name: str) -> None:
    empty = Units(layer="entity", annotators=(), rows=(), workers={})
    for units in (empty, table(), table(people=("anna",))):
        found = MEASURES[name].compute(units)
        assert found.value is None
        assert str(found.note)


@each_measure
@settings(max_examples=20)
@given(rows=ROWS)
def test_the_order_of_people_and_rows_does_not_matter(name: str, rows: list[dict[str, Said]]) -> None:
    units = table(*rows, people=PEOPLE, feature="type")
    turned = replace(units, rows=units.rows[::-1], annotators=PEOPLE[::-1])
    one, other = MEASURES[name].compute(units), MEASURES[name].compute(turned)
    assert other.value == pytest.approx(one.value) if one.value is not None else other.value is None
    assert (one.used, one.total) == (other.used, other.total)


@each_measure
def test_it_names_the_paper_that_defines_it(name: str) -> None:
    assert re.search(r"\((19|20)\d\d\)\. \w+", MEASURES[name].citation)
