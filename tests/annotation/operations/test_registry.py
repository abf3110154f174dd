"""The registry knows names first, and takes in what it does not know."""

import pytest

from annotation.operations import (
    ArticleSuggestions,
    ChangeSetting,
    MergeEntities,
    PutEntity,
    RemoveEntity,
    RemoveUnusedEntities,
    Revert,
    StoreSuggestions,
)
from annotation.operations._registry import GONE, entity_key, index_of, is_part, may_be
from annotation.project import Project
from annotation.records import Changes, Entity, Span, Suggestion
from tests.annotation.newsroom import TEXTS

RUTTE = Entity(id="", name="Mark Rutte", type="PER")
ALLIANCE = Entity(id="", name="OTAN", type="ORG", aliases=("Alliance atlantique", "NATO"), wikidata="Q7184")


def detect(project: Project, words: str, named: Entity | None, article: str = "a3") -> Changes:
    """Let a detector find the first code points of an article, as many as `words` has, naming an entity."""
    assert TEXTS[article].startswith(words)
    item = Suggestion(key="e/1", layer="entity", spans={"mention": (Span(0, len(words)),)}, origin="e/1 m-1",
                      features={"type": "ORG"}, named={"entity": named} if named else {})  # fmt: skip
    found = ArticleSuggestions(article=article, lang="fr", suggestions=(item,) if named else ())
    return project.apply(StoreSuggestions(found=(found,)))


def link(project: Project, article: str = "a3") -> str:
    (found,) = project.read.annotations(article, ["machine"])
    return str(found.features.get("entity"))


def link_of(project: Project, named: Entity) -> str:
    """What the third article's first word is linked to, once a detector says that it means this."""
    detect(project, "Une", named)
    return link(project)


def test_a_name_that_the_registry_lacks_is_taken_in_as_the_detectors(project: Project) -> None:
    detect(project, "Une", RUTTE)
    made = project.read.get(Entity, link(project))
    assert (made.name, made.type, made.origin, made.id) == ("Mark Rutte", "PER", "e/1", entity_key(RUTTE))
    assert not detect(project, "Une", RUTTE)


def test_a_name_or_an_alias_that_the_registry_has_is_linked(project: Project) -> None:
    detect(project, "Une", Entity(id="", name="l’OTAN", type="ORG"))
    assert link(project) == "otan"
    detect(project, "Une", Entity(id="", name="Otan", aliases=("NATO",), wikidata="Q7184"))
    assert link(project) == "otan"


def test_a_name_of_several_words_that_is_nearly_so_is_linked_and_a_surname_is_not(project: Project) -> None:
    detect(project, "Une", Entity(id="", name="Ninna Roux", type="PER"))
    assert link(project) == "roux"
    detect(project, "Une", Entity(id="", name="Rouxe", type="PER"))
    assert link(project) != "roux"


def test_an_alias_that_a_researcher_added_wins_over_what_the_detector_names(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="own", name="Agence", aliases=("Une dépêche",))))
    detect(project, "Une dépêche", RUTTE)
    assert link(project) == "own"


def test_a_part_of_a_longer_name_is_the_one_with_that_name(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="other", name="Dépêche", type="PER")))
    detect(project, "Une dépêche", Entity(id="", name="Anne Dépêche", type="PER"))
    assert project.read.get(Entity, link(project)).name == "Anne Dépêche"


def test_what_a_person_renamed_or_merged_is_found_under_what_the_detector_calls_it(project: Project) -> None:
    detect(project, "Une", RUTTE)
    made = project.read.get(Entity, link(project))
    project.apply(PutEntity(entity=Entity(id=made.id, name="Rutte (Mark)", type="PER", origin=made.origin)))
    assert project.read.get(Entity, made.id).origin == ""
    detect(project, "Une", RUTTE)
    assert link(project) == made.id
    project.apply(MergeEntities(into="roux", others=(made.id,)))
    project.apply(PutEntity(entity=Entity(id="roux", name="Nina Roux", aliases=("Mark Rutte",), type="PER")))
    detect(project, "Une", RUTTE)
    assert link(project) == "roux"


def test_a_name_that_a_person_removed_stays_away_until_the_removal_is_undone(project: Project) -> None:
    detect(project, "Une", RUTTE)
    made = link(project)
    gone = project.apply(RemoveEntity(entity=made))
    detect(project, "Une", RUTTE)
    assert link(project) == "None"
    assert project.read.find(Entity, made) is None
    project.apply(Revert(changes=gone))
    detect(project, "Une", RUTTE)
    assert link(project) == made


def test_removals_of_two_names_are_undone_in_any_order(project: Project) -> None:
    kept = link_of(project, RUTTE)
    first = project.apply(RemoveEntity(entity=kept))
    other = project.apply(RemoveEntity(entity="otan"))
    project.apply(Revert(changes=first))
    assert link_of(project, RUTTE) == kept
    assert link_of(project, ALLIANCE) == "None"
    project.apply(Revert(changes=other))
    assert link_of(project, ALLIANCE) == "otan"


def test_a_name_of_a_person_that_was_removed_is_not_taken_in_as_a_detectors(project: Project) -> None:
    project.apply(RemoveEntity(entity="roux"))
    assert link_of(project, Entity(id="", name="Nina Roux", type="PER")) == "None"


def test_merged_names_stay_merged_whatever_would_tell_them_apart(project: Project) -> None:
    first = link_of(project, Entity(id="", name="Alliance", type="ORG", wikidata="Q1"))
    second = link_of(project, Entity(id="", name="Pacte", type="PER"))
    project.apply(MergeEntities(into=first, others=(second,)))
    done = project.apply(MergeEntities(into="otan", others=(first,)))
    assert link_of(project, Entity(id="", name="Alliance", type="ORG", wikidata="Q1")) == "otan"
    assert link_of(project, Entity(id="", name="Pacte", type="PER")) == "otan"
    project.apply(Revert(changes=done))
    assert link_of(project, Entity(id="", name="Pacte", type="PER")) == first
    project.apply(RemoveEntity(entity=first))
    assert link_of(project, Entity(id="", name="Pacte", type="PER")) == "None"


def test_names_that_are_said_to_be_merged_into_each_other_end_nowhere(project: Project) -> None:
    key = entity_key(RUTTE)
    project.apply(ChangeSetting(key=GONE + key, value=key))
    assert link_of(project, RUTTE) == "None"


def test_names_that_only_detection_removed_come_back(project: Project) -> None:
    made = link_of(project, RUTTE)
    detect(project, "Une", None)
    project.apply(RemoveUnusedEntities())
    assert project.read.find(Entity, made) is None
    assert link_of(project, RUTTE) == made


def test_machine_made_names_that_nothing_mentions_go_and_those_of_people_stay(project: Project) -> None:
    detect(project, "Une", RUTTE)
    project.apply(PutEntity(entity=Entity(id="mine", name="Nobody")))
    assert not project.apply(RemoveUnusedEntities())
    detect(project, "Une", None)
    project.apply(RemoveUnusedEntities())
    assert {entity.id for entity in project.read.entities()} == {"roux", "otan", "mine"}


def test_the_look_up_follows_what_is_done_and_undone_without_being_made_anew(project: Project) -> None:
    index = index_of(project.read)
    done = detect(project, "Une", RUTTE)
    assert index.exact("Mark Rutte") is None, "only the journal says what came to be"
    assert index_of(project.read) is index
    assert index.exact("Mark Rutte")
    project.apply(Revert(changes=done))
    assert index_of(project.read) is index
    assert index.exact("Mark Rutte") is None
    assert {entity.id for entity in index} == {entity.id for entity in project.read.entities()}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (RUTTE, Entity(id="x", name="Mark Rutte"), True),
        (RUTTE, Entity(id="x", name="Mark Rutte", type="ORG"), False),
        (ALLIANCE, Entity(id="x", name="OTAN", type="GPE"), True),
        (ALLIANCE, Entity(id="x", name="OTAN", wikidata="Q1"), False),
    ],
)
def test_what_tells_two_apart(one: Entity, other: Entity, same: bool) -> None:
    assert may_be(one, other) == same


def test_a_part_of_a_name() -> None:
    assert is_part("Rutte", "Mark Rutte")
    assert not any(is_part(words, "Mark Rutte") for words in ("Mark Rutte", "rutte, Mark", "", "Kim"))
