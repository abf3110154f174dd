"""Comparing the article under review: at once, beside the window if it is long, or by decisions alone."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject

from annotation.adjudication import (
    ASKED,
    Comparison,
    compare,
    read_comparison,
    read_decided,
    read_material,
    redecide,
)
from annotation.codebook import Codebook
from annotation.errors import AnnotationError
from annotation.records import GOLD, Annotation, Annotator, Article, Changes, Decision, Setting
from gui.door import SessionDoor
from gui.session import Session
from gui.tasks import Progress, Task

LONG = 100_000
"""Code points above which an article is compared beside the window: it may take seconds."""
Chosen = frozenset[str] | None
"""Ids of those who are compared; None for all who worked on the article."""


class Comparer(QObject):
    """Compares one article at a time; what is asked for last counts."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._decided_since = False
        """Whether something was decided since the long article began to be compared."""

    @property
    def is_busy(self) -> bool:
        """Whether a long article is being compared beside the window."""
        return self._task is not None

    def compare(self, article: Article, chosen: Chosen, then: Callable[[Comparison], object]) -> None:
        """Give the comparison of an article to `then`: before returning, or later where it is long."""
        self.stop()
        self._decided_since = False
        if article.length > LONG:
            work = partial(_compare_in, self._session.door(), article.id, chosen, self._session.codebook)
            done = partial(self._end, then)
            self._task = self._session.tasks.run(work, on_done=done, on_error=self._fail, receiver=self)
            return
        try:
            found = self._session.read(lambda reader: read_comparison(reader, article.id, chosen))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return
        then(found)

    def redecided(self, before: Comparison | None, changes: Changes) -> Comparison | None:
        """What a change of decisions alone made of a comparison; None where it has to be compared anew."""
        if before is None or not all(_is_decided(changes)):
            return None
        self._decided_since = self.is_busy
        return self._follow(before)

    def _follow(self, before: Comparison) -> Comparison | None:
        """The comparison with the decisions of now; None where records have to be aligned anew."""
        try:
            material = self._session.read(lambda reader: read_decided(reader, before.article))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return None
        return redecide(before, material, self._session.codebook)

    def stop(self) -> None:
        """Want no more what is being compared."""
        if self._task is not None:
            self._task.drop()
            self._task = None

    def _end(self, then: Callable[[Comparison], object], found: Comparison) -> None:
        self._task = None
        if self._decided_since:  # while it was being made, which began with what was decided before
            self._decided_since = False
            found = self._follow(found) or found
        then(found)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._session.failed.emit(error)


def _compare_in(
    door: SessionDoor, article: str, chosen: Chosen, codebook: Codebook, progress: Progress
) -> Comparison:
    """The comparison of an article; the project is asked once, the rest is done here."""
    material = door.ask(lambda reader: read_material(reader, article, chosen))
    progress.check()
    return compare(material, codebook)


def _is_decided(changes: Changes) -> Iterator[bool]:
    """Of each change, whether it is of a decision, a gold record, a question or somebody new."""
    for change in changes.items:
        record = change.record
        yield (
            isinstance(record, Decision)
            or (isinstance(record, Annotator) and change.before is None)
            or (isinstance(record, Annotation) and record.annotator == GOLD.id)
            or (isinstance(record, Setting) and record.id.startswith(ASKED))
        )
