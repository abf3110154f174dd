"""Full-text search over titles and texts, accents ignored."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.project.errors import ProjectError
from annotation.records import Article, Change

_TOKEN = re.compile(r'"[^"]*"|[^\s"]+')
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_OPERATORS = {"AND", "OR", "NOT"}
HIGHLIGHT = ("\u0002", "\u0003")
"""What stands before and after a found word in a snippet: no text has these by accident."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a search found. Found words stand between the two HIGHLIGHT characters."""

    article: str
    title: str
    snippet: str


def index_article(db: Database, change: Change) -> None:
    """Keep the index in step with an article that was added, changed or removed."""
    before, after = change.before, change.after
    text = "(SELECT text FROM texts WHERE sha256 = ?)"
    if isinstance(before, Article) and not (isinstance(after, Article) and _reads_the_same(before, after)):
        sql = f"INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', ?, ?, {text})"
        db.execute(sql, [before.number, before.title, before.text_sha256])
    if isinstance(after, Article) and not (isinstance(before, Article) and _reads_the_same(before, after)):
        sql = f"INSERT INTO articles_fts (rowid, title, text) VALUES (?, ?, {text})"
        db.execute(sql, [after.number, after.title, after.text_sha256])


def _reads_the_same(one: Article, other: Article) -> bool:
    return (one.number, one.title, one.text_sha256) == (other.number, other.title, other.text_sha256)


def match_expression(query: str) -> str:
    """What a person typed as an FTS5 expression, "" where it holds no word.

    "exact phrase" in the quotes of any language, OR, AND, NOT and prefix* work; all else is plain words.
    """
    parts: list[str] = []
    for token in _TOKEN.findall(query.translate(_QUOTES)):
        part = token if token in _OPERATORS else _phrase(token)
        if part in _OPERATORS and (not parts or parts[-1] in _OPERATORS):
            continue
        parts += [part] if part else []
    if parts and parts[-1] in _OPERATORS:
        parts.pop()
    return " ".join(parts)


def _phrase(token: str) -> str:
    words = "".join(char if _belongs_to_a_word(char) else " " for char in token).strip()
    prefix = token.endswith("*") and not token.startswith('"')
    return f'"{words}"' + ("*" if prefix else "") if words else ""


def _belongs_to_a_word(char: str) -> bool:
    """Whether it is a letter, a digit, or a mark upon a letter."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def search_articles(db: Database, query: str, limit: int = 100) -> list[Hit]:
    """The articles that match best, the best first. Raises ProjectError for a query that cannot be read."""
    expression = match_expression(query)
    if not expression:
        return []
    sql = """SELECT a.id, highlight(articles_fts, 0, ?1, ?2), snippet(articles_fts, 1, ?1, ?2, '…', 24)
             FROM articles_fts JOIN articles a ON a.number = articles_fts.rowid
             WHERE articles_fts MATCH ?3 ORDER BY rank LIMIT ?4"""
    with readable(query):
        return [Hit(*row) for row in db.execute(sql, [*HIGHLIGHT, expression, limit])]


@contextmanager
def readable(query: str) -> Iterator[None]:
    """Turn what the index says about a query that it cannot read into one plain sentence (ProjectError)."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error):
            raise
        raise ProjectError(
            "The search “{query}” cannot be read: put phrases in quotes.", query=query
        ) from error
