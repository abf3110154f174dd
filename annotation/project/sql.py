"""Pieces of SQL with the values that belong to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sql:
    """A condition, or a query in brackets, and the values for its question marks in their order."""

    text: str
    values: tuple[Any, ...] = ()
    source: str = ""
    """Of a condition on an article's number alone: the query for these numbers, with the same values."""

    def negated(self) -> "Sql":
        """What is true where this is not, also where this is unknown."""
        return Sql(f"NOT ifnull({self.text}, 0)", self.values)


def among(query: str, values: tuple[Any, ...] = ()) -> Sql:
    """Whether the number of an article is among those that a query gives."""
    return Sql(f"a.number IN ({query})", values, query)


NEVER = Sql("0")
ALWAYS = Sql("1")


def joined(joint: str, parts: Sequence[Sql]) -> Sql:
    """Conditions within brackets with AND or OR between them."""
    if len(parts) == 1:
        return parts[0]
    text = f" {joint} ".join(part.text for part in parts)
    return Sql(f"({text})", tuple(value for part in parts for value in part.values))


def one_of(column: str, values: Iterable[Any]) -> Sql:
    """Whether a column has one of some values."""
    found = tuple(values)
    return Sql(f"{column} IN ({', '.join('?' * len(found))})", found) if found else NEVER


def escaped(text: str) -> str:
    """A text as it has to be written within LIKE … ESCAPE '!'."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
