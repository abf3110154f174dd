"""A notebook reads a project record by record and as tables, and changes nothing."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import annotation
from annotation.exporters import Column
from annotation.notebooks import NoSuchTable, Notebook, notebook, open_project
from annotation.operations import SaveFilter
from annotation.project import ProjectError, Unreadable
from annotation.project import open_project as open_file
from tests.annotation.commands.runner import decided_newsroom
from tests.annotation.newsroom import TEXTS
from tests.conftest import REPOSITORY


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The newsroom, in which Ann has accepted a suggestion, gold has a record, and a filter is saved."""
    path = decided_newsroom(tmp_path)
    with open_file(path) as project:
        project.apply(SaveFilter(name="Two", query="Roux"))
    return path


@pytest.fixture
def project(file: Path) -> Iterator[Notebook]:
    with open_project(file) as opened:
        yield opened


def test_the_door_is_in_the_package_itself(file: Path) -> None:
    assert annotation.open_project is open_project
    assert annotation.Notebook is Notebook
    with pytest.raises(AttributeError, match="has no attribute 'poem'"):
        annotation.poem  # noqa: B018 that is the point


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sys, annotation; print(sorted(n for n in sys.modules if n.startswith('annotation')))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['annotation']"


def test_articles_come_in_order_with_their_texts(project: Notebook) -> None:
    assert [one.id for one in project.articles()] == ["a1", "a2", "a3"]
    assert [one.id for one in project.articles("two")] == ["a1", "a2"]
    assert [one.id for one in project.articles("dépêche")] == ["a3"]
    assert {one.id: project.text(one) for one in project.articles()} == TEXTS
    assert project.text("a2") == TEXTS["a2"]
    assert len(project) == 3
    assert repr(project) == "<Selon project 'newsroom.selon': 3 articles>"
    with pytest.raises(ProjectError):
        project.article("none")


def test_labels_come_unless_another_status_is_asked_for(project: Notebook) -> None:
    assert [one.annotator for one in project.annotations()] == ["p-ann", "gold"]
    assert [one.annotator for one in project.annotations("entity", annotator="gold")] == ["gold"]
    assert len(list(project.annotations(status="suggested"))) == 6
    assert len(list(project.annotations("entity", status=None))) == 5
    assert len(list(project.annotations(status=["suggested", "accepted"], query="lang:xx"))) == 0
    with pytest.raises(NoSuchTable, match="no status “poem”"):
        project.annotations(status="poem")


def test_quotes_are_what_is_marked(project: Notebook) -> None:
    first = next(iter(project.annotations("entity")))
    assert project.quotes(first) == {"mention": ["Nina Roux"]}


def test_the_rest_is_there_too(project: Notebook) -> None:
    assert [one.name for one in project.entities()] == ["Nina Roux", "OTAN"]
    assert [one.name for one in project.annotators] == ["gold", "machine", "Ann", "Bob"]
    assert list(project.decisions()) == []
    assert project.codebook.layer("stance")
    assert set(project.tables) >= {"articles", "sources", "stances", "everything", "registry"}


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[Any]], library: str | None
) -> list[dict[str, Any]]:
    """Stands for a library of tables."""
    return [dict(zip((column.name for column in columns), row, strict=True)) for row in rows]


def test_a_table_has_the_columns_of_the_export(project: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook, "make_frame", table)
    entities = project.frame("entities")
    assert [(row["mention"], row["annotator"]) for row in entities] == [
        ("Nina Roux", "Ann"),
        ("OTAN", "gold"),
    ]
    assert entities[0]["mention_start"] == TEXTS["a1"].index("Nina Roux")
    assert len(project.frame("entities", annotator="gold")) == 1
    assert len(project.frame("everything", status=None)) == 8
    assert [row["name"] for row in project.frame("registry")] == ["Nina Roux", "OTAN"]
    articles = project.frame("articles", texts=True, query="two")
    assert [row["text"] for row in articles] == [TEXTS["a1"], TEXTS["a2"]]
    assert "text" not in project.frame("articles")[0]
    with pytest.raises(NoSuchTable, match="no table “poems”: choose one of articles, entities"):
        project.frame("poems")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_table_is_a_real_one(library: Any, project: Notebook) -> None:
    pytest.importorskip(library)
    frame = project.frame("entities", library=library)
    assert type(frame).__module__.startswith(library)
    assert list(frame["mention"]) == ["Nina Roux", "OTAN"]


def test_nothing_can_be_written_and_others_can(file: Path, project: Notebook) -> None:
    with open_file(file) as other:
        other.apply(SaveFilter(name="Three", query="OTAN"))
    assert len(list(project.articles("three"))) == 1
    assert project._project.read_only


def test_what_is_no_project_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.selon").write_text("no")
    with pytest.raises(ProjectError):
        open_project(tmp_path / "x.selon")
    with pytest.raises(ProjectError):
        open_project(str(tmp_path / "none.selon"))
    assert issubclass(Unreadable, ProjectError)
