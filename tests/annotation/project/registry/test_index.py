"""What the look-up counts as a mention, and what it finds named by nobody."""

from annotation.operations import Accept, AddAnnotations, Discard, EditFeatures, RemoveEntity
from annotation.project import Project
from annotation.project.registry import find_groups, read_groups, read_names, registry_of
from annotation.records import Entity
from tests.annotation.newsroom import ANN, BOB, annotation, named


def counts(project: Project) -> dict[str, tuple[int, int]]:
    """{key: (mentions, articles)}"""
    index = registry_of(project.read)
    keys = [entity.id for entity in project.read.all(Entity)]
    rows = read_names(project.read.db, index, keys)
    return {row.entity.id: (row.mentions, row.articles) for row in rows}


def nameless(project: Project) -> dict[str, int]:
    """{words that name nobody: mentions}"""
    index = registry_of(project.read)
    return {row.words: row.mentions for row in read_groups(index, find_groups(index))}


def test_every_place_where_a_record_names_somebody_is_a_mention(project: Project) -> None:
    assert counts(project) == {"roux": (3, 2), "otan": (2, 1)}


def test_a_place_that_several_people_label_alike_is_one_mention(project: Project) -> None:
    for who in (ANN, BOB):
        project.apply(Accept(annotations=(named(project, "e2").id,), actor=who.id))
    assert counts(project)["otan"] == (2, 1)


def test_what_was_rejected_or_corrected_is_no_mention_of_what_was_suggested(project: Project) -> None:
    project.apply(Discard(annotations=(named(project, "e2").id,), actor=ANN.id))
    assert counts(project)["otan"] == (1, 1)
    source = named(project, "s1").id
    project.apply(EditFeatures(annotation=source, features={"speaker": "otan"}, actor=ANN.id))
    assert counts(project) == {"roux": (2, 2), "otan": (2, 1)}


def test_words_that_name_nobody_are_gathered_whatever_their_accents_and_titles(project: Project) -> None:
    assert nameless(project) == {"Nina Roux": 2}
    record = annotation("x1", ANN.id, "entity", {"mention": ["soldats"]}, type="MISC")
    project.apply(AddAnnotations(annotations=(record,)))
    assert nameless(project) == {"Nina Roux": 2, "soldats": 1}


def test_concepts_are_words_that_name_nobody(project: Project) -> None:
    record = annotation("x1", ANN.id, "stance", {"evidence": ["tiendrons"]}, holder={"entity": "roux"},
                        target={"concept": "l’École"}, polarity="favor")  # fmt: skip
    project.apply(AddAnnotations(annotations=(record,)))
    assert nameless(project)["l’École"] == 1


def test_a_key_that_the_registry_lacks_names_nobody_until_it_is_there(project: Project) -> None:
    record = annotation("x1", ANN.id, "entity", {"mention": ["soldats"]}, type="MISC", entity="strange")
    project.apply(AddAnnotations(annotations=(record,)))
    assert nameless(project)["strange"] == 1
    index = registry_of(project.read)
    strange = Entity(id="strange", name="Soldats")
    assert index.put_names([strange])
    assert not index.put_names([strange])


def test_the_mentions_of_a_removed_entity_name_nobody(project: Project) -> None:
    registry_of(project.read)
    project.apply(RemoveEntity(entity="otan"))
    assert nameless(project) == {"Nina Roux": 2, "OTAN": 1}
    assert counts(project) == {"roux": (3, 2)}
