"""What a reviewer decides becomes gold, and can be taken back."""

from dataclasses import replace

import pytest

from annotation.fields import InvalidValue
from annotation.i18n import Message
from annotation.operations import AddAnnotations, Decide, DecideAll, Reopen
from annotation.project import Missing, Project
from annotation.records import Annotation, Decision, Json, Outcome
from tests.annotation.newsroom import ANN, BOB, annotation


def decision(id_: str, *records: str, outcome: Outcome = Outcome.TAKEN, layer: str = "source") -> Decision:
    return Decision(
        id=id_, article="a1", layer=layer, reviewer=BOB.id, outcome=outcome, records=records, reason="label"
    )


def gold(id_: str, record: Annotation, **features: Json) -> Annotation:
    return replace(record, id=id_, features={**record.features, **features}, basis=record.id)


@pytest.fixture
def source(project: Project) -> Annotation:
    """Ann's attribution x1, at which her figure x2 points."""
    record = annotation("x1", ANN.id, "source", {"source": ["elle"]}, speech="direct")
    figure = annotation("x2", ANN.id, "figure", {"mention": ["soldats"]}, kind="cardinal", source="x1")
    project.apply(AddAnnotations(annotations=(record, figure), actor=ANN.id))
    return record


@pytest.fixture
def figure(project: Project, source: Annotation) -> Annotation:
    """Ann's figure x2."""
    return project.read.get(Annotation, "x2")


def test_a_decision_makes_a_gold_record(project: Project, source: Annotation) -> None:
    project.apply(
        Decide(decision=decision("d1", "x1"), gold=gold("g1", source, speech="mixed"), actor=BOB.id)
    )
    made, decided = project.read.get(Annotation, "g1"), project.read.get(Decision, "d1")
    assert (made.annotator, made.features, made.basis) == ("gold", {"speech": "mixed"}, "x1")
    assert (decided.gold, decided.reason, decided.created) == ("g1", "label", decided.updated)
    assert project.read.get(Annotation, "x1").features == {"speech": "direct"}


def test_rejecting_a_cluster_makes_no_gold_record(project: Project, source: Annotation) -> None:
    project.apply(Decide(decision=decision("d1", "x1", outcome=Outcome.REJECTED), gold=None, actor=BOB.id))
    assert project.read.get(Decision, "d1").gold is None
    assert project.read.annotations("a1", ["gold"]) == []


@pytest.mark.parametrize("order", ["source first", "figure first"])
def test_gold_records_point_at_gold_records(
    order: str, project: Project, source: Annotation, figure: Annotation
) -> None:
    both = [
        Decide(decision=decision("d1", "x1"), gold=gold("g1", source), actor=BOB.id),
        Decide(decision=decision("d2", "x2", layer="figure"), gold=gold("g2", figure), actor=BOB.id),
    ]
    for operation in both if order == "source first" else reversed(both):
        project.apply(operation)
    assert project.read.get(Annotation, "g2").features["source"] == "g1"
    assert project.check() == []


def test_gold_points_nowhere_where_the_cluster_was_rejected(
    project: Project, source: Annotation, figure: Annotation
) -> None:
    project.apply(
        Decide(decision=decision("d2", "x2", layer="figure"), gold=gold("g2", figure), actor=BOB.id)
    )
    project.apply(Decide(decision=decision("d1", "x1", outcome=Outcome.REJECTED), gold=None, actor=BOB.id))
    assert "source" not in project.read.get(Annotation, "g2").features


def test_deciding_again_replaces_the_decision(project: Project, source: Annotation) -> None:
    project.apply(Decide(decision=decision("d1", "x1"), gold=gold("g1", source), actor=BOB.id))
    created = project.read.get(Decision, "d1").created
    project.apply(
        Decide(decision=decision("d1", "x1"), gold=gold("g9", source, speech="mixed"), actor=BOB.id)
    )
    assert [record.id for record in project.read.annotations("a1", ["gold"])] == ["g9"]
    assert project.read.get(Decision, "d1").created == created
    project.apply(Decide(decision=decision("d1", "x1", outcome=Outcome.REJECTED), gold=None, actor=BOB.id))
    assert project.read.annotations("a1", ["gold"]) == []


def test_taking_a_decision_back_takes_its_gold_record_and_what_pointed_at_it(
    project: Project, source: Annotation, figure: Annotation
) -> None:
    project.apply(Decide(decision=decision("d1", "x1"), gold=gold("g1", source), actor=BOB.id))
    project.apply(
        Decide(decision=decision("d2", "x2", layer="figure"), gold=gold("g2", figure), actor=BOB.id)
    )
    project.apply(Reopen(decision="d1", actor=BOB.id))
    assert project.read.find(Decision, "d1") is None
    assert project.read.find(Annotation, "g1") is None
    assert "source" not in project.read.get(Annotation, "g2").features


def test_a_gold_record_must_fit_the_codebook(project: Project, source: Annotation) -> None:
    with pytest.raises(InvalidValue):
        project.apply(
            Decide(decision=decision("d1", "x1"), gold=gold("g1", source, speech="x"), actor=BOB.id)
        )
    assert project.read.find(Decision, "d1") is None


def test_a_decision_that_is_gone_cannot_be_taken_back(project: Project) -> None:
    with pytest.raises(Missing):
        project.apply(Reopen(decision="zz", actor=BOB.id))


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_title(outcome: Outcome) -> None:
    assert str(Decide(decision=decision("d", "x", outcome=outcome), gold=None, actor="").title)


def test_several_decisions_at_once_are_those_made_one_by_one(
    project: Project, source: Annotation, figure: Annotation
) -> None:
    both = (
        Decide(decision=decision("d2", "x2", layer="figure"), gold=gold("g2", figure), actor=BOB.id),
        Decide(decision=decision("d1", "x1"), gold=gold("g1", source), actor=BOB.id),
    )
    changes = project.apply(DecideAll(deciding=both, title=Message("Both"), actor=BOB.id))
    assert changes.title == Message("Both")
    assert project.read.get(Annotation, "g2").features["source"] == "g1"
    again = DecideAll(deciding=both[:1], title=Message("Again"), actor=BOB.id, reopened=("d1",))
    project.apply(again)
    assert [one.id for one in project.read.decisions("a1")] == ["d2"]
    assert project.read.find(Annotation, "g1") is None


def test_a_reference_to_what_is_not_decided_yet_is_led_when_it_is(
    project: Project, source: Annotation, figure: Annotation
) -> None:
    project.apply(
        Decide(decision=decision("d2", "x2", layer="figure"), gold=gold("g2", figure), actor=BOB.id)
    )
    assert project.read.get(Annotation, "g2").features["source"] == "x1"
    project.apply(Decide(decision=decision("d1", "x1", outcome=Outcome.REJECTED), gold=None, actor=BOB.id))
    assert "source" not in project.read.get(Annotation, "g2").features
