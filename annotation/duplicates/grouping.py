"""Groups of copies out of pairs: no chains, each group with the article that stands for it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Compare = Callable[[str, str], float]
"""How much of the shorter of two articles, by id, stands in the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """As much of an article as tells which one of a group stands for it."""

    id: str
    day: str = ""
    """ISO 8601, "" where it is not known."""
    length: int = 0
    number: int = 0
    """Its place in the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that are copies of one."""

    articles: tuple[str, ...]
    """Ids, the representative first, the others as old as they are."""
    alike: tuple[float, ...] = ()
    """How much of the shorter of each article and the representative stands in the other."""

    @property
    def representative(self) -> str:
        """The article that stands for the group."""
        return self.articles[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What people said about copies, which holds whatever the texts look like."""

    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    """Two sets of articles, of which none of the one is a copy of one of the other."""
    together: tuple[frozenset[str], ...] = ()
    """Articles that are copies of each other."""
    first: frozenset[str] = frozenset()
    """Articles that stand for their groups."""

    def separates(self, one: str, other: str) -> bool:
        """Whether somebody said that two articles are no copies."""
        return any((one in a and other in b) or (one in b and other in a) for a, b in self.apart)


def age_of(fact: Fact) -> tuple[str, int, int]:
    """What the articles of a group are ordered by: the earliest first, of one day the longest."""
    return fact.day[:10] or "9999", -fact.length, fact.number


def representative_of(facts: Iterable[Fact], first: frozenset[str] = frozenset()) -> str:
    """The id of the article that stands for others: one of `first`, else the earliest, else the longest."""
    return min(facts, key=lambda fact: (fact.id not in first, *age_of(fact))).id


def group_articles(
    facts: Mapping[str, Fact],
    pairs: Iterable[tuple[str, str]],
    compare: Compare,
    threshold: float,
    said: Statements | None = None,
) -> list[Group]:
    """Groups of the articles of pairs that are copies, in the order of their representatives in the project.

    An article that is like another of a group but not like its representative does not come in by that one:
    it is grouped with what is left.
    """
    grouping = _Grouping(facts, compare, threshold, said or Statements())
    return sorted(grouping.groups(pairs), key=lambda group: facts[group.representative].number)


@dataclass(slots=True)
class _Grouping:
    facts: Mapping[str, Fact]
    compare: Compare
    threshold: float
    said: Statements
    near: dict[str, set[str]] = field(default_factory=dict)
    """{article: those that it is paired with}"""

    def groups(self, pairs: Iterable[tuple[str, str]]) -> list[Group]:
        """All groups."""
        for one, other in pairs:
            if not self.said.separates(one, other):
                self._link(one, other)
        for some in self.said.together:
            known = sorted(id_ for id_ in some if id_ in self.facts)
            for id_ in known[1:]:
                self._link(known[0], id_)
        found: list[Group] = []
        waiting = [set(self.near)]
        while waiting:
            for part in self._components(waiting.pop()):
                group, left = self._gather(part)
                found += [group] if len(group.articles) > 1 else []
                waiting += [left] if len(left) > 1 else []
        return found

    def _link(self, one: str, other: str) -> None:
        self.near.setdefault(one, set()).add(other)
        self.near.setdefault(other, set()).add(one)

    def _components(self, articles: set[str]) -> list[set[str]]:
        """The articles in parts that no pair connects; those of one alone are left out."""
        parts: list[set[str]] = []
        left = set(articles)
        while left:
            part, waiting = set[str](), [left.pop()]
            while waiting:
                id_ = waiting.pop()
                part.add(id_)
                reached = self.near[id_] & left
                left -= reached
                waiting += reached
            parts += [part] if len(part) > 1 else []
        return parts

    def _gather(self, part: set[str]) -> tuple[Group, set[str]]:
        """The group of the representative of connected articles, and those that are none of its copies."""
        first = representative_of((self.facts[id_] for id_ in part), self.said.first)
        alike = {id_: self._likeness(first, id_) for id_ in part if id_ != first}
        copies = sorted((id_ for id_ in alike if alike[id_] >= 0), key=lambda id_: age_of(self.facts[id_]))
        kept = self._without_separated([first, *copies])
        group = Group(articles=tuple(kept), alike=(1.0, *(alike[id_] for id_ in kept[1:])))
        return group, part - set(kept)

    def _likeness(self, first: str, id_: str) -> float:
        """How much an article is like the representative, -1 where that is not enough."""
        found = self.compare(first, id_)
        enough = found >= self.threshold or self._is_stated(first, id_)
        return found if enough and not self.said.separates(first, id_) else -1.0

    def _is_stated(self, first: str, id_: str) -> bool:
        """Whether somebody put an article together with the representative, or with a copy of it."""
        mates = set[str]().union(*(some for some in self.said.together if id_ in some)) - {id_}
        return first in mates or any(
            self.compare(first, mate) >= self.threshold for mate in mates if mate in self.facts
        )

    def _without_separated(self, articles: Sequence[str]) -> list[str]:
        """The articles without those of which somebody said that they are no copies of one before them."""
        if not self.said.apart:
            return list(articles)
        kept: list[str] = []
        for id_ in articles:
            if not any(self.said.separates(one, id_) for one in kept):
                kept.append(id_)
        return kept
