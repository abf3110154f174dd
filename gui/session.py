"""The one door from the window to the domain: owns the open project and the undo stack, emits Qt signals.

The project lives on the project lane's one thread. Short questions and operations wait for their answer, so
that every accepted action is on disk before the next; what lasts runs in the background through `door`, batch
by batch.
"""

import getpass
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from annotation.codebook import Codebook
from annotation.errors import AnnotationError
from annotation.i18n import Message, _
from annotation.operations import PutAnnotator
from annotation.operations.blinding import blinding_in
from annotation.operations.packing import annotator_of_package
from annotation.project import Operation, Project, ProjectReader, create_project, open_project
from annotation.records import Annotator, AnnotatorKind, Changes, CodebookVersion, Setting, new_id
from annotation.records.blinding import DOUBLE_BLIND, Blinding
from gui.door import SessionDoor, do_at_once, take_all_back
from gui.opening import Opening
from gui.tasks import Tasks, Wait
from gui.undo import Entries, JournalCommand

T = TypeVar("T")
_MANY = 1_000
"""Records from which on an act takes so long to undo that the window shows how far it is."""
OnError = Callable[[Exception], object]
Then = Callable[[], object]


class Session(QObject):
    """The open project as the window sees it. Lives in the window's thread."""

    opening = Signal(bool)
    """True when a project is on its way, False when it is there, or is not to be had, or nobody wants it."""
    opened = Signal()
    closing = Signal()
    """The open project is about to close: what is being typed can still be kept."""
    closed = Signal()
    changed = Signal(object)
    """Changes, after every operation, undo and redo."""
    failed = Signal(object)
    """AnnotationError: what was asked for was not done; everything is as it was."""
    annotator_changed = Signal()
    sight_changed = Signal()
    """Who may see what is another: work is double-blind now or no longer, others review, or another looks."""
    _told = Signal(object, object)
    """A project, and the Changes that another thread made to it."""

    def __init__(self, tasks: Tasks, annotator_name: str = "", parent: QObject | None = None) -> None:
        """A session without a project; `annotator_name` is who annotates, the machine's user if empty."""
        super().__init__(parent)
        self.tasks = tasks
        self.undo_stack = QUndoStack(self)
        self.annotator_name = annotator_name or user_name()
        self.annotator: Annotator | None = None
        self.saved_at: datetime | None = None
        self.wait: Wait[list[Changes]] = do_at_once
        """How a large step is undone: the window shows how far it is."""
        self._project: Project | None = None
        self._codebook: Codebook | None = None
        self._blinding: tuple[Blinding | None] | None = None
        """None while it is not known whether work is double-blind."""
        self._opening: Opening | None = None
        self._large: set[int] = set()
        """Journal entries that take long to undo."""
        self._stranger = False
        """Whether the project does not know the annotator yet; it does after the first operation."""
        self._told.connect(self._hear)
        self.annotator_changed.connect(self.sight_changed)

    # ------------------------------------------------------------ opening and closing

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def project(self) -> Project:
        """The open project; use it on the project lane only. Raises RuntimeError where none is open."""
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    @property
    def path(self) -> Path:
        """The file of the open project."""
        return self.project.path

    @property
    def writable(self) -> bool:
        """Whether a project is open and may be changed."""
        return self._project is not None and not self._project.read_only

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        if self._codebook is None:
            self._codebook = self.read(lambda reader: reader.codebook)
        return self._codebook

    def open(self, path: Path, *, read_only: bool = False, on_error: OnError | None = None) -> None:
        """Open the project at `path` in the background, then emit `opened`.

        Errors go to `on_error`, or are emitted by `failed`; then what was open is still open.
        """
        if self.has(path) and self.writable is not read_only:
            self.give_up()
            return
        self.take(path, lambda: open_project(path, read_only=read_only), on_error)

    def create(
        self,
        path: Path,
        codebook: str | None = None,
        on_error: OnError | None = None,
        then: Then | None = None,
    ) -> None:
        """Make a new project at `path` in the background, then emit `opened` and call `then`."""
        self.take(path, lambda: create_project(path, codebook), on_error, then)

    def take(
        self,
        path: Path,
        make: Callable[[], Project],
        on_error: OnError | None = None,
        then: Then | None = None,
    ) -> None:
        """Have `make` give the project at `path` on the project lane; close what is open, emit `opened`.

        What is open stays open where it fails, unless it is that very file. Of several that are asked for at
        once the last one counts.
        """
        if self.has(path):
            self._leave()
        self.give_up()
        opening = self._opening = Opening(self.tasks, make)
        self.opening.emit(True)
        self.tasks.run(
            lambda _progress: opening.work(),
            on_done=partial(self._enter, opening, on_error or self.failed.emit, then),
            on_error=partial(self._miss, opening, on_error or self.failed.emit),
            lane="project",
            receiver=self,
        )

    def has(self, path: Path) -> bool:
        """Whether the project at `path` is the one that is open."""
        try:
            return self._project is not None and self._project.path.samefile(path)
        except OSError:  # one of the two is not there
            return False

    def _enter(self, opening: Opening, on_error: OnError, then: Then | None, project: Project) -> None:
        if opening is not self._opening:
            return
        self._leave()
        self._project = project
        try:
            self._find_annotator()
        except AnnotationError as error:
            self._leave()
            self._miss(opening, on_error, error)
            return
        self._end_opening()
        self.opened.emit()
        if then is not None:
            then()

    def _miss(self, opening: Opening, on_error: OnError, error: Exception) -> None:
        if opening is self._opening:
            self._end_opening()
            on_error(error)

    def _end_opening(self) -> None:
        self._opening = None
        self.opening.emit(False)

    def give_up(self) -> None:
        """Want no longer what is on its way; it never comes."""
        if self._opening is not None:
            self._opening.drop()
            self._end_opening()

    def close(self) -> None:
        """Close the project, if one is open, and emit `closed`; one that is on its way never comes."""
        if self._opening is not None:
            self._opening.drop_now()
            self._end_opening()
        self._leave()

    def _leave(self) -> None:
        if self._project is None:
            return
        self.closing.emit()
        project, self._project = self._project, None
        self._codebook = self._blinding = self.annotator = self.saved_at = None
        self.undo_stack.clear()
        self._large.clear()
        self.tasks.project.call(project.close)
        self.closed.emit()

    # ------------------------------------------------------------ who annotates

    def _find_annotator(self) -> None:
        """Annotate under the known name, else as the one for whom the project was packed.

        A project is not changed by being opened, so it learns a new name later.
        """
        everyone = list(self.read(lambda reader: reader.annotators()).values())
        people = [person for person in everyone if person.kind is AnnotatorKind.PERSON]
        name = free_name(self.annotator_name, everyone)
        named = next((person for person in people if person.name.casefold() == name.casefold()), None)
        named = named or self.read(annotator_of_package)
        self._stranger = named is None and self.writable
        if self._stranger:
            named = Annotator(id=new_id(), name=name)
        self.annotator = named or next(iter(people), None)

    def people(self) -> list[Annotator]:
        """The annotators that are people, in the order in which they came; who annotates is among them."""
        everyone = self.read(lambda reader: reader.annotators())
        found = [person for person in everyone.values() if person.kind is AnnotatorKind.PERSON]
        return [*found, self.annotator] if self._stranger and self.annotator else found

    def annotate_as(self, annotator: Annotator) -> None:
        """Annotate under another name from now on: somebody of the project, or somebody new.

        Where a new name cannot be had `failed` says why, and nothing changes.
        """
        known = self.read(lambda reader: reader.find(Annotator, annotator.id))
        if known is None and not self._introduce(annotator):
            return
        self._stranger = False
        self.annotator = known or self.read(lambda reader: reader.get(Annotator, annotator.id))
        self.annotator_name = self.annotator.name
        self.annotator_changed.emit()

    def _introduce(self, annotator: Annotator) -> bool:
        """Add an annotator to the project; whether they are in it now."""
        before, self._stranger = self._stranger, False
        done = self.apply(PutAnnotator(annotator=annotator, actor=annotator.id), undoable=False)
        self._stranger = before and (done is None or self.annotator != annotator)
        return done is not None

    def be_known(self) -> bool:
        """Let the project know who annotates before something is done in their name; whether it does."""
        return not self._stranger or self.annotator is None or self._introduce(self.annotator)

    @property
    def me(self) -> str:
        """The id of who annotates, "" where nobody does."""
        return self.annotator.id if self.annotator else ""

    # ------------------------------------------------------------ who sees what

    @property
    def blinding(self) -> Blinding | None:
        """Who reviews, where work is double-blind; None where it is not, or no project is open."""
        if self._blinding is None and self.is_open:
            self._blinding = (self.read(blinding_in),)
        return self._blinding[0] if self._blinding else None

    @property
    def veiled(self) -> bool:
        """Whether who annotates sees only their own work."""
        return self.blinding is not None and self.blinding.veils(self.me)

    # ------------------------------------------------------------ asking and changing

    def read(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a short question, awaited. Raises ProjectError where the file cannot be read."""
        project = self.project
        return self.tasks.project.call(lambda: project.ask(question))

    def apply(
        self, operation: Operation, *, undoable: bool = True, title: Message | None = None
    ) -> Changes | None:
        """Do an operation, on disk on return, and tell everyone; None where it cannot be done.

        Then `failed` says why. The undo menu names it by `title`, else by the operation's own.
        """
        project = self.project
        if not self.be_known():
            return None
        try:
            changes = self.tasks.project.call(lambda: project.apply(operation))
        except AnnotationError as error:
            self.failed.emit(error)
            return None
        if changes and undoable:
            self.remember((changes.entry,), title or changes.title)
        self._follow(changes)
        return changes

    def remember(self, entries: Entries, title: Message, *, large: bool = False) -> None:
        """Put what made these journal entries on the undo stack as one act; a `large` one is waited for."""
        if entries:
            self._large.update(entries if large else ())
            self.undo_stack.push(JournalCommand(title, entries, self._turn, self._move_back))

    def retranslate(self) -> None:
        """Call what can be undone by its name in the language spoken now."""
        for number in range(self.undo_stack.count()):
            command = self.undo_stack.command(number)
            if isinstance(command, JournalCommand):
                command.retranslate()

    def _turn(self, entries: Entries) -> Entries:
        """Take back what some journal entries did, and tell everyone; the entries that this made."""
        door, me = self.door(), self.me
        try:
            large = not self._large.isdisjoint(entries)
            if len(entries) == 1 and not large:
                steps = [door.take_back(entries[0], me)]
            else:
                steps = self.wait(_("Undoing a large step"), partial(take_all_back, door, entries, me))
        except AnnotationError as error:
            self.failed.emit(error)
            return ()
        self._large.update(step.entry for step in steps if large)
        items = tuple(item for step in steps for item in step.items)
        self._follow(Changes(steps[-1].title, items, steps[-1].entry))
        return tuple(step.entry for step in steps)

    def _move_back(self, undone: bool) -> None:
        """Let the stack stand where it stood: a person stopped an undo, or a redo."""
        QTimer.singleShot(0, self, self.undo_stack.redo if undone else self.undo_stack.undo)

    def _follow(self, changes: Changes) -> None:
        if not changes or self._project is None:
            return
        if len(changes.items) >= _MANY:
            self._large.add(changes.entry)
        self.saved_at = datetime.now().astimezone()
        if any(changes.of(CodebookVersion)):
            self._codebook = None
        turned = any(change.record.id == DOUBLE_BLIND for change in changes.of(Setting))
        if turned:
            self._blinding = None
        self.changed.emit(changes)
        if turned:
            self.sight_changed.emit()

    # ------------------------------------------------------------ other lanes

    def door(self) -> SessionDoor:
        """A door for work on another lane."""
        return SessionDoor(self.tasks.project, self, self.project)

    def holds(self, project: Project) -> bool:
        """Whether this is the project that is open."""
        return self._project is project

    def tell(self, project: Project, changes: Changes) -> None:
        """Follow what another thread changed, in this thread, when its turn comes."""
        self._told.emit(project, changes)

    def _hear(self, project: Project, changes: Changes) -> None:
        if self.holds(project):
            self._follow(changes)


def user_name() -> str:
    """What the machine calls its user, as a name for people."""
    try:
        return getpass.getuser().capitalize()
    except (KeyError, OSError):  # a user without an entry, as in some containers
        return _("Annotator")


def free_name(name: str, everyone: list[Annotator]) -> str:
    """The name, told apart from the machine and the gold set where it is one of theirs."""
    taken = {other.name.casefold() for other in everyone if other.kind is not AnnotatorKind.PERSON}
    return f"{name} 2" if name.casefold() in taken else name
