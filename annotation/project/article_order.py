"""The articles in any order, remembered as long as no article changes: numbers, ids, and sorted columns.

It is kept beside the connection and follows from the table of articles alone; whoever changes an article
says so.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from sqlite_utils import Database

_EMPTY = (None, "", "[]")


@dataclass(slots=True)
class ArticleOrder:
    """All articles of a project as they are now."""

    ids: dict[int, str] = field(default_factory=dict)
    """{number: id} in the order of the project."""
    _sorted: dict[tuple[str, bool], list[int]] = field(default_factory=dict)

    def ids_of(self, numbers: Iterable[int]) -> list[str]:
        """The ids of some articles in their order; those that are gone are left out."""
        ids = self.ids
        return [ids[number] for number in numbers if number in ids]

    def sorted_by(
        self, column: str, descending: bool, read: Callable[[], Sequence[tuple[int, Any]]],
        key: Callable[[Any], Any],
    ) -> list[int]:  # fmt: skip
        """The numbers of all articles ordered by what `read` gives of each; what lacks it comes last."""
        found = self._sorted.get((column, descending))
        if found is None:
            rows = read()
            known = [row for row in rows if row[1] not in _EMPTY]
            known.sort(key=lambda row: key(row[1]), reverse=descending)
            found = [row[0] for row in known] + [row[0] for row in rows if row[1] in _EMPTY]
            self._sorted[column, descending] = found
        return found


_ORDERS: "WeakKeyDictionary[Database, ArticleOrder]" = WeakKeyDictionary()


def article_order(db: Database) -> ArticleOrder:
    """The articles of the project behind a connection, read where they are not known yet."""
    found = _ORDERS.get(db)
    if found is None:
        rows = db.execute("SELECT number, id FROM articles ORDER BY number").fetchall()
        found = _ORDERS[db] = ArticleOrder(ids=dict(rows))
    return found


def forget_order(db: Database) -> None:
    """Read anew when it is next asked for: an article changed, or a change was taken back."""
    _ORDERS.pop(db, None)
