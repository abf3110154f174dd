"""What the articles of a query have in common: values with their counts, to filter by."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.corpus import CorpusQuery, condition_of, seen_state
from annotation.project.sql import Sql

FACETS = ("outlet", "lang", "year", "section", "source_file", "tags", "state", "assigned", "layers")
_MOST = 500
"""Values of a facet that are given, the commonest first."""
_COLUMNS = {
    "outlet": "ifnull(a.outlet, '')",
    "lang": "a.lang",
    "year": "substr(ifnull(a.published, ''), 1, 4)",
    "section": "ifnull(a.section, '')",
    "source_file": "a.source_file",
}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value and how many articles of the query have it; "" for those that have none."""

    value: str
    articles: int


def find_facet(db: Database, name: str, query: CorpusQuery, codebook: Codebook) -> list[FacetValue]:
    """The values of one of FACETS among the articles of a query, the commonest first."""
    where = condition_of(db, query, codebook)
    if where is None:
        return []
    found = _count(db, name, query, where)
    return [FacetValue(str(value), number) for value, number in found.most_common(_MOST) if number]


def _count(db: Database, name: str, query: CorpusQuery, where: Sql) -> Counter[str]:
    if column := _COLUMNS.get(name):
        return _counter(db, f"SELECT {column}, count(*) FROM articles a WHERE {where.text} GROUP BY 1", where)
    if name == "state":
        state = "(SELECT s.state FROM assignments s WHERE s.article = a.id AND s.annotator = ?)"
        sql = f"SELECT ifnull({state}, ''), count(*) FROM articles a WHERE {where.text} GROUP BY 1"
        return _counter(db, sql, Sql("", (query.annotator, *where.values)))
    chosen = f"(SELECT a.number FROM articles a WHERE {where.text})"
    labels = seen_state(db, query, (1,), "p.")
    joins = {
        "tags": f"SELECT tag, count(*) FROM article_tags WHERE article IN {chosen} GROUP BY 1",
        "assigned": f"""SELECT p.name, count(*) FROM assignments s JOIN annotators p ON p.id = s.annotator
                        WHERE s.position > 0 AND ? IN ('', s.annotator) AND s.article IN
                          (SELECT a.id FROM articles a WHERE {where.text}) GROUP BY 1""",
        "layers": f"""SELECT w.layer, count(DISTINCT p.article) FROM label_words w
                      JOIN label_places p ON p.word = w.id
                      WHERE w.word = '' AND w.field = '' AND {labels.text} AND p.article IN {chosen}
                      GROUP BY 1""",
    }
    first = {"assigned": (query.annotator if query.veiled else "",), "layers": labels.values}
    return _counter(db, joins[name], Sql("", (*first.get(name, ()), *where.values)))


def _counter(db: Database, sql: str, where: Sql) -> Counter[str]:
    return Counter({str(value): int(number) for value, number in db.execute(sql, where.values)})


def metadata_keys(db: Database, most: int = 200) -> Sequence[str]:
    """The keys of what files said besides, the commonest first, as far as the first articles show."""
    sql = """SELECT m.key, count(*) FROM (SELECT metadata FROM articles ORDER BY number LIMIT 2000) a,
             json_each(a.metadata) m GROUP BY 1 ORDER BY 2 DESC LIMIT ?"""
    return [str(row[0]) for row in db.execute(sql, [most])]
