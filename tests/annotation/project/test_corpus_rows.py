"""What the table shows of the articles that are looked at: counts, people, tags, what files said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import Accept, AddArticles, TagArticles
from annotation.project import LayerCount, Project
from annotation.project.connection import protect
from tests.annotation.newsroom import ANN, imported, named, newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


def test_records_are_counted_by_layer_and_people_are_named(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    (row,) = project.read.corpus.rows(["a1"])
    assert row.counts == {
        "entity": LayerCount(labels=1, suggestions=1),
        "figure": LayerCount(suggestions=1),
        "source": LayerCount(suggestions=1),
        "stance": LayerCount(suggestions=1),
    }
    assert (row.labels, row.suggestions, row.annotators) == (1, 4, ("Ann",))


def test_what_is_known_is_shown_whole(project: Project) -> None:
    project.apply(AddArticles(imported=(imported(
        "n", "x", authors=("A", "B"), section="S", url="u", source_file="f", duplicates="g",
        metadata={"k": 1}, created="2026-01-01"),)))  # fmt: skip
    project.apply(TagArticles(articles=("n",), add=("t",)))
    (row,) = project.read.corpus.rows(["n"])
    assert (row.authors, row.section, row.url, row.source_file) == (("A", "B"), "S", "u", "f")
    assert (row.duplicates, row.metadata, row.tags, row.created) == ("g", {"k": 1}, ("t",), "2026-01-01")
    assert (row.counts, row.annotators) == ({}, ())


def test_a_damaged_row_is_shown_as_far_as_it_can_be(project: Project) -> None:
    protect(project.read.db, protected=False)
    project.read.db.execute("UPDATE articles SET metadata = 'no', authors = '{', tags = '3' WHERE id = 'a1'")
    (row,) = project.read.corpus.rows(["a1"])
    assert (row.metadata, row.authors, row.tags) == ({}, (), ())
