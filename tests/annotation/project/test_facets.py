"""Values with counts, of the articles that a query leaves."""

from collections.abc import Iterator

import pytest

from annotation.operations import Accept, AddArticles, Assign, MarkArticles, TagArticles
from annotation.project import CorpusQuery, Project
from annotation.project.facets import FACETS
from annotation.records import AssignmentState
from tests.annotation.newsroom import ANN, BOB, imported, named, newsroom

ARTICLES = (
    imported("m", "Le sommet.", outlet="Le Monde", published="2024-05-31", lang="fr", section="Politique",
             metadata={"rubrique": "x", "mots": 2}),
    imported("f", "Le sommet encore.", outlet="Le Monde", published="2023", lang="fr",
             metadata={"rubrique": "y"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with newsroom(tmp_path_factory.mktemp("facets")) as opened:
        opened.apply(AddArticles(imported=ARTICLES))
        opened.apply(TagArticles(articles=("m", "f"), add=("war",)))
        opened.apply(TagArticles(articles=("m",), add=("peace",)))
        opened.apply(Assign(articles=("m", "f"), annotator=BOB.id))
        done = AssignmentState.DONE
        opened.apply(MarkArticles(articles=("m",), annotator=BOB.id, state=done, actor=BOB.id))
        opened.apply(Accept(annotations=(named(opened, "e1").id,), actor=ANN.id))
        yield opened


def facet(project: Project, name: str, typed: str = "", me: str = "") -> dict[str, int]:
    found = project.read.corpus.facet(name, CorpusQuery(filters=typed, annotator=me))
    return {one.value: one.articles for one in found}


def test_values_are_counted(project: Project) -> None:
    assert facet(project, "outlet") == {"": 3, "Le Monde": 2}
    assert facet(project, "lang") == {"fr": 4, "": 1}
    assert facet(project, "year") == {"": 3, "2024": 1, "2023": 1}
    assert facet(project, "section") == {"": 4, "Politique": 1}
    assert facet(project, "tags") == {"war": 2, "peace": 1}
    assert facet(project, "assigned") == {"Bob": 2}
    assert facet(project, "layers") == {"entity": 1}


def test_the_state_is_that_of_who_asks(project: Project) -> None:
    assert facet(project, "state", me=BOB.id) == {"": 3, "done": 1, "todo": 1}
    assert facet(project, "state", me=ANN.id) == {"": 5}


def test_only_the_articles_of_the_query_count(project: Project) -> None:
    assert facet(project, "tags", "tag:peace") == {"war": 1, "peace": 1}
    assert facet(project, "assigned", "tag:peace") == {"Bob": 1}
    assert facet(project, "outlet", "nothing like this") == {}
    assert facet(project, "outlet", "!!!") == {}
    assert facet(project, "layers", "tag:war") == {}


@pytest.mark.parametrize("name", FACETS)
def test_every_facet_can_be_asked_for(name: str, project: Project) -> None:
    assert all(number > 0 for number in facet(project, name, "sommet", BOB.id).values())


def test_keys_of_metadata_come_by_how_common_they_are(project: Project) -> None:
    assert list(project.read.corpus.metadata_keys()) == ["rubrique", "mots"]
