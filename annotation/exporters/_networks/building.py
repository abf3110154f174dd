"""From events to a network: the only way through counting, aggregation and normalization."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from annotation.exporters._networks.events import Event
from annotation.exporters._networks.kinds import DIRECTED, ONE_MODE, TWO_MODE, Kind
from annotation.exporters._networks.matrix import Matrix, count
from annotation.exporters._networks.network import Network, Node
from annotation.exporters._networks.one_mode import project
from annotation.exporters._networks.options import Plan
from annotation.exporters._networks.two_mode import aggregate, meanings, normalize

_MODES = {"actor": "actor", "target": "actor", "concept": "concept", "outlet": "outlet", "article": "article"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What the networks of several windows have in common."""

    types: Mapping[str, Mapping[str, str]]
    """{variable: {name: type}}"""
    names: tuple[Sequence[str], Sequence[str]] | None
    """The names of the rows and columns; None where each network has those that its events have."""
    levels: tuple[int, ...] = (-1, 1)
    """How strong stances are: both signs, 0 where it is met, or what a field’s numbers come to, in order."""


def frame_of(loaded: Sequence[Event], plan: Plan, kind: Kind) -> Frame:
    """The types and levels that loaded events know, and with isolates all their names, tied or not."""
    types = {variable: _types(loaded, variable) for variable in (kind.rows, kind.columns)}
    names = _sides(loaded, kind) if plan.isolates else None
    found = {level for one in loaded if (level := one.level) is not None}
    return Frame(types, names, tuple(sorted(found if plan.strength and found else found | {-1, 1})))


def build_network(selected: Sequence[Event], frame: Frame, plan: Plan, kind: Kind) -> Network:
    """The network of the selected events."""
    two_mode = kind.shape == TWO_MODE
    matrix = build_matrix(selected, frame.names or _sides(selected, kind), kind, frame.levels)
    kept, weak = _strong(matrix, plan.minimum)
    return Network(
        matrix=kept,
        row_nodes=_nodes(kept.rows, selected, frame, kind, kind.rows),
        column_nodes=_nodes(kept.columns, selected, frame, kind, kind.columns) if two_mode else (),
        two_mode=two_mode,
        directed=kind.shape == DIRECTED,
        weak=weak,
        events=len(selected),
    )


def build_matrix(
    events: Sequence[Event],
    names: tuple[Sequence[str], Sequence[str]],
    kind: Kind,
    levels: tuple[int, ...] = (-1, 1),
) -> Matrix:
    """The matrix of events that all have their names among those of the rows and columns.

    `levels` are those that stances can have, in order.
    """
    rows, columns = names
    counts = count(events, (kind.rows, kind.columns), (rows, columns), levels)
    if kind.shape == ONE_MODE:
        ties = project(counts, kind.aggregation, kind.normalization)
        return Matrix(
            rows=tuple(rows),
            columns=tuple(rows),
            row=ties.row,
            column=ties.column,
            weight=ties.weight,
            symmetric=True,
            cancelled=ties.cancelled,
        )
    weights = aggregate(counts, kind.aggregation)
    weights = normalize(weights, counts, kind.aggregation, kind.normalization)
    before = int((sum(counts.values()) != 0).sum())
    weights.eliminate_zeros()
    weights.sort_indices()
    cells = weights.tocoo()
    return Matrix(
        rows=tuple(rows),
        columns=tuple(columns),
        row=cells.row.astype(np.int32),
        column=cells.col.astype(np.int32),
        weight=cells.data.astype(np.float64),
        cancelled=before - weights.nnz,
        meanings=meanings(counts) if kind.aggregation == "combine" and kind.normalization == "no" else {},
    )


def _sides(events: Sequence[Event], kind: Kind) -> tuple[Sequence[str], Sequence[str]]:
    """The names of the rows and of the columns in the order of their code points."""
    rows, columns = ({event.value(one) for event in events} - {""} for one in (kind.rows, kind.columns))
    if kind.shape == DIRECTED:
        both = sorted(rows | columns)
        return both, both
    return sorted(rows), sorted(columns)


def _strong(matrix: Matrix, minimum: float) -> tuple[Matrix, int]:
    """The matrix without its weak ties, and how many these are."""
    strong = np.abs(matrix.weight) >= minimum
    weak = len(matrix) - int(strong.sum())
    if not weak:
        return matrix, 0
    row, column, weight = matrix.row[strong], matrix.column[strong], matrix.weight[strong]
    return replace(matrix, row=row, column=column, weight=weight), weak


def _nodes(
    names: Sequence[str], selected: Sequence[Event], frame: Frame, kind: Kind, variable: str
) -> tuple[Node, ...]:
    """The nodes of one side; an actor of a directed network occurs as who speaks and as who is spoken of."""
    variables = (kind.rows, kind.columns) if kind.shape == DIRECTED else (variable,)
    occurs = Counter(event.value(one) for event in selected for one in variables)
    types = {name: type_ for one in reversed(variables) for name, type_ in frame.types[one].items()}
    return tuple(
        Node(name=name, mode=_MODES[variable], type=types.get(name, ""), frequency=occurs[name])
        for name in names
    )


def _types(events: Iterable[Event], variable: str) -> dict[str, str]:
    """The first type that is known of each name."""
    found: dict[str, str] = {}
    for event in events if variable in {"actor", "target"} else ():
        party = event.actor if variable == "actor" else event.target
        if party is not None and party.type:
            found.setdefault(party.name, party.type)
    return found
