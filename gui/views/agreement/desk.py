"""What the Agreement room is about: what is wished for, what was computed of it, and what is looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotation.agreement import Question, sensible
from annotation.agreement.crossing import Pair
from annotation.agreement.drift import PARTS
from annotation.errors import AnnotationError
from annotation.operations.blinding import names_in
from annotation.operations.filters import SavedFilter, saved_filters
from annotation.project import ProjectReader
from annotation.records import (
    UNASSIGNED,
    Annotation,
    Annotator,
    AnnotatorKind,
    Article,
    Assignment,
    AssignmentState,
    Changes,
    CodebookVersion,
    Record,
    Setting,
)
from gui.session import Session
from gui.tasks import Progress
from gui.views.agreement.study import Behind, Key, Study, behind, compute, measured, remeasured
from gui.views.agreement.wish import Wish
from gui.views.boards.latest import Latest

AT_ONCE = 300
"""Articles up to which everything is computed without being asked for."""
QUICK = 2.0
"""Seconds that computing may have taken for another choice to be computed at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What there is to compare."""

    people: Sequence[Annotator] = ()
    """Those who are people, in the order in which they came."""
    articles: int = 0
    """Articles that two or more of them worked on."""
    filters: Sequence[SavedFilter] = ()


class AgreementDesk(QObject):
    """Computes in the background; panels refresh from its signals alone.

    What was computed stays until somebody asks for it anew; whether it still holds is told by `outdated`.
    """

    looked = Signal()
    """What there is to compare is known."""
    computed = Signal()
    """Other coefficients are there."""
    aged = Signal()
    """What was computed no longer holds, or holds again, or something else is wished for."""
    chosen = Signal()
    """Another coefficient is looked at, or none."""
    gathered = Signal()
    """What stands behind it is there."""
    busy = Signal(bool)
    stepped = Signal(object)
    """Step"""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.outlook: Outlook | None = None
        self.wish = Wish()
        self.study: Study | None = None
        self.key: Key | None = None
        self.behind: Behind | None = None
        self.pair: Pair | None = None
        self.parts = PARTS
        self._changed = False
        self._unseen = True
        self._looking = Latest(session.tasks, self)
        self._computing = Latest(session.tasks, self)
        self._gathering = Latest(session.tasks, self)
        session.changed.connect(self._follow)
        session.sight_changed.connect(self._see)
        session.closed.connect(self._stop)

    # ------------------------------------------------------------ what there is

    def look(self) -> None:
        """Find out what there is to compare, if that may have changed; compute it where that is quick."""
        if not self._unseen or not self.session.is_open:
            return
        self._unseen = False
        door = self.session.door()
        self._looking.run(lambda _progress: door.ask(_outlook), self._looked, self._fail)

    def _looked(self, outlook: Outlook) -> None:
        self.outlook = outlook
        self.looked.emit()
        if self.study is None and 0 < outlook.articles <= AT_ONCE and not self.computing:
            self.compute()

    # ------------------------------------------------------------ coefficients

    @property
    def computing(self) -> bool:
        """Whether coefficients are being computed."""
        return self._computing.running

    @property
    def outdated(self) -> bool:
        """Whether labels changed since, or something else is wished for than was computed."""
        return self.study is not None and (self._changed or self.study.wish != self.wish)

    @property
    def changed(self) -> bool:
        """Whether labels changed since."""
        return self._changed

    def choose(self, wish: Wish) -> None:
        """Wish for something else; it is computed at once where that was quick so far."""
        if wish == self.wish:
            return
        self.wish = wish
        self.aged.emit()
        study = self.study
        if (
            study
            and not self._changed
            and not self.computing
            and wish == replace(study.wish, measures=wish.measures)
        ):
            self._begin(partial(remeasured, study, wish))
            return
        quick = study is not None and study.seconds <= QUICK and not self._changed
        small = study is None and self.outlook is not None and self.outlook.articles <= AT_ONCE
        if quick or small or self.computing:
            self.compute()

    def compute(self) -> None:
        """Compute all that is wished for anew."""
        if not self.session.is_open:
            return
        self._changed = False
        self._gathering.stop()
        self._begin(partial(compute, self.session.door(), self.wish))

    def _begin(self, work: Callable[[Progress], Study]) -> None:
        self._computing.run(work, self._computed, self._failed, self.stepped.emit)
        self.busy.emit(True)

    def compute_waiting(self, keys: Sequence[Key] = ()) -> None:
        """Compute what was left out since it takes long: some of it, or all."""
        study = self.study
        if study is None or self.computing or not study.waiting:
            return
        wanted = [key for key in study.waiting if not keys or key in keys]
        self._begin(partial(measured, study, wanted))

    def cancel(self) -> None:
        """Give up what is being computed; what was there stays."""
        if self.computing:
            self._computing.stop()
            self._changed = self._changed or self.study is None
            self.busy.emit(False)
            self.aged.emit()

    def _computed(self, study: Study) -> None:
        self.study = study
        self.behind = None
        self.busy.emit(False)
        self.computed.emit()
        self.aged.emit()
        keys: list[Key] = [*study.findings, *study.waiting]
        same = [key for key in keys if self.key and key[0] == self.key[0]]
        self.key = self.key if self.key in keys else next(iter([*same, *keys]), None)
        people = set(study.material.tables[self.key[0]].annotators) if self.key else set()
        self.pair = self.pair if self.pair and people.issuperset(self.pair) else None
        self._gather()

    def _failed(self, error: Exception) -> None:
        self.busy.emit(False)
        self._changed = True
        self.aged.emit()
        self._fail(error)

    # ------------------------------------------------------------ one of them

    def select(self, key: Key | None) -> None:
        """Look at another coefficient, or none."""
        if key != self.key:
            self.key, self.pair = key, None
            self._gather()

    def choose_pair(self, pair: Pair | None) -> None:
        """Cross the values of two annotators, or of all two and two."""
        if pair != self.pair:
            self.pair = pair
            self._gather()

    def choose_parts(self, parts: int) -> None:
        """Part the articles into so many for the course over time."""
        if parts != self.parts:
            self.parts = parts
            self._gather()

    @property
    def question(self) -> Question | None:
        """The layer and field that are looked at."""
        return self.key[0] if self.key else None

    def _gather(self) -> None:
        self.chosen.emit()
        study, key = self.study, self.key
        if study is None or key is None:
            self.behind = None
            self.gathered.emit()
            return
        usual, pair, parts = sensible(study.codebook, key[0]), self.pair, self.parts

        def work(progress: Progress) -> Behind:
            return behind(study, key, usual, pair, parts, progress)

        self._gathering.run(work, self._gathered, self._fail)

    def _gathered(self, found: Behind) -> None:
        self.behind = found
        self.gathered.emit()

    # ------------------------------------------------------------ following

    def _follow(self, changes: Changes) -> None:
        ages = _ages(changes)
        self._unseen = self._unseen or ages or any(changes.of(Annotator)) or any(changes.of(Setting))
        if ages and self.study is not None and not self._changed:
            self._changed = True
            self.aged.emit()

    def _see(self) -> None:
        """Call people by letters, or by their names again."""
        if not self.session.is_open or self.session.veiled:
            return
        self._unseen = True
        self.look()
        if self.study is not None:
            self.study = replace(self.study, people=self.session.read(names_in))
            self.computed.emit()
            self.chosen.emit()

    def _stop(self) -> None:
        for task in (self._looking, self._computing, self._gathering):
            task.stop()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, AnnotationError) and self.session.is_open:
            self.session.failed.emit(error)


def _ages(changes: Changes) -> bool:
    """Whether changes are of anything that coefficients stand on.

    Suggestions are not, nor what is known of articles, nor that somebody began with one.
    """
    if any(changes.of(CodebookVersion)):
        return True
    if any(one.before is None or one.after is None for one in changes.of(Article)):
        return True
    if any(_stands(one.before) != _stands(one.after) for one in changes.of(Assignment)):
        return True
    both = (one for change in changes.of(Annotation) for one in (change.before, change.after))
    return any(isinstance(one, Annotation) and one.counts for one in both)


def _stands(record: Record | None) -> tuple[bool, bool]:
    """What matters of an assignment: whether the article was handed out, and whether it is done."""
    if not isinstance(record, Assignment):
        return False, False
    return record.position != UNASSIGNED, record.state is AssignmentState.DONE


def _outlook(reader: ProjectReader) -> Outlook:
    names = names_in(reader)
    people = [
        replace(one, name=names[one.id])
        for one in reader.annotators().values()
        if one.kind is AnnotatorKind.PERSON
    ]
    return Outlook(people=people, articles=len(reader.reviewable()), filters=saved_filters(reader))
