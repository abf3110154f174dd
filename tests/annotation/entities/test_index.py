"""A mention finds the entity that it stands for, and none where two are possible or none is near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.entities import EntityIndex
from annotation.entities.index import are_two
from annotation.records import Entity

NAMES = [
    Entity(id="nord", name="Corée du Nord"),
    Entity(id="sud", name="Corée du Sud", aliases=("République de Corée",)),
    Entity(
        id="otan", name="OTAN", aliases=("NATO", "Alliance atlantique", "North Atlantic Treaty Organization")
    ),
    Entity(id="macron", name="Emmanuel Macron"),
    Entity(id="zelensky", name="Volodymyr Zelensky"),
    Entity(id="dupont", name="François Dupont"),
    Entity(id="robinson", name="J. Robinson"),
    Entity(id="a320", name="Airbus A320"),
    Entity(id="plan", name="Plan 2024"),
    Entity(id="nice", name="Université Paris Nord"),
    Entity(id="sante", name="Organisation mondiale de la santé", aliases=("OMS",)),
]
INDEX = EntityIndex(NAMES)


def found(mention: str) -> str | None:
    entity = INDEX.find(mention)
    return entity.id if entity else None


@pytest.mark.parametrize(
    ("mention", "key"),
    [
        ("Corée du Nord", "nord"),
        ("la Corée du Nord", "nord"),
        ("COREE DU SUD", "sud"),
        ("République de Corée", "sud"),
        ("l’OTAN", "otan"),
        ("NATO", "otan"),
        ("l’Alliance atlantique", "otan"),
        ("North Atlantic Treaty Organisation", "otan"),
        ("Emmanuel Macron", "macron"),
        ("Macron, Emmanuel", "macron"),
        ("Emmanuel Macronn", "macron"),
        ("M. Emmanuel Macron", "macron"),
        ("Volodymyr Zelenskyy", "zelensky"),
        ("Volodymir Zelensky", "zelensky"),
        ("l’Organisation mondiale de santé", "sante"),
        ("OMS", "sante"),
    ],
)
def test_a_mention_finds_its_entity(mention: str, key: str) -> None:
    assert found(mention) == key


@pytest.mark.parametrize(
    "mention",
    [
        "Corée",
        "Corée de l’Est",
        "Macron",
        "Brigitte Macron",
        "Françoise Dupont",
        "K. Robinson",
        "Airbus A330",
        "Plan 2025",
        "Université Paris Sud",
        "OTAM",
        "ONU",
        "",
        "…",
        "l’",
        "👍",
    ],
)
def test_a_mention_of_nobody_known_finds_none(mention: str) -> None:
    assert found(mention) is None


def test_a_mention_near_to_two_finds_none() -> None:
    index = EntityIndex([Entity(id="1", name="Anna Martinez"), Entity(id="2", name="Anna Martines")])
    assert index.find("Anna Martinet") is None
    assert index.find("Anna Martines") == Entity(id="2", name="Anna Martines")


def test_a_mention_near_to_two_names_of_one_entity_finds_it() -> None:
    both = Entity(id="1", name="Anna Martinez", aliases=("Anna Martines",))
    assert EntityIndex([both]).find("Anna Martinet") == both


def test_of_two_with_one_spelling_the_first_keeps_it() -> None:
    first, second = Entity(id="1", name="La Poste"), Entity(id="2", name="poste")
    index = EntityIndex([first, second])
    assert index.find("la Poste") == first
    assert list(index) == [first, second]
    assert index.get("2") == second
    assert index.get("3") is None


def test_a_word_that_all_share_does_not_slow_the_search() -> None:
    index = EntityIndex(Entity(id=str(n), name=f"Commune numéro {n:05}") for n in range(1000))
    assert index.find("Commune numéro 00007") == Entity(id="7", name="Commune numéro 00007")
    assert index.find("Commune numéro") is None


def test_an_exact_name_is_told_from_a_near_one() -> None:
    assert INDEX.exact("emmanuel macron") is not None
    assert INDEX.exact("Emmanuel Macronn") is None


@given(st.text(max_size=30))
def test_any_mention_can_be_looked_up(mention: str) -> None:
    assert found(mention) is None or found(mention) in {entity.id for entity in NAMES}


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("coree du nord", "coree du sud", True),
        ("louis martin", "louise martin", True),
        ("maria rossi", "mario rossi", True),
        ("article 49", "article 47", True),
        ("j smith", "k smith", True),
        ("emmanuel macron", "emmanuel j macron", False),
        ("ministere de la defense", "ministere defense", False),
        ("ministere defense", "ministere defence", False),
        ("nations unies", "nations unies", False),
    ],
)
def test_some_words_tell_names_apart(one: str, other: str, two: bool) -> None:
    assert are_two(one, other) is are_two(other, one) is two


NAMED = st.builds(
    Entity,
    id=st.sampled_from("abc"),
    name=st.sampled_from(["Anna Martin", "Martin", "OTAN", "l’Otan", ""]),
    aliases=st.lists(st.sampled_from(["Anna Martin", "NATO", "Otan"]), max_size=2).map(tuple),
    type=st.sampled_from(["PER", "ORG"]),
)


@given(st.lists(NAMED | st.sampled_from("abc"), max_size=12))
def test_what_is_put_and_removed_leaves_the_index_of_what_is_left(steps: list[Entity | str]) -> None:
    index, left = EntityIndex(), dict[str, Entity]()
    for step in steps:
        key = step if isinstance(step, str) else step.id
        left.pop(key, None)
        if isinstance(step, Entity):
            left[key] = step
            index.put(step)
        else:
            index.remove(step)
    fresh = EntityIndex(left.values())
    assert (list(index), len(index)) == (list(fresh), len(left))
    for words in ("Anna Martin", "Ana Martin", "martin", "otan", "Nato"):
        assert {index.find(words, type_) for type_ in ("", "PER")} <= {None, *left.values()}
        assert (index.find(words) is None) == (fresh.find(words) is None)


def test_of_two_with_a_spelling_the_one_of_the_type_is_meant() -> None:
    place, person = Entity(id="1", name="Paris", type="GPE"), Entity(id="2", name="Paris", type="PER")
    index = EntityIndex([place, person])
    assert index.exact("Paris") == index.exact("Paris", "ORG") == place
    assert index.exact("Paris", "PER") == index.find("paris", "PER") == person
