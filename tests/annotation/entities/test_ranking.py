"""What is offered while a name is typed: what fits best comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.entities import Candidate, is_meant, rank

PEOPLE = [
    Candidate(name="Nina Roux", weight=1),
    Candidate(name="Roux & Cie"),
    Candidate(name="OTAN", aliases=("NATO", "Alliance atlantique"), weight=5),
    Candidate(name="Emmanuel Macron", weight=3),
    Candidate(name="Macron (les)"),
    Candidate(name="Émile Zola"),
]


def names(typed: str, limit: int = 12) -> list[str]:
    return [PEOPLE[place].name for place in rank(typed, PEOPLE, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("roux", ["Roux & Cie", "Nina Roux"]),
        ("nato", ["OTAN"]),
        ("allia", ["OTAN"]),
        ("macron", ["Macron (les)", "Emmanuel Macron"]),
        ("emil", ["Émile Zola"]),
        ("l’otan", ["OTAN"]),
        ("zol", ["Émile Zola"]),
        ("Emanuel Macron", ["Emmanuel Macron"]),
    ],
)
def test_a_beginning_comes_before_a_word_and_that_before_what_is_alike(typed: str, first: list[str]) -> None:
    assert names(typed)[: len(first)] == first


def test_before_anything_is_typed_the_likeliest_come_first() -> None:
    assert names("")[:3] == ["OTAN", "Emmanuel Macron", "Nina Roux"]
    assert names(" …", limit=2) == ["OTAN", "Emmanuel Macron"]


def test_what_is_not_alike_is_not_offered() -> None:
    assert names("xyz") == []
    assert names("q") == []


def test_no_more_are_offered_than_asked_for() -> None:
    many = [Candidate(name=f"Name {n}") for n in range(100)]
    assert len(rank("name", many, 7)) == 7


def test_nothing_to_offer_is_nothing() -> None:
    assert rank("a", []) == rank("", []) == []


@given(typed=st.text(max_size=12), found=st.lists(st.text(max_size=12), max_size=8))
def test_each_is_offered_once_whatever_is_typed(typed: str, found: list[str]) -> None:
    places = rank(typed, [Candidate(name=name, aliases=(name, "x")) for name in found])
    assert len(set(places)) == len(places)
    assert all(0 <= place < len(found) for place in places)


@pytest.mark.parametrize(
    ("typed", "name", "meant"),
    [
        ("macr", "Emmanuel Macron", True),
        ("NATO", "OTAN", True),
        ("Macrom", "Emmanuel Macron", True),
        ("Russei", "Russie", True),
        ("chantier", "Hélène Marchadier", False),
        ("gouv", "G7", False),
        ("chantier", "Channel Skippers’ Union", False),
    ],
)
def test_what_is_typed_with_a_slip_is_meant_and_what_is_merely_like_it_is_not(
    typed: str, name: str, meant: bool
) -> None:
    aliases = ("NATO",) if name == "OTAN" else ()
    assert is_meant(typed, Candidate(name=name, aliases=aliases)) is meant
