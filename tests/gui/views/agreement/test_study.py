"""What the room computes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from annotation.agreement import sensible
from annotation.project import Project, ProjectReader, open_project
from gui.tasks import Cancelled, Progress, Step
from gui.views.agreement.study import Study, behind, compute, measured, remeasured
from gui.views.agreement.wish import Wish
from tests.gui.views.agreement.three import ANNA, BEN, three_file

T = TypeVar("T")
ENTITY, TYPE = ("entity", None), ("entity", "type")


class Door:
    """Answers at once."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        return self._project.ask(question)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    path: Path = three_file(tmp_path_factory.mktemp("study"))
    with open_project(path, read_only=True) as project:
        yield Door(project)


def study(door: Door, **wish: object) -> Study:
    chosen = Wish(layer="entity", **wish)  # type: ignore[arg-type]  # each is one of its fields
    return compute(door, chosen, Progress(lambda _step: None))


def test_everything_that_is_wished_for_is_measured(door: Door) -> None:
    found = study(door, measures=frozenset({"percent"}))
    assert {key[1] for key in found.findings} >= {"f1-overlap", "alpha-nominal", "percent"}
    assert found.waiting == {}
    assert found.people[ANNA.id] == "Anna"
    assert found.material.compared == 4


def test_only_those_chosen_and_the_overlap_are_compared(door: Door) -> None:
    found = study(door, annotators=frozenset({ANNA.id, BEN.id}), overlap=True)
    assert found.material.tables[ENTITY].annotators == (ANNA.id, BEN.id)
    assert found.material.compared == 4
    assert study(door, since="2999").material.compared == 0


def test_other_measures_need_no_other_material(door: Door) -> None:
    found = study(door)
    more = remeasured(
        found, replace(found.wish, measures=frozenset({"percent"})), Progress(lambda _step: None)
    )
    assert more.material is found.material
    assert all(more.findings[key] is finding for key, finding in found.findings.items())
    fewer = remeasured(more, found.wish, Progress(lambda _step: None))
    assert fewer.findings == found.findings
    assert list(fewer.findings) == list(found.findings)


def test_what_is_slow_waits_and_is_computed_when_it_is_asked_for(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.views.agreement.study.PATIENCE", 0.0)
    found = study(door, field="spans", measures=frozenset({"gamma"}))
    assert list(found.waiting) == [(ENTITY, "gamma")]
    done = measured(found, [(ENTITY, "gamma")], Progress(lambda _step: None))
    assert (done.waiting, (ENTITY, "gamma") in done.findings) == ({}, True)
    of_pairs = behind(done, (ENTITY, "gamma"), "f1-overlap", None, 2, Progress(lambda _step: None))
    assert of_pairs.measure == "f1-overlap"


def test_behind_a_coefficient_stand_its_pairs_values_and_course(door: Door) -> None:
    found = study(door)
    usual = sensible(found.codebook, TYPE)
    of_type = behind(found, (TYPE, usual), usual, (ANNA.id, BEN.id), 2, Progress(lambda _step: None))
    assert len(of_type.pairs) == 3
    assert all(one.low is not None for one in of_type.pairs.values())
    assert of_type.crossing is not None
    assert of_type.crossing.total == 16
    assert [one.articles for one in of_type.moments] == [2, 2]


def test_somebody_can_end_it_at_any_time(door: Door) -> None:
    steps: list[Step] = []
    progress = Progress(steps.append)
    progress.report(0)
    progress.cancel()
    with pytest.raises(Cancelled):
        compute(door, Wish(), progress)
    found = study(door)
    with pytest.raises(Cancelled):
        behind(found, (TYPE, "percent"), "percent", None, 2, progress)
