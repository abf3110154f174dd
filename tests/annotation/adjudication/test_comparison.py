"""Clusters of an article with what was decided about them."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.adjudication import (
    Kind,
    begin,
    cluster_id,
    decide,
    read_comparison,
    read_decided,
    redecide,
)
from annotation.operations import Reopen
from annotation.records import GOLD, Annotation, Decision, Outcome, Span, Status
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.adjudication.tables import compared, only
from tests.annotation.agreement.labels import mention, record

PAIR = (mention("1", "anna", "Parlement"), mention("2", "ben", "Parlement", "GPE"))
DECISION = Decision(
    id="d", article="a", layer="entity", reviewer="rita", outcome=Outcome.TAKEN, records=("1", "2"), gold="g",
    updated="2026-02-01",
)  # fmt: skip
GOLDEN = replace(PAIR[0], id="g", annotator=GOLD.id)


def test_only_labels_are_compared() -> None:
    suggested = mention("1", "anna", "Parlement", status=Status.SUGGESTED)
    rejected = mention("2", "ben", "Union", status=Status.REJECTED)
    assert compared(suggested, rejected).clusters == ()


def test_clusters_come_in_the_order_of_the_text_across_layers() -> None:
    found = compared(
        record("1", "anna", "source", cue="Selon"),
        mention("2", "ben", "Union"),
        record("3", "anna", "figure", mention="12 millions d’euros"),
    )
    assert [cluster.layer for cluster in found.clusters] == ["entity", "figure", "source"]


def test_a_cluster_is_known_by_its_records_in_any_order() -> None:
    assert only(compared(*PAIR)).id == only(compared(*reversed(PAIR))).id == cluster_id(["2", "1"])
    assert cluster_id(["1", "2"]) != cluster_id(["1"])


def test_a_decision_closes_its_cluster_and_brings_its_gold_record() -> None:
    found = compared(*PAIR, decisions=[DECISION], gold=[GOLDEN])
    cluster = only(found)
    assert (cluster.decision, cluster.gold, cluster.changed) == (DECISION, GOLDEN, False)
    assert not cluster.is_open
    assert found.open == ()


def test_a_record_changed_since_opens_the_cluster_again() -> None:
    cluster = only(compared(replace(PAIR[0], updated="2026-02-02"), PAIR[1], decisions=[DECISION]))
    assert cluster.changed
    assert cluster.is_open


def test_another_record_in_the_cluster_opens_it_again() -> None:
    found = compared(*PAIR, mention("3", "cleo", "Parlement"), decisions=[DECISION])
    assert only(found).changed


def test_a_record_that_is_gone_opens_the_cluster_again() -> None:
    cluster = only(compared(PAIR[0], decisions=[DECISION]))
    assert cluster.decision == DECISION
    assert cluster.changed


def test_a_decision_whose_records_are_all_gone_stays_in_sight() -> None:
    cluster = only(compared(decisions=[DECISION], gold=[GOLDEN]))
    assert cluster.kinds == (Kind.ADDED,)
    assert cluster.gold == GOLDEN
    assert cluster.changed
    assert cluster.spans == GOLDEN.spans["mention"]


def test_what_the_reviewer_added_is_no_change() -> None:
    added = replace(DECISION, records=(), outcome=Outcome.ADDED)
    assert not only(compared(decisions=[added], gold=[GOLDEN])).changed


def test_two_decisions_about_one_cluster_leave_the_closest_and_supersede_the_other() -> None:
    one, other = replace(DECISION, id="d1", records=("1",)), replace(DECISION, id="d2", records=("1", "2"))
    cluster = only(compared(*PAIR, decisions=[one, other]))
    assert cluster.decision == other
    assert cluster.superseded == (one,)


def test_a_decision_about_a_layer_that_is_gone_is_left_alone() -> None:
    assert compared(decisions=[replace(DECISION, layer="lost")]).clusters == ()


def test_a_cluster_is_found_by_its_id() -> None:
    found = compared(*PAIR)
    assert found.find(only(found).id) == only(found)
    assert found.find("nothing") is None


MARKED = st.lists(
    st.tuples(
        st.sampled_from(["anna", "ben", "cleo"]),
        st.sampled_from(["entity", "figure"]),
        st.integers(0, 60),
        st.integers(1, 20),
    ),
    max_size=12,
)


@given(MARKED, st.integers())
def test_every_label_is_in_one_cluster_whatever_the_order(
    marked: list[tuple[str, str, int, int]], seed: int
) -> None:
    records = [
        Annotation(
            id=f"r{n}",
            article="a",
            annotator=who,
            layer=layer,
            spans={"mention": (Span(start, start + size),)},
        )
        for n, (who, layer, start, size) in enumerate(marked)
    ]
    shuffled = list(records)
    Random(seed).shuffle(shuffled)
    found = compared(*records).clusters
    assert found == compared(*shuffled).clusters
    assert sorted(r.id for c in found for r in c.records.values()) == sorted(r.id for r in records)
    assert len({cluster.id for cluster in found}) == len(found)


ACTS = st.lists(
    st.tuples(st.integers(0, 6), st.sampled_from(["anna", "ben", "reject", "reopen"])), min_size=1, max_size=6
)


@settings(max_examples=15, deadline=None)
@given(acts=ACTS)
def test_deciding_locally_comes_to_the_same_as_comparing_anew(
    acts: list[tuple[int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with create_reviewed_project(tmp_path_factory.mktemp("p") / "p.selon") as project:
        known = read_comparison(project.read, "a")
        codebook = project.read.codebook
        for place, act in acts:
            cluster = known.clusters[place % len(known.clusters)]
            if act == "reopen":
                if cluster.decision is None:
                    continue
                project.apply(Reopen(decision=cluster.decision.id, actor="rita"))
            else:
                layer = codebook.layer(cluster.layer)
                assert layer is not None
                draft = begin(cluster, layer, known.referents)
                draft = draft.take(act) if act in cluster.records else draft.reject()
                project.apply(decide(draft, "rita"))
            fresh = read_comparison(project.read, "a")
            local = redecide(known, read_decided(project.read, "a"), codebook)
            assert local is not None
            assert local.clusters == fresh.clusters
            assert local.referents == fresh.referents
            known = local
