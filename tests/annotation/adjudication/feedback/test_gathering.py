"""What was decided about an annotator's work."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.adjudication.feedback import Feedback, Verdict, gather_feedback
from annotation.operations import EditFeatures, MarkProgress, pack_for
from annotation.project import Project, open_project
from annotation.records import Annotator, AssignmentState
from tests.annotation.adjudication.feedback.decided import create_decided_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_decided_project(tmp_path / "p.selon") as made:
        yield made


def feedback_for(project: Project, who: str) -> Feedback:
    return gather_feedback(project.read, project.read.get(Annotator, who))


def verdicts(found: Feedback) -> dict[str, tuple[Verdict, ...]]:
    return {item.decision.id: item.verdicts for item in found.items}


def test_each_way_to_differ_is_told(project: Project) -> None:
    assert verdicts(feedback_for(project, "ben")) == {
        "d1": (Verdict.AGREED,),
        "d2": (Verdict.LABEL,),
        "d3": (Verdict.BOUNDARY,),
        "d4": (Verdict.REJECTED,),
        "d5": (Verdict.BOUNDARY, Verdict.LABEL),
        "d6": (Verdict.FIELD,),
        "d7": (Verdict.MISSED,),
    }


def test_references_that_mean_the_same_agree_whatever_ids_they_hold(project: Project) -> None:
    assert verdicts(feedback_for(project, "anna"))["d6"] == (Verdict.AGREED,)


def test_the_feedback_in_a_package_is_the_same(project: Project, tmp_path: Path) -> None:
    here = feedback_for(project, "ben")
    pack_for(project, "Ben", tmp_path / "ben.selon")
    with open_project(tmp_path / "ben.selon", read_only=True) as package:
        there = gather_feedback(package.read, package.read.get(Annotator, "ben"))
    assert verdicts(there) == verdicts(here)
    assert there.counts == here.counts
    assert [item.decision.comment for item in there.items] == [item.decision.comment for item in here.items]


def test_who_did_not_finish_missed_nothing(project: Project) -> None:
    project.apply(MarkProgress(article="a", annotator="anna", state=AssignmentState.STARTED, actor="anna"))
    found = verdicts(feedback_for(project, "anna"))
    assert "d7" not in found
    assert "d4" not in found
    assert "d3" in found


def test_a_record_changed_after_the_decision_is_marked(project: Project) -> None:
    project.apply(EditFeatures(annotation="b3", features={"type": "LOC"}, actor="ben"))
    later = {item.decision.id for item in feedback_for(project, "ben").items if item.later}
    assert later == {"d3"}


def test_counts_and_reasons_are_by_layer(project: Project) -> None:
    found = feedback_for(project, "ben")
    assert found.totals == {"entity": 5, "source": 1, "figure": 1}
    assert found.counts["entity"][Verdict.MISSED] == 1
    assert found.reasons["boundary", "entity"] == 1
    assert [item.decision.id for item in found.gaps] == ["d6"]
    assert len(found.changed) == 6


def test_items_stand_in_text_order(project: Project) -> None:
    places = [item.place for item in feedback_for(project, "ben").items]
    assert places == sorted(places)


def test_nobody_decided_anything(tmp_path: Path) -> None:
    with create_decided_project(tmp_path / "other.selon") as project:
        assert feedback_for(project, "rita").items == ()
