"""Full-text search over titles and texts, accents ignored."""

import re
import sqlite3
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.project.errors import ProjectError
from annotation.records import Article

_TOKEN = re.compile(r'"[^"]*"|\S+')
_OPERATORS = {"AND", "OR", "NOT"}
HIGHLIGHT = ("\u0002", "\u0003")
"""What stands before and after a found word in a snippet: no text has these by accident."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a search found. Found words stand between the two HIGHLIGHT characters."""

    article: str
    title: str
    snippet: str


def index_article(db: Database, before: Article | None, after: Article | None, number: int) -> None:
    """Keep the index in step with an article that was added, changed or is about to be removed."""
    if before and after and (before.title, before.text_sha256) == (after.title, after.text_sha256):
        return
    text = "(SELECT text FROM texts WHERE sha256 = ?)"
    if before:
        sql = f"INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', ?, ?, {text})"
        db.execute(sql, [number, before.title, before.text_sha256])
    if after:
        sql = f"INSERT INTO articles_fts (rowid, title, text) VALUES (?, ?, {text})"
        db.execute(sql, [number, after.title, after.text_sha256])


def match_expression(query: str) -> str:
    """What a person typed as an FTS5 expression: "exact phrase", OR, NOT and prefix* work, all else is plain words."""
    parts = []
    for token in _TOKEN.findall(query):
        if token in _OPERATORS:
            parts.append(token)
            continue
        prefix = token.endswith("*") and not token.startswith('"')
        words = re.sub(r"[^\w\s]", " ", token, flags=re.UNICODE).strip()
        if words:
            parts.append(f'"{words}"' + ("*" if prefix else ""))
    while parts and parts[0] in _OPERATORS:
        parts.pop(0)
    while parts and parts[-1] in _OPERATORS:
        parts.pop()
    return " ".join(parts)


def search_articles(db: Database, query: str, limit: int = 100) -> list[Hit]:
    """The articles that match best, the best first. Raises ProjectError for a query that cannot be read."""
    expression = match_expression(query)
    if not expression:
        return []
    sql = """SELECT a.id, highlight(articles_fts, 0, ?1, ?2), snippet(articles_fts, 1, ?1, ?2, '…', 24)
             FROM articles_fts JOIN articles a ON a.number = articles_fts.rowid
             WHERE articles_fts MATCH ?3 ORDER BY rank LIMIT ?4"""
    try:
        return [Hit(*row) for row in db.execute(sql, [*HIGHLIGHT, expression, limit])]
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error):
            raise
        raise ProjectError(
            "The search “{query}” cannot be read: put phrases in quotes.", query=query
        ) from error
