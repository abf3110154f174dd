"""Full-text search over titles and texts, accents ignored, with the found words marked."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.conditions import Conditions
from annotation.project.errors import ProjectError
from annotation.project.query import AllOf, AnyOf, Query, Term, Words, parse_query
from annotation.project.text_conditions import text_expression
from annotation.records import Article, Change

HIGHLIGHT = ("\u0002", "\u0003")
"""What stands before and after a found word in a snippet: no text has these by accident."""
_SNIPPET = 24
"""Words of a snippet."""
_BEGINNING = 200
"""Code points of the text that stand for a snippet where no words were asked for."""


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


def match_expression(typed: str) -> str:
    """What a person typed as an expression of FTS5, "" where it is not about words alone."""
    query = parse_query(typed)
    return (text_expression(query) or "") if query else ""


def wanted_words(query: Query | None) -> str:
    """The words that a query wants to find, any of them, as an expression of FTS5; "" where it wants none."""
    return " OR ".join(dict.fromkeys(_wanted(query)))


def _wanted(query: Query | None) -> Iterator[str]:
    if isinstance(query, Words | Term):
        found = text_expression(query)
        yield from [f"({found})"] if found else []
    elif isinstance(query, AllOf | AnyOf):
        for part in query.parts:
            yield from _wanted(part)


def search_articles(
    db: Database, typed: str, codebook: Codebook, limit: int = 100, me: str = ""
) -> list[Hit]:
    """The articles that match best, the best first; those found by other than words in their order.

    Raises QueryError for a query that cannot be read.
    """
    conditions = Conditions(db, codebook, me)
    query = conditions.tidied(parse_query(typed))
    if query is None:
        return []
    where, words = conditions.where(query), wanted_words(query)
    with readable(typed):
        hits = _ranked(db, words, where.text, where.values, limit) if words else []
        if len(hits) < limit and text_expression(query) is None:
            known = {hit.article for hit in hits}
            sql = f"""SELECT a.id, a.title, substr(t.text, 1, {_BEGINNING})
                      FROM articles a JOIN texts t ON t.sha256 = a.text_sha256
                      WHERE {where.text} ORDER BY a.number LIMIT ?"""
            rows = (Hit(*row) for row in db.execute(sql, [*where.values, limit]))
            hits += [hit for hit in rows if hit.article not in known][: limit - len(hits)]
        return hits


def _ranked(db: Database, words: str, where: str, values: tuple[object, ...], limit: int) -> list[Hit]:
    sql = f"""SELECT a.id, highlight(articles_fts, 0, ?, ?), snippet(articles_fts, 1, ?, ?, '…', {_SNIPPET})
              FROM articles_fts JOIN articles a ON a.number = articles_fts.rowid
              WHERE articles_fts MATCH ? AND {where} ORDER BY rank LIMIT ?"""
    return [Hit(*row) for row in db.execute(sql, [*HIGHLIGHT, *HIGHLIGHT, words, *values, limit])]


@contextmanager
def readable(query: str) -> Iterator[None]:
    """Turn what the index says about a query that it cannot read into one plain sentence (ProjectError)."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error) and "too" not in str(error):
            raise
        raise ProjectError(
            "The search “{query}” cannot be read: put phrases in quotes.", query=query
        ) from error
