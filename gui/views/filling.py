"""Reading all records of a long article while its beginning can already be worked on."""

from PySide6.QtCore import QObject, QTimer, Signal

from annotation.project import RawAnnotation
from annotation.records import Article, Changes
from gui.session import Session
from gui.tasks import Task
from gui.views.sheet import Sheet, make_sheet, read_rows

_AFTER_PAINT = 40
"""Milliseconds after which all records are read: the beginning has been painted then."""


class Filler(QObject):
    """Reads the records of one article. Emits `filled(sheet)` in the end.

    While they are decoded the project can be changed; what changed meanwhile is in `missed`, oldest first,
    and has to be followed by whoever takes the sheet. Emits `failed(error)` where something cannot be read.
    """

    filled = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._article: Article | None = None
        self._text = ""
        self.missed: list[Changes] = []
        self._task: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_PAINT)
        self._soon.timeout.connect(self._read)

    @property
    def is_on(self) -> bool:
        """Whether an article is being read."""
        return self._article is not None

    def start(self, article: Article, text: str) -> None:
        """Read the records of an article whose text is shown."""
        self.stop()
        self._article, self._text = article, text
        self._soon.start()

    def stop(self) -> None:
        """Read no more, and tell nothing."""
        self._soon.stop()
        if self._task is not None:
            self._task.drop()
        self._article = self._task = None
        self.missed = []

    def note(self, changes: Changes) -> None:
        """Something was changed while records are being read."""
        if self.is_on:
            self.missed.append(changes)

    def _read(self) -> None:
        article, project, me = self._article, self._session.project, self._session.me
        if article is not None:
            self._task = self._session.tasks.run(
                lambda _progress: project.ask(lambda reader: read_rows(reader, article, me)),
                on_done=self._make,
                on_error=self._fail,
                lane="project",
                receiver=self,
            )

    def _make(self, rows: list[RawAnnotation]) -> None:
        """Decode the rows where they hold up neither the project nor the window."""
        article, text, codebook, me = self._article, self._text, self._session.codebook, self._session.me
        if article is not None:
            self._task = self._session.tasks.run(
                lambda _progress: make_sheet(article, text, codebook, me, rows),
                on_done=self._finish,
                on_error=self._fail,
                receiver=self,
            )

    def _finish(self, sheet: Sheet) -> None:
        self._task = self._article = None
        self.filled.emit(sheet)

    def _fail(self, error: Exception) -> None:
        self.stop()
        self.failed.emit(error)
