"""Detection as the window runs it: a worker process that is warmed up early, progress, and a way to stop."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from annotation.detectors import DetectionCancelledError, DetectionPool, workers_beside_window
from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations import learn_ahead
from annotation.operations.detecting import AUTO, DetectionReport, detect_articles
from annotation.operations.renewing import renew_articles
from annotation.operations.unfinished import Bookmark, Scope, Unfinished, articles_to_read, unfinished_in
from annotation.operations.within import PartReport, detect_within
from annotation.project import ProjectReader
from annotation.records import Span
from gui.background import Ends, Front, run_shown
from gui.door import PatientDoor, SessionDoor
from gui.session import Session
from gui.tasks import Cancelled, Progress, Task
from gui.widgets.dates import number_words

_NOTICE = "detection"
_WARM_UP_AFTER = 400
"""Milliseconds after which the worker is started: the window paints the project first."""
MANY = 20
"""Articles from which on a detection that is stopped can go on another day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What a detection that was stopped has left to read."""

    unfinished: Unfinished
    articles: tuple[str, ...]
    total: int
    """How many articles the project has."""


class DetectionControl(QObject):
    """Runs one detection at a time, whichever window asks for it. Emits `finished(report)`."""

    finished = Signal(object)

    def __init__(self, front: Front, session: Session) -> None:
        super().__init__(session)
        self._front = front
        self._session = session
        self._pool = DetectionPool(workers=workers_beside_window())
        self._task: Task | None = None
        self._waiting: list[str] = []
        self._soon = QTimer(self, singleShot=True, interval=_WARM_UP_AFTER)
        self._soon.timeout.connect(self._warm_up)
        front.set_conditions("detection", {"idle"})
        session.opened.connect(self._soon.start)
        session.opened.connect(self.look_for_rest)
        session.closing.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether detection is going on."""
        return self._task is not None

    # ------------------------------------------------------------ beginning

    def detect_new(self) -> None:
        """Detect in every article that has no suggestions yet."""
        ids = self._session.read(lambda reader: reader.unread_ids())
        if ids:
            self.detect(ids, Unfinished(scope=Scope.UNREAD))
        else:
            self._front.messages.show_notice(_NOTICE, _("Every article has been read already."), "info")

    def detect_all(self) -> None:
        """Detect in every article, read or not."""
        ids = self._session.read(lambda reader: reader.article_ids())
        self.detect(ids, Unfinished(scope=Scope.ALL))

    def detect_chosen(self, articles: Sequence[str]) -> None:
        """Detect in articles that were chosen one by one."""
        self.detect(articles, Unfinished(scope=Scope.CHOSEN, chosen=tuple(articles)))

    def detect_imported(self, articles: Sequence[str]) -> None:
        """Detect in articles that came in just now."""
        self.detect(articles, Unfinished(scope=Scope.UNREAD))

    def detect(self, articles: Sequence[str], unfinished: Unfinished | None = None) -> None:
        """Detect in these articles; while another detection runs, they come after it.

        Where there are many, `unfinished` is written down until all are read, so that it can go on later.
        """
        if not self._session.writable or not articles:
            return
        if self.running:
            self._waiting = list(dict.fromkeys([*self._waiting, *articles]))
            return
        self._front.messages.dismiss(_NOTICE)
        door = self._session.door()
        bookmark = self._bookmark(door, articles, unfinished)
        self._task = run_shown(
            self._front,
            self._session.tasks,
            ngettext("Reading one article", "Reading {number} articles", len(articles),
                     number=number_words(len(articles))),
            lambda progress: _read(door, self._pool, articles, bookmark, progress),
            Ends(
                done=lambda report: self._done(door, report),
                failed=lambda error: self._failed(door, error),
                stopped=lambda: self._stopped(door),
                hasten=self.cancel,
            ),
            self,
        )  # fmt: skip
        self._front.set_conditions("detection", {"detecting"})

    def detect_part(self, article: str, part: Span, tell: Callable[[int], object]) -> None:
        """Detect in some words of an article alone; `tell` is called with how many suggestions are there."""
        if not self._session.writable or self.running:
            return
        door, pool = self._session.door(), self._pool

        def work(progress: Progress) -> PartReport:
            learn_ahead(door)
            progress.check()
            return detect_within(door, pool, article, part)

        def done(report: PartReport) -> None:
            self._end()
            tell(report.suggestions)
            if report.failures:
                self._front.messages.show_notice(_NOTICE, report.failures[0], "warning")
            self._go_on()

        ends = Ends(
            done=done,
            failed=lambda error: self._failed(door, error),
            stopped=lambda: self._stopped(door),
            hasten=self.cancel,
        )
        title = _("Reading the selected words")
        self._task = run_shown(self._front, self._session.tasks, title, work, ends, self)
        self._front.set_conditions("detection", {"detecting"})

    def renew_all(self) -> None:
        """Let the suggestions of every article follow the choices of now; nothing is read again."""
        if not self._session.writable:
            return
        door = self._session.door()
        stopped = _("Stopped. The other articles follow the new choices when they are opened.")
        run_shown(
            self._front,
            self._session.tasks,
            _("Weighing the suggestions anew"),
            lambda progress: _renew(door, progress),
            Ends(
                done=lambda _none: None,
                failed=lambda error: self._front.messages.show_notice(_NOTICE, str(error), "danger"),
                stopped=lambda: self._front.messages.show_notice(_NOTICE, stopped) if door.is_open else None,
            ),
            self,
        )

    def _bookmark(
        self, door: SessionDoor, articles: Sequence[str], unfinished: Unfinished | None
    ) -> Bookmark | None:
        """What writes down how far it is; nothing does for a few articles, or where more is left already."""
        left = self._session.read(unfinished_in)
        if unfinished is None or (left is None and len(articles) < MANY):
            return None
        if left is not None and unfinished.scope is Scope.CHOSEN and left.scope is not Scope.CHOSEN:
            return None
        return Bookmark(door, articles, unfinished)

    # ------------------------------------------------------------ stopping, going on

    def cancel(self) -> None:
        """Stop; what was read so far stays, whole article by whole article."""
        self._waiting.clear()
        if self._task:
            self._task.cancel()
            self._pool.cancel()

    def close(self) -> None:
        """End the worker process for good."""
        self._soon.stop()
        self.cancel()
        self._pool.close(at_once=True)

    def look_for_rest(self) -> None:
        """Say what a detection that was stopped, or ended by a crash, has left to read."""
        if not self._session.writable or self.running:
            return
        project = self._session.project
        self._session.tasks.run(
            lambda _progress: project.ask(find_rest),
            lambda rest: self._offer(rest) if self._session.holds(project) else None,
            self._forget_error,
            lane="project",
            receiver=self,
        )

    def go_on(self) -> None:
        """Read what is left of a detection that was stopped."""
        rest = self._session.read(find_rest) if self._session.is_open else None
        if rest is not None:
            self.detect(rest.articles, rest.unfinished)

    def _offer(self, rest: Rest | None) -> None:
        if rest is None or not rest.articles or self.running:
            return
        words = ngettext("{number} of {total} articles is still to be read.",
                         "{number} of {total} articles are still to be read.", len(rest.articles),
                         number=number_words(len(rest.articles)), total=number_words(rest.total))  # fmt: skip
        self._front.messages.show_notice(_NOTICE, words, "info", _("Go on"), self.go_on)

    def _forget_error(self, error: Exception) -> None:
        """A project that cannot be asked has said so where it matters."""

    def _warm_up(self) -> None:
        if self._session.writable and not self.running:
            self._pool.start()

    # ------------------------------------------------------------ ending

    def _done(self, door: SessionDoor, report: DetectionReport) -> None:
        self._end()
        if door.is_open:
            self._tell(report)
            self.finished.emit(report)
        self._go_on()

    def _tell(self, report: DetectionReport) -> None:
        """Say what could not be read, and why."""
        for code in sorted(report.without_model):
            self._front.messages.show_notice(
                f"{_NOTICE}-{code}",
                _("No pipeline for the language “{lang}” is installed: names were found by word lists only. "
                  "Install one, for English with: pip install “selon[en]”.", lang=code),
                "warning",
            )  # fmt: skip
        if report.failures:
            n = len(report.failures)
            self._front.messages.show_notice(
                _NOTICE,
                ngettext("In one article not everything could be read: {reason}",
                         "In {n} articles not everything could be read: {reason}", n,
                         reason=report.failures[0][1]),
                "warning",
            )  # fmt: skip

    def _failed(self, door: SessionDoor, error: Exception) -> None:
        self._end()
        if door.is_open:
            self._waiting.clear()
            left = isinstance(error, AnnotationError) and self._session.read(unfinished_in) is not None
            again = (_("Go on"), self.go_on) if left else ("", None)
            self._front.messages.show_notice(_NOTICE, str(error), "danger", *again)
        self._go_on()

    def _stopped(self, door: SessionDoor) -> None:
        self._end()
        if door.is_open:
            self.look_for_rest()
        self._go_on()

    def _go_on(self) -> None:
        """Read what was asked for in the meantime, in this project or in one that was opened since."""
        waiting, self._waiting = self._waiting, []
        if self._session.is_open:
            self.detect(waiting)

    def _end(self) -> None:
        self._task = None
        self._front.set_conditions("detection", {"idle"})


def find_rest(reader: ProjectReader) -> Rest | None:
    """What is left to read in a project; None where no detection was stopped."""
    unfinished = unfinished_in(reader)
    if unfinished is None:
        return None
    articles = tuple(articles_to_read(reader, unfinished))
    return Rest(unfinished=unfinished, articles=articles, total=reader.count_articles())


def part_words(number: int) -> str:
    """How many suggestions detection made in the selected words."""
    if not number:
        return _("Nothing is suggested in the selected words.")
    return ngettext("One suggestion in the selected words.", "{n} suggestions in the selected words.", number)


def _renew(door: SessionDoor, progress: Progress) -> None:
    """Weigh the suggestions of every article anew; for the lane."""
    learn_ahead(door)
    renew_articles(PatientDoor(door), door.ask(lambda reader: reader.article_ids()), progress.report)


def _read(
    door: SessionDoor,
    pool: DetectionPool,
    articles: Sequence[str],
    bookmark: Bookmark | None,
    progress: Progress,
) -> DetectionReport:
    """Read the articles, and keep the bookmark true; for the lane. Raises Cancelled where it is stopped."""

    def tick(done: int, total: int) -> None:
        if bookmark:
            bookmark.move_to(done)
        progress.report(done, total)

    learn_ahead(door)
    if bookmark:
        bookmark.begin()
    try:
        report = detect_articles(door, pool, articles, AUTO, tick)
    except BaseException as error:
        if bookmark:
            with suppress(Cancelled, AnnotationError):  # the project is closed, or its disk full
                bookmark.keep()
        if isinstance(error, DetectionCancelledError):
            progress.check()
        raise
    if bookmark:
        bookmark.end()
    return report
