"""What a person says about groups of copies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import AddArticles, OperationError, Revert
from annotation.operations.duplicate_groups import ChooseRepresentative, JoinCopies, PartCopies, statements
from annotation.operations.duplicates import MarkCopies, find_copies
from annotation.project import Operation, Project, create_project
from annotation.project.duplicates import find_groups
from annotation.records import Setting
from tests.annotation.newsroom import dump, imported

LONG = " ".join(f"mot{number}" for number in range(60))
LATE = " ".join(f"autre{number}" for number in range(60))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two groups of copies: a, b, c, d and x, y."""
    made = [imported(id_, f"{LONG} {id_}", published=f"2024-03-0{n}") for n, id_ in enumerate("abcd", 1)]
    made += [imported(id_, f"{LATE} {id_}", published=f"2024-04-0{n}") for n, id_ in enumerate("xy", 1)]
    with create_project(tmp_path / "groups.selon") as opened:
        opened.apply(AddArticles(imported=tuple(made)))
        again(opened)
        yield opened


def again(project: Project) -> list[str]:
    found = find_copies(project)
    project.apply(MarkCopies(groups=[group.articles for group in found.groups]))
    return groups(project)


def groups(project: Project) -> list[str]:
    return ["".join(one.id for one in group.articles) for group in project.ask(find_groups)]


def test_articles_are_split_off_as_a_group_of_their_own(project: Project) -> None:
    project.apply(PartCopies(articles=("b", "c"), together=True))
    assert groups(project) == ["ad", "bc", "xy"] == again(project)


def test_articles_that_are_no_copies_are_in_no_group(project: Project) -> None:
    project.apply(PartCopies(articles=("b", "c")))
    assert groups(project) == ["ad", "xy"] == again(project)


def test_a_whole_group_can_be_none(project: Project) -> None:
    project.apply(PartCopies(articles=("x", "y")))
    assert groups(project) == ["abcd"] == again(project)


def test_groups_are_joined_and_stay_joined(project: Project) -> None:
    project.apply(JoinCopies(articles=("d", "x")))
    assert groups(project) == ["abcdxy"] == again(project)


def test_joining_takes_back_what_parted_the_articles(project: Project) -> None:
    project.apply(PartCopies(articles=("d",)))
    project.apply(JoinCopies(articles=("a", "d")))
    assert groups(project) == ["abcd", "xy"] == again(project)


def test_parting_takes_back_what_joined_the_articles(project: Project) -> None:
    project.apply(JoinCopies(articles=("d", "x")))
    project.apply(PartCopies(articles=("x", "y"), together=True))
    assert groups(project) == ["abcd", "xy"] == again(project)


def test_another_article_can_stand_for_a_group(project: Project) -> None:
    project.apply(ChooseRepresentative(article="c"))
    assert groups(project) == ["cabd", "xy"] == again(project)
    project.apply(ChooseRepresentative(article="b"))
    assert groups(project) == ["bacd", "xy"] == again(project)
    assert statements(project.read).first == {"b"}


@pytest.mark.parametrize(
    "operation",
    [
        PartCopies(articles=("b",)),
        PartCopies(articles=("b", "c"), together=True),
        JoinCopies(articles=("a", "y")),
        ChooseRepresentative(article="d"),
    ],
)
def test_every_statement_can_be_undone(project: Project, operation: Operation) -> None:
    before = dump(project.path)
    changes = project.apply(operation)
    assert dump(project.path) != before
    project.apply(Revert(changes=changes))
    assert dump(project.path) == before


@pytest.mark.parametrize(
    "operation",
    [
        PartCopies(articles=("a", "x")),
        JoinCopies(articles=("a",)),
        ChooseRepresentative(article="z"),
    ],
)
def test_articles_that_are_not_of_one_group_are_refused(project: Project, operation: Operation) -> None:
    project.apply(AddArticles(imported=(imported("z", "seul"),)))
    if isinstance(operation, JoinCopies):
        operation = JoinCopies(articles=("z",))
    with pytest.raises(OperationError):
        project.apply(operation)


def test_settings_that_hold_something_else_say_nothing(project: Project) -> None:
    class Damage:
        title = PartCopies(articles=()).title
        actor = ""

        def apply(self, writer: object) -> None:
            for key in ("apart", "together"):
                writer.put(Setting(id=f"copies/{key}/x", value={"a": 1}))  # type: ignore[attr-defined] # a writer

    project.apply(Damage())
    assert again(project) == ["abcd", "xy"]
