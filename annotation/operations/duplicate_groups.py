"""What a person says about groups of copies; it holds when copies are looked for again.

Each statement is a setting of the project, so that it travels with it and is undone like anything else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotation.duplicates import Fact, Statements, representative_of
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.project import ProjectReader, Writer
from annotation.project.duplicates import CopyGroup, find_groups
from annotation.records import Article, Json, Setting, derived_id

_APART = "copies/apart/"
_TOGETHER = "copies/together/"
_FIRST = "copies/first/"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCopies:
    """Take articles out of their group for good: as a group of their own, or each for itself."""

    articles: tuple[str, ...]
    together: bool = False
    """Whether they stay copies of each other."""
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many articles."""
        number = len(self.articles)
        if self.together:
            return Message("Split one copy off", {}, "Split {n} copies off", number)
        return Message("Mark one article as no copy", {}, "Mark {n} articles as no copies", number)

    def apply(self, writer: Writer) -> None:
        """Mark them and what is left. Raises OperationError where they are not of one group."""
        group = _group_of(writer, self.articles)
        out = [found.id for found in group.articles if found.id in self.articles]
        left = [found.id for found in group.articles if found.id not in self.articles]
        parts = [out] if self.together else [[id_] for id_ in out]
        for place, part in enumerate(parts):
            before = [*left, *(id_ for some in parts[:place] for id_ in some)]
            if before:
                _part(writer, part, before)
        for part in (left, *parts):
            _name(writer, part)


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinCopies:
    """Make one group of articles and of all groups that they belong to, for good."""

    articles: tuple[str, ...]
    actor: str = ""

    @property
    def title(self) -> Message:
        """What it does."""
        return Message("Join copies into one group")

    def apply(self, writer: Writer) -> None:
        """Mark them. Raises OperationError for one article alone, Missing for one that is gone."""
        every = list(dict.fromkeys(_with_groups(writer, self.articles)))
        if len(every) < 2:
            raise OperationError("A group of copies takes two articles: choose another one as well.")
        _forget_parts(writer, frozenset(every))
        known: list[Json] = [*sorted(every)]
        writer.put(Setting(id=_TOGETHER + derived_id(*sorted(every)), value=known))
        _name(writer, every)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseRepresentative:
    """Let an article stand for its group, for good."""

    article: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """What it does."""
        return Message("Choose the article that stands for its copies")

    def apply(self, writer: Writer) -> None:
        """Mark it. Raises OperationError for an article without copies."""
        group = _group_of(writer, (self.article,))
        for found in group.articles:
            if writer.find(Setting, _FIRST + found.id):
                writer.remove(Setting, _FIRST + found.id)
        writer.put(Setting(id=_FIRST + self.article, value=True))
        _name(writer, [found.id for found in group.articles])


def statements(reader: ProjectReader) -> Statements:
    """What people said about copies."""
    return Statements(
        apart=tuple((one, other) for _id, one, other in _parts(reader)),
        together=tuple(frozenset(_texts(found.value)) for found in reader.settings(_TOGETHER)),
        first=_chosen(reader),
    )


def _parts(reader: ProjectReader) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """(id of the setting, the articles of each side) of everything that was parted."""
    for found in reader.settings(_APART):
        if isinstance(found.value, list) and len(found.value) == 2:
            one, other = map(_texts, found.value)
            yield found.id, frozenset(one), frozenset(other)


def _texts(value: Json) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _chosen(reader: ProjectReader) -> frozenset[str]:
    return frozenset(found.id.removeprefix(_FIRST) for found in reader.settings(_FIRST))


def _group_of(writer: Writer, articles: Sequence[str]) -> CopyGroup:
    """The group that all these articles belong to. Raises OperationError where there is none."""
    names = {writer.get(Article, id_).duplicates for id_ in articles}
    found = find_groups(writer, [name for name in names if name])
    if len(names) != 1 or len(found) != 1:
        raise OperationError("These articles are not copies of each other: choose some of one group.")
    return found[0]


def _with_groups(writer: Writer, articles: Iterable[str]) -> Iterator[str]:
    for id_ in articles:
        name = writer.get(Article, id_).duplicates
        yield id_
        for group in find_groups(writer, [name]) if name else ():
            yield from (found.id for found in group.articles)


def _part(writer: Writer, one: Sequence[str], other: Sequence[str]) -> None:
    """Note that no article of the one is a copy of one of the other, and nothing else that says so."""
    gone = frozenset(one), frozenset(other)
    for setting in writer.settings(_TOGETHER):
        some = frozenset(_texts(setting.value))
        if some & gone[0] and some & gone[1]:
            writer.remove(Setting, setting.id)
            for side in gone:
                if len(kept := sorted(some & side)) > 1:
                    writer.put(Setting(id=_TOGETHER + derived_id(*kept), value=[*kept]))
    _note_parts(writer, one, other)


def _note_parts(writer: Writer, one: Iterable[str], other: Iterable[str]) -> None:
    sides = sorted([sorted(one), sorted(other)])
    value: list[Json] = [[*side] for side in sides]
    writer.put(Setting(id=_APART + derived_id(*sides[0], "", *sides[1]), value=value))


def _forget_parts(writer: Writer, joined: frozenset[str]) -> None:
    """Let nothing part articles that are joined now; from all others they stay apart."""
    for id_, one, other in list(_parts(writer)):
        if not (one & joined and other & joined):
            continue
        writer.remove(Setting, id_)
        for side, rest in ((one, other - joined), (one - joined, other)):
            if side and rest:
                _note_parts(writer, side, rest)


def _name(writer: Writer, articles: Sequence[str]) -> None:
    """Make these articles one group, named for the one that stands for it; one alone is in none."""
    found = writer.find_all(Article, articles)
    name = representative_of(map(fact_of, found.values()), _chosen(writer)) if len(found) > 1 else None
    writer.exchange((one, replace(one, duplicates=name)) for one in found.values())


def fact_of(article: Article) -> Fact:
    """As much of an article as tells whether it stands for its copies."""
    return Fact(
        id=article.id, day=(article.published or "")[:10], length=article.length, number=article.number
    )
