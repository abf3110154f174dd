"""The questions of the Corpus room, in one place."""

import json
from collections.abc import Callable, Sequence

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.corpus import CorpusQuery, find_ids
from annotation.project.corpus_rows import CorpusRow, find_rows
from annotation.project.facets import FacetValue, find_facet, metadata_keys
from annotation.project.preview import Preview, find_preview
from annotation.project.progress import Share, Work, find_shares, find_work
from annotation.project.queue import ArticleQueue, QueueWish, chosen_queue
from annotation.project.search import Hit, search_articles
from annotation.project.suggesting import Completion, complete
from annotation.project.tagged import TagCount, count_tags

_VALUES = {
    "outlet": "ifnull(outlet, '')",
    "year": "substr(ifnull(published, ''), 1, 4)",
    "month": "substr(ifnull(published, ''), 1, 7)",
    "lang": "lang",
}


class CorpusReader:
    """Reads what the Corpus room shows. Used by the thread that owns the connection."""

    def __init__(self, db: Database, codebook: Callable[[], Codebook]) -> None:
        """Read through the connection `db`; `codebook` gives the one in force."""
        self._db = db
        self._codebook = codebook

    def ids(self, query: CorpusQuery) -> list[str]:
        """Ids of the articles of a query in its order. Raises ProjectError where it cannot be read."""
        return find_ids(self._db, query, self._codebook())

    def rows(self, ids: Sequence[str], annotator: str = "", *, veiled: bool = False) -> list[CorpusRow]:
        """What the table shows of some articles, as `annotator` sees them; `veiled`, nobody else's work."""
        return find_rows(self._db, ids, annotator, veiled=veiled)

    def hits(self, typed: str, limit: int = 100, annotator: str = "") -> list[Hit]:
        """The articles that match best, the best first, with the found words marked."""
        return search_articles(self._db, typed, self._codebook(), limit, annotator)

    def facet(self, name: str, query: CorpusQuery) -> list[FacetValue]:
        """The values of a facet among the articles of a query, the commonest first."""
        return find_facet(self._db, name, query, self._codebook())

    def metadata_keys(self) -> Sequence[str]:
        """What files said of articles that has no field of its own, the commonest first."""
        return metadata_keys(self._db)

    def tags(self) -> list[TagCount]:
        """Every tag in use, in the order of the alphabet."""
        return count_tags(self._db)

    def tagged(self, tag: str) -> list[str]:
        """Ids of the articles with exactly this tag."""
        sql = "SELECT id FROM articles WHERE number IN (SELECT article FROM article_tags WHERE tag = ?)"
        return [row[0] for row in self._db.execute(f"{sql} ORDER BY number", [tag])]

    def tags_among(self, ids: Sequence[str]) -> dict[str, int]:
        """{tag: how many of these articles have it}."""
        sql = """SELECT tag, count(*) FROM article_tags WHERE article IN (
                   SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(?))) GROUP BY 1"""
        return dict(self._db.execute(sql, [json.dumps(list(ids))]).fetchall())

    def reasons(self) -> list[str]:
        """The reasons for which articles were flagged or skipped, the commonest first."""
        sql = "SELECT reason FROM assignments WHERE reason <> '' GROUP BY 1 ORDER BY count(*) DESC LIMIT 30"
        return [row[0] for row in self._db.execute(sql)]

    def assigned(self) -> list[str]:
        """Ids of the articles that are in somebody's queue."""
        return [row[0] for row in self._db.execute("SELECT article FROM assignments WHERE position > 0")]

    def last_position(self, annotator: str) -> int:
        """The last place in an annotator's queue, 0 where it is empty."""
        sql = "SELECT ifnull(max(position), 0) FROM assignments WHERE annotator = ?"
        return int(self._db.execute(sql, [annotator]).fetchone()[0])

    def values(self, kind: str, ids: Sequence[str]) -> dict[str, str]:
        """The outlet, year, month or lang of some articles, by id; "" where there is none."""
        column = _VALUES[kind]
        sql = f"SELECT id, {column} FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._db.execute(sql, [json.dumps(list(ids))]).fetchall())

    def completions(self, typed: str, place: int) -> list[Completion]:
        """What may stand where somebody types, at a place of a query."""
        return complete(self._db, self._codebook(), typed, place)

    def preview(self, article: str, query: CorpusQuery) -> Preview | None:
        """What is shown beside the table of one article; None where it is gone."""
        return find_preview(self._db, article, query, self._codebook())

    def queue(self, annotator: str, wish: QueueWish) -> ArticleQueue:
        """The part of an annotator's queue that they want to work through, in the order that they want."""
        return chosen_queue(self._db, annotator, wish, self._codebook())

    def shares(self) -> list[Share]:
        """Everybody's part of the work and how far it is."""
        return find_shares(self._db)

    def work(self) -> list[Work]:
        """How long everybody worked on which article, pauses cut out; reads the whole journal."""
        return find_work(self._db)
