"""Looking into files in the background, anew whenever something about their reading is decided otherwise."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotation.operations import ImportPlan, Preview
from annotation.operations.import_preview import text_of
from annotation.project import Door
from gui.background import nothing
from gui.tasks import Progress, Step, Task, Tasks


class Looking(QObject):
    """Reads files as a plan says. `preview` holds what was found so far.

    Emits `began` when it looks anew, `grew(done, total)` while it goes on, and `ended(why)`: "" for all read,
    else the sentence that says why not. `text_read(article, text)` answers `read_text`.
    """

    began = Signal()
    grew = Signal(int, int)
    ended = Signal(str)
    text_read = Signal(str, str)

    def __init__(self, tasks: Tasks, door: Door, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._door = door
        self._task: Task | None = None
        self._reading: Task | None = None
        self.preview = Preview()

    @property
    def is_busy(self) -> bool:
        """Whether files are being read."""
        return self._task is not None

    def look(self, paths: Sequence[Path], plan: ImportPlan) -> None:
        """Read files, forgetting what was found before."""
        self.stop()
        self.preview = preview = Preview()
        self.began.emit()

        def work(progress: Progress) -> None:
            preview.fill(self._door, paths, plan, progress.report)

        self._task = self._tasks.run(
            work,
            lambda _none: self._end(preview, ""),
            lambda error: self._end(preview, str(error)),
            partial(self._grow, preview),
            on_cancelled=nothing,
            receiver=self,
        )

    def read_text(self, path: Path, article: str, plan: ImportPlan) -> None:
        """Read the whole text of one article."""
        self._cancel(self._reading)
        self._reading = self._tasks.run(
            lambda _progress: text_of(path, article, plan),
            partial(self.text_read.emit, article),
            lambda error: self.text_read.emit(article, str(error)),
            on_cancelled=nothing,
            receiver=self,
        )

    def stop(self) -> None:
        """Read no further; what was found stays."""
        self._cancel(self._task)
        self._task = None

    def _cancel(self, task: Task | None) -> None:
        if task is not None and task in self._tasks.running:
            task.cancel()

    def _grow(self, preview: Preview, step: Step) -> None:
        if preview is self.preview:
            self.grew.emit(step.done, step.total or 0)

    def _end(self, preview: Preview, why: str) -> None:
        if preview is self.preview:
            self._task = None
            self.ended.emit(why)
