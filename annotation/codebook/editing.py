"""Editing a codebook with undo: a line of drafts, and where on it one stands."""

from annotation.codebook.draft import Draft
from annotation.codebook.remembering import same
from annotation.i18n import Message


class Editing:
    """Holds drafts, the newest last; acts under the same `kind` one after the other are one step."""

    def __init__(self, draft: Draft) -> None:
        """Begin with a draft."""
        self._drafts = [draft]
        self._titles: list[Message] = []
        self._here = 0
        self._kind = ""

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self._drafts[self._here]

    @property
    def first(self) -> Draft:
        """The draft that it began with."""
        return self._drafts[0]

    @property
    def is_changed(self) -> bool:
        """Whether the codebook is another one than in the beginning, in whatever way."""
        return self._here > 0 and not _alike(self.draft, self.first)

    def do(self, draft: Draft, title: Message, kind: str = "") -> bool:
        """Go on to a draft; False where it is the same. What was undone is forgotten.

        With the `kind` of the act before, such as typing in one line, both are one step.
        """
        if _alike(draft, self.draft):
            return False
        del self._drafts[self._here + 1 :], self._titles[self._here :]
        if kind and kind == self._kind and self._here:
            self._drafts[self._here] = draft
        else:
            self._drafts.append(draft)
            self._titles.append(title)
            self._here += 1
        self._kind = kind
        return True

    def seal(self) -> None:
        """Let the next act be a step of its own."""
        self._kind = ""

    @property
    def undo_title(self) -> str:
        """What would be undone, "" where there is nothing."""
        return str(self._titles[self._here - 1]) if self._here else ""

    @property
    def redo_title(self) -> str:
        """What would be done again, "" where there is nothing."""
        return str(self._titles[self._here]) if self._here < len(self._titles) else ""

    def undo(self) -> bool:
        """Go back one step; whether there was one."""
        return self._step(-1)

    def redo(self) -> bool:
        """Go forward one step; whether there was one."""
        return self._step(1)

    def _step(self, step: int) -> bool:
        self.seal()
        if not 0 <= self._here + step < len(self._drafts):
            return False
        self._here += step
        return True


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two drafts say the same, in the same order, of the same parts."""
    return one.renames == other.renames and same(one.document, other.document)
