"""What is shown of one article beside the table: where the search hit, how it begins, who did what."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.conditions import Conditions
from annotation.project.corpus import CorpusQuery
from annotation.project.corpus_rows import CorpusRow, find_rows
from annotation.project.query import parse_query
from annotation.project.search import HIGHLIGHT, readable, wanted_words

_BEGINNING = 700
"""Code points of the text that are shown."""
_HITS = 4
_AROUND = 70
"""Code points around a found word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What one person did in an article."""

    name: str
    labels: int
    state: str
    """A value of AssignmentState, or ""."""
    reason: str
    updated: str
    assigned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One article. Found words stand between the two HIGHLIGHT characters."""

    row: CorpusRow
    title: str
    beginning: str
    snippets: Sequence[str]
    doings: Sequence[Doing]


def find_preview(db: Database, article: str, query: CorpusQuery, codebook: Codebook) -> Preview | None:
    """The preview of an article; None where it is gone. Raises ProjectError for a search that is none."""
    rows = find_rows(db, [article], query.annotator, veiled=query.veiled)
    if not rows:
        return None
    sql = """SELECT substr(t.text, 1, ?), a.number FROM articles a
             JOIN texts t ON t.sha256 = a.text_sha256 WHERE a.id = ?"""
    found = db.execute(sql, [_BEGINNING, article]).fetchone() or ("", 0)
    asked = Conditions(db, codebook, query.annotator).tidied(parse_query(query.search))
    title: str = rows[0].title
    snippets: tuple[str, ...] = ()
    if words := wanted_words(asked):
        with readable(query.search):
            title, snippets = _marked(db, words, int(found[1])) or (title, ())
    return Preview(
        row=rows[0],
        title=title,
        beginning=str(found[0]),
        snippets=snippets,
        doings=_doings(db, article, query),
    )


def _marked(db: Database, words: str, number: int) -> tuple[str, tuple[str, ...]] | None:
    """The title and places of the text with the found words marked; None where there are none."""
    sql = """SELECT highlight(articles_fts, 0, ?, ?), highlight(articles_fts, 1, ?, ?) FROM articles_fts
             WHERE articles_fts MATCH ? AND rowid = ?"""
    row = db.execute(sql, [*HIGHLIGHT, *HIGHLIGHT, words, number]).fetchone()
    return (str(row[0]), tuple(snippets_in(str(row[1])))) if row else None


def snippets_in(marked: str) -> list[str]:
    """The first few places of a text in which words are marked, with some words around each."""
    before, after = HIGHLIGHT
    found: list[str] = []
    place = 0
    while len(found) < _HITS and (start := marked.find(before, place)) >= 0:
        end = marked.find(after, start) + 1
        left, right = max(place, start - _AROUND), end + _AROUND
        while (more := marked.find(before, end, right)) >= 0:
            end = marked.find(after, more) + 1
            right = end + _AROUND
        left = left if left in (0, place) else marked.find(" ", left, start) + 1 or left
        right = len(marked) if right >= len(marked) else marked.rfind(" ", end, right) % (len(marked) + 1)
        right = max(right, end)
        words = " ".join(marked[left:right].split())
        found.append(f"{'…' if left else ''}{words}{'…' if right < len(marked) else ''}")
        place = right
    return found


def _doings(db: Database, article: str, query: CorpusQuery) -> tuple[Doing, ...]:
    sql = """SELECT p.name,
               (SELECT count(*) FROM annotations n WHERE n.article = :article AND n.annotator = p.id
                AND n.status IN ('accepted', 'edited')),
               ifnull(s.state, ''), ifnull(s.reason, ''), ifnull(s.updated, ''), ifnull(s.position, 0) > 0
             FROM annotators p LEFT JOIN assignments s ON s.annotator = p.id AND s.article = :article
             WHERE p.kind = 'person' AND :only IN ('', p.id) ORDER BY p.name"""
    values = {"article": article, "only": query.annotator if query.veiled else ""}
    found = (
        Doing(name=name, labels=labels, state=state, reason=reason, updated=updated, assigned=bool(assigned))
        for name, labels, state, reason, updated, assigned in db.execute(sql, values)
    )
    return tuple(one for one in found if one.labels or one.state)
