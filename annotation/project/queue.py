"""An annotator's queue: which articles in which order, how far each is, and the titles that are looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.corpus import CorpusQuery, find_ids
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


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueWish:
    """Which part of the queue is worked through, and in which order."""

    filters: str = ""
    """A query of the search; "" for the whole queue."""
    everything: bool = False
    """Whether articles that are not assigned are in it as well."""
    uncertain_first: bool = False
    """Whether what is to do comes by how uncertain its suggestions are, not in the order of the queue."""


def chosen_queue(db: Database, annotator: str, wish: QueueWish, codebook: Codebook) -> ArticleQueue:
    """The part of an annotator's queue that a wish leaves, in its order.

    Raises ProjectError for a filter that cannot be read.
    """
    queue = find_queue(db, annotator)
    articles = queue.articles
    if wish.everything and queue.assigned:
        articles = [row[0] for row in db.execute("SELECT id FROM articles ORDER BY number")]
    if wish.filters.strip():
        asked = CorpusQuery(filters=wish.filters, annotator=annotator)
        chosen = set(find_ids(db, asked, codebook))
        articles = [id_ for id_ in articles if id_ in chosen]
    if wish.uncertain_first:
        articles = _uncertain_first(db, articles, queue.states)
    return replace(queue, articles=articles)


def _uncertain_first(
    db: Database, articles: Sequence[str], states: Mapping[str, AssignmentState]
) -> list[str]:
    """The articles to do, the most uncertain first, those without suggestions behind, then what is over."""
    doubts = find_doubts(db)
    return sorted(articles, key=lambda id_: (states.get(id_) in _OVER, -doubts.get(id_, -1.0)))


def find_doubts(db: Database) -> dict[str, float]:
    """{article: how uncertain it is}, of those with suggestions that wait.

    The mean over these suggestions, 1 for a confidence of a half, 0 for one of 0 or 1.
    """
    sql = """SELECT article, avg(1 - abs(2 * confidence - 1)) FROM annotations n
             WHERE annotator = 'machine' AND status = 'suggested' AND confidence IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM annotations b WHERE b.basis = n.id)
             GROUP BY article"""
    return dict(db.execute(sql).fetchall())


def find_takers(db: Database) -> dict[str, frozenset[str]]:
    """{article: who has it in their queue, works on it or is done with it}; who skipped it is left out."""
    sql = """SELECT article, annotator, state FROM assignments
             WHERE position > 0 OR state IN ('started', 'done', 'flagged', 'skipped')"""
    found: dict[str, set[str]] = {}
    for article, annotator, state in db.execute(sql):
        if state != AssignmentState.SKIPPED:
            found.setdefault(article, set()).add(annotator)
    return {article: frozenset(people) for article, people in found.items()}


_OVER = (AssignmentState.DONE, AssignmentState.SKIPPED)


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
