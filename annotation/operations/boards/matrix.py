"""Who holds what position towards whom, as a matrix: stances counted by holder, target and polarity."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotation.operations.boards.clustering import cluster
from annotation.operations.boards.counts import Counts, count
from annotation.project.boards.parties import CONCEPT, Party
from annotation.project.boards.stances import Stance

OTHERS = "others"
"""The key of the line into which the less frequent are folded."""


class Order(StrEnum):
    """In which order the lines of a matrix stand."""

    FREQUENCY = "frequency"
    NAME = "name"
    CLUSTER = "cluster"
    """Those who are for and against the same stand together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPlan:
    """What a matrix shows."""

    by_topic: bool = False
    """Whether its columns are the topics of the codebook rather than targets."""
    concepts: bool = True
    """Whether free concepts are among the targets."""
    minimum: int = 1
    """The least number of stances that a cell must have."""
    most: int = 25
    """How many lines there are at most each way; the others are folded into one more."""
    order: Order = Order.FREQUENCY
    topics: Mapping[str, str] = field(default_factory=dict)
    """{key of a topic: what it is called}"""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column."""

    key: str
    name: str
    type: str
    counts: Counts
    folded: int = 0
    """How many parties are folded into it; 0 where it is one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one holder says about one target."""

    counts: Counts
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of holders, columns of targets, and the cells in which there is something."""

    rows: tuple[Line, ...] = ()
    columns: tuple[Line, ...] = ()
    cells: Mapping[tuple[int, int], Cell] = field(default_factory=dict)
    """{(row, column): what is there}"""
    total: Counts = field(default_factory=Counts)
    incomplete: int = 0
    """How many stances lack a holder, or what the columns are made of."""
    weak: int = 0
    """How many stances stand in cells with less than the minimum."""

    @property
    def strongest(self) -> int:
        """The largest number in a cell; 0 where there is none."""
        return max((cell.counts.total for cell in self.cells.values()), default=0)


def build_matrix(stances: Iterable[Stance], plan: MatrixPlan) -> Matrix:
    """The matrix of some stances."""
    cells, parties, incomplete = _gather(stances, plan)
    strong = {pair: found for pair, found in cells.items() if len(found) >= plan.minimum}
    weak = sum(map(len, cells.values())) - sum(map(len, strong.values()))
    rows = _places((pair[0], len(found)) for pair, found in strong.items())
    columns = _places((pair[1], len(found)) for pair, found in strong.items())
    row_of, column_of = _folded(rows, plan.most), _folded(columns, plan.most)
    merged: dict[tuple[str, str], list[Stance]] = {}
    for (row, column), found in strong.items():
        merged.setdefault((row_of[row], column_of[column]), []).extend(found)
    counted = {pair: count(one.polarity for one in found) for pair, found in merged.items()}
    across, down = _lines(counted, 0, parties, row_of), _lines(counted, 1, parties, column_of)
    across, down = _ordered(across, down, counted, plan.order)
    row_places = {line.key: place for place, line in enumerate(across)}
    column_places = {line.key: place for place, line in enumerate(down)}
    return Matrix(
        rows=tuple(across),
        columns=tuple(down),
        cells={
            (row_places[row], column_places[column]): Cell(
                counted[row, column], tuple(one.id for one in found)
            )
            for (row, column), found in merged.items()
        },
        total=_sum(counted.values()),
        incomplete=incomplete,
        weak=weak,
    )


def _gather(
    stances: Iterable[Stance], plan: MatrixPlan
) -> tuple[dict[tuple[str, str], list[Stance]], dict[str, Party], int]:
    """The stances by holder and target, the parties by key, and how many stances have no place."""
    cells: dict[tuple[str, str], list[Stance]] = {}
    parties: dict[str, Party] = {}
    incomplete = 0
    for stance in stances:
        holder, target = stance.holder, _column(stance, plan)
        if target is not None and target.type == CONCEPT and not plan.concepts:
            continue
        if holder is None or target is None:
            incomplete += 1
            continue
        parties[holder.key], parties[target.key] = holder, target
        cells.setdefault((holder.key, target.key), []).append(stance)
    return cells, parties, incomplete


def _column(stance: Stance, plan: MatrixPlan) -> Party | None:
    if not plan.by_topic:
        return stance.target
    name = plan.topics.get(stance.topic, stance.topic)
    return Party(key=f"k:{stance.topic}", name=name) if stance.topic else None


def _places(found: Iterable[tuple[str, int]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for key, number in found:
        counted[key] += number
    return counted


def _folded(counted: Counter[str], most: int) -> dict[str, str]:
    """The key of the line in which each party stands: its own, or that of the others."""
    ranked = sorted(counted, key=lambda key: (-counted[key], key))
    kept = ranked if len(ranked) <= most else ranked[:most]
    return dict.fromkeys(ranked, OTHERS) | {key: key for key in kept}


def _lines(
    counted: Mapping[tuple[str, str], Counts],
    side: int,
    parties: Mapping[str, Party],
    line_of: Mapping[str, str],
) -> list[Line]:
    totals: dict[str, Counts] = {}
    for pair, counts in counted.items():
        totals[pair[side]] = totals.get(pair[side], Counts()) + counts
    folded = sum(1 for line in line_of.values() if line == OTHERS)
    return [
        Line(key, "", "", counts, folded)
        if key == OTHERS
        else Line(key, parties[key].name, parties[key].type, counts)
        for key, counts in totals.items()
    ]


def _ordered(
    across: list[Line], down: list[Line], counted: Mapping[tuple[str, str], Counts], order: Order
) -> tuple[list[Line], list[Line]]:
    """Rows and columns in the order asked for; the folded ones are always last."""
    across, down = (sorted(side, key=_by_frequency) for side in (across, down))
    if order is Order.NAME:
        across, down = (sorted(side, key=_by_name) for side in (across, down))
    elif order is Order.CLUSTER:
        across, down = _clustered(across, down, counted), _clustered(down, across, _turned(counted))
    return across, down


def _by_frequency(line: Line) -> tuple[bool, int, str]:
    return bool(line.folded), -line.counts.total, line.name.casefold()


def _by_name(line: Line) -> tuple[bool, str]:
    return bool(line.folded), line.name.casefold()


def _turned(counted: Mapping[tuple[str, str], Counts]) -> dict[tuple[str, str], Counts]:
    return {(column, row): counts for (row, column), counts in counted.items()}


def _clustered(
    lines: Sequence[Line], others: Sequence[Line], counted: Mapping[tuple[str, str], Counts]
) -> list[Line]:
    """The lines so that those alike stand side by side: by net and by number of stances."""
    single = [line for line in lines if not line.folded]
    rows = []
    for line in single:
        found = [counted.get((line.key, other.key), Counts()) for other in others]
        rows.append([float(one.net) for one in found] + [0.5 * one.total for one in found])
    return [single[place] for place in cluster(rows)] + [line for line in lines if line.folded]


def _sum(counts: Iterable[Counts]) -> Counts:
    found = Counts()
    for one in counts:
        found += one
    return found
