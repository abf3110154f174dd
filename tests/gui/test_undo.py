"""The undo stack holds acts, not journal entries; what cannot be taken back is forgotten."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from annotation.i18n import Message, use_language
from gui.tasks import Cancelled
from gui.undo import Entries, JournalCommand


class Journal:
    """Numbers entries as a project does, and remembers what was asked to be undone."""

    def __init__(self) -> None:
        self.last = 100
        self.asked: list[Entries] = []
        self.error: Exception | None = None
        self.fails = False

    def turn(self, entries: Entries) -> Entries:
        self.asked.append(entries)
        if self.error:
            raise self.error
        if self.fails:
            return ()
        self.last += len(entries)
        return tuple(range(self.last - len(entries) + 1, self.last + 1))


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def stack(qapp: QApplication) -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def push(stack: QUndoStack, journal: Journal) -> Callable[..., None]:
    """Puts an act on the stack that made these entries."""

    def do(*entries: int, title: str = "Accept", stayed: Callable[[bool], object] = lambda _: None) -> None:
        stack.push(JournalCommand(Message(title), entries, journal.turn, stayed))

    return do


def test_an_act_that_was_just_done_is_not_done_again(
    stack: QUndoStack, journal: Journal, push: Callable[..., None]
) -> None:
    push(7)
    assert (stack.canUndo(), stack.undoText(), journal.asked) == (True, "Accept", [])


def test_undo_and_redo_take_back_what_the_one_before_made(
    stack: QUndoStack, journal: Journal, push: Callable[..., None]
) -> None:
    push(7)
    for _round in range(2):
        stack.undo()
        stack.redo()
    assert journal.asked == [(7,), (101,), (102,), (103,)]


def test_an_act_of_several_entries_is_one_step(
    stack: QUndoStack, journal: Journal, push: Callable[..., None]
) -> None:
    push(1, 2, 3, title="Import")
    stack.undo()
    assert (journal.asked, stack.index(), stack.redoText()) == ([(1, 2, 3)], 0, "Import")
    stack.redo()
    assert journal.asked[-1] == (101, 102, 103)


def test_an_act_that_cannot_be_taken_back_is_forgotten_and_those_before_are_not(
    stack: QUndoStack, journal: Journal, push: Callable[..., None]
) -> None:
    push(1)
    push(2, title="Reject")
    journal.fails = True
    stack.undo()
    assert (stack.count(), stack.undoText(), stack.canRedo()) == (1, "Accept", False)
    journal.fails = False
    stack.undo()
    assert (journal.asked[-1], stack.canRedo()) == ((1,), True)


def test_an_act_that_cannot_be_done_again_is_forgotten(
    stack: QUndoStack, journal: Journal, push: Callable[..., None]
) -> None:
    push(1)
    stack.undo()
    journal.fails = True
    stack.redo()
    assert (stack.count(), stack.canUndo(), stack.canRedo()) == (0, False, False)


def test_an_act_that_a_person_stopped_can_still_be_taken_back(
    stack: QUndoStack, journal: Journal, push: Callable[..., None]
) -> None:
    told: list[bool] = []
    push(1, 2, title="Import", stayed=told.append)
    journal.error = Cancelled()
    stack.undo()
    assert told == [True]
    stack.redo()  # the stack stands where it stood; nothing is asked
    journal.error = None
    assert (stack.undoText(), len(journal.asked)) == ("Import", 1)
    stack.undo()
    assert (journal.asked, stack.canRedo()) == ([(1, 2), (1, 2)], True)
    journal.error = Cancelled()
    stack.redo()
    assert told == [True, False]


def test_an_act_is_called_what_it_is_called_in_the_language_spoken_now(
    stack: QUndoStack, push: Callable[..., None]
) -> None:
    push(1, title="Mark as done")
    use_language("fr")
    command = stack.command(0)
    assert isinstance(command, JournalCommand)
    command.retranslate()
    assert stack.undoText() != "Mark as done"
