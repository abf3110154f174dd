"""Which names may be one, and why; names that only look alike are left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.entities import MergeSuggestion, pair_of, suggest_merges
from annotation.records import Entity


def person(key: str, name: str, *aliases: str, **values: str) -> Entity:
    return Entity(id=key, name=name, aliases=aliases, **{"type": "PER", **values})


def body(key: str, name: str, *aliases: str, **values: str) -> Entity:
    return Entity(id=key, name=name, aliases=aliases, **{"type": "ORG", **values})


def only(*entities: Entity) -> MergeSuggestion:
    (found,) = suggest_merges(entities, {})
    return found


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (person("a", "Lim Soo Ho"), person("b", "M. Lim"), "is a part of the name"),
        (person("a", "Nina Roux"), person("b", "Nina"), "is a part of the name"),
        (person("a", "Nina Roux"), person("b", "N. Roux"), "may be short for"),
        (person("a", "Lim Soo Ho"), person("b", "Soo Ho Lim"), "in another order"),
        (person("a", "Jean Pierre Vasseur"), person("b", "Jean Vasseur"), "has all the words of"),
        (person("a", "Zelensky"), person("b", "Zelenskyy"), "spelled nearly alike"),
        (person("a", "Oskar Vint"), person("b", "Oscar Vint"), "spelled nearly alike"),
        (person("a", "Ève Noël"), person("b", "EVE NOEL"), "differ only in accents"),
        (person("a", "Mme Roux"), person("b", "Roux"), "differ only in accents"),
        (body("a", "Agence du Nord"), body("b", "Agence du Nord"), "Both are called"),
        (body("a", "Union des ports"), body("b", "UDP"), "has the initials of"),
        (body("a", "Organisation du grand large"), body("b", "O.G.L."), "has the initials of"),
        (body("a", "Port", "Le Havre"), body("b", "Rade", "le havre"), "differ only in accents"),
        (body("a", "Ports réunis", wikidata="Q9"), body("b", "Les Rades", wikidata="Q9"), "Wikidata id Q9"),
    ],
)
def test_what_may_be_one_is_suggested_with_the_reason(one: Entity, other: Entity, reason: str) -> None:
    found = only(one, other)
    assert reason in str(found.reason)
    assert (found.stays, found.goes) == ("a", "b") or found.pair == {"a", "b"}
    assert 60 <= found.score <= 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("a", "Corée du Nord"), body("b", "Corée du Sud")),
        (person("a", "Martin"), person("b", "Martine")),
        (person("a", "Vasseur"), body("b", "Vasseur")),
        (body("a", "Accord 2015"), body("b", "Accord 2016")),
        (body("a", "Roux"), body("b", "Nina Roux")),
        (body("a", "Les Rades", wikidata="Q1"), body("b", "Les Rades", wikidata="Q2")),
        (person("a", "Anna Vint"), person("b", "B. Vint")),
        (body("a", "Parti libre"), body("b", "Parti libre du Nord")),
        (person("a", "Anna Vint", "A. Vint"), person("b", "Aline Vint", "A. Vint")),
        (person("a", "Anna Vint", "Mme Vint"), person("b", "Oskar Vint", "Vint")),
    ],
)
def test_names_that_are_told_apart_are_not_suggested(one: Entity, other: Entity) -> None:
    assert suggest_merges([one, other], {}) == []


def test_a_common_spelling_that_is_no_name_of_both_counts_for_less() -> None:
    same = only(person("a", "Anna Vint"), person("b", "Anna Vint"))
    alias = only(person("a", "Anna Vint", "Anna Roux"), person("b", "Anna Roux-Vint", "Anna Roux"))
    acronym = only(body("a", "Ports du Nord", "PDN"), body("b", "Rades du Nord", "PDN"))
    assert same.score > alias.score == acronym.score > 80


def test_a_surname_of_several_people_is_less_likely_and_of_many_tells_nothing() -> None:
    lone = [person("s", "Lim"), person("a", "Lim Soo Ho")]
    two = [*lone, person("b", "Lim Ha Na")]
    many = [*two, person("c", "Lim Bo Ra"), person("d", "Lim Da Hee")]
    assert suggest_merges(two, {})[0].score < suggest_merges(lone, {})[0].score
    assert suggest_merges(many, {}) == []


def test_names_that_one_article_has_both_are_likelier_one() -> None:
    pair = [person("s", "Lim"), person("a", "Lim Soo Ho")]
    apart, together = only(*pair), suggest_merges(pair, {}, together=lambda one, other: 3)[0]
    assert together.score > apart.score
    assert "3 articles name both" in str(together.reason)
    once = suggest_merges(pair, {}, together=lambda one, other: 1)[0]
    assert "one article names both" in str(once.reason)


def test_what_was_set_apart_is_not_suggested_again() -> None:
    pair = [person("s", "Lim"), person("a", "Lim Soo Ho")]
    assert suggest_merges(pair, {}, apart=[pair_of("a", "s")]) == []


def test_the_name_that_stays_has_an_id_or_is_a_persons_or_is_longer_or_commoner() -> None:
    assert only(person("a", "Lim"), person("b", "Lim Soo Ho")).stays == "b"
    assert only(person("a", "Lim", wikidata="Q1"), person("b", "Lim Soo Ho")).stays == "a"
    assert only(person("a", "Eve Noel", origin="e/1"), person("b", "Ève Noël")).stays == "b"
    both = [person("a", "Eve Noel"), person("b", "Ève Noël")]
    assert suggest_merges(both, {"a": 5, "b": 2})[0].stays == "a"


def test_other_types_than_persons_may_be_one_but_less_likely() -> None:
    found = only(body("a", "Le Port"), Entity(id="b", name="Port", type="LOC"))
    assert found.score < only(body("a", "Le Port"), body("b", "Port")).score


def test_the_likeliest_comes_first_and_every_pair_once() -> None:
    entities = [
        person("a", "Lim Soo Ho"),
        person("b", "Soo Ho Lim"),
        person("c", "Lim Soo"),
        person("d", "Lim"),
    ]
    found = suggest_merges(entities, {})
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len({one.pair for one in found}) == len(found)


def test_the_search_can_be_stopped() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        suggest_merges([person("a", "Lim")], {}, check=stop)


NAMES = st.lists(st.text(alphabet="abé -.’ABlmo", max_size=12), max_size=7)


@settings(max_examples=60)
@given(names=NAMES, types=st.lists(st.sampled_from(["PER", "ORG", ""]), min_size=7, max_size=7))
def test_any_names_give_pairs_of_two_in_one_order(names: list[str], types: list[str]) -> None:
    entities = [
        Entity(id=str(n), name=name, type=type_)
        for n, (name, type_) in enumerate(zip(names, types, strict=False))
    ]
    found = suggest_merges(entities, {})
    assert all(one.stays != one.goes and 0 < one.score <= 100 and str(one.reason) for one in found)
    assert found == suggest_merges(entities[::-1], {}) or {one.pair for one in found} == {
        one.pair for one in suggest_merges(entities[::-1], {})
    }
