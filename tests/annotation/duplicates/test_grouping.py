"""Groups of copies: who stands for them, and no chains."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.duplicates import Fact, Group, Statements, group_articles, representative_of

FACTS = {
    id_: Fact(id=id_, day=day, length=length, number=number)
    for number, (id_, day, length) in enumerate(
        [
            ("a", "2024-03-02", 10),
            ("b", "2024-03-01", 10),
            ("c", "2024-03-01", 30),
            ("d", "", 90),
            ("e", "", 5),
        ]
    )
}
NOTHING = Statements()


def groups(alike: dict[tuple[str, str], float], said: Statements = NOTHING) -> list[Group]:
    def compare(one: str, other: str) -> float:
        return alike.get((one, other), alike.get((other, one), 0.0))

    return group_articles(FACTS, [pair for pair in alike if alike[pair] >= 0.5], compare, 0.5, said)


def test_the_earliest_stands_for_a_group_and_of_one_day_the_longest() -> None:
    every = dict.fromkeys(combinations("abcd", 2), 0.9)
    (group,) = groups(every)
    assert group.articles == ("c", "b", "a", "d")
    assert group.alike == (1.0, 0.9, 0.9, 0.9)
    assert representative_of(FACTS.values()) == group.representative == "c"


def test_a_chain_does_not_bring_an_article_into_a_group_of_which_it_is_no_copy() -> None:
    chain = {("c", "b"): 0.8, ("b", "a"): 0.8, ("a", "d"): 0.8}
    assert [group.articles for group in groups(chain)] == [("a", "d"), ("c", "b")]


def test_what_a_person_parted_stays_apart() -> None:
    every = dict.fromkeys(combinations("abc", 2), 1.0)
    said = Statements(apart=((frozenset("a"), frozenset("bc")),))
    assert [group.articles for group in groups(every, said)] == [("c", "b")]


def test_two_articles_that_were_parted_do_not_meet_in_a_group_of_a_third() -> None:
    every = dict.fromkeys(combinations("abc", 2), 1.0)
    said = Statements(apart=((frozenset("a"), frozenset("b")),))
    assert [group.articles for group in groups(every, said)] == [("c", "b")]


def test_what_a_person_joined_is_together_though_nothing_is_alike() -> None:
    said = Statements(together=(frozenset("ae"),))
    (group,) = groups({}, said)
    assert group.articles == ("a", "e")
    (group,) = groups({("c", "a"): 0.7}, said)
    assert group.articles == ("c", "a", "e")


def test_the_article_that_a_person_chose_stands_for_the_group() -> None:
    (group,) = groups({("a", "b"): 1.0}, Statements(first=frozenset("a")))
    assert group.representative == "a"


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(list(combinations("abcde", 2))), st.floats(0, 1)))
def test_every_member_is_a_copy_of_its_representative_and_in_one_group(
    alike: dict[tuple[str, str], float],
) -> None:
    found = groups(alike)
    members = [id_ for group in found for id_ in group.articles]
    assert len(members) == len(set(members))
    for group in found:
        assert len(group.articles) > 1
        first = group.representative
        for id_ in group.articles[1:]:
            assert alike.get((first, id_), alike.get((id_, first), 0.0)) >= 0.5
