"""Suggestions come and go with the detectors; what people decided stays."""

from dataclasses import replace

import pytest

from annotation.codebook import Draft
from annotation.operations import (
    Accept,
    AddAnnotations,
    ApplyCodebook,
    ArticleSuggestions,
    Discard,
    EditFeatures,
    PutEntity,
    RemoveEntity,
    RenewSuggestions,
    Revert,
    StoreSuggestions,
    own_id,
)
from annotation.project import Project
from annotation.records import Annotation, Article, Entity, Span, Status, Suggestion
from tests.annotation.newsroom import ANN, BOB, annotation, named, suggestions


def store(project: Project, *keys: str) -> bool:
    """Whether anything changed when the detectors found these, or all."""
    return bool(project.apply(StoreSuggestions(found=(suggestions("a1", *keys),))))


def machine(project: Project, article: str = "a1") -> list[Annotation]:
    return project.read.annotations(article, ["machine"])


def test_suggestions_are_the_machines_and_count_for_nothing(project: Project) -> None:
    found = machine(project)
    assert {record.status for record in found} == {Status.SUGGESTED}
    assert not any(record.counts for record in found)
    assert {(record.origin, record.confidence, record.why) for record in found} == {("test/1", 0.5, "a rule")}


def test_references_by_key_become_references_by_id(project: Project) -> None:
    features = named(project, "t1").features
    assert features["holder"] == {"annotation": named(project, "e1").id}
    assert features["attribution"] == named(project, "s1").id
    assert features["target"] == {"entity": "otan"}


def test_a_reference_to_what_was_not_found_is_left_out(project: Project) -> None:
    store(project, "t1")
    assert set(named(project, "t1").features) == {"target", "polarity"}


def test_words_that_name_an_entity_are_linked_to_it(project: Project) -> None:
    assert named(project, "e1").features["entity"] == "roux"
    assert named(project, "e1", "a2").features["entity"] == "roux"
    assert named(project, "s1").features["speaker"] == "roux"


def test_the_detectors_own_link_is_kept(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="other", name="OTAN")))
    store(project)
    assert named(project, "e2").features["entity"] == "otan"


def test_a_name_that_was_changed_is_linked_by_its_new_spelling_at_once(project: Project) -> None:
    store(project, "none")
    project.apply(RemoveEntity(entity="roux"))
    project.apply(PutEntity(entity=Entity(id="nina", name="Nina Roux")))
    store(project)
    assert named(project, "e1").features["entity"] == "nina"
    changes = project.apply(PutEntity(entity=Entity(id="nina", name="Nina Rouge")))
    store(project)
    assert "entity" not in named(project, "e1").features
    project.apply(Revert(changes=changes))
    store(project)
    assert named(project, "e1").features["entity"] == "nina"


def test_the_language_is_noted_where_it_was_not_known(project: Project) -> None:
    assert project.read.get(Article, "a1").lang == "fr"
    project.apply(StoreSuggestions(found=(ArticleSuggestions(article="a1", lang="en", suggestions=()),)))
    assert project.read.get(Article, "a1").lang == "fr"


def test_the_same_again_changes_nothing(project: Project) -> None:
    project.apply(StoreSuggestions(found=(suggestions("a3"),)))  # which notes the language
    entries = project.history()
    assert not store(project)
    assert not project.apply(
        StoreSuggestions(found=(suggestions("a1"), suggestions("a2"), suggestions("a3")))
    )
    assert project.history() == entries


def test_what_is_not_found_again_goes(project: Project) -> None:
    assert store(project, "e1")
    assert [record.id for record in machine(project)] == [named(project, "e1").id]
    assert store(project)
    assert len(machine(project)) == 5


def test_a_suggestion_that_says_something_else_is_replaced(project: Project) -> None:
    found = suggestions("a1")
    first, *others = found.suggestions
    changed = replace(first, features={"type": "ORG"}, origin="test/2")
    before = named(project, "e1")
    project.apply(StoreSuggestions(found=(replace(found, suggestions=(changed, *others)),)))
    after = named(project, "e1")
    assert (after.id, after.features["type"], after.origin) == (before.id, "ORG", "test/2")


@pytest.mark.parametrize("decision", [Accept, Discard])
def test_a_decided_suggestion_is_never_touched(
    decision: type[Accept] | type[Discard], project: Project
) -> None:
    base = named(project, "e1")
    project.apply(decision(annotations=(base.id,), actor=ANN.id))
    own = project.read.get(Annotation, own_id(base, ANN.id))
    store(project, "none")
    assert project.read.get(Annotation, base.id) == base
    assert project.read.get(Annotation, own.id) == own
    store(project)
    assert project.read.get(Annotation, base.id) == base
    assert project.read.get(Annotation, own.id) == own


def test_a_rejected_suggestion_does_not_come_back(project: Project) -> None:
    base = named(project, "e1")
    project.apply(Discard(annotations=(base.id,), actor=ANN.id))
    for keys in ((), ("none",), ()):
        store(project, *keys)
        versions = [record for record in project.read.annotations("a1", [ANN.id]) if record.basis == base.id]
        assert [record.status for record in versions] == [Status.REJECTED]
        assert [record for record in machine(project) if record.spans == base.spans] == [base]


def test_what_somebody_points_at_stays_with_all_that_it_points_at(project: Project) -> None:
    figure = named(project, "f1")
    project.apply(Accept(annotations=(figure.id, named(project, "t1").id), actor=ANN.id))
    store(project, "none")
    assert project.check() == []
    kept = {record.layer for record in machine(project)}
    assert kept == {"figure", "source", "stance", "entity"}
    assert len(machine(project)) == 4


def test_a_hand_made_record_may_point_at_a_suggestion(project: Project) -> None:
    record = annotation("x1", BOB.id, "figure", {"mention": ["soldats"]}, source=named(project, "s1").id)
    project.apply(AddAnnotations(annotations=(record,), actor=BOB.id))
    store(project, "none")
    assert project.check() == []
    project.apply(EditFeatures(annotation="x1", features={"source": None}, actor=BOB.id))
    store(project, "none")
    assert machine(project) == []


def test_suggestions_on_the_same_words_are_told_apart_by_their_order(project: Project) -> None:
    twice = tuple(
        Suggestion(key=f"e{n}", layer="entity", spans={"mention": (Span(0, 4),)}, features={"type": kind})
        for n, kind in enumerate(["PER", "ORG"])
    )
    operation = StoreSuggestions(found=(ArticleSuggestions(article="a3", lang="fr", suggestions=twice),))
    project.apply(operation)
    assert sorted(str(record.features["type"]) for record in machine(project, "a3")) == ["ORG", "PER"]
    assert not project.apply(operation)


def test_two_projects_give_the_same_suggestion_the_same_id(project: Project) -> None:
    assert named(project, "e1").id == named(project, "e1").id
    assert named(project, "e1").id != named(project, "e1", "a2").id


def test_titles_say_how_many_articles_were_read() -> None:
    found = suggestions("a1")
    assert str(StoreSuggestions(found=(found,)).title) == "Detect in one article"
    assert str(StoreSuggestions(found=(found, found)).title) == "Detect in 2 articles"


def test_nothing_is_suggested_for_a_layer_that_the_codebook_lacks(project: Project) -> None:
    draft = Draft.of(project.read.codebook_toml).remove(("layer", "stance"))
    project.apply(ApplyCodebook(toml=draft.toml))
    store(project)
    assert {record.layer for record in machine(project)} == {"entity", "figure", "source"}


def test_a_field_that_the_codebook_lacks_is_left_out_until_it_has_it(project: Project) -> None:
    new = project.read.codebook_toml
    old = Draft.of(new).remove(("layer", "figure", "field", "date")).toml
    project.apply(ApplyCodebook(toml=old))
    features = {"kind": "date", "date": "2024-12-04"}
    dated = Suggestion(key="d1", layer="figure", spans={"mention": (Span(0, 4),)}, features=features)
    project.apply(
        StoreSuggestions(found=(ArticleSuggestions(article="a3", lang="fr", suggestions=(dated,)),))
    )
    assert machine(project, "a3")[0].features == {"kind": "date"}
    project.apply(ApplyCodebook(toml=new))
    project.apply(RenewSuggestions(articles=("a3",)))
    assert machine(project, "a3")[0].features == features
