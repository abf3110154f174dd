"""A network as formats write it: nodes with what is known of them, and ties with weights."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from annotation.exporters._networks.matrix import Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One actor, concept, outlet or source."""

    name: str
    mode: str
    type: str = ""
    """Of an actor: its type of entity, where that is known."""
    frequency: int = 0
    """How many events of the network it occurs in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One tie between two nodes; `meaning` says what a combination of polarities stands for."""

    source: str
    target: str
    weight: float
    meaning: str = ""

    @property
    def sign(self) -> int:
        """1 or -1."""
        return 1 if self.weight > 0 else -1


@dataclass(frozen=True, kw_only=True)
class Network:
    """A matrix with its nodes; a two-mode network has nodes for its columns too."""

    matrix: Matrix
    row_nodes: tuple[Node, ...]
    column_nodes: tuple[Node, ...] = ()
    directed: bool = False
    two_mode: bool = False
    weak: int = 0
    """How many ties were left out because they are weaker than the minimum."""
    events: int = 0

    @cached_property
    def row_ids(self) -> tuple[str, ...]:
        """What tells the nodes of the rows apart: their names."""
        return tuple(node.name for node in self.row_nodes)

    @cached_property
    def column_ids(self) -> tuple[str, ...]:
        """What tells the nodes of the columns apart: their names, with the mode where a row has the same."""
        if not self.two_mode:
            return self.row_ids
        rows, taken = set(self.row_ids), {node.name for node in (*self.row_nodes, *self.column_nodes)}
        found: list[str] = []
        for node in self.column_nodes:
            own = node.name
            while own in rows or (own != node.name and own in taken):
                own = f"{own} ({node.mode})"
            taken.add(own)
            found.append(own)
        return tuple(found)

    def nodes(self) -> Iterator[tuple[str, Node]]:
        """Each node with what tells it apart, rows first."""
        yield from zip(self.row_ids, self.row_nodes, strict=True)
        if self.two_mode:
            yield from zip(self.column_ids, self.column_nodes, strict=True)

    def ties(self) -> Iterator[Tie]:
        """The ties in the order of rows and columns, those without direction once."""
        meanings = self.matrix.meanings
        for row, column, weight in self.matrix.cells():
            meaning = meanings.get(int(weight), "") if meanings else ""
            yield Tie(
                source=self.row_ids[row], target=self.column_ids[column], weight=weight, meaning=meaning
            )

    @property
    def untied(self) -> int:
        """How many nodes have no tie."""
        rows, columns = np.unique(self.matrix.row), np.unique(self.matrix.column)
        if self.two_mode:
            return len(self.row_nodes) - len(rows) + len(self.column_nodes) - len(columns)
        return len(self.row_nodes) - len(np.union1d(rows, columns))
