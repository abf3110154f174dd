"""An annotator's queue: which articles in which order, how far each is, and the titles that are looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from annotation.records import AssignmentState


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQueue:
    """The articles of a queue in their order, and the states of those that were taken up."""

    articles: Sequence[str] = ()
    states: Mapping[str, AssignmentState] = field(default_factory=dict)
    assigned: bool = False
    """Whether somebody put the articles into the queue; else it is every article of the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTitle:
    """What a list says of one article."""

    id: str
    title: str
    outlet: str
    published: str


def find_queue(db: Database, annotator: str) -> ArticleQueue:
    """The annotator's assignments; every article of the project where nobody assigned any to anyone."""
    sql = "SELECT article, state, position FROM assignments WHERE annotator = ? ORDER BY position, rowid"
    rows = db.execute(sql, [annotator]).fetchall()
    states = {article: AssignmentState(state) for article, state, _position in rows}
    assigned = [article for article, _state, position in rows if position > 0]
    somebody = assigned or db.execute("SELECT 1 FROM assignments WHERE position > 0 LIMIT 1").fetchone()
    if somebody:
        return ArticleQueue(articles=assigned, states=states, assigned=True)
    everything = [row[0] for row in db.execute("SELECT id FROM articles ORDER BY number")]
    return ArticleQueue(articles=everything, states=states)


def find_titles(db: Database, articles: Sequence[str]) -> dict[str, ArticleTitle]:
    """The titles of some articles by id; those that are gone are left out."""
    marks = ", ".join("?" * len(articles))
    sql = f"""SELECT id, title, ifnull(outlet, ''), ifnull(published, '')
              FROM articles WHERE id IN ({marks})"""
    rows = db.execute(sql, list(articles))
    return {row[0]: ArticleTitle(id=row[0], title=row[1], outlet=row[2], published=row[3]) for row in rows}
