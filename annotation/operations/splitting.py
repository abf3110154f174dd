"""Dividing a corpus into training, development and test sets, or into folds, that share no text."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Protocol

from annotation.operations._base import OperationError
from annotation.records import Article

SPLITS = ("train", "dev", "test")
COPIES, DAY, OUTLET = "copies", "day", "outlet"
GROUPS = (COPIES, DAY, OUTLET)
"""What may not straddle: copies never do, all of an outlet's day and all of an outlet where that is asked."""
LABELS = "labels"
STRATA = ("outlet", "lang", "year", "section", LABELS)
"""What parts can be alike in; `labels.LAYER` counts those of one layer."""
_MOST_FOLDS = 100


class Articles(Protocol):
    """As much of a reader as a division looks at."""

    def articles(self) -> Iterable[Article]:
        """The articles to be divided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """How a corpus is divided; not at all to begin with."""

    shares: str = ""
    """Of training, development and test, such as "80/10/10"."""
    folds: int = 0
    """How many parts for cross-validation. With shares, those of the test set are set aside."""
    seed: int = 1
    stratify: tuple[str, ...] = ()
    """In what the parts are to be alike, the most important first: STRATA, or `labels.LAYER`."""
    groups: tuple[str, ...] = (COPIES,)
    """What may not straddle beside copies: GROUPS."""

    def __bool__(self) -> bool:
        """Whether anything is divided."""
        return bool(self.shares or self.folds)

    @property
    def needs_counts(self) -> bool:
        """Whether labels have to be counted."""
        return any(key.partition(".")[0] == LABELS for key in self.stratify)


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """What came of it."""

    parts: Mapping[str, frozenset[str]]
    """{name of a part: ids of its articles}, in the order of the parts."""
    groups: int
    """How many groups of articles that may not straddle there are."""
    largest: int
    """Articles of the largest group: no part is further from its share."""

    @property
    def where(self) -> dict[str, str]:
        """{id of an article: its part}."""
        return {id_: name for name, ids in self.parts.items() for id_ in ids}


def split_articles(reader: Articles, shares: str, seed: int) -> Mapping[str, frozenset[str]]:
    """{train, dev, test: article ids} in the shares of "80/10/10"; copies never straddle."""
    _shares(shares)
    return divide(reader, Division(shares=shares, seed=seed)).parts


def divide(
    reader: Articles, division: Division, counts: Mapping[str, Mapping[str, int]] | None = None
) -> Divided:
    """The articles of a reader in parts; `counts` are {article: {layer: labels}}, where they are asked for.

    The same texts and seed give the same division, in whatever order the articles came into the project. No
    part of a split, and no fold, is off its share by as many articles as the largest group has (by twice as
    many where folds stand beside a test set). Raises OperationError for a division that is none.
    """
    wanted = _wanted(division)
    _check(division)
    groups = _groups(reader.articles(), division.groups)
    keys = [_stratum_of(key, counts or {}) for key in division.stratify]
    order = sorted(groups, key=lambda group: _rank(group, keys, division.seed))
    parts: dict[str, set[str]] = {name: set() for name in wanted}
    for group, name in zip(order, _places(map(len, order), wanted), strict=True):
        parts[name].update(article.id for article in group)
    return Divided(
        parts={name: frozenset(ids) for name, ids in parts.items()},
        groups=len(groups),
        largest=max(map(len, groups), default=0),
    )


# ---------------------------------------------------------------- shares


def _wanted(division: Division) -> dict[str, Fraction]:
    """{name of a part: its share of the whole}."""
    sizes = _shares(division.shares) if division.shares else (1, 0, 0)
    whole = sum(sizes)
    if not division.folds:
        return {name: Fraction(size, whole) for name, size in zip(SPLITS, sizes, strict=True)}
    if not 2 <= division.folds <= _MOST_FOLDS:
        raise OperationError("Cross-validation needs 2 to {most} folds, not {folds}.",
                             most=_MOST_FOLDS, folds=division.folds)  # fmt: skip
    digits = len(str(division.folds))
    rest = Fraction(whole - sizes[-1], whole * division.folds)
    folds = {f"fold-{number:0{digits}}": rest for number in range(1, division.folds + 1)}
    return {**folds, SPLITS[-1]: Fraction(sizes[-1], whole)} if sizes[-1] else folds


def _shares(written: str) -> tuple[int, ...]:
    parts = written.split("/")
    if len(parts) != len(SPLITS) or not all(part.isdecimal() for part in parts) or not any(map(int, parts)):
        raise OperationError("“{shares}” is no split: write three shares such as 80/10/10.", shares=written)
    return tuple(map(int, parts))


def _check(division: Division) -> None:
    for key in division.stratify:
        if key not in STRATA and not key.startswith(f"{LABELS}."):
            raise OperationError("Parts cannot be made alike in “{key}”: choose one of {known}.",
                                 key=key, known=", ".join((*STRATA, f"{LABELS}.LAYER")))  # fmt: skip
    for kind in division.groups:
        if kind not in GROUPS:
            raise OperationError("Articles cannot be grouped by “{kind}”: choose one of {known}.",
                                 kind=kind, known=", ".join(GROUPS))  # fmt: skip


def _places(sizes: Iterable[int], wanted: Mapping[str, Fraction]) -> Iterator[str]:
    """The part of each group: the one that lacks most of its share of what is placed by then.

    So every beginning of the order is divided in the shares, and with it each stratum, which is a stretch.
    """
    whole = lcm(*(share.denominator for share in wanted.values()))
    shares = {name: int(share * whole) for name, share in wanted.items()}
    lacking = dict.fromkeys(wanted, 0)
    for size in sizes:
        for name, share in shares.items():
            lacking[name] += share * size
        chosen = max(lacking, key=lacking.__getitem__)
        lacking[chosen] -= whole * size
        yield chosen


# ---------------------------------------------------------------- strata


def _rank(group: Sequence[Article], keys: Sequence[Callable[[Article], str]], seed: int) -> tuple[str, ...]:
    """Where a group stands in the order: by its stratum, within it by chance."""
    name = min(article.text_sha256 for article in group)
    chance = hashlib.sha256(f"{seed}/{name}".encode()).hexdigest()
    return (*(_commonest(key(article) for article in group) for key in keys), chance)


def _commonest(values: Iterable[str]) -> str:
    """The value that most have; of several the first in the order of the alphabet."""
    return min(Counter(values).items(), key=lambda one: (-one[1], one[0]))[0]


def _stratum_of(key: str, counts: Mapping[str, Mapping[str, int]]) -> Callable[[Article], str]:
    kind, _dot, layer = key.partition(".")
    if kind == LABELS:
        return lambda article: _magnitude(counts.get(article.id, {}), layer)
    if kind == "year":
        return lambda article: (article.published or "")[:4]
    return lambda article: str(getattr(article, kind) or "")


def _magnitude(counted: Mapping[str, int], layer: str) -> str:
    """How many labels there are as a power of two: 0, 1, 2-3, 4-7 and so on; "" as a layer for all."""
    number = counted.get(layer, 0) if layer else sum(counted.values())
    return f"{number.bit_length():02}"


# ---------------------------------------------------------------- groups


def _groups(articles: Iterable[Article], kinds: Sequence[str]) -> list[list[Article]]:
    """The articles, those together that may not straddle, directly or by way of others."""
    parents: dict[str, str] = {}

    def root(name: str) -> str:
        while parents.setdefault(name, name) != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    known = list(articles)
    for article in known:
        first, *others = _bonds(article, kinds)
        for other in others:
            one, two = sorted((root(first), root(other)))
            parents[two] = one
    found: dict[str, list[Article]] = {}
    for article in known:
        found.setdefault(root(f"text/{article.text_sha256}"), []).append(article)
    return list(found.values())


def _bonds(article: Article, kinds: Sequence[str]) -> Iterator[str]:
    """What an article shares with others of its group: its text first."""
    yield f"text/{article.text_sha256}"
    if article.duplicates:
        yield f"duplicates/{article.duplicates}"
    if OUTLET in kinds and article.outlet:
        yield f"outlet/{article.outlet}"
    if DAY in kinds and article.outlet and article.published:
        yield f"day/{article.outlet}/{article.published[:10]}"
