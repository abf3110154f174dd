"""Undo and redo: one generic command that replays the inverse of what the journal holds."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from annotation.i18n import Message
from gui.tasks import Cancelled

Entries = tuple[int, ...]
"""Numbers of journal entries, the oldest first."""
Turn = Callable[[Entries], Entries]
"""Undoes journal entries; gives those that this made, () where it failed. Raises Cancelled where a person
stopped it; then all is as it was."""


class JournalCommand(QUndoCommand):
    """One act of the user, however many journal entries it made.

    `stayed(undone)` is called when a person stopped it: the stack has to move back, which does nothing.
    """

    def __init__(
        self, title: Message, entries: Entries, turn: Turn, stayed: Callable[[bool], object] = lambda _: None
    ) -> None:
        """Undo `entries` by `turn`; the act itself has been done already."""
        super().__init__(str(title))
        self._title = title
        self._entries = entries
        self._turn = turn
        self._stayed = stayed
        self._is_so = True
        """Whether all is already as the stack is about to ask for."""

    def redo(self) -> None:
        """Do it again; the first call, which the stack makes when the command is pushed, does nothing."""
        self._go(undone=False)

    def undo(self) -> None:
        """Take it back."""
        self._go(undone=True)

    def retranslate(self) -> None:
        """Be called what the act is called in the language spoken now."""
        self.setText(str(self._title))

    def _go(self, *, undone: bool) -> None:
        """Go to the other state; where that cannot be done, the stack forgets the act."""
        if self._is_so:
            self._is_so = False
            return
        self.setObsolete(True)
        try:
            self._entries = self._turn(self._entries)
        except Cancelled:
            self._is_so = True
            self.setObsolete(False)
            self._stayed(undone)
            return
        self.setObsolete(not self._entries)
