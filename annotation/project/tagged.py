"""The tags of articles: which there are, and where; the rows follow from the articles."""

from dataclasses import dataclass

from sqlite_utils import Database

from annotation.records import Article, Change


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many articles have it."""

    tag: str
    articles: int


def index_tags(db: Database, change: Change) -> None:
    """Keep the rows in step with an article that was added, changed or removed."""
    before = set(change.before.tags) if isinstance(change.before, Article) else set()
    after = set(change.after.tags) if isinstance(change.after, Article) else set()
    if before == after:
        return
    assert isinstance(change.record, Article), "tags belong to articles"
    number = change.record.number
    for tag in before - after:
        db.execute("DELETE FROM article_tags WHERE tag = ? AND article = ?", [tag, number])
    for tag in after - before:
        sql = "INSERT INTO article_tags (tag, article) VALUES (?, ?) ON CONFLICT DO NOTHING"
        db.execute(sql, [tag, number])


def count_tags(db: Database) -> list[TagCount]:
    """Every tag in use in the order of the alphabet."""
    sql = "SELECT tag, count(*) FROM article_tags GROUP BY tag ORDER BY tag COLLATE NOCASE, tag"
    return [TagCount(*row) for row in db.execute(sql)]
