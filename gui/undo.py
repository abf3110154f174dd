"""Undo and redo: one generic command that replays the inverse of what the journal holds."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from annotation.i18n import Message

Revert = Callable[[tuple[int, ...]], int]
"""Undoes journal entries, newest first, in one step; gives the new entry's number, 0 where it failed."""


class JournalCommand(QUndoCommand):
    """One act of the user, however many journal entries it made."""

    def __init__(self, title: Message, entries: tuple[int, ...], revert: Revert) -> None:
        """Undo `entries` by `revert`; the act itself has been done already."""
        super().__init__(str(title))
        self._title = title
        self._entries = entries
        self._revert = revert
        self._done = True

    def redo(self) -> None:
        """Do it again; the first call, which the stack makes when the command is pushed, does nothing."""
        if self._done:
            self._done = False
            return
        self._turn()

    def undo(self) -> None:
        """Take it back."""
        self._done = False
        self._turn()

    def retranslate(self) -> None:
        """Be called what the act is called in the language spoken now."""
        self.setText(str(self._title))

    def _turn(self) -> None:
        """Go to the other state; where that cannot be done, the stack forgets the act."""
        self.setObsolete(True)
        entry = self._revert(self._entries)
        if entry:
            self._entries = (entry,)
            self.setObsolete(False)
