"""The tables hold what they say and nothing else."""

import sqlite3
from pathlib import Path

import pytest

from annotation.project.schema import APPLICATION_ID
from tests.annotation.newsroom import newsroom_file


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(newsroom_file(tmp_path))
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def test_the_file_says_of_itself_whose_it_is() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"SELN"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET length = 'long'",
        "UPDATE articles SET title = x'00ff'",
        "UPDATE articles SET title = NULL",
        "UPDATE annotations SET status = 'maybe'",
        "UPDATE annotations SET annotator = 'nobody'",
        "UPDATE annotations SET id = NULL",
        "UPDATE articles SET text_sha256 = 'none'",
        "DELETE FROM texts",
        "DELETE FROM annotators",
        "INSERT INTO settings VALUES ('a', NULL)",
        "INSERT INTO codebooks SELECT id, toml, note, created FROM codebooks",
    ],
)
def test_what_does_not_fit_is_not_let_in(statement: str, db: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(statement)
    db.close()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT * FROM annotations WHERE article = ?", "annotations_article"),
        ("SELECT * FROM annotations WHERE article = ? AND annotator = 'p'", "annotations_article"),
        ("SELECT * FROM annotations WHERE basis = ?", "annotations_basis"),
        ("SELECT layer, status, count(*) FROM annotations GROUP BY layer, status", "annotations_count"),
        ("SELECT * FROM articles WHERE id = ?", "sqlite_autoindex_articles_1"),
        ("SELECT * FROM articles WHERE text_sha256 = ?", "articles_text"),
        ("SELECT * FROM assignments WHERE annotator = ?", "sqlite_autoindex_assignments_2"),
        ("SELECT * FROM assignments WHERE article = ?", "assignments_article"),
        ("SELECT * FROM decisions WHERE article = ?", "decisions_article"),
        ("SELECT * FROM articles WHERE number > ? ORDER BY number LIMIT 500", "INTEGER PRIMARY KEY"),
    ],
)
def test_what_is_asked_often_has_an_index(query: str, index: str, db: sqlite3.Connection) -> None:
    plan = " ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query}", ["x"] * query.count("?")))
    db.close()
    assert index in plan
