"""What a strategy would do to a project, counted, and done but for what is unticked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.adjudication import (
    STRATEGIES,
    Kind,
    Merge,
    MergePreview,
    Terms,
    accepting_steps,
    begin,
    decide,
    preview_merge,
    read_comparison,
)
from annotation.operations import EditFeatures
from annotation.project import Project
from annotation.records import Outcome
from tests.annotation.adjudication.projects import AGREED, create_reviewed_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create_reviewed_project(tmp_path / "p.selon")
    yield made
    made.close()


def preview(project: Project, name: str = "unanimous", **terms: str) -> MergePreview:
    merge = Merge(strategy=STRATEGIES[name], terms=Terms(**terms))  # type: ignore[arg-type]
    return preview_merge(project.ask, project.read.reviewable(), merge, lambda _done, _total: None)


def test_what_would_be_decided_is_counted_and_listed(project: Project) -> None:
    found = preview(project)
    assert (found.clusters, len(found.proposed), found.open) == (7, AGREED, 4)
    assert found.by_kind == {Kind.AGREED: AGREED}
    assert found.by_layer == {"entity": 2, "stance": 1}
    first = found.proposed[0]
    assert (first.words, first.title, first.outcome) == ("Parlement de Brume", "Le budget", Outcome.AGREED)
    assert project.read.decisions("a") == []


def test_what_is_unticked_stays_open_and_the_rest_is_marked_as_automatic(project: Project) -> None:
    found = preview(project, "annotator", annotator="anna")
    spared = found.proposed[0].cluster
    (step,) = accepting_steps(project.ask, found, {spared}, "rita")
    assert step is not None
    project.apply(step)
    decisions = project.read.decisions("a")
    assert len(decisions) == len(found.proposed) - 1
    assert all(one.automatic for one in decisions)
    assert read_comparison(project.read, "a").find(spared).decision is None  # type: ignore[union-attr]


def test_what_people_decided_is_counted_apart_and_flagged_where_it_changed(project: Project) -> None:
    comparison = read_comparison(project.read, "a")
    cluster = next(one for one in comparison.clusters if "b4" in {r.id for r in one.records.values()})
    layer = project.read.codebook.layer(cluster.layer)
    assert layer is not None
    project.apply(decide(begin(cluster, layer, comparison.referents).reject(), "rita"))
    assert (preview(project).by_people, preview(project).flagged) == (1, 0)
    project.apply(EditFeatures(annotation="b4", features={"type": "ORG"}, actor="ben"))
    found = preview(project, "annotator", annotator="ben")
    assert (found.by_people, found.flagged) == (1, 1)
    assert cluster.id not in {one.cluster for one in found.proposed}


def test_what_is_decided_just_so_is_kept(project: Project) -> None:
    (step,) = accepting_steps(project.ask, preview(project), (), "rita")
    assert step is not None
    project.apply(step)
    again = preview(project)
    assert (again.kept, again.proposed) == (AGREED, [])
    assert list(accepting_steps(project.ask, again, (), "rita")) == []
