"""The corpus as a table: which articles in which order, and what is said of each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.operations import Accept, AddArticles, Discard, MarkProgress, RemoveArticles
from annotation.project import CorpusQuery, CorpusRow, Project, ProjectError, SortKey
from annotation.records import AssignmentState
from tests.annotation.newsroom import ANN, BOB, imported, named, newsroom

ARTICLES = (
    imported("z", "Zoo et grève.", title="Zèbres", outlet="Le Matin", published="2025-03-02"),
    imported(
        "e", "Une élue parle.", title="Élue contre élu", outlet="Écho", published="2024-01-02", lang="fr"
    ),
    imported("q", "Words.", title="« Demain »", outlet=None, published=None, lang="en"),
    imported(
        "a", "Grève encore, plus long.", title="après", outlet="", published="2025-03-02T08:00:00+01:00"
    ),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        opened.apply(RemoveArticles(articles=("a3",)))
        opened.apply(AddArticles(imported=ARTICLES))
        yield opened


def ids(project: Project, search: str = "", sort: SortKey = SortKey.NUMBER, descending: bool = False) -> str:
    query = CorpusQuery(search=search, sort=sort, descending=descending)
    return " ".join(project.read.corpus_ids(query))


def row(project: Project, article: str, annotator: str = "") -> CorpusRow:
    (found,) = project.read.corpus_rows([article], annotator)
    return found


def test_without_a_wish_articles_come_in_the_order_of_the_project(project: Project) -> None:
    assert ids(project) == "a1 a2 z e q a"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (SortKey.TITLE, "a q e a1 a2 z"),
        (SortKey.OUTLET, "e z a1 a2 q a"),
        (SortKey.PUBLISHED, "e z a a1 a2 q"),
        (SortKey.LANG, "q a1 a2 e z a"),
        (SortKey.LENGTH, "q z e a a2 a1"),
    ],
)
def test_articles_are_sorted_as_people_sort_and_what_lacks_the_value_comes_last(
    sort: SortKey, expected: str, project: Project
) -> None:
    assert ids(project, sort=sort) == expected


def test_descending_turns_the_order_but_what_lacks_the_value_stays_last(project: Project) -> None:
    assert ids(project, sort=SortKey.OUTLET, descending=True) == "z e a1 a2 q a"
    assert ids(project, sort=SortKey.LENGTH, descending=True) == "a1 a2 a e z q"
    assert ids(project, descending=True) == "a1 a2 z e q a"


def test_a_search_narrows_and_keeps_the_order(project: Project) -> None:
    assert ids(project, "greve") == "z a"
    assert ids(project, "greve", SortKey.TITLE) == "a z"
    assert ids(project, "elu*") == "e"
    assert ids(project, "no such words") == ""
    assert ids(project, "   ") == "a1 a2 z e q a"
    assert ids(project, "!?") == "", "what holds no word finds nothing"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(search=st.text(alphabet='ab"*()-:^{}ORANDT \x00é', max_size=20))
def test_whatever_is_typed_is_a_search_or_one_plain_sentence(search: str, project: Project) -> None:
    said = ""
    found: list[str] = []
    try:
        found = project.ask(lambda reader: reader.corpus_ids(CorpusQuery(search=search)))
    except ProjectError as error:
        said = str(error)
    assert set(found) <= {"a1", "a2", "z", "e", "q", "a"}
    assert "\n" not in said


def test_a_row_says_what_is_known_of_an_article(project: Project) -> None:
    assert row(project, "e") == CorpusRow(
        id="e", title="Élue contre élu", outlet="Écho", published="2024-01-02", lang="fr", length=15,
        state="", created=row(project, "e").created,
    )  # fmt: skip
    assert (row(project, "q").outlet, row(project, "q").published) == ("", "")


def test_labels_of_people_and_suggestions_that_wait_are_counted(project: Project) -> None:
    assert (row(project, "a1").labels, row(project, "a1").suggestions) == (0, 5)
    project.apply(Accept(annotations=(named(project, "f1").id,), actor=ANN.id))
    project.apply(Discard(annotations=(named(project, "e2").id,), actor=ANN.id))
    assert (row(project, "a1").labels, row(project, "a1").suggestions) == (1, 3)


def test_progress_is_that_of_who_looks(project: Project) -> None:
    done = AssignmentState.DONE
    project.apply(MarkProgress(article="z", annotator=ANN.id, state=done, actor=ANN.id))
    assert [row(project, "z", who).state for who in (ANN.id, BOB.id, "")] == ["done", "", ""]


def test_rows_come_in_the_order_in_which_they_are_asked_for_without_those_that_are_gone(
    project: Project,
) -> None:
    found = project.read.corpus_rows(["e", "gone", "a1", "z"])
    assert [one.id for one in found] == ["e", "a1", "z"]
    assert project.read.corpus_rows([]) == []


@pytest.mark.slow
def test_a_hundred_thousand_articles_are_listed_and_sorted(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.read.db.conn.execute("PRAGMA query_only = OFF")
        columns = [row[1] for row in project.read.db.execute("PRAGMA table_info(articles)")]
        chosen = ", ".join(
            {"id": "'n' || value", "title": "'É ' || (value * 7919 % 100000)", "number": "value + 10"}.get(
                name, name
            )
            for name in columns
        )
        numbers = (
            "WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 100000)"
        )
        project.read.db.conn.execute(
            f"INSERT INTO articles ({', '.join(columns)}) {numbers} SELECT {chosen} FROM n, "
            "(SELECT * FROM articles WHERE id = 'a1')"
        )
        assert len(project.read.corpus_ids(CorpusQuery())) == 100_003
        found = project.read.corpus_ids(CorpusQuery(sort=SortKey.TITLE))
        titles = [project.read.corpus_rows([id_])[0].title for id_ in found[10:14]]
        assert (len(found), titles) == (100_003, sorted(titles))
        assert len(project.read.corpus_rows(found[:128])) == 128
