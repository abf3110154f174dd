"""Searching titles and texts, whatever somebody types."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.operations import AddArticles, EditArticle, RemoveArticles
from annotation.project import HIGHLIGHT, Project
from annotation.project.query import QueryError
from tests.annotation.newsroom import imported, newsroom

TEXTS = {
    "grève": "La grève à l’hôpital continue. L’électricité est coupée.",
    "strike": "The strike goes on; electric cars and électrons. Cafe\u0301 Soledad 👍",
    "arabic": "قال الوزير إن الاتفاق قريب",
    "hindi": "हिन्दी में समाचार",
    "null": "before\x00after the null",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with newsroom(tmp_path_factory.mktemp("search")) as opened:
        found = tuple(imported(id_, text, title=f"Titre de {id_}") for id_, text in TEXTS.items())
        opened.apply(AddArticles(imported=found))
        yield opened


def found(project: Project, query: str) -> set[str]:
    return {hit.article for hit in project.search(query)}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("grève", {"grève"}),
        ("greve", {"grève"}),
        ("GREVE", {"grève"}),
        ("gre\u0300ve", {"grève"}),
        ("Café", {"strike"}),
        ("hopital continue", {"grève"}),
        ("continue hôpital", {"grève"}),
        ("l'hôpital", {"grève"}),
        ("“l’hôpital”", {"grève"}),
        ('"strike goes"', {"strike"}),
        ("« strike goes »", {"strike"}),
        ("«\u00a0goes strike\u00a0»", set()),
        ("“strike goes”", {"strike"}),
        ('"goes strike"', set()),
        ("electri*", {"grève", "strike"}),
        ("élec*", {"grève", "strike"}),
        ("elec", set()),
        ("grève OR strike", {"grève", "strike"}),
        ("grève or strike", set()),
        ("titre NOT grève", {"strike", "arabic", "hindi", "null"}),
        ("grève AND coupée", {"grève"}),
        ("الاتفاق", {"arabic"}),
        ("समाचार", {"hindi"}),
        ("after", {"null"}),
        ("Titre strike", {"strike"}),
        ("nothing", set()),
    ],
)
def test_words_are_found_whatever_their_accents(query: str, ids: set[str], project: Project) -> None:
    assert found(project, query) == ids


@pytest.mark.parametrize(
    "query",
    [
        *("", " ", '"', '""', '"grève', 'gr"ève', "*", "**", "AND", "OR OR", "NOT", "NOT grève", "grève OR"),
        *("AND grève", "grève AND OR NOT strike", "( grève", "grève)", "NEAR(a b)", "title:grève", "-grève"),
        *("^grève", "a + b", "{a}", "👍", "!?.,;:…", "'", "\\", "%", "_", "\x00", "gr\x00ve", "\ud83d"),
        *("a" * 10_000, "OR " * 500 + "grève", "grève " * 500, '"' * 999, "* OR *", "٣", "²", "ª"),
    ],
)
def test_whatever_is_typed_is_no_error(query: str, project: Project) -> None:
    assert isinstance(project.search(query), list)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text() | st.lists(st.sampled_from(['"', "*", "OR", "AND", "NOT", "a", "(", "é"])).map(" ".join)
)
def test_any_text_can_be_searched_for(query: str, project: Project) -> None:
    said: list[str] = []
    try:
        said = [hit.article for hit in project.search(query)]
    except QueryError as error:
        said = str(error).splitlines()[1:]
    assert set(said) <= {"a1", "a2", "a3", *TEXTS}


def test_found_words_are_marked_in_title_and_snippet(project: Project) -> None:
    before, after = HIGHLIGHT
    (hit,) = project.search("greve titre")
    assert hit.title == f"{before}Titre{after} de {before}grève{after}"
    assert f"La {before}grève{after} à l’hôpital" in hit.snippet


def test_the_best_come_first_and_no_more_than_asked_for(project: Project) -> None:
    assert project.search("hindi OR समाचार OR titre")[0].article == "hindi"
    assert len(project.search("titre", limit=2)) == 2


def test_the_index_follows_every_change(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.apply(EditArticle(article="a1", values={"title": "Rebaptisé"}))
        assert found(project, "rebaptise") == {"a1"}
        project.apply(EditArticle(article="a1", values={"outlet": "Le Quotidien"}))
        assert found(project, "rebaptise tiendrons") == {"a1"}
        project.apply(RemoveArticles(articles=("a1",)))
        assert found(project, "rebaptise") == found(project, "tiendrons") == set()
        assert project.check() == []
