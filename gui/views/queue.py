"""The annotator's queue: which article is next, which are done, and the way through."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _
from annotation.project import ArticleQueue, ArticleTitle
from annotation.records import Article, Assignment, AssignmentState, Changes
from gui.actions import ActionTable
from gui.models.corpus_table import state_words
from gui.models.queue_rows import ROW, Index, QueueRow, QueueRows
from gui.session import Session
from gui.theme import current_theme
from gui.widgets.button import ActionButton, icon_button
from gui.widgets.dates import short_date_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import label
from gui.widgets.row_list import RowList

HEIGHT = 62
_MARK = 12
_SENTENCE = 136


def paint_state(painter: QPainter, state: AssignmentState, square: QRectF, selected: bool = False) -> None:
    """Draw how far an article is: ring to do, half disc started, disc done, struck ring skipped, flag."""
    theme = current_theme()
    done = theme["success"]
    ink = theme["muted_on_selected" if selected else "muted"]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(done if state is AssignmentState.DONE else ink, 1.5))
    circle = square.adjusted(1, 1, -1, -1)
    if state is AssignmentState.FLAGGED:
        flag = QPainterPath(QPointF(square.left() + 2, square.bottom()))
        for x, y in ((2, 1), (10, 4), (2, 7)):
            flag.lineTo(square.left() + x, square.top() + y)
        painter.drawPath(flag)
        return
    if state is AssignmentState.DONE:
        painter.setBrush(done)
    painter.drawEllipse(circle)
    if state is AssignmentState.STARTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(circle, 90 * 16, 180 * 16)
    elif state is AssignmentState.SKIPPED:
        painter.drawLine(circle.bottomLeft() + QPointF(2, -2), circle.topRight() + QPointF(-2, 2))


def in_two_lines(text: str, shape: QFontMetrics, width: int) -> list[str]:
    """A text broken at a blank into at most two lines, the second one cut short where there is no room."""
    words = text.split()
    first = ""
    while words and shape.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [shape.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    rest = shape.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [first, rest] if rest else [first]


class QueueDelegate(QStyledItemDelegate):
    """Draws an article: its title in two lines at most, below it the state in words, outlet and date."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three lines."""
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, state, title and what else is known."""
        row: QueueRow = index.data(ROW)
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(6, 1, -6, -1)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["selected" if selected else "hover"])
            painter.drawRoundedRect(rect, 4, 4)
        paint_state(painter, row.state, QRectF(rect.left() + 8, rect.top() + 7, _MARK, _MARK), selected)
        self._write(painter, option, row, rect.adjusted(28, 5, -8, -5), selected)
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QueueRow, room: QRect, selected: bool
    ) -> None:
        theme = current_theme()
        ink, muted = ("on_selected", "muted_on_selected") if selected else ("ink", "muted")
        over = row.state in (AssignmentState.DONE, AssignmentState.SKIPPED) and not selected
        painter.setFont(option.font)
        painter.setPen(theme[muted if over else ink])
        pitch = painter.fontMetrics().height()
        for number, line in enumerate(in_two_lines(row.title, painter.fontMetrics(), room.width())):
            painter.drawText(room.left(), room.top() + painter.fontMetrics().ascent() + number * pitch, line)
        small = option.font
        small.setPixelSize(max(9, small.pixelSize() - 2))
        painter.setFont(small)
        painter.setPen(theme[muted])
        parts = (state_words(row.state), row.outlet, short_date_words(row.published))
        known = " · ".join(part for part in parts if part)
        known = painter.fontMetrics().elidedText(known, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), known)


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
        self.rows = QueueRows(self._fetch, state_words, self)
        self.view = QueueListView()
        self.view.setModel(self.rows)
        self._count = label("", "muted")
        self._share = ShareLine()
        self.nothing = EmptyState("inbox", _("No article is assigned to you."), width=_SENTENCE)
        self._no_articles = EmptyState(
            "inbox", _("Import articles to annotate them."), actions["project.import"], width=_SENTENCE
        )
        tips = {"chevron-up": _("Previous article"), "chevron-down": _("Next article")}
        self.steppers = [icon_button(icon, tip) for icon, tip in tips.items()]
        self._lay_out(actions)
        self._connect(actions)
        self.reload()

    def _lay_out(self, actions: ActionTable) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 8)
        head.setSpacing(6)
        head.addWidget(label(_("Queue"), "heading"))
        head.addWidget(self._count, 1)
        for stepper in self.steppers:
            head.addWidget(stepper)
        lists = QWidget()
        self._stack = QStackedLayout(lists)
        for page in (self.view, self.nothing, self._no_articles):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        self.done_button = ActionButton(actions["article.done"], icon="circle-check")
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
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
        self._session.opened.connect(self.reload)
        self._session.closed.connect(self.reload)
        self._session.annotator_changed.connect(self.reload)
        self._session.changed.connect(self._follow)

    @property
    def count(self) -> str:
        """How many articles are done, as shown."""
        return self._count.text()

    def reload(self) -> None:
        """Ask anew which articles are in the queue."""
        queue = ArticleQueue()
        if self._session.is_open:
            me = self._session.me
            queue = self._session.read(lambda reader: reader.article_queue(me))
        self.rows.show_queue(queue)
        page = self.view if queue.articles else self.nothing if queue.assigned else self._no_articles
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
