"""Finding the copies among all articles of a project."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import AddArticles, OperationError, RemoveArticles, Revert
from annotation.operations.duplicate_groups import PartCopies
from annotation.operations.duplicates import Copies, MarkCopies, find_copies
from annotation.project import CorpusQuery, Project, create_project
from annotation.project.duplicates import describe_groups, find_groups, grouped_ids
from annotation.records import Article
from tests.annotation.newsroom import imported

BODY = (
    "Le port de Brune rouvre lundi après trois semaines de grève des dockers qui réclamaient de meilleures "
    "primes de nuit.\n\nLa direction a promis une réunion avant la fin du mois, sans donner de chiffre, et "
    "les syndicats disent attendre un texte écrit avant de lever tous les piquets devant les quais."
)
MORE = (
    "\n\nPendant ce temps la mairie prépare la fête de la mer avec ses chars, ses musiques et ses voiliers."
)
OTHER = (
    "Une comète passera ce soir au-dessus de la baie, visible à l’œil nu dès que le ciel sera noir, annonce "
    "le club des astronomes amateurs, qui ouvre sa coupole à tous les curieux jusque tard dans la nuit."
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Six articles: the same, the same for its byline, a longer one, half of it, another, an empty one."""
    texts = [
        ("a", f"Par Nina Roux\n\n{BODY}", "2024-03-02", "Le Soir"),
        ("b", BODY, "2024-03-01", "Agence"),
        ("c", BODY, "2024-03-01", "Le Matin"),
        ("d", BODY + MORE, "2024-03-20", "La Gazette"),
        ("e", OTHER, "2024-03-01", "Agence"),
        ("f", "…", None, None),
    ]
    with create_project(tmp_path / "copies.selon") as opened:
        opened.apply(
            AddArticles(
                imported=tuple(
                    imported(id_, text, published=day, outlet=outlet) for id_, text, day, outlet in texts
                )
            )
        )
        yield opened


def marked(project: Project) -> list[tuple[str, ...]]:
    return [tuple(one.id for one in group.articles) for group in project.ask(find_groups)]


def mark(project: Project) -> Copies:
    found = find_copies(project)
    project.apply(MarkCopies(groups=[group.articles for group in found.groups]))
    return found


def test_copies_are_found_whatever_their_days_and_bylines(project: Project) -> None:
    found = find_copies(project)
    assert [group.articles for group in found.groups] == [("b", "c", "a", "d")]
    assert (found.articles, found.copies, found.exact) == (6, 3, 1)
    assert {(one, other) for one, other, _alike in found.every_pair()} == {
        ("a", "b"), ("a", "c"), ("b", "c"), ("a", "d"), ("b", "d"), ("c", "d"),
    }  # fmt: skip
    assert marked(project) == []


def test_marking_is_one_step_that_undo_takes_back(project: Project) -> None:
    found = find_copies(project)
    changes = project.apply(MarkCopies(groups=[group.articles for group in found.groups]))
    assert marked(project) == [("b", "c", "a", "d")]
    assert project.read.get(Article, "d").duplicates == "b"
    project.apply(Revert(changes=changes))
    assert project.ask(grouped_ids) == {}


def test_marking_again_changes_nothing(project: Project) -> None:
    found = mark(project)
    assert not project.apply(MarkCopies(groups=[group.articles for group in found.groups]))


def test_an_article_that_is_in_no_group_any_more_is_released(project: Project) -> None:
    mark(project)
    project.apply(MarkCopies(groups=[("b", "c")]))
    assert project.ask(grouped_ids) == {"b": "b", "c": "b"}


def test_what_a_person_parted_is_not_found_together_again(project: Project) -> None:
    mark(project)
    project.apply(PartCopies(articles=("d",)))
    assert marked(project) == [("b", "c", "a")]
    mark(project)
    assert marked(project) == [("b", "c", "a")]


@pytest.mark.parametrize("threshold", [0.0, -1.0, 1.5])
def test_a_threshold_that_is_no_share_is_refused(project: Project, threshold: float) -> None:
    with pytest.raises(OperationError, match="between 0 and 1"):
        find_copies(project, threshold)


def test_a_higher_threshold_finds_fewer(project: Project) -> None:
    assert find_copies(project, 1.0).copies <= find_copies(project, 0.4).copies


def test_progress_is_told_and_stops_the_search(project: Project) -> None:
    told: list[tuple[int, int]] = []
    find_copies(project, report=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 6)
    assert told[-1] == (6, 6)

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_copies(project, report=stop)


def test_an_empty_project_has_no_copies(tmp_path: Path) -> None:
    with create_project(tmp_path / "none.selon") as empty:
        found = find_copies(empty)
        assert (found.articles, found.groups) == (0, ())


def test_a_group_whose_representative_is_gone_has_another_one(project: Project) -> None:
    mark(project)
    project.apply(RemoveArticles(articles=("b",)))
    assert marked(project) == [("c", "a", "d")]


def test_a_group_says_its_outlets_and_how_many_days_it_lasts(project: Project) -> None:
    (group,) = project.ask(lambda reader: describe_groups(reader, [("b", "c", "a", "d")]))
    assert group.gap == 19
    assert group.outlets == ("Agence", "Le Matin", "Le Soir", "La Gazette")
    (none,) = project.ask(lambda reader: describe_groups(reader, [("b", "f")]))
    assert none.gap is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("copies:none", "abcdef"),
        ("copies:only", ""),
        ("copies:any", ""),
    ],
)
def test_without_groups_every_article_stands_for_itself(project: Project, query: str, expected: str) -> None:
    assert project.read.corpus_ids(CorpusQuery(search=query)) == list(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("copies:none", "bef"),
        ("copies:only", "acd"),
        ("copies:any", "abcd"),
        ("copies:first", "b"),
        ("copies:d", "abcd"),
        ("-copies:any", "ef"),
        ("doublons:none outlet:Agence", "be"),
        ("has:duplicates", "abcd"),
    ],
)
def test_the_search_knows_copies(project: Project, query: str, expected: str) -> None:
    mark(project)
    assert project.read.corpus_ids(CorpusQuery(search=query)) == list(expected)
