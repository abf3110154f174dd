"""The indexes that follow from records and texts: whether they do, and making them anew."""

from collections import Counter
from collections.abc import Callable, Iterator

from sqlite_utils import Database

from annotation.project.boards.attribution_index import fill_attributions, wrong_attributions
from annotation.project.label_index import LabelIndex, fill_index, record_number

TABLES = ("label_places", "label_links", "entity_words", "attribution_index", "label_words")
"""What is made anew, in the order in which it is emptied."""
_MASK = (1 << 64) - 1

Tell = Callable[[int, int], object]
Sums = Counter[int]
"""{number of an article: a sum over what the index has of it}"""


def rebuild(db: Database) -> None:
    """Make every index anew from the records. Used within one transaction."""
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")
    fill_index(db)
    fill_attributions(db)


def wrongly_indexed(db: Database, progress: Tell = lambda done, total: None) -> Iterator[str]:
    """The ids of the articles whose labels the index has otherwise than they are, then of attributions.

    Sums are compared, article by article, so that no memory is needed for the index itself.
    """
    stored = _stored_sums(db)
    index = LabelIndex(db)
    articles = db.execute("SELECT number, id FROM articles ORDER BY number").fetchall()
    for done, (number, id_) in enumerate(articles):
        progress(done, len(articles))
        if stored.pop(number, 0) != _true_sum(index, number):
            yield str(id_)
    yield from (str(number) for number in sorted(stored))
    yield from wrong_attributions(db)


def _stored_sums(db: Database) -> Sums:
    sums: Sums = Counter()
    places = "SELECT article, word, record, decided FROM label_places"
    links = "SELECT article, field, record, decided, target FROM label_links"
    for sql in (places, links):
        for article, *row in db.execute(sql):
            sums[article] = (sums[article] + hash(tuple(row))) & _MASK
    return sums


def _true_sum(index: LabelIndex, number: int) -> int:
    words, links = index.gathered(number)
    known = index.number_of
    total = sum(hash((known(word), record, decided)) for word, record, decided in words)
    total += sum(
        hash((known(("", layer, key)), record, decided, record_number(target)))
        for (target, layer, key), record, decided in links
    )
    return total & _MASK
