"""The way through the queue: what is next, and how far the annotator is with each article."""

from PySide6.QtCore import QObject, Signal

from annotation.i18n import _
from annotation.operations import MarkProgress
from annotation.project import Operation
from annotation.records import AssignmentState
from gui.dialogs.wording import WordingDialog
from gui.views.desk import Desk
from gui.views.hand import Hand
from gui.views.queue import QueuePanel


class Course(QObject):
    """Walks through the queue. Emits `wanted(article)` for the one to open, else `said(text)`."""

    wanted = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, hand: Hand, queue: QueuePanel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._hand = hand
        self._queue = queue

    def take_up(self) -> None:
        """Mark the open article as started, if it is in the queue and to do; that is no act to undo."""
        article = self._desk.article
        if article is None:
            return
        self._queue.show_current(article.id)
        is_new = self._queue.rows.state(article.id) is AssignmentState.TODO
        if is_new and self._desk.editable and self._queue.rows.row_of(article.id) is not None:
            self._desk.session.apply(self._progress(article.id, AssignmentState.STARTED), undoable=False)

    def step(self, step: int) -> None:
        """Go to the next article of the queue, or to the one before."""
        self._go(self._queue.next_article(step), _("The queue ends here."))

    def flag(self) -> None:
        """Put the open article aside with a reason, and go to the next one that is not done."""
        article = self._desk.article
        if article is None:
            return
        offers = self._desk.session.read(lambda reader: reader.corpus.reasons())
        asked = WordingDialog(_("Flag"), _("Why flag this article?"), self._queue.window(), offers=offers)
        if asked.exec():
            self.mark_and_go_on(AssignmentState.FLAGGED, asked.text)
        asked.deleteLater()

    def mark_and_go_on(self, state: AssignmentState, reason: str = "") -> None:
        """Say how far the open article is, and go to the next one that is not done."""
        article = self._desk.article
        if article is not None and self._hand.do(self._progress(article.id, state, reason)):
            self._go(self._queue.next_open(), _("Every article of the queue is done."))

    def _go(self, article: str | None, otherwise: str) -> None:
        if article is not None:
            self.wanted.emit(article)
        else:
            self.said.emit(otherwise)

    def _progress(self, article: str, state: AssignmentState, reason: str = "") -> Operation:
        me = self._hand.me
        return MarkProgress(article=article, annotator=me, state=state, reason=reason, actor=me)
