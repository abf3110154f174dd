"""Changing the registry of canonical names, which every mention follows."""

import pytest

from annotation.operations import (
    AddAnnotations,
    Decide,
    MergeEntities,
    OperationError,
    PutEntity,
    RemoveEntity,
    Revert,
)
from annotation.operations.entities import RemoveEntities
from annotation.project import Missing, Project
from annotation.records import Annotation, Decision, Entity, Outcome
from tests.annotation.newsroom import ANN, BOB, annotation, named


def test_an_entity_is_added_and_changed_under_its_key(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="onu", name="  ONU ")))
    first = project.read.get(Entity, "onu")
    assert (first.name, first.created, first.updated) == ("ONU", first.updated, first.created)
    project.apply(PutEntity(entity=Entity(id="onu", name="Nations unies", aliases=("ONU",))))
    second = project.read.get(Entity, "onu")
    assert (second.name, second.aliases, second.created) == ("Nations unies", ("ONU",), first.created)


def test_an_empty_name_is_refused(project: Project) -> None:
    with pytest.raises(OperationError, match="cannot be empty"):
        project.apply(PutEntity(entity=Entity(id="x", name=" \n")))


def test_merged_names_become_aliases_and_mentions_follow(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="nato", name="NATO", aliases=("Alliance", "OTAN"))))
    record = annotation("x1", ANN.id, "stance", {"evidence": ["tiendrons"]}, target={"entity": "nato"},
                        holder={"entity": "nato"}, polarity="favor")  # fmt: skip
    project.apply(AddAnnotations(annotations=(record,)))
    changes = project.apply(MergeEntities(into="otan", others=("nato", "otan", "nato")))
    merged = project.read.get(Entity, "otan")
    assert (merged.name, merged.aliases) == ("OTAN", ("NATO", "Alliance"))
    features = project.read.get(Annotation, "x1").features
    assert features["target"] == features["holder"] == {"entity": "otan"}
    assert project.read.find(Entity, "nato") is None
    assert changes


def test_a_merge_keeps_what_the_kept_entity_lacked(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="a", name="A", type="ORG")))
    project.apply(PutEntity(entity=Entity(id="b", name="B", type="PER", wikidata="Q1", note="see A")))
    project.apply(MergeEntities(into="a", others=("b",)))
    merged = project.read.get(Entity, "a")
    assert (merged.type, merged.wikidata, merged.note) == ("ORG", "Q1", "see A")


def test_a_merge_with_what_is_gone_changes_nothing(project: Project) -> None:
    with pytest.raises(Missing):
        project.apply(MergeEntities(into="otan", others=("roux", "zz")))
    assert project.read.get(Entity, "roux").name == "Nina Roux"
    assert project.read.get(Entity, "otan").aliases == ("NATO",)


def test_what_named_a_removed_entity_names_nothing_any_more(project: Project) -> None:
    project.apply(RemoveEntity(entity="otan"))
    assert named(project, "e2").features == {"type": "ORG"}
    assert "target" not in named(project, "t1").features
    assert "holder" in named(project, "t1").features


@pytest.mark.parametrize("key", ['q"uote', "back\\slash", "été", "a/b", "%", "👍", "new\nline"])
def test_a_key_with_any_characters_is_followed(key: str, project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id=key, name="X")))
    record = annotation("x1", ANN.id, "entity", {"mention": ["OTAN"]}, type="ORG", entity=key)
    project.apply(AddAnnotations(annotations=(record,)))
    project.apply(MergeEntities(into="otan", others=(key,)))
    assert project.read.get(Annotation, "x1").features["entity"] == "otan"


def test_a_text_that_reads_like_the_key_is_no_mention(project: Project) -> None:
    record = annotation("x1", ANN.id, "figure", {"mention": ["soldats"]}, counted="otan")
    project.apply(AddAnnotations(annotations=(record,)))
    project.apply(RemoveEntity(entity="otan"))
    assert project.read.get(Annotation, "x1").features["counted"] == "otan"


def test_a_merge_carries_everybodys_records_and_the_gold_set_and_leaves_decisions(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="nato", name="NATO")))
    words = {"evidence": ["tiendrons", "👍"]}
    for who in (ANN.id, BOB.id, "gold"):
        record = annotation(f"t-{who}", who, "stance", words, holder={"entity": "nato"},
                            target={"entity": "roux"}, polarity="favor")  # fmt: skip
        project.apply(AddAnnotations(annotations=(record,)))
    decision = Decision(id="d1", article="a1", layer="stance", reviewer=BOB.id, outcome=Outcome.AGREED,
                        records=("t-p-ann", "t-p-bob"), gold="t-gold")  # fmt: skip
    project.apply(Decide(decision=decision, gold=project.read.get(Annotation, "t-gold"), actor=BOB.id))
    before = project.read.get(Decision, "d1")
    changes = project.apply(MergeEntities(into="otan", others=("nato",)))
    for who in (ANN.id, BOB.id, "gold"):
        record = project.read.get(Annotation, f"t-{who}")
        assert record.features["holder"] == {"entity": "otan"}
        assert [len(spans) for spans in record.spans.values()] == [2]
    assert project.read.get(Decision, "d1") == before
    assert project.check() == []
    project.apply(Revert(changes=changes))
    assert project.read.get(Annotation, "t-gold").features["holder"] == {"entity": "nato"}


def test_many_names_are_removed_in_one_reading_whatever_their_keys(project: Project) -> None:
    keys = [f'k"{number}\\é' for number in range(30)]
    for number, key in enumerate(keys):
        project.apply(PutEntity(entity=Entity(id=key, name=f"Name {number}")))
        record = annotation(f"x{number}", ANN.id, "entity", {"mention": ["OTAN"]}, type="ORG", entity=key)
        project.apply(AddAnnotations(annotations=(record,)))
    changes = project.apply(RemoveEntities(entities=tuple(keys)))
    assert len(list(changes.of(Annotation))) == len(list(changes.of(Entity))) == 30
    assert all("entity" not in project.read.get(Annotation, f"x{n}").features for n in range(30))
    assert named(project, "e2").features["entity"] == "otan"
    assert str(changes.title) == "Remove 30 names"


def test_one_name_is_not_merged_with_itself(project: Project) -> None:
    with pytest.raises(OperationError, match="two names or more"):
        project.apply(MergeEntities(into="otan", others=("otan",)))


def test_titles_say_what_is_done() -> None:
    assert str(PutEntity(entity=Entity(id="x", name="ONU")).title) == "Change the name ONU"
    assert str(MergeEntities(into="a", others=("b", "c")).title) == "Merge 3 names"
    assert str(RemoveEntity(entity="a").title) == "Remove a name"
