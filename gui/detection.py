"""Detection as the window runs it: a worker process that is warmed up early, progress, and a way to stop."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from annotation.detectors import DetectionCancelledError, DetectionPool
from annotation.i18n import _, ngettext
from annotation.operations.detecting import AUTO, DetectionReport, detect_articles
from gui.background import run_shown
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress, Task

_NOTICE = "detection"


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
        shell.actions_table.connect_to("detect.corpus", self.detect_new)
        shell.actions_table.connect_to("detect.cancel", self.cancel)
        shell.set_conditions("detection", {"idle"})
        shell.closing.connect(self.close)
        session.opened.connect(self._warm_up)
        session.closed.connect(self.cancel)

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
        if not self._session.writable:
            return
        if self.running:
            self._waiting += [one for one in articles if one not in self._waiting]
            return
        title = ngettext("Reading one article", "Reading {n} articles", len(articles))
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
            title,
            work,
            self._done,
            self._failed,
            receiver=self,
            stopped=self._end,
        )
        self._shell.set_conditions("detection", {"detecting"})

    def cancel(self) -> None:
        """Stop; what was read so far stays."""
        self._waiting.clear()
        if self._task:
            self._task.cancel()
            self._pool.cancel()

    def close(self) -> None:
        """End the worker process for good."""
        self.cancel()
        self._pool.close()

    def _warm_up(self) -> None:
        if self._session.writable:
            self._pool.start()

    def _done(self, report: DetectionReport) -> None:
        self._end()
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
        self.finished.emit(report)
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self.detect(waiting)

    def _failed(self, error: Exception) -> None:
        self._end()
        if self._session.is_open:
            self._shell.messages.show_notice(_NOTICE, str(error), "danger")

    def _end(self) -> None:
        self._task = None
        self._shell.set_conditions("detection", {"idle"})
