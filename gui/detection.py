"""Detection as the window runs it: a worker process that is warmed up early, progress, and a way to stop."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from annotation.detectors import DetectionCancelledError, DetectionPool
from annotation.i18n import _, ngettext
from annotation.operations.detecting import AUTO, DetectionReport, detect_articles
from gui.background import Ends, run_shown
from gui.door import SessionDoor
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress, Task

_NOTICE = "detection"
_WARM_UP_AFTER = 400
"""Milliseconds after which the worker is started: the window paints the project first."""


class DetectionControl(QObject):
    """Runs one detection at a time. Emits `finished(report)`."""

    finished = Signal(object)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._pool = DetectionPool(workers=1)
        self._task: Task | None = None
        self._waiting: list[str] = []
        self._soon = QTimer(self, singleShot=True, interval=_WARM_UP_AFTER)
        self._soon.timeout.connect(self._warm_up)
        shell.actions_table.connect_to("detect.corpus", self.detect_new)
        shell.actions_table.connect_to("detect.cancel", self.cancel)
        shell.set_conditions("detection", {"idle"})
        shell.closing.connect(self.close)
        session.opened.connect(self._soon.start)
        session.closing.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether detection is going on."""
        return self._task is not None

    def detect_new(self) -> None:
        """Detect in every article that has no suggestions yet."""
        ids = self._session.read(lambda reader: reader.unread_ids())
        if ids:
            self.detect(ids)
        else:
            self._shell.messages.show_notice(_NOTICE, _("Every article has been read already."), "info")

    def detect(self, articles: Sequence[str]) -> None:
        """Detect in these articles; while another detection runs, they come after it."""
        if not self._session.writable or not articles:
            return
        if self.running:
            self._waiting = list(dict.fromkeys([*self._waiting, *articles]))
            return
        self._shell.messages.dismiss(_NOTICE)
        door, pool = self._session.door(), self._pool

        def work(progress: Progress) -> DetectionReport:
            try:
                return detect_articles(door, pool, articles, AUTO, progress.report)
            except DetectionCancelledError:
                progress.check()
                raise

        self._task = run_shown(
            self._shell,
            self._session.tasks,
            ngettext("Reading one article", "Reading {n} articles", len(articles)),
            work,
            Ends(
                done=lambda report: self._done(door, report),
                failed=lambda error: self._failed(door, error),
                stopped=self._stopped,
                hasten=self.cancel,
            ),
            self,
        )
        self._shell.set_conditions("detection", {"detecting"})

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

    def _warm_up(self) -> None:
        if self._session.writable and not self.running:
            self._pool.start()

    def _done(self, door: SessionDoor, report: DetectionReport) -> None:
        self._end()
        if door.is_open:
            self._tell(report)
            self.finished.emit(report)
        self._go_on()

    def _tell(self, report: DetectionReport) -> None:
        """Say what could not be read, and why."""
        for code in sorted(report.without_model):
            self._shell.messages.show_notice(
                f"{_NOTICE}-{code}",
                _("No pipeline for the language “{lang}” is installed: names were found by word lists only. "
                  "Install one, for English with: pip install “selon[en]”.", lang=code),
                "warning",
            )  # fmt: skip
        if report.failures:
            n = len(report.failures)
            self._shell.messages.show_notice(
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
            self._shell.messages.show_notice(_NOTICE, str(error), "danger")
        self._go_on()

    def _stopped(self) -> None:
        self._end()
        self._go_on()

    def _go_on(self) -> None:
        """Read what was asked for in the meantime, in this project or in one that was opened since."""
        waiting, self._waiting = self._waiting, []
        if self._session.is_open:
            self.detect(waiting)

    def _end(self) -> None:
        self._task = None
        self._shell.set_conditions("detection", {"idle"})
