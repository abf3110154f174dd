"""Samples go into a project whole, a second import adds nothing, and what is exported comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import export_project, import_files
from annotation.project import Project, create_project
from annotation.project.selection import Selection
from annotation.records import Article
from tests.annotation.importers.reading_samples import SAMPLES, articles, records, sample
from tests.annotation.importers.test_samples_annotated import EXPECTED

each_sample = pytest.mark.parametrize("name", EXPECTED)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "a.selon") as opened:
        yield opened


def ids(project: Project) -> set[str]:
    found = project.read.articles()
    return {record.id for article in found for record in project.read.annotations(article)}


@each_sample
def test_everything_that_was_read_is_stored(name: str, project: Project) -> None:
    report = import_files(project, [SAMPLES / name])
    wanted = sample(name)
    assert {article.id for article in report.articles} == {one.article.id for one in articles(wanted)}
    assert ids(project) == {record.id for record in records(wanted)}
    assert report.annotations == len(records(wanted))


@each_sample
def test_a_second_import_adds_nothing(name: str, project: Project) -> None:
    import_files(project, [SAMPLES / name])
    before = ids(project)
    again = import_files(project, [SAMPLES / name])
    assert not again.articles
    assert ids(project) == before


def test_annotations_reach_the_article_that_was_imported_as_plain_text(project: Project) -> None:
    import_files(project, [SAMPLES / "brat/hopital.txt"])
    import_files(project, [SAMPLES / "brat/hopital.ann"])
    assert project.read.count_articles() == 1
    assert len(ids(project)) == 4


@each_sample
def test_what_is_exported_as_selon_jsonl_comes_back(name: str, project: Project, tmp_path: Path) -> None:
    import_files(project, [SAMPLES / name])
    out = tmp_path / "out"
    export_project(project.read, "jsonl", out, Selection(), lambda done, total: None)
    with create_project(tmp_path / "b.selon") as other:
        import_files(other, [out / "articles.jsonl"])
        assert ids(other) == ids(project)
        for article in project.read.articles():
            assert other.read.text(article) == project.read.text(article)
            assert other.read.get(Article, article.id).title == article.title
