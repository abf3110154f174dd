"""The annotator's queue: which article is next, which are done, and the way through."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.project import ArticleQueue, ArticleTitle, QueueWish
from annotation.records import Article, Assignment, Changes
from gui.actions import ActionTable
from gui.models.corpus_table import state_words
from gui.models.queue_rows import QueueRows
from gui.session import Session
from gui.tasks import Task
from gui.theme import current_theme
from gui.views.queue_delegate import HEIGHT, QueueDelegate
from gui.views.queue_part import QueuePart
from gui.widgets.button import ActionButton, icon_button
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import label
from gui.widgets.row_list import RowList

_SENTENCE = 136


class QueueListView(RowList):
    """The list itself. Emits `taken(row)` for Enter and a click, `left` for Esc."""

    taken = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setItemDelegate(QueueDelegate(self))
        self.setAccessibleName(_("Queue"))
        self.clicked.connect(lambda index: self.taken.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc goes to the article."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ShareLine(QWidget):
    """A thin line, as much of it drawn as of the queue is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(2)
        self._share = 0.0

    def set_share(self, share: float) -> None:
        """Draw this part of the line (0 to 1)."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line. For Qt."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme["hairline"])
        painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), theme["success"])


class QueuePanel(QWidget):
    """Shows the queue of the session's annotator. Emits `article_wanted(id)`; `left` to go to the article."""

    article_wanted = Signal(str)
    left = Signal()
    filled = Signal()
    """The queue is another one now."""

    def __init__(self, session: Session, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.current: str | None = None
        self.wish = QueueWish()
        self._filling: Task | None = None
        self.rows = QueueRows(self._fetch, state_words, self)
        self.view = QueueListView()
        self.view.setModel(self.rows)
        self._count = label("", "muted")
        self._share = ShareLine()
        self.nothing = EmptyState(
            "inbox", _("No article is assigned to you."), actions["article.everything"], width=_SENTENCE
        )
        self.none_left = EmptyState("inbox", _("No article of the queue has all this."), width=_SENTENCE)
        self._no_articles = EmptyState(
            "inbox", _("Import articles to annotate them."), actions["project.import"], width=_SENTENCE
        )
        tips = {"chevron-up": _("Previous article"), "chevron-down": _("Next article")}
        self.steppers = [icon_button(icon, tip) for icon, tip in tips.items()]
        self.part = QueuePart(session, self.take_wish, self)
        self._lay_out(actions)
        self._connect(actions)
        self.reload()

    def _lay_out(self, actions: ActionTable) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 8)
        head.setSpacing(6)
        head.addWidget(label(_("Queue"), "heading"))
        head.addWidget(self._count, 1)
        for tool in (self.part.button, *self.steppers):
            head.addWidget(tool)
        lists = QWidget()
        self._stack = QStackedLayout(lists)
        for page in (self.view, self.nothing, self.none_left, self._no_articles):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        self.done_button = ActionButton(actions["article.done"], icon="circle-check")
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.part.line)
        column.addWidget(self._share)
        column.addWidget(lists, 1)
        column.addLayout(foot)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self.view)

    def _connect(self, actions: ActionTable) -> None:
        self.view.taken.connect(lambda row: self.article_wanted.emit(self.rows.article(row)))
        self.view.left.connect(self.left)
        for stepper, name in zip(self.steppers, ("article.previous", "article.next"), strict=True):
            stepper.clicked.connect(actions[name].trigger)
        actions.connect_to("article.everything", self.show_everything)
        self._session.opened.connect(self.reload)
        self._session.closed.connect(self.reload)
        self._session.annotator_changed.connect(self.reload)
        self._session.changed.connect(self._follow)

    @property
    def count(self) -> str:
        """How many articles are done, as shown."""
        return self._count.text()

    def take_wish(self, wish: QueueWish) -> None:
        """Show another part of the queue, or another order."""
        self.wish = wish
        self.part.show_wish(wish)
        self.reload()

    def show_everything(self) -> None:
        """Put the articles into the queue that nobody assigned to who annotates."""
        self.take_wish(replace(self.wish, everything=True))

    def reload(self) -> None:
        """Ask anew which articles are in the queue; what needs a search is asked in the background."""
        if self._filling is not None:
            self._filling.drop()
            self._filling = None
        if not self._session.is_open:
            self._show(ArticleQueue())
            return
        me, wish, project = self._session.me, self.wish, self._session.project
        if wish == QueueWish():
            self._show(self._session.read(lambda reader: reader.article_queue(me)))
            return
        self._filling = self._session.tasks.run(
            lambda _progress: project.ask(lambda reader: reader.corpus.queue(me, wish)),
            self._show,
            self._give_up,
            lane="project",
            receiver=self,
        )

    def _give_up(self, error: Exception) -> None:
        """The filter cannot be read any more, as with another codebook: show the whole queue."""
        if isinstance(error, AnnotationError) and self._session.is_open:
            self._session.failed.emit(error)
            self.take_wish(QueueWish())

    def _show(self, queue: ArticleQueue) -> None:
        self.rows.show_queue(queue)
        other = self.none_left if self.wish.filters else self.nothing if queue.assigned else self._no_articles
        page = self.view if queue.articles else other
        self._stack.setCurrentWidget(page)
        self.show_current(self.current)
        self._show_count()
        self.filled.emit()

    def show_current(self, article: str | None) -> None:
        """Make the open article the current row."""
        self.current = article
        self.view.choose(self.rows.row_of(article))

    def next_article(self, step: int = 1) -> str | None:
        """The article so many rows from the open one; None beyond the ends."""
        return self.rows.neighbour(self.current, step)

    def next_open(self) -> str | None:
        """The next article that is neither done nor skipped; None where there is none."""
        return self.rows.neighbour(self.current, 1, open_only=True)

    def _fetch(self, ids: Sequence[str]) -> Mapping[str, ArticleTitle]:
        return self._session.read(lambda reader: reader.article_titles(ids))

    def _follow(self, changes: Changes) -> None:
        """Show what changed: states in place, the whole queue where articles came or went."""
        mine = [item for item in changes.of(Assignment) if _annotator(item.record) == self._session.me]
        came = any(item.before is None or item.after is None for item in changes.of(Article))
        moved = any(_position(item.before) != _position(item.after) for item in mine)
        if came or moved:
            self.reload()
            return
        for item in mine:
            state = item.after if isinstance(item.after, Assignment) else None
            if isinstance(item.record, Assignment):
                self.rows.set_state(state, item.record.article)
        for item in changes.of(Article):
            self.rows.forget_title(item.record.id)
        if mine:
            self._show_count()

    def _show_count(self) -> None:
        total, done = self.rows.rowCount(), self.rows.done
        number = QLocale().toString
        self._count.setText(_("{done} of {total}", done=number(done), total=number(total)) if total else "")
        self._share.set_share(done / total if total else 0.0)


def _annotator(record: object) -> str:
    return record.annotator if isinstance(record, Assignment) else ""


def _position(record: object) -> int:
    return record.position if isinstance(record, Assignment) else 0
