"""Reading all records of a long article while its beginning can already be worked on."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from annotation.records import Annotation, Article, Changes
from gui.session import Session
from gui.tasks import Task
from gui.views.sheet import Sheet, make_sheet, read_stretch, stretches

_AFTER_PAINT = 40
"""Milliseconds after which the first stretch is read: the beginning has been painted then."""


class Filler(QObject):
    """Reads the records of one article stretch by stretch. Emits `filled(sheet)` in the end.

    Between two stretches the project can be changed; what changed meanwhile is in `missed`, oldest first,
    and has to be followed by whoever takes the sheet. Emits `failed(error)` where something cannot be read.
    """

    filled = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._article: Article | None = None
        self._text = ""
        self._stretches: Iterator[tuple[int, int]] = iter(())
        self._found: list[Annotation] = []
        self.missed: list[Changes] = []
        self._task: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_PAINT)
        self._soon.timeout.connect(self._read_on)

    @property
    def is_on(self) -> bool:
        """Whether an article is being read."""
        return self._article is not None

    def start(self, article: Article, text: str) -> None:
        """Read the records of an article whose text is shown."""
        self.stop()
        self._article, self._text = article, text
        self._stretches = iter(stretches(article))
        self._soon.start()

    def stop(self) -> None:
        """Read no more, and tell nothing."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
        self._article = self._task = None
        self._found, self.missed = [], []

    def note(self, changes: Changes) -> None:
        """Something was changed while records are being read."""
        if self.is_on:
            self.missed.append(changes)

    def _read_on(self) -> None:
        article, project, me = self._article, self._session.project, self._session.me
        stretch = next(self._stretches, None)
        if article is None:
            return
        if stretch is None:
            self._make(article)
            return
        self._task = self._session.tasks.run(
            lambda _progress: project.ask(lambda reader: read_stretch(reader, article, me, *stretch)),
            on_done=self._take,
            on_error=self._fail,
            lane="project",
            receiver=self,
        )

    def _take(self, found: list[Annotation]) -> None:
        self._found += found
        self._read_on()

    def _make(self, article: Article) -> None:
        text, codebook, me, found = self._text, self._session.codebook, self._session.me, self._found
        self._task = self._session.tasks.run(
            lambda _progress: make_sheet(article, text, codebook, me, found),
            on_done=self._finish,
            on_error=self._fail,
            receiver=self,
        )

    def _finish(self, sheet: Sheet) -> None:
        self._task = self._article = None
        self._found = []
        self.filled.emit(sheet)

    def _fail(self, error: Exception) -> None:
        self.stop()
        self.failed.emit(error)
