"""The registry sorted and filtered, and whom words most likely mean."""

import pytest

from annotation.operations import IgnoreWords, PutEntity
from annotation.project import Project
from annotation.project.registry import (
    RegistryQuery,
    RegistrySort,
    Show,
    find_alike,
    find_groups,
    find_names,
    read_groups,
    read_names,
    registry_of,
)
from annotation.records import Entity

MORE = (
    Entity(id="elys", name="L’Élysée", type="ORG", aliases=("présidence française",), wikidata="Q191954"),
    Entity(id="lim", name="Lim Soo Ho", type="PER", origin="entities/1"),
    Entity(id="abc", name="abc", type=""),
)


@pytest.fixture
def many(project: Project) -> Project:
    """The small project with some names more, which nothing mentions."""
    for entity in MORE:
        project.apply(PutEntity(entity=entity))
    return project


def found(project: Project, **query: object) -> list[str]:
    return find_names(registry_of(project.read), RegistryQuery(**query))  # type: ignore[arg-type]


def test_names_are_in_the_order_of_their_folded_spellings(many: Project) -> None:
    assert found(many) == ["abc", "elys", "lim", "roux", "otan"]
    assert found(many, descending=True) == ["otan", "roux", "lim", "elys", "abc"]


def test_a_search_finds_parts_of_names_and_aliases_without_accents_in_any_order(many: Project) -> None:
    assert found(many, search="ELYSEE") == ["elys"]
    assert found(many, search="francaise presi") == ["elys"]
    assert found(many, search="ho lim") == ["lim"]
    assert found(many, search="q191954") == ["elys"]
    assert found(many, search="nobody at all") == []
    assert found(many, search="«»") == []
    assert found(many, search="  ") == found(many)
    assert found(many, search="100%") == []


def test_filters_narrow_what_is_shown(many: Project) -> None:
    assert found(many, type="ORG") == ["elys", "otan"]
    assert found(many, show=Show.UNUSED) == ["abc", "elys", "lim"]
    assert found(many, show=Show.MACHINE) == ["lim"]
    assert found(many, show=Show.NO_WIKIDATA) == ["abc", "lim", "roux"]
    assert found(many, show=Show.NO_WIKIDATA, type="PER", search="roux") == ["roux"]


def test_every_column_sorts_and_what_it_lacks_comes_last(many: Project) -> None:
    assert found(many, sort=RegistrySort.MENTIONS, descending=True)[:2] == ["roux", "otan"]
    assert found(many, sort=RegistrySort.TYPE)[-1] == "abc"
    assert found(many, sort=RegistrySort.TYPE, descending=True)[-1] == "abc"
    assert found(many, sort=RegistrySort.WIKIDATA)[:2] == ["elys", "otan"]
    assert found(many, sort=RegistrySort.ORIGIN)[-1] == "lim"
    assert found(many, sort=RegistrySort.UPDATED)[-1] == "abc"
    assert len({tuple(sorted(found(many, sort=sort))) for sort in RegistrySort}) == 1


def test_rows_have_the_entity_and_its_counts_and_leave_out_what_is_gone(many: Project) -> None:
    rows = read_names(many.read.db, registry_of(many.read), ["otan", "gone", "lim"])
    assert [(row.entity.name, row.mentions, row.articles) for row in rows] == [
        ("OTAN", 2, 1),
        ("Lim Soo Ho", 0, 0),
    ]


def test_groups_can_be_searched_and_ignored(many: Project) -> None:
    index = registry_of(many.read)
    (number,) = find_groups(index, "roux")
    assert find_groups(index, "otan") == []
    many.apply(IgnoreWords(words=("Mme nina ROUX",)))
    registry_of(many.read)
    assert find_groups(index) == []
    assert find_groups(index, ignored=True) == [number]
    (row,) = read_groups(index, [number, 99])
    assert (row.words, row.folded, row.mentions, row.articles, row.ignored) == (
        "Nina Roux",
        "nina roux",
        2,
        2,
        True,
    )


@pytest.mark.parametrize(
    ("words", "first"),
    [("OTAN", "otan"), ("Mme Roux", "roux"), ("M. Lim", "lim"), ("l’Elysee", "elys"), ("Nina Rouxe", "roux")],
)
def test_whom_words_mean_comes_first(many: Project, words: str, first: str) -> None:
    assert find_alike(registry_of(many.read), words)[0] == first


def test_short_words_and_strange_ones_mean_nobody_unless_a_name_has_them(many: Project) -> None:
    index = registry_of(many.read)
    assert find_alike(index, "il") == []
    assert find_alike(index, "…") == []
    assert find_alike(index, "ho") == ["lim"]
    assert find_alike(index, "Soo Ho", limit=0) == []
