"""One's own record follows from another's, the same on every machine."""

from dataclasses import replace

import pytest

from annotation.operations import Accept, Decide, own_id
from annotation.operations._derivation import keep, leaning_on, moved_references, own_version, point
from annotation.project import Project, Writer
from annotation.project.connection import protect
from annotation.records import Annotation, Decision, Outcome, Status, derived_id
from tests.annotation.newsroom import ANN, BOB, named


@pytest.fixture
def writer(project: Project) -> Writer:
    """A writer to the newsroom, whose every statement is kept."""
    protect(project.read.db, protected=False)
    return Writer(project.read.db)


def test_the_own_id_follows_from_the_record_and_its_new_owner(project: Project) -> None:
    record = named(project, "e1")
    assert own_id(record, ANN.id) == derived_id(record.id, ANN.id)
    assert own_id(record, BOB.id) != own_id(record, ANN.id)
    assert own_id(record, "machine") == record.id


def test_an_own_version_is_made_once(project: Project, writer: Writer) -> None:
    record = named(project, "e1")
    made = own_version(writer, record, ANN.id)
    assert (made.basis, made.annotator, made.status) == (record.id, ANN.id, Status.ACCEPTED)
    assert writer.find(Annotation, made.id) is None
    writer.put(replace(made, note="mine"))
    assert own_version(writer, record, ANN.id).note == "mine"
    assert own_version(writer, made, ANN.id) == made


def test_what_is_the_same_is_not_kept_again(project: Project, writer: Writer) -> None:
    made = own_version(writer, named(project, "e1"), ANN.id)
    keep(writer, [made])
    assert len(writer.items) == 1
    keep(writer, [made, replace(made, updated="later")])
    assert len(writer.items) == 1


def test_many_are_kept_in_one_pass_and_point_at_each_other(project: Project, writer: Writer) -> None:
    versions = [own_version(writer, named(project, key), ANN.id) for key in ("t1", "f1", "s1", "e1")]
    keep(writer, versions)
    stance, figure, source, mention = (writer.get(Annotation, one.id) for one in versions)
    assert stance.features["holder"] == {"annotation": mention.id}
    assert stance.features["attribution"] == figure.features["source"] == source.id


def test_pointing_moves_the_owners_records_only(project: Project, writer: Writer) -> None:
    old = named(project, "s1").id
    keep(writer, [own_version(writer, named(project, "f1"), who) for who in (ANN.id, BOB.id)])
    point(writer, "a1", ANN.id, {old: "elsewhere"})
    sources = {
        one.annotator: one.features["source"] for one in writer.annotations("a1") if one.layer == "figure"
    }
    assert sources == {"machine": old, ANN.id: "elsewhere", BOB.id: old}


def test_references_that_nothing_is_said_about_stay(project: Project, writer: Writer) -> None:
    stance = named(project, "t1")
    assert moved_references(writer.codebook, stance, {}) is stance
    moved = moved_references(writer.codebook, stance, {str(stance.features["attribution"]): None})
    assert set(stance.features) - set(moved.features) == {"attribution"}


@pytest.mark.parametrize("how", ["nobody", "a version", "a decision"])
def test_whether_somebody_leans_on_a_record(how: str, project: Project) -> None:
    record = named(project, "e2")
    if how == "a version":
        project.apply(Accept(annotations=(record.id,), actor=ANN.id))
    elif how == "a decision":
        decision = Decision(id="d", article="a1", layer="entity", reviewer=BOB.id, outcome=Outcome.REJECTED,
                            records=(record.id,))  # fmt: skip
        project.apply(Decide(decision=decision, gold=None, actor=BOB.id))
    assert leaning_on(Writer(project.read.db), record) is (how != "nobody")
