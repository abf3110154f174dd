"""Dividing a corpus into training, development and test sets that share no text."""

import hashlib
from collections.abc import Mapping

from annotation.operations._base import OperationError
from annotation.project import ProjectReader

SPLITS = ("train", "dev", "test")


def split_articles(reader: ProjectReader, shares: str, seed: int) -> Mapping[str, frozenset[str]]:
    """{train, dev, test: article ids} in the shares of "80/10/10".

    The same project and seed give the same split.
    Near-duplicates of one group, and articles with the same text, never straddle.
    """
    sizes = _shares(shares)
    groups = _groups(reader)
    order = sorted(groups, key=lambda group: hashlib.sha256(f"{seed}/{group}".encode()).digest())
    total, placed = sum(map(len, groups.values())), 0
    split: dict[str, set[str]] = {name: set() for name in SPLITS}
    for group in order:
        split[_place(placed, total, sizes)].update(groups[group])
        placed += len(groups[group])
    return {name: frozenset(ids) for name, ids in split.items()}


def _groups(reader: ProjectReader) -> dict[str, list[str]]:
    """{name of a group: ids of its articles}: those of one text, or one group of duplicates, are together."""
    parents: dict[str, str] = {}

    def root(name: str) -> str:
        while parents.setdefault(name, name) != name:
            name = parents[name]
        return name

    texts: dict[str, str] = {}
    for article in reader.articles():
        texts[article.id] = f"text/{article.text_sha256}"
        if article.duplicates:
            one, other = sorted((root(texts[article.id]), root(f"duplicates/{article.duplicates}")))
            parents[other] = one
    groups: dict[str, list[str]] = {}
    for id_, text in texts.items():
        groups.setdefault(root(text), []).append(id_)
    return {min(texts[id_] for id_ in ids): ids for ids in groups.values()}


def _shares(written: str) -> tuple[int, ...]:
    parts = written.split("/")
    if len(parts) != len(SPLITS) or not all(part.isdecimal() for part in parts) or not any(map(int, parts)):
        raise OperationError("“{shares}” is no split: write three shares such as 80/10/10.", shares=written)
    return tuple(map(int, parts))


def _place(placed: int, total: int, sizes: tuple[int, ...]) -> str:
    """The set in which the article that follows `placed` others belongs."""
    bound = 0
    for name, size in zip(SPLITS, sizes, strict=True):
        bound += size
        if placed * sum(sizes) < bound * total:
            return name
    return SPLITS[-1]
