"""Training rounds: who comes close enough to the gold set passes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.adjudication import read_comparison
from annotation.adjudication.training import (
    EXACT,
    RemoveRound,
    Round,
    StartRound,
    articles_for_training,
    rounds_in,
    score_round,
)
from annotation.agreement import Choice, read_material
from annotation.operations import AddAnnotations, MarkProgress, OperationError, PutAnnotator, pack_for
from annotation.project import Project, open_project
from annotation.records import Annotation, Annotator, AssignmentState
from tests.annotation.adjudication.feedback.decided import create_decided_project
from tests.annotation.agreement.labels import mention

ROUND = Round(articles=("a",), annotators=("zoe",))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_decided_project(tmp_path / "p.selon") as made:
        made.apply(PutAnnotator(annotator=Annotator(id="zoe", name="Zoé")))
        yield made


def label(project: Project, *records: Annotation, done: bool = True) -> None:
    project.apply(AddAnnotations(annotations=records, actor="zoe"))
    state = AssignmentState.DONE if done else AssignmentState.STARTED
    project.apply(MarkProgress(article="a", annotator="zoe", state=state, actor="zoe"))


def as_gold(project: Project) -> list[Annotation]:
    """Records of Zoé's that say what the gold set says, but for what refers to others."""
    found = project.read.annotations("a", ["gold"])
    return [
        replace(
            one,
            id=f"z-{one.id}",
            annotator="zoe",
            features={k: v for k, v in one.features.items() if k != "source"},
        )
        for one in found
    ]


def test_a_round_gives_its_articles_to_its_annotators(project: Project) -> None:
    project.apply(StartRound(round=ROUND))
    assert rounds_in(project.read) == [ROUND]
    assert project.read.article_queue("zoe").articles == ["a"]
    assert score_round(project.read, ROUND, "zoe").passed is None


def test_who_says_what_the_gold_set_says_passes(project: Project) -> None:
    project.apply(StartRound(round=ROUND))
    label(project, *as_gold(project))
    score = score_round(project.read, ROUND, "zoe")
    assert score.passed
    assert {one.layer: one.f1 for one in score.layers} == {"entity": 1.0, "source": 1.0, "figure": 1.0}
    assert score.articles == {"a": 1.0}


def test_who_misses_most_does_not_and_gets_other_articles(project: Project) -> None:
    project.apply(StartRound(round=ROUND))
    label(project, mention("z1", "zoe", "Union"))
    score = score_round(project.read, ROUND, "zoe")
    assert score.passed is False
    assert score.done == ("a",)
    (entity,) = (one for one in score.layers if one.layer == "entity")
    assert (entity.mine, entity.gold) == (1, 4)
    assert entity.f1 == pytest.approx(2 / 5)
    assert articles_for_training(project.read, ["zoe"], 5) == []


def test_values_count_where_both_have_the_record(project: Project) -> None:
    project.apply(StartRound(round=ROUND))
    wrong = [
        replace(one, features={**one.features, "type": "PER"})
        for one in as_gold(project)
        if one.layer == "entity"
    ]
    label(project, *wrong)
    (entity,) = (one for one in score_round(project.read, ROUND, "zoe").layers if one.layer == "entity")
    assert entity.f1 == 1.0
    assert entity.accuracy == 0.0
    assert not entity.passes(ROUND)


def test_words_that_only_overlap_count_unless_they_have_to_be_the_same(project: Project) -> None:
    label(project, mention("z1", "zoe", "l’Union"))
    exact = replace(ROUND, measure=EXACT)
    loose, strict = (score_round(project.read, one, "zoe").articles["a"] for one in (ROUND, exact))
    assert loose > strict == 0.0


def test_a_round_is_undone_in_the_setting_and_stays_out_of_packages(project: Project, tmp_path: Path) -> None:
    project.apply(StartRound(round=ROUND))
    pack_for(project, "Zoé", tmp_path / "zoe.selon")
    with open_project(tmp_path / "zoe.selon", read_only=True) as package:
        assert rounds_in(package.read) == []
        assert package.read.decisions("a") == []
        assert package.read.annotations("a", ["gold"]) == []
    project.apply(RemoveRound(round=ROUND))
    assert rounds_in(project.read) == []


def test_what_cannot_be_a_round_is_refused(project: Project) -> None:
    assert articles_for_training(project.read, ["zoe"], 5) == ["a"]
    assert articles_for_training(project.read, ["anna"], 5) == []
    for bad in (replace(ROUND, annotators=()), replace(ROUND, articles=()), replace(ROUND, least=2.0)):
        with pytest.raises(OperationError):
            project.apply(StartRound(round=bad))
    assert rounds_in(project.read) == []


def test_a_setting_from_elsewhere_that_is_no_round_is_passed_over() -> None:
    assert Round.from_json({"articles": "a"}) is None
    assert Round.from_json(None) is None
    assert Round.from_json(ROUND.to_json()) == ROUND


def test_training_enters_neither_review_nor_agreement(project: Project) -> None:
    before = read_comparison(project.read, "a")
    project.apply(StartRound(round=ROUND))
    label(project, mention("z1", "zoe", "Union"), mention("z2", "zoe", "Parlement"))
    assert [row.annotators for row in project.read.reviewable()] == [("anna", "ben")]
    assert [(one.id, one.changed) for one in read_comparison(project.read, "a").clusters] == [
        (one.id, one.changed) for one in before.clusters
    ]
    questions = [("entity", None)]
    (work,) = read_material(project.read, questions).articles
    assert (set(work.records), work.untouched, work.unfinished) == ({"anna", "ben"}, frozenset(), frozenset())
    asked = read_material(project.read, questions, Choice(training=True))
    assert [set(one.records) for one in asked.articles] == [{"anna", "ben", "zoe"}]


def test_who_trained_alone_leaves_nothing_to_review(project: Project) -> None:
    project.apply(StartRound(round=Round(articles=("a",), annotators=("anna", "zoe"))))
    label(project, mention("z1", "zoe", "Union"))
    assert project.read.reviewable() == []
