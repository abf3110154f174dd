"""From events to a network: the only way through counting, aggregation and normalization."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from annotation.exporters._networks.events import Event
from annotation.exporters._networks.kinds import DIRECTED, ONE_MODE, TWO_MODE, Kind
from annotation.exporters._networks.matrix import Matrix, count
from annotation.exporters._networks.network import Network, Node
from annotation.exporters._networks.one_mode import project
from annotation.exporters._networks.options import Plan
from annotation.exporters._networks.two_mode import aggregate, meanings, normalize

_MODES = {"actor": "actor", "target": "actor", "concept": "concept", "outlet": "outlet", "article": "article"}


def build_network(selected: Sequence[Event], loaded: Sequence[Event], plan: Plan, kind: Kind) -> Network:
    """The network of the selected events.

    With isolates, all names of the loaded events have their row and column, tied or not: so the networks of
    several windows have the same ones.
    """
    matrix = build_matrix(selected, loaded if plan.isolates else selected, kind)
    two_mode = kind.shape == TWO_MODE
    kept, weak = _strong(matrix, plan.minimum)
    return Network(
        matrix=kept,
        row_nodes=_nodes(kept.rows, selected, loaded, kind, kind.rows),
        column_nodes=_nodes(kept.columns, selected, loaded, kind, kind.columns) if two_mode else (),
        two_mode=two_mode,
        directed=kind.shape == DIRECTED,
        weak=weak,
        events=len(selected),
    )


def build_matrix(events: Sequence[Event], named: Iterable[Event], kind: Kind) -> Matrix:
    """The matrix of events, with the names of the events `named` in alphabetical order of code points."""
    named = list(named)
    rows, columns = _names(named, kind.rows), _names(named, kind.columns)
    if kind.shape == DIRECTED:
        rows = columns = sorted({*rows, *columns})
    counts = count(events, (kind.rows, kind.columns), (rows, columns))
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


def _names(events: Iterable[Event], variable: str) -> list[str]:
    return sorted({name for event in events if (name := event.value(variable))})


def _strong(matrix: Matrix, minimum: float) -> tuple[Matrix, int]:
    """The matrix without its weak ties, and how many these are."""
    strong = np.abs(matrix.weight) >= minimum
    weak = len(matrix) - int(strong.sum())
    if not weak:
        return matrix, 0
    row, column, weight = matrix.row[strong], matrix.column[strong], matrix.weight[strong]
    return replace(matrix, row=row, column=column, weight=weight), weak


def _nodes(
    names: Sequence[str], selected: Sequence[Event], loaded: Sequence[Event], kind: Kind, variable: str
) -> tuple[Node, ...]:
    """The nodes of one side; an actor of a directed network occurs as who speaks and as who is spoken of."""
    variables = (kind.rows, kind.columns) if kind.shape == DIRECTED else (variable,)
    occurs = Counter(event.value(one) for event in selected for one in variables)
    types = _types(loaded, variables)
    return tuple(
        Node(name=name, mode=_MODES[variable], type=types.get(name, ""), frequency=occurs[name])
        for name in names
    )


def _types(events: Iterable[Event], variables: Iterable[str]) -> dict[str, str]:
    """The first type that is known of each name."""
    found: dict[str, str] = {}
    sides = [one for one in variables if one in {"actor", "target"}]
    for event in events:
        for side in sides:
            party = event.actor if side == "actor" else event.target
            if party is not None and party.type and not found.get(party.name):
                found[party.name] = party.type
    return found
