import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.ranking import folded, ranked

ACTORS = ["Mark Rutte", "OTAN", "Russie", "Corée du Nord", "Union européenne", "Ukraine", "l’Élysée"]


def best(query: str, limit: int = 50) -> list[str]:
    return ranked(query, ACTORS, str, limit)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ru", "Russie"),
        ("rut", "Mark Rutte"),
        ("coree", "Corée du Nord"),
        ("EUROP", "Union européenne"),
        ("l'elysee", "l’Élysée"),
        ("russsie", "Russie"),
        ("nord", "Corée du Nord"),
    ],
)
def test_a_few_letters_find_what_is_meant(query: str, first: str) -> None:
    assert best(query)[0] == first


def test_a_beginning_counts_more_than_a_middle() -> None:
    assert best("u")[:2] == ["Ukraine", "Union européenne"]
    assert best("ru") == ["Russie", "Mark Rutte"]


def test_what_is_like_nothing_finds_nothing() -> None:
    assert best("zzz") == []


def test_without_a_query_all_are_given_in_their_order() -> None:
    assert best("  ") == ACTORS
    assert best("", 2) == ACTORS[:2]


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=20), st.integers(1, 5))
def test_any_query_gives_some_of_the_things_each_once(query: str, things: list[str], limit: int) -> None:
    numbered = list(enumerate(things))
    found = ranked(query, numbered, lambda thing: thing[1], limit)
    assert len(found) == len({number for number, _text in found}) <= limit
    assert set(found) <= set(numbered)


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_of_ten_thousand_titles_the_exact_one_comes_first() -> None:
    titles = [f"actor number {number}" for number in range(10_000)]
    assert ranked("number 999", titles, str)[0] == "actor number 999"
