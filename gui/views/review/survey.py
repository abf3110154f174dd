"""How much is open in each article that can be reviewed, counted in the background."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotation.adjudication import Comparison, compare, read_material
from annotation.errors import AnnotationError
from annotation.project import Missing, ReviewRow
from annotation.records import Annotation, Annotator, Changes, Decision
from gui.door import SessionDoor
from gui.session import Session
from gui.tasks import Progress, Task


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one article's clusters, how many there are, wait for a decision, and wait though not all agree."""

    total: int
    open: int
    conflicts: int


class ReviewSurvey(QObject):
    """Knows the articles that can be reviewed, and what is open in each as soon as it is counted.

    Emits `listed` when the articles changed, and `counted` when a tally did.
    """

    listed = Signal()
    counted = Signal()
    _told = Signal(str, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: tuple[ReviewRow, ...] = ()
        self._tallies: dict[str, Tally] = {}
        self._task: Task | None = None
        self._told.connect(self._keep)
        session.changed.connect(self._follow)
        session.closed.connect(self._forget)
        self.refresh()

    @property
    def rows(self) -> Sequence[ReviewRow]:
        """The articles that can be reviewed, in the order of the project."""
        return self._rows

    def tally(self, article: str) -> Tally | None:
        """What is open in an article; None until it is counted."""
        return self._tallies.get(article)

    def next_open(self, after: str | None) -> str | None:
        """The first article after this one, round about, in which something is or may be open."""
        ids = [row.id for row in self._rows]
        place = ids.index(after) + 1 if after in ids else 0
        order = [*ids[place:], *ids[: max(0, place - 1)]]
        return next((id_ for id_ in order if (found := self.tally(id_)) is None or found.open), None)

    def take(self, comparison: Comparison) -> None:
        """Count an article that was compared anyhow."""
        self._keep(comparison.article, count(comparison))

    def refresh(self) -> None:
        """List the articles anew, and count those that are not counted."""
        if not self._session.is_open:
            return
        try:
            rows = tuple(self._session.read(lambda reader: reader.reviewable()))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return
        if rows != self._rows:
            self._rows = rows
            self.listed.emit()
        self._count_missing()

    def stop(self) -> None:
        """Count no further."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    # ------------------------------------------------------------ how it is done

    def _count_missing(self) -> None:
        missing = [row.id for row in self._rows if row.id not in self._tallies]
        self.stop()
        if missing:
            self._task = self._session.tasks.run(
                partial(self._count, self._session.door(), missing),
                on_done=self._ended,
                on_error=self._fail,
                receiver=self,
            )

    def _count(self, door: SessionDoor, articles: Sequence[str], progress: Progress) -> None:
        """On another lane: compare each article and tell what is open in it."""
        codebook = door.ask(lambda reader: reader.codebook)
        for done, article in enumerate(articles):
            progress.report(done, len(articles))
            try:
                material = door.ask(partial(read_material, article=article))
            except Missing:
                continue
            self._told.emit(article, count(compare(material, codebook)))

    def _ended(self, _result: object) -> None:
        self._task = None

    def _fail(self, error: Exception) -> None:
        self._task = None
        if self._session.is_open:
            self._session.failed.emit(error)

    def _keep(self, article: str, tally: Tally) -> None:
        if self._tallies.get(article) != tally:
            self._tallies[article] = tally
            self.counted.emit()

    def _follow(self, changes: Changes) -> None:
        touched = {article for article in changes.articles if article in self._tallies}
        if any(any(changes.of(kind)) for kind in (Annotation, Decision)):
            for article in touched:
                del self._tallies[article]
        if changes.articles or any(changes.of(Annotator)):
            self.refresh()

    def _forget(self) -> None:
        self.stop()
        self._rows, self._tallies = (), {}


def count(comparison: Comparison) -> Tally:
    """What is open in an article that was compared."""
    waiting = comparison.open
    conflicts = sum(not cluster.is_agreed for cluster in waiting)
    return Tally(len(comparison.clusters), len(waiting), conflicts)
