"""Handing out articles: planned before it is done, the same again for the same seed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.operations import (
    AddArticles,
    Assign,
    AssignmentWish,
    HandOut,
    MarkArticles,
    MarkProgress,
    OperationError,
    Reassign,
    Revert,
    plan_assignment,
)
from annotation.project import Project
from annotation.records import AssignmentState
from tests.annotation.newsroom import ANN, BOB, imported, newsroom

IDS = tuple(f"n{number:03}" for number in range(100))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with newsroom(tmp_path_factory.mktemp("assigning")) as opened:
        opened.apply(AddArticles(imported=tuple(
            imported(id_, f"Text {id_}.", outlet="Gros" if number < 80 else "Petit", lang="fr",
                     published=f"2024-{number % 12 + 1:02}-01")
            for number, id_ in enumerate(IDS)
        )))  # fmt: skip
        yield opened


def wish(**values: object) -> AssignmentWish:
    given: dict[str, object] = {"articles": IDS, "annotators": (ANN.id, BOB.id), **values}
    return AssignmentWish(**given)  # type: ignore[arg-type]  # whatever a test wishes


def test_all_are_dealt_in_turn_and_nobody_gets_what_another_has(project: Project) -> None:
    plan = plan_assignment(project.read, wish(shuffled=False))
    assert plan.shares[ANN.id][:2] == ["n000", "n002"]
    assert plan.shares[BOB.id][:2] == ["n001", "n003"]
    assert plan.articles == 100
    assert plan.overlap == []


def test_the_overlap_goes_to_everybody(project: Project) -> None:
    plan = plan_assignment(project.read, wish(overlap=0.2))
    both = set(plan.shares[ANN.id]) & set(plan.shares[BOB.id])
    assert both == set(plan.overlap)
    assert len(both) == 20
    assert [len(found) for found in plan.shares.values()] == [60, 60]


def test_everybody_can_get_everything(project: Project) -> None:
    plan = plan_assignment(project.read, wish(overlap=1.0))
    assert [list(found) for found in plan.shares.values()] == [list(IDS), list(IDS)]


def test_one_person_has_nobody_to_overlap_with(project: Project) -> None:
    assert plan_assignment(project.read, wish(annotators=(ANN.id,), overlap=0.5)).overlap == []


def test_a_stratified_share_has_the_outlets_in_the_shares_of_the_whole(project: Project) -> None:
    plan = plan_assignment(project.read, wish(share=0.2, by="outlet", annotators=(ANN.id,)))
    drawn = plan.shares[ANN.id]
    assert [sum(one < "n080" for one in drawn), sum(one >= "n080" for one in drawn)] == [16, 4]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    share=st.floats(0.01, 1), overlap=st.floats(0, 1), seed=st.integers(),
    by=st.sampled_from(["", "outlet", "month"]),
    people=st.lists(st.sampled_from(["p", "q", "r", "s"]), min_size=1, unique=True),
)  # fmt: skip
def test_any_plan_is_fair_and_the_same_again(
    project: Project, share: float, overlap: float, seed: int, by: str, people: list[str]
) -> None:
    asked = wish(share=share, overlap=overlap, seed=seed, by=by, annotators=people)
    plan = plan_assignment(project.read, asked)
    assert plan == plan_assignment(project.read, asked)
    sizes = [len(found) for found in plan.shares.values()]
    assert max(sizes) - min(sizes) <= 1
    assert set(plan.overlap) <= set.intersection(*map(set, plan.shares.values()))
    alone = [id_ for found in plan.shares.values() for id_ in found if id_ not in set(plan.overlap)]
    assert len(alone) == len(set(alone)) or len(people) == 1
    assert all(list(found) == sorted(found) for found in plan.shares.values())


@pytest.mark.parametrize(
    ("values", "said"),
    [({"annotators": ()}, "at least one annotator"), ({"share": 0.0}, "between 0 and 100"),
     ({"overlap": 1.5}, "between 0 and 100"), ({"by": "mood"}, "nothing to stratify by")],
)  # fmt: skip
def test_what_cannot_be_is_refused(values: dict[str, object], said: str, project: Project) -> None:
    with pytest.raises(OperationError, match=said):
        plan_assignment(project.read, wish(**values))


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


def queue(project: Project, annotator: str) -> list[str]:
    return list(project.read.article_queue(annotator).articles)


def test_a_plan_becomes_queues_in_one_step(fresh: Project) -> None:
    changes = fresh.apply(HandOut(shares={ANN.id: ["a1", "a2"], BOB.id: ["a2", "a3"]}))
    assert queue(fresh, ANN.id) == ["a1", "a2"]
    assert queue(fresh, BOB.id) == ["a2", "a3"]
    assert str(changes.title) == "Assign 3 articles"
    left = AssignmentWish(articles=("a1", "a3"), annotators=(ANN.id,), only_new=True)
    assert plan_assignment(fresh.read, left).left_out == 2
    fresh.apply(Revert(changes=changes))
    assert fresh.read.queue(ANN.id) == []


def test_only_what_is_to_do_is_reassigned(fresh: Project) -> None:
    fresh.apply(Assign(articles=("a1", "a2", "a3"), annotator=ANN.id))
    fresh.apply(MarkProgress(article="a2", annotator=ANN.id, state=AssignmentState.DONE, actor=ANN.id))
    changes = fresh.apply(Reassign(articles=("a1", "a2", "gone"), annotator=ANN.id, to=BOB.id))
    assert queue(fresh, ANN.id) == ["a2", "a3"]
    assert queue(fresh, BOB.id) == ["a1"]
    fresh.apply(Revert(changes=changes))
    assert queue(fresh, ANN.id) == ["a1", "a2", "a3"]
    fresh.apply(Reassign(articles=("a1",), annotator=ANN.id))
    assert queue(fresh, ANN.id) == ["a2", "a3"]


def test_several_articles_are_flagged_with_a_reason(fresh: Project) -> None:
    flagged = AssignmentState.FLAGGED
    made = MarkArticles(
        articles=("a1", "a2"), annotator=ANN.id, state=flagged, reason=" Page blank ", actor=ANN.id
    )
    changes = fresh.apply(made)
    assert str(changes.title) == "Flag 2 articles"
    found = fresh.read.assignment("a2", ANN.id)
    assert found is not None
    assert (found.state, found.reason, found.position) == (flagged, "Page blank", 0)
    fresh.apply(Revert(changes=changes))
    assert fresh.read.assignment("a2", ANN.id) is None
