"""Undoing what the journal holds, together with what followed from it by itself."""

from dataclasses import dataclass, replace

from annotation.i18n import Message
from annotation.operations.merging import MergeWork
from annotation.project import Writer
from annotation.records import MACHINE, UNASSIGNED, Annotation, Article, Assignment, Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Undo what journal entries did, the newest first, in one step; taking that back again is a redo.

    An article that an entry added goes with what nobody decided about it: the language that detection found,
    its suggestions, and the marks of those who only looked in. What a merge brought can be merged again.
    """

    steps: tuple[Changes, ...]
    actor: str = ""

    @property
    def title(self) -> Message:
        """What the oldest of the entries is called: that of the act as people know it."""
        return self.steps[-1].title if self.steps else Message("Undo")

    def apply(self, writer: Writer) -> None:
        """Make the inverse changes. Raises Outdated where a record was changed again since."""
        for step in self.steps:
            own = {change.record.id for change in step.items}
            for article in _added(step):
                _clear_away(writer, article, own)
            writer.repeat(step.inverse())
            if writer.operation_of(step.entry) == MergeWork.__name__:
                for change in step.items:
                    writer.stamp(type(change.record), change.record.id, None)


def _added(step: Changes) -> list[Article]:
    """The articles that a step added, as it left them."""
    new = {change.record.id for change in step.of(Article) if change.before is None}
    left = {change.record.id: change.after for change in step.of(Article)}
    return [found for id_, found in left.items() if id_ in new and isinstance(found, Article)]


def _clear_away(writer: Writer, added: Article, own: set[str]) -> None:
    """Make an article look as when it was added, as far as no person decided anything about it."""
    now = writer.find(Article, added.id)
    if now is not None and replace(now, lang=added.lang) == added:
        writer.put(added)
    for found in writer.annotations(added.id, [MACHINE.id]):
        if found.id not in own:
            writer.remove(Annotation, found.id)
    for mark in writer.assignments_of(added.id):
        if mark.id not in own and mark.position == UNASSIGNED:
            writer.remove(Assignment, mark.id)
