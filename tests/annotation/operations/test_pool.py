"""A pool that everybody takes their next article from."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.importers import Imported
from annotation.operations import AddArticles, MarkProgress, OperationError, PutAnnotator
from annotation.operations.pool import Pool, SetPool, TakeFromPool, next_in_pool, pool_in
from annotation.project import Project, create_project
from annotation.records import Annotator, Article, AssignmentState, digest

PEOPLE = ("anna", "ben", "zoe")


def imported(number: int) -> Imported:
    text = f"Brume {number} refuse."
    article = Article(id=f"a{number}", title=f"A {number}", text_sha256=digest(text), length=len(text))
    return Imported(article=article, text=text)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Six articles and three people."""
    with create_project(tmp_path_factory.mktemp("pool") / "p.selon") as made:
        made.apply(AddArticles(imported=tuple(map(imported, range(6)))))
        for who in PEOPLE:
            made.apply(PutAnnotator(annotator=Annotator(id=who, name=who.capitalize())))
        yield made


@pytest.fixture
def fresh(project: Project) -> Iterator[Project]:
    """The project, in which nothing is taken."""
    yield project
    project.read.db.execute("PRAGMA query_only = 0")
    project.read.db.execute("DELETE FROM assignments")
    project.read.db.execute("DELETE FROM settings WHERE id = 'pool'")
    project.read.db.conn.commit()


def take(project: Project, who: str, pool: Pool | None = None) -> str:
    before = set(project.read.article_queue(who).articles) if project.read.queue(who) else set()
    project.apply(TakeFromPool(annotator=who, pool=pool, actor=who))
    (new,) = {one.article for one in project.read.queue(who)} - before
    return new


def test_the_article_that_fewest_have_comes_next(fresh: Project) -> None:
    pool = Pool(of=2)
    assert take(fresh, "anna", pool) == "a0"
    assert take(fresh, "ben", pool) == "a1"
    assert take(fresh, "anna", pool) == "a2"
    assert [take(fresh, "zoe", pool) for _turn in range(4)] == ["a3", "a4", "a5", "a0"]


def test_what_somebody_skipped_is_offered_to_others_only(fresh: Project) -> None:
    pool = Pool(of=1)
    first = take(fresh, "anna", pool)
    fresh.apply(MarkProgress(article=first, annotator="anna", state=AssignmentState.SKIPPED, actor="anna"))
    assert next_in_pool(fresh.read, pool, "anna") == "a1"
    assert next_in_pool(fresh.read, pool, "ben") == first


def test_without_a_pool_or_when_it_is_empty_it_is_said(fresh: Project) -> None:
    with pytest.raises(OperationError, match="no pool"):
        fresh.apply(TakeFromPool(annotator="anna"))
    fresh.apply(SetPool(pool=Pool(of=1, query="Brume 3")))
    assert pool_in(fresh.read) == Pool(of=1, query="Brume 3")
    assert take(fresh, "anna") == "a3"
    with pytest.raises(OperationError, match="no more"):
        fresh.apply(TakeFromPool(annotator="ben"))
    fresh.apply(SetPool(pool=None))
    assert pool_in(fresh.read) is None


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(turns=st.lists(st.sampled_from(PEOPLE), max_size=14), of=st.integers(1, 3))
def test_shares_stay_even_whoever_comes(project: Project, turns: list[str], of: int) -> None:
    project.read.db.execute("PRAGMA query_only = 0")
    project.read.db.execute("DELETE FROM assignments")
    project.read.db.conn.commit()
    pool = Pool(of=of)
    counts: Counter[str] = Counter({f"a{number}": 0 for number in range(6)})
    for who in turns:
        wanted = next_in_pool(project.read, pool, who)
        if wanted is not None:
            least = min(
                counts[id_] for id_ in counts if id_ not in {one.article for one in project.read.queue(who)}
            )
            assert counts[wanted] == least < of
            counts[take(project, who, pool)] += 1
    assert max(counts.values()) <= of
