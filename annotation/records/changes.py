"""What an operation changed: all that views need to refresh, and all that undo needs to go back."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotation.i18n import Message
from annotation.records.annotation import Annotation
from annotation.records.annotator import Annotator
from annotation.records.article import Article
from annotation.records.assignment import Assignment
from annotation.records.codebook_version import CodebookVersion
from annotation.records.decision import Decision
from annotation.records.entity import Entity
from annotation.records.setting import Setting

Record = Article | Annotation | Entity | Annotator | Assignment | Decision | Setting | CodebookVersion


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after: `before` is None for a new one, `after` for one that is gone."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was last."""
        found = self.after if self.after is not None else self.before
        assert found is not None, "a change of nothing"
        return found

    def inverse(self) -> "Change":
        """The change that undoes this one."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Changes:
    """What one operation did, in order."""

    title: Message
    items: tuple[Change, ...] = ()
    entry: int = 0
    """The number of the journal's entry."""

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.items)

    def inverse(self) -> "Changes":
        """What takes the project back to where it was, newest change first."""
        return Changes(self.title, tuple(item.inverse() for item in reversed(self.items)), self.entry)

    def of(self, kind: type[Record]) -> Iterator[Change]:
        """The changes to records of one kind."""
        return (item for item in self.items if isinstance(item.record, kind))

    @property
    def reworded(self) -> dict[str, str]:
        """{id: SHA-256 of the text before} of the articles whose text was corrected, or put back."""
        pairs = ((item.before, item.after) for item in self.items)
        return {
            before.id: before.text_sha256
            for before, after in pairs
            if isinstance(before, Article) and isinstance(after, Article)
            if before.text_sha256 != after.text_sha256
        }

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles whose record, annotations, assignments or decisions changed."""
        return frozenset(filter(None, (_article_of(item.record) for item in self.items)))


def _article_of(record: Record) -> str:
    if isinstance(record, Article):
        return record.id
    return record.article if isinstance(record, Annotation | Assignment | Decision) else ""
