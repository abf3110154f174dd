"""What the Registry board knows and does: the look-up beside the project, questions to it, and operations."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon

from annotation.codebook import speaker_field
from annotation.errors import AnnotationError
from annotation.fields import Tag
from annotation.i18n import _
from annotation.project import Operation, ProjectReader
from annotation.project.registry import RegistryIndex, Spot, known_registry, read_registry
from annotation.records import Changes
from gui.session import Session
from gui.tasks import Cancelled, Progress, Task
from gui.widgets.hue_mark import tag_icon

T = TypeVar("T")
Question = Callable[[ProjectReader, RegistryIndex], T]
_PAUSE = 60
"""Milliseconds in which several changes are taken in together."""
_MANY = 400
"""Records from which on the window shows that an operation lasts."""


class RegistryDesk(QObject):
    """Keeps the look-up in step with the project, in the background, while the board is looked at.

    Emits `listed` when the names can be asked for, `counted` when the mentions can as well, at first and
    after each change, and `advanced(done, total)` while articles are read.
    """

    listed = Signal()
    counted = Signal()
    advanced = Signal(int, int)
    said = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.has_names = False
        self.has_counts = False
        self._awake = False
        self._reading: Task | None = None
        self._again = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read)
        session.changed.connect(self._follow)
        session.closed.connect(self._forget)

    # ------------------------------------------------------------ keeping in step

    def wake(self) -> None:
        """Take in what was done; from now on changes are followed as they are made."""
        self._awake = True
        self._read()

    def sleep(self) -> None:
        """Follow nothing until woken."""
        self._awake = False

    def _follow(self, _changes: Changes) -> None:
        if self._awake:
            self._pause.start()

    def _forget(self) -> None:
        self.has_names = self.has_counts = False
        self._pause.stop()

    def _read(self) -> None:
        if not self.session.is_open:
            return
        if self._reading is not None:
            self._again = True
            return
        door = self.session.door()

        def work(progress: Progress) -> None:
            read_registry(door, progress.report, lambda _index: progress.report(0, 1))

        self._reading = self.session.tasks.run(
            work,
            lambda _none: self._end(),
            self._complain,
            lambda step: self._advance(step.done, step.total or 1),
            on_cancelled=self._stop,
            receiver=self,
        )

    def _advance(self, done: int, total: int) -> None:
        self.advanced.emit(done, total)
        if not self.has_names:
            self.has_names = True
            self.listed.emit()

    def _end(self) -> None:
        self._stop()
        self.has_counts = True
        if not self.has_names:
            self.has_names = True
            self.listed.emit()
        self.counted.emit()
        if self._again:
            self._again = False
            self._read()

    def _stop(self) -> None:
        self._reading = None
        self.advanced.emit(0, 0)

    def _complain(self, error: Exception) -> None:
        self._stop()
        if isinstance(error, AnnotationError) and self.session.is_open:
            self.session.failed.emit(error)

    # ------------------------------------------------------------ asking

    def ask(self, question: Question[T], otherwise: T) -> T:
        """The answer to a short question, awaited; `otherwise` where there is none to be had.

        Nothing is raised: Qt asks while it paints, and an error in there ends the program.
        """
        if not self.session.is_open:
            return otherwise
        try:
            return self.session.read(lambda reader: _answer(question, reader, otherwise))
        except AnnotationError as error:
            self.session.failed.emit(error)
            return otherwise

    def ask_later(
        self, question: Question[T], then: Callable[[T], object], otherwise: T, receiver: QObject
    ) -> Task:
        """Ask in the background; `then` is given the answer, unless `receiver` is gone."""
        project = self.session.project
        return self.session.tasks.run(
            lambda _progress: project.ask(lambda reader: _answer(question, reader, otherwise)),
            then,
            self._complain_alone,
            lane="project",
            receiver=receiver,
        )

    def _complain_alone(self, error: Exception) -> None:
        if isinstance(error, AnnotationError) and self.session.is_open:
            self.session.failed.emit(error)

    # ------------------------------------------------------------ doing

    @property
    def writable(self) -> bool:
        """Whether anything can be changed."""
        return self.session.writable

    def do(self, operation: Operation, records: int = 0) -> Changes | None:
        """Do an operation as one step; with progress where it changes many records. None where it failed."""
        if not self.writable:
            return None
        if records < _MANY:
            return self.session.apply(operation)
        door = self.session.door()
        try:
            (changes,) = self.session.wait(str(operation.title), lambda _progress: [door.apply(operation)])
        except AnnotationError as error:
            self.session.failed.emit(error)
            return None
        except Cancelled:
            return None
        if changes:
            self.session.remember((changes.entry,), changes.title)
        return changes

    # ------------------------------------------------------------ words

    @property
    def types(self) -> tuple[Tag, ...]:
        """The types that the codebook has for entities; () once the project is closed."""
        if not self.session.is_open:  # tables may still be painted once more
            return ()
        for layer in self.session.codebook.layers:
            if speaker_field(layer) is not None and len(layer.roles) == 1 and layer.tags:
                return layer.tags
        return ()

    def type_words(self, type_: str) -> str:
        """A type as people read it."""
        return next((tag.text for tag in self.types if tag.id == type_), type_)

    def type_hue(self, type_: str) -> str:
        """The colour of its own that a type has, "" for none."""
        return next((tag.hue for tag in self.types if tag.id == type_), "")

    def type_icon(self, type_: str) -> QIcon:
        """The square of a type's colour; an empty icon where it has none."""
        return tag_icon(self.type_hue(type_)) or QIcon()

    def spot_words(self, number: int) -> str:
        """What a mention is to its record, such as “Speaker”."""
        nothing: tuple[Spot, ...] = ()
        spots = self.ask(lambda _reader, index: index.spots, nothing)
        if not 0 <= number < len(spots):
            return ""
        spot = spots[number]
        layer = self.session.codebook.layer(spot.layer)
        if layer is None:
            return ""
        return (
            layer.text
            if spot.role == layer.anchors[0] and len(layer.roles) == 1
            else _("{layer}: {field}", layer=layer.text, field=spot.label)
        )


def _answer(question: Question[T], reader: ProjectReader, otherwise: T) -> T:
    index = known_registry(reader)
    return otherwise if index is None else question(reader, index)
