"""The indexes follow from the records: that is found out, and they can be made anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotation.project import open_project
from annotation.project.reindexing import TABLES, wrongly_indexed
from tests.annotation.newsroom import newsroom_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


def contents(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the indexes say, whatever their words are numbered."""
    places = """SELECT w.word, w.layer, w.field, p.article, p.record, p.decided
                FROM label_places p JOIN label_words w ON w.id = p.word"""
    questions = {name: f"SELECT * FROM {name}" for name in ("entity_words", "attribution_index")}
    with closing(sqlite3.connect(file)) as db:
        return {
            name: sorted(db.execute(sql).fetchall(), key=repr)
            for name, sql in {**questions, "places": places}.items()
        }


def test_indexes_made_anew_say_what_they_said(file: Path) -> None:
    before = contents(file)
    assert all(before.values())
    with open_project(file) as project:
        project.rebuild_indexes()
        assert list(wrongly_indexed(project.read.db)) == []
    assert contents(file) == before


def test_indexes_that_were_emptied_are_found_and_come_back(file: Path) -> None:
    before = contents(file)
    with closing(sqlite3.connect(file)) as db:
        for table in TABLES:
            db.execute(f"DELETE FROM {table}")
        db.commit()
    with open_project(file) as project:
        told: list[tuple[int, int]] = []
        assert list(wrongly_indexed(project.read.db, lambda done, total: told.append((done, total))))
        assert told[0] == (0, project.read.count_articles())
        project.rebuild_indexes()
    assert contents(file) == before


def test_what_the_index_has_of_an_article_that_is_gone_is_found(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("INSERT INTO label_places (word, article, record, decided) VALUES (1, 999, 7, 1)")
        db.commit()
    with open_project(file, read_only=True) as project:
        assert list(wrongly_indexed(project.read.db)) == ["999"]
