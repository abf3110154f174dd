"""Finding the copies among all articles of a project, and marking them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, combinations, product
from typing import TYPE_CHECKING

from annotation.duplicates import THRESHOLD, Fact, Group, group_articles
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations.duplicate_groups import statements
from annotation.project import Door, ProjectReader, Writer
from annotation.project.duplicates import CopyText, grouped_ids, read_texts
from annotation.project.mentions import texts_of
from annotation.records import Article

if TYPE_CHECKING:
    from annotation.duplicates.shingles import Shingles

_BATCH = 200
"""Articles that are read at once; between two batches others get their turn."""
_WRITTEN = 500

Report = Callable[[int, int], object]
"""Told how far it is, of how much; what it raises stops it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What was found among the articles of a project."""

    articles: int
    pairs: Mapping[tuple[str, str], float]
    """{(id, id): how much of the shorter stands in the other} of articles with different texts."""
    same: Sequence[Sequence[str]]
    """The articles of each text that several have."""
    groups: tuple[Group, ...]
    threshold: float = THRESHOLD

    @property
    def copies(self) -> int:
        """Articles that are copies of another one."""
        return sum(len(group.articles) - 1 for group in self.groups)

    @property
    def exact(self) -> int:
        """Articles whose text is, to the letter, that of one before them."""
        return sum(len(some) - 1 for some in self.same)

    def every_pair(self) -> Iterator[tuple[str, str, float]]:
        """All pairs, those of articles with the same text as well, and how much of them is the same."""
        others = {some[0]: some for some in self.same}
        for some in self.same:
            yield from ((*pair, 1.0) for pair in combinations(some, 2))
        for (one, other), alike in self.pairs.items():
            yield from (
                (*pair, alike) for pair in product(others.get(one, [one]), others.get(other, [other]))
            )


def find_copies(
    door: Door, threshold: float = THRESHOLD, report: Report = lambda done, total: None
) -> Copies:
    """The groups of articles of which, whatever their days, `threshold` of the shorter stands in the first.

    What people said about copies is heeded. Used off the project lane, which others have between two batches.
    Raises OperationError for a threshold that is no share.
    """
    if not 0 < threshold <= 1:
        raise OperationError("The threshold of copies is a share between 0 and 1, such as 0.5.")
    return _Search(door, threshold, report).run()


@dataclass(slots=True)
class _Search:
    door: Door
    threshold: float
    report: Report
    facts: dict[str, Fact] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    """{SHA-256: ids of the articles that have the text}"""
    shingles: "dict[str, Shingles]" = field(default_factory=dict)
    firsts: dict[str, str] = field(default_factory=dict)
    """{id: the article that has the same text and was read first}"""

    def run(self) -> Copies:
        total = self.door.ask(lambda reader: reader.count_articles())
        self.report(0, total)
        near = self._candidates(total)
        self._keep_shingles(sorted({id_ for pair in near for id_ in pair}), total)
        pairs = {pair: found for pair in near if (found := self.likeness(*pair)) >= self.threshold}
        same = [some for some in self.texts.values() if len(some) > 1]
        links = chain(pairs, ((some[0], id_) for some in same for id_ in some[1:]))
        said = self.door.ask(statements)
        groups = group_articles(self.facts, links, self.likeness, self.threshold, said)
        self.report(total, total)
        return Copies(
            articles=len(self.facts),
            pairs=pairs,
            same=same,
            groups=tuple(groups),
            threshold=self.threshold,
        )

    def _candidates(self, total: int) -> list[tuple[str, str]]:
        """The pairs of different texts that may be alike, by the ids of their first articles."""
        # numpy takes its time to load: only who compares a corpus needs it
        from annotation.duplicates.shingles import shingles_of  # noqa: PLC0415
        from annotation.duplicates.signatures import Signatures  # noqa: PLC0415

        signatures, ids = Signatures(), list[str]()
        for batch in self._read(total):
            found = [one for one in batch if one.text is not None]
            signatures.add(*shingles_of([str(one.text) for one in found]))
            ids += [one.id for one in found]
        return [(ids[one], ids[other]) for one, other in signatures.candidates()]

    def _read(self, total: int) -> Iterator[list[CopyText]]:
        """All articles, batch by batch; of those with the same text the first one has it."""
        last = -1
        while batch := self.door.ask(partial(read_texts, after=last, limit=_BATCH, known=self.texts)):
            last = batch[-1].number
            yield [found for found in batch if self._is_new(found)]
            self.report(min(len(self.facts), total) // 2, total)

    def _is_new(self, found: CopyText) -> bool:
        self.facts[found.id] = Fact(
            id=found.id, day=found.published[:10], length=found.length, number=found.number
        )
        having = self.texts.setdefault(found.sha256, [])
        having.append(found.id)
        self.firsts[found.id] = having[0]
        return len(having) == 1

    def _keep_shingles(self, ids: Sequence[str], total: int) -> None:
        """Read the texts of candidates again: what tells copies from others is larger than a signature."""
        from annotation.duplicates.shingles import each_of  # noqa: PLC0415

        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            texts = self.door.ask(partial(texts_of, articles=batch))
            self.shingles.update(zip(texts, each_of(list(texts.values())), strict=True))
            self.report(total // 2 + (total - total // 2) * start // len(ids), total)

    def likeness(self, one: str, other: str) -> float:
        """How much of the shorter of two articles stands in the other; 0 for what was never a candidate."""
        from annotation.duplicates.shingles import contained  # noqa: PLC0415

        first, second = self.firsts.get(one), self.firsts.get(other)
        if first == second and first is not None:
            return 1.0
        if first not in self.shingles or second not in self.shingles:
            return 0.0
        return contained(self.shingles[first], self.shingles[second])


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCopies:
    """Make these the groups of the project; articles that were in others are in none any more.

    Nothing is deleted. Of each group the first article stands for it.
    """

    groups: Sequence[Sequence[str]]
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many groups."""
        return Message("Mark one group of copies", {}, "Mark {n} groups of copies", len(self.groups))

    def apply(self, writer: Writer) -> None:
        """Name the group in each of its articles; those that are gone since are left out."""
        NameCopies(names=renamed_copies(writer, self.groups)).apply(writer)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCopies:
    """Put some articles into the groups of these names, None for no group: a part of marking copies."""

    names: Mapping[str, str | None]
    actor: str = ""

    @property
    def title(self) -> Message:
        """What it does."""
        return Message("Mark copies")

    def apply(self, writer: Writer) -> None:
        """Name the groups; articles that are gone since are left out."""
        ids = list(self.names)
        for start in range(0, len(ids), _WRITTEN):
            found = writer.find_all(Article, ids[start : start + _WRITTEN])
            writer.exchange((one, replace(one, duplicates=self.names[id_])) for id_, one in found.items())


def renamed_copies(reader: ProjectReader, groups: Sequence[Sequence[str]]) -> dict[str, str | None]:
    """{article: name of its group, None for none} of those that marking these groups would change."""
    known = grouped_ids(reader)
    wanted: dict[str, str | None] = dict.fromkeys(known)
    for group in groups:
        wanted.update(dict.fromkeys(group, group[0]))
    return {id_: name for id_, name in wanted.items() if known.get(id_) != name}
