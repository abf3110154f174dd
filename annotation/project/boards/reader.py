"""The questions of the boards, in one place."""

from collections.abc import Sequence

from sqlite_utils import Database

from annotation.project.boards.attribution_rows import AttributionRow, read_attributions
from annotation.project.boards.attributions import (
    AttributionQuery,
    Speaker,
    find_attributions,
    find_outlets,
    find_speakers,
)
from annotation.project.boards.chosen import Chosen, find_keys
from annotation.project.boards.figures import Figure, read_figures, read_quotes
from annotation.project.boards.parties import Names
from annotation.project.boards.stances import Evidence, Stance, read_evidence, read_stances


class BoardReader:
    """Reads what boards show. Used by the thread that owns the connection.

    What lasts is asked for in batches of `keys`, so that others have their turn in between. `names` is read
    once for a series of questions and handed on.
    """

    def __init__(self, db: Database) -> None:
        """Read through the connection `db`."""
        self._db = db

    def names(self) -> Names:
        """The registry, as records name its entries."""
        return Names.read(self._db)

    def keys(self, chosen: Chosen, layer: str, articles: Sequence[str] | None = None) -> list[int]:
        """The row numbers of the chosen records of a layer, ascending; with `articles`, of these alone."""
        return find_keys(self._db, chosen, layer, articles)

    def attributions(self, query: AttributionQuery) -> list[str]:
        """The ids of the attributions of a query in its order.

        Raises ProjectError for a search that cannot be read.
        """
        return find_attributions(self._db, query, self.names())

    def speakers(self, query: AttributionQuery) -> list[Speaker]:
        """Everybody who is credited in the attributions of a query, the most credited first."""
        return find_speakers(self._db, query, self.names())

    def outlets(self, chosen: Chosen) -> list[str]:
        """The outlets of the chosen attributions, the commonest first."""
        return find_outlets(self._db, chosen)

    def attribution_rows(self, ids: Sequence[str], chosen: Chosen, names: Names) -> list[AttributionRow]:
        """What the table shows of some attributions; figures and stances are those of the chosen records."""
        return read_attributions(self._db, ids, chosen, names)

    def stances(self, keys: Sequence[int], names: Names) -> list[Stance]:
        """The stances of some rows."""
        return read_stances(self._db, keys, names)

    def evidence(self, ids: Sequence[str], names: Names) -> list[Evidence]:
        """What is shown of some stances as evidence."""
        return read_evidence(self._db, ids, names)

    def figures(self, keys: Sequence[int], names: Names) -> list[Figure]:
        """The figures of some rows."""
        return read_figures(self._db, keys, names)

    def has_suggestions(self, layer: str) -> bool:
        """Whether a layer has any suggestion, decided or not."""
        sql = "SELECT 1 FROM annotations WHERE layer = ? AND status = 'suggested' LIMIT 1"
        return self._db.execute(sql, [layer]).fetchone() is not None

    def quotes(self, ids: Sequence[str]) -> dict[str, str]:
        """{id: the words that it is known by} of some records."""
        return read_quotes(self._db, ids)
