"""The part of a project that an exporter is to see."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import Accept, Decide
from annotation.project import Project, ProjectError
from annotation.project.selection import SelectedReader, Selection
from annotation.records import Article, Decision, Outcome, Status
from tests.annotation.newsroom import ANN, BOB, annotation, named, newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        opened.apply(Accept(annotations=(named(opened, "e1").id,), actor=ANN.id))
        gold = annotation("g1", "gold", "entity", {"mention": ["OTAN"]})
        decision = Decision(
            id="d1", article="a1", layer="entity", reviewer=BOB.id, outcome=Outcome.ADDED, records=()
        )
        opened.apply(Decide(decision=decision, gold=gold, actor=BOB.id))
        yield opened


def look(project: Project, **chosen: object) -> tuple[list[str], int, int]:
    """(ids of the articles, number of annotations, number of decisions) of a selection."""
    reader = SelectedReader(project.read, Selection(**chosen))  # type: ignore[arg-type] # its fields
    articles = list(reader.articles())
    assert reader.count_articles() == len(articles)
    return (
        [article.id for article in articles],
        sum(len(reader.annotations(article)) for article in articles),
        sum(len(reader.decisions(article)) for article in articles),
    )


def test_everything_is_everything(project: Project) -> None:
    assert look(project) == (["a1", "a2", "a3"], 8, 1)


@pytest.mark.parametrize(
    ("name", "annotations", "decisions"), [("Ann", 1, 0), ("Bob", 0, 0), ("machine", 6, 0), ("gold", 1, 1)]
)
def test_one_annotators_part_holds_decisions_only_where_it_is_gold(
    name: str, annotations: int, decisions: int, project: Project
) -> None:
    assert look(project, annotator=name) == (["a1", "a2", "a3"], annotations, decisions)


def test_statuses_and_articles_narrow_it(project: Project) -> None:
    assert look(project, statuses=frozenset([Status.ACCEPTED]))[1] == 2
    assert look(project, articles=frozenset(["a2"])) == (["a2"], 1, 0)
    assert look(project, articles=frozenset()) == ([], 0, 0)


def test_the_rest_is_the_projects(project: Project) -> None:
    reader = SelectedReader(project.read, Selection(annotator="Ann"))
    article = project.read.get(Article, "a1")
    assert reader.text(article) == project.read.text(article)
    assert reader.codebook_toml == project.read.codebook_toml
    assert list(reader.entities()) == list(project.read.entities())
    assert reader.annotators() == project.read.annotators()


def test_an_unknown_annotator_is_answered_with_those_that_exist(project: Project) -> None:
    with pytest.raises(
        ProjectError, match="no annotator “ann” in this project: there are Ann, Bob, gold, machine"
    ):
        SelectedReader(project.read, Selection(annotator="ann"))


def test_layers_choose_records_and_decisions(project: Project) -> None:
    assert look(project, layers=frozenset({"entity"})) == (["a1", "a2", "a3"], 5, 1)
    assert look(project, layers=frozenset({"stance", "source"})) == (["a1", "a2", "a3"], 2, 0)
    with pytest.raises(ProjectError, match="no layer “poem” in the codebook: there are entity, figure"):
        look(project, layers=frozenset({"poem"}))


def test_open_suggestions_come_with_anybodys_records(project: Project) -> None:
    labels = frozenset({Status.ACCEPTED, Status.EDITED})
    assert look(project, statuses=labels, suggestions=False)[1] == 2
    assert look(project, statuses=labels, suggestions=True)[1] == 7, "but not the one that Ann accepted"
    assert look(project, annotator="Ann", suggestions=True)[1] == 6
    assert look(project, annotator="Ann", suggestions=False)[1] == 1
    assert look(project, suggestions=False)[1] == 2


def test_labels_are_counted_by_article_and_layer(project: Project) -> None:
    def counts(**chosen: object) -> dict[str, dict[str, int]]:
        selection = Selection(**chosen)  # type: ignore[arg-type] # its fields
        return SelectedReader(project.read, selection).label_counts()

    assert counts() == {"a1": {"entity": 2}}
    assert counts(annotator="Ann") == {"a1": {"entity": 1}}
    assert counts(layers=frozenset({"stance"})) == {}


def test_a_selection_knows_whether_records_of_an_article_may_be_missing() -> None:
    assert not Selection().is_partial
    assert not Selection(articles=frozenset({"a1"})).is_partial
    assert Selection(annotator="Ann").is_partial
    assert Selection(suggestions=True).is_partial
    assert Selection(layers=frozenset({"entity"})).is_partial
    assert Selection(statuses=frozenset({Status.ACCEPTED})).is_partial
