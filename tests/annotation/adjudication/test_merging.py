"""Deciding without a person: proposals, and what they leave alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.adjudication import (
    STRATEGIES,
    Proposal,
    Terms,
    accept,
    begin,
    decide,
    propose,
    read_comparison,
)
from annotation.operations import AddAnnotations, EditFeatures
from annotation.project import Project
from annotation.records import GOLD, Annotation, Decision, Outcome
from tests.annotation.adjudication.projects import AGREED, create_reviewed_project
from tests.annotation.agreement.labels import CODEBOOK, mention

UNANIMOUS, MAJORITY = STRATEGIES["unanimous"], STRATEGIES["majority"]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create_reviewed_project(tmp_path / "p.selon")
    yield made
    made.close()


def proposed(project: Project, name: str = "unanimous", terms: Terms | None = None) -> Proposal:
    found = project.ask(lambda reader: read_comparison(reader, "a"))
    return propose(found, CODEBOOK, STRATEGIES[name], terms or Terms())


def merge(project: Project, name: str = "unanimous") -> None:
    step = accept(proposed(project, name), STRATEGIES[name], "rita")
    assert step is not None
    project.apply(step)


def decisions(project: Project) -> list[Decision]:
    return project.ask(lambda reader: reader.decisions("a"))


def gold(project: Project) -> list[Annotation]:
    return project.ask(lambda reader: reader.annotations("a", [GOLD.id]))


def test_a_proposal_changes_nothing(project: Project) -> None:
    found = proposed(project)
    assert len(found.drafts) == AGREED
    assert (found.settled, found.open) == (0, found.clusters - AGREED)
    assert found.outcomes == {Outcome.AGREED: AGREED}
    assert not decisions(project)


def test_what_is_accepted_is_marked_as_automatic_and_undone_in_one_step(project: Project) -> None:
    merge(project)
    found = decisions(project)
    assert len(found) == AGREED
    assert all(one.automatic and one.comment == "unanimous" for one in found)
    assert len(gold(project)) == AGREED


def test_merging_again_has_nothing_to_do(project: Project) -> None:
    merge(project)
    again = proposed(project)
    assert not again.drafts
    assert again.settled == AGREED
    assert accept(again, UNANIMOUS, "rita") is None


def test_another_strategy_replaces_what_was_automatic(project: Project) -> None:
    found = project.ask(lambda reader: read_comparison(reader, "a"))
    everything = propose(found, CODEBOOK, STRATEGIES["annotator"], Terms(annotator="anna"))
    step = accept(everything, STRATEGIES["annotator"], "rita")
    assert step is not None
    project.apply(step)
    assert proposed(project, "annotator", Terms(annotator="anna")).drafts == ()
    turned = proposed(project, "annotator", Terms(annotator="ben"))
    assert turned.drafts
    assert turned.settled == AGREED


def test_what_a_person_decided_is_never_decided_again(project: Project) -> None:
    found = project.ask(lambda reader: read_comparison(reader, "a"))
    agreed = next(cluster for cluster in found.clusters if cluster.is_agreed)
    layer = CODEBOOK.layer(agreed.layer)
    assert layer is not None
    project.apply(decide(begin(agreed, layer, found.referents).reject(), "rita"))
    merge(project)
    by_hand = [one for one in decisions(project) if not one.automatic]
    assert [one.outcome for one in by_hand] == [Outcome.REJECTED]
    assert len(gold(project)) == AGREED - 1


def test_new_work_flags_a_decision_by_a_person_and_does_not_redo_it(project: Project) -> None:
    found = project.ask(lambda reader: read_comparison(reader, "a"))
    agreed = next(cluster for cluster in found.clusters if cluster.is_agreed and cluster.layer == "entity")
    layer = CODEBOOK.layer(agreed.layer)
    assert layer is not None
    project.apply(decide(begin(agreed, layer, found.referents), "rita"))
    changed = next(iter(agreed.records.values()))
    project.apply(EditFeatures(annotation=changed.id, features={"type": "GPE"}, actor=changed.annotator))
    again = project.ask(lambda reader: read_comparison(reader, "a"))
    assert [cluster.changed for cluster in again.clusters if cluster.decision] == [True]
    assert all(draft.cluster.decision is None for draft in proposed(project).drafts)


def test_one_layer_can_be_merged_alone(project: Project) -> None:
    found = project.ask(lambda reader: read_comparison(reader, "a"))
    entities = propose(found, CODEBOOK, UNANIMOUS, Terms(), layer="entity")
    assert {draft.cluster.layer for draft in entities.drafts} == {"entity"}
    assert entities.clusters == sum(cluster.layer == "entity" for cluster in found.clusters)


def test_a_third_annotator_makes_a_majority(tmp_path: Path) -> None:
    more = replace(mention("c3", "rita", "Union"), updated="2026-01-02")
    with create_reviewed_project(tmp_path / "three.selon") as project:
        project.apply(AddAnnotations(annotations=(more,)))
        found = project.ask(lambda reader: read_comparison(reader, "a"))
        decided = propose(found, CODEBOOK, MAJORITY, Terms()).drafts
        words = [draft for draft in decided if "c3" in {r.id for r in draft.cluster.records.values()}]
        assert len(words) == 1
        assert words[0].taken in ("anna", "rita")
