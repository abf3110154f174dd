"""Records of a whole corpus, gathered in the background for boards, and kept true to what changes."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from annotation.errors import AnnotationError
from annotation.project import ProjectReader
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.parties import Names
from annotation.project.boards.reader import BoardReader
from annotation.records import Annotation, Article, Changes, Entity
from gui.session import Session
from gui.tasks import Progress
from gui.views.boards.latest import Latest
from gui.views.boards.scope import Scope

_BATCH = 4_000
_PAUSE = 250
"""Milliseconds for which further changes are awaited before they are taken in together."""
_FEW = 50
"""Articles up to which what changed is read alone, and not everything anew."""


class Placed(Protocol):
    """Anything with an id that stands in an article."""

    @property
    def id(self) -> str:
        """What tells it apart."""

    @property
    def article(self) -> str:
        """The id of the article."""


R = TypeVar("R", bound=Placed)
Read = Callable[[BoardReader, Sequence[int], Names], list[R]]


class Gathering(QObject, Generic[R]):
    """The chosen records of a layer. Emits `gathered` when they are others than before.

    Emits `busy(bool)` and `stepped(Step)` while they are read. Nothing is read before somebody calls `want`,
    or while nobody `looks`; what changed meanwhile is taken in then.
    """

    gathered = Signal()
    busy = Signal(bool)
    stepped = Signal(object)

    def __init__(self, session: Session, scope: Scope, layer: str, read: Read[R]) -> None:
        super().__init__(scope)
        self._session = session
        self._scope = scope
        self._layer = layer
        self._read = read
        self._records: dict[str, R] = {}
        self._known: Chosen | None = None
        """What the records were chosen by; None where none have been read."""
        self._stale: set[str] | None = set()
        """Articles to be read anew; None for everything."""
        self._task = Latest(session.tasks, self)
        self.ready = False
        """Whether the records are there, however many."""
        self._lookers: set[QObject] = set()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.want)
        session.closed.connect(self._stop)
        session.changed.connect(self._follow)
        scope.changed.connect(self._rechoose)

    @property
    def records(self) -> list[R]:
        """The records that have been read, in no order."""
        return list(self._records.values())

    def look(self, who: QObject, looking: bool) -> None:
        """Somebody shows the records from now on, or no longer does."""
        if looking:
            self._lookers.add(who)
            self.want()
        else:
            self._lookers.discard(who)

    def want(self) -> None:
        """Read what has not been read yet, or changed since."""
        if not self._lookers or not self._session.is_open:
            return
        chosen = self._scope.chosen
        if self._known != chosen or self._stale is None or len(self._stale) > _FEW:
            self._begin(chosen, None)
        elif self._stale and not self._task.running:
            self._begin(chosen, sorted(self._stale))

    def _rechoose(self) -> None:
        self.want()

    def _stop(self) -> None:
        self._task.stop()

    def _follow(self, changes: Changes) -> None:
        touched = {one.article for change in changes.of(Annotation)
                   for one in (change.before, change.after) if isinstance(one, Annotation)}  # fmt: skip
        if any(changes.of(Entity)) or any(changes.of(Article)):
            self._stale = None
        elif self._stale is not None:
            self._stale |= touched
        if (self._stale is None or self._stale) and not self._pause.isActive():
            self._pause.start()

    # ------------------------------------------------------------ reading

    def _begin(self, chosen: Chosen, articles: Sequence[str] | None) -> None:
        self._stale = set()
        if articles is None:
            self._known, self.ready = chosen, False
        door = self._session.door()
        layer, read = self._layer, self._read
        self.busy.emit(True)

        def work(progress: Progress) -> list[R]:
            def ask(reader: ProjectReader) -> tuple[list[int], Names]:
                return reader.boards.keys(chosen, layer, articles), reader.boards.names()

            keys, names = door.ask(ask)
            found: list[R] = []
            for start in range(0, len(keys), _BATCH):
                progress.report(start, len(keys))
                batch = keys[start : start + _BATCH]
                found += door.ask(partial(_read_batch, read, batch, names))
            return found

        self._task.run(work, partial(self._end, articles=articles), self._fail, self.stepped.emit)

    def _end(self, found: Iterable[R], articles: Sequence[str] | None) -> None:
        if articles is None:
            self._records = {one.id: one for one in found}
        else:
            gone = set(articles)
            kept = {id_: one for id_, one in self._records.items() if one.article not in gone}
            self._records = kept | {one.id: one for one in found}
        self.ready = True
        self.busy.emit(False)
        self.gathered.emit()
        if self._stale is None or self._stale:
            self._pause.start()

    def _fail(self, error: Exception) -> None:
        self._known = None
        self.busy.emit(False)
        if isinstance(error, AnnotationError) and self._session.is_open:
            self._session.failed.emit(error)


def _read_batch(read: Read[R], batch: Sequence[int], names: Names, reader: ProjectReader) -> list[R]:
    return read(reader.boards, batch, names)
