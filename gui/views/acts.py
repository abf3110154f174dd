"""What was done, live: this session's acts to walk back through, and all that the project remembers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QShowEvent, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QSplitter,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.project import Entry, Project
from annotation.records import Annotator
from gui.models.record_table import RECORD, Column, RecordTable
from gui.session import Session
from gui.theme import current_theme
from gui.widgets.button import icon_button
from gui.widgets.dates import is_today, moment_words, short_date_words
from gui.widgets.label import label
from gui.widgets.row_list import RowList

_ROW, _PAD, _WIDE = 28, 8, 300
"""Height of a row, room beside it, and the width from which a list has room for names; px."""
_LINES, _FEW = 1_000, 40
"""How many entries of the journal are read at first, and after an act."""
_SOON = 200
"""Milliseconds after an act before the journal is read: who works quickly is not held up."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of the journal, in words."""

    number: int
    what: str
    who: str
    when: str
    """The time of today, the day of any other."""
    at: str
    """The moment, ISO 8601."""


class ActsPanel(QWidget):
    """Shows the acts of the session; choosing one takes back, or does again, all that lies between.

    Beneath stands the journal, newest first. Both follow what is done while the panel is shown. Emits `left`
    for Esc, and `closing` for its cross.
    """

    left = Signal()
    closing = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._newest = 0
        """The number of the newest entry that was read."""
        self.acts = ActsView(session.undo_stack)
        self.journal = RecordTable([Column(title="", text=_whole, tip=_whole)], key=lambda line: line.number)
        self.trail = RowList(_ROW)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._read_new)
        self._dress()
        self._lay_out()
        session.changed.connect(self._read_soon)
        session.opened.connect(self._read_all)
        session.sight_changed.connect(self._read_all)
        session.closed.connect(self._forget)

    def _dress(self) -> None:
        self._lines = JournalLines(self.trail)
        self.trail.setModel(self.journal)
        self.trail.setItemDelegate(self._lines)
        self.trail.setAccessibleName(_("All that the project remembers"))
        self.gone = icon_button("x", _("Close the history"), size=14)
        self.gone.clicked.connect(self.closing)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 0)
        head.addWidget(label(_("History"), "section"), 1)
        head.addWidget(self.gone)
        hint = label(_("Choose an act to go back to, or forward."), "small", wrap=True)
        hint.setContentsMargins(16, 0, 16, 4)
        nothing = label(_("Nothing was changed yet."), "muted", wrap=True)
        nothing.setContentsMargins(16, 4, 16, 4)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        lists = QWidget()
        self._stack = QStackedLayout(lists)  # without a widget around it a part would be shown as a window
        for part in (nothing, self.trail):
            self._stack.addWidget(part)
        above, below = QWidget(), QWidget()
        upper, lower = QVBoxLayout(above), QVBoxLayout(below)
        for column in (upper, lower):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
        title = label(_("All that the project remembers"), "section")
        title.setContentsMargins(16, 8, 16, 0)
        upper.addWidget(hint)
        upper.addWidget(self.acts)
        lower.addWidget(title)
        lower.addWidget(lists)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(above)
        self.split.addWidget(below)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([300, 200])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(head)
        whole.addWidget(self.split, 1)
        for view in (self.acts, self.trail):
            view.setMinimumHeight(2 * _ROW)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the acts. For Qt."""
        self.acts.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves. For Qt."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ the journal

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was done while nobody looked. For Qt."""
        super().showEvent(event)
        self._read_all()

    def _read_soon(self, _changes: object) -> None:
        self._soon.start()

    def _read_all(self) -> None:
        self._read(_LINES)

    def _read_new(self) -> None:
        self._read(_FEW if self.journal.rows else _LINES)

    def _read(self, limit: int) -> None:
        """Read the newest entries in the background."""
        if not self.isVisible() or not self._session.is_open:
            return
        project = self._session.project
        self._session.tasks.run(
            lambda _progress: _entries(project, limit),
            partial(self._take, project, limit),
            self._fail,
            lane="project",
            receiver=self,
        )

    def _take(self, project: Project, limit: int, found: tuple[list[Entry], dict[str, Annotator]]) -> None:
        """Show entries; where there are more new ones than were read, all are read."""
        if not self._session.holds(project):
            return
        entries, people = found
        known, self._newest = self._newest, entries[0].number if entries else 0
        lines = [self._line(entry, people) for entry in entries if self._is_seen(entry)]
        if limit == _LINES:
            self.journal.update(lines)
        elif entries and entries[-1].number > known + 1:
            self._read_all()
        else:
            fresh = [line for line in lines if line.number > known]
            self.journal.update([*fresh, *self.journal.rows][:_LINES])
        self._stack.setCurrentIndex(1 if self.journal.rows else 0)

    def _is_seen(self, entry: Entry) -> bool:
        """Whether who annotates may see an entry: while work is double-blind, annotators see their own."""
        return entry.actor == self._session.me or not self._session.veiled

    def _line(self, entry: Entry, people: Mapping[str, Annotator]) -> Line:
        """An entry in words; while work is double-blind nobody else is named."""
        named = entry.actor in people and (entry.actor == self._session.me or self._session.blinding is None)
        return Line(
            number=entry.number,
            what=_("Undone: {act}", act=entry.title) if entry.reverts else str(entry.title),
            who=people[entry.actor].name if named else "",
            when=_when(entry.at),
            at=entry.at,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, AnnotationError):
            self._session.failed.emit(error)

    def _forget(self) -> None:
        self._soon.stop()
        self._newest = 0
        self.journal.reset(())
        self._stack.setCurrentIndex(0)


class ActsView(QUndoView):
    """The acts of the session, the oldest first; those that were taken back stand back."""

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(stack, parent)
        self._lines = ActLines(self)
        self.setItemDelegate(self._lines)
        self.setEmptyLabel(_("As it was when the project was opened"))
        self.setAccessibleName(_("Acts of this session"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        stack.indexChanged.connect(self.viewport().update)


class RowLines(QStyledItemDelegate):
    """Draws rows of one line on a rounded ground: words at the left, at the right something aside."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as any other row. For Qt."""
        return QSize(0, _ROW)

    def words(self, index: Index) -> tuple[str, str]:
        """What stands at the left, and at the right."""
        return str(index.data() or ""), ""

    def whole(self, index: Index) -> str:
        """What is said when the row is pointed at."""
        return self.words(index)[0]

    def stands_back(self, index: Index) -> bool:
        """Whether the words are muted."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row. For Qt."""
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["selected" if selected else "hover"])
            painter.drawRoundedRect(_ground(option), 4, 4)
        muted = theme["muted_on_selected" if selected else "muted"]
        ink = muted if self.stands_back(index) else theme["on_selected" if selected else "ink"]
        words, aside = self.words(index)
        room, side = _rooms(option, aside)
        painter.setPen(muted)
        painter.drawText(side, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aside)
        painter.setPen(ink)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say everything. For Qt."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.whole(index), view)
        return True


class ActLines(RowLines):
    """Draws the acts of a stack; those that are not done now stand back."""

    def __init__(self, view: QUndoView) -> None:
        super().__init__(view)
        self._view = view

    def stands_back(self, index: Index) -> bool:
        """Whether the act was taken back."""
        stack = self._view.stack()
        return index.row() > stack.index()


class JournalLines(RowLines):
    """Draws entries of the journal; in a narrow list, without who did it."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def words(self, index: Index) -> tuple[str, str]:
        """What was done; who did it, and when."""
        line: Line = index.data(RECORD)
        wide = self._view.viewport().width() >= _WIDE
        return line.what, " · ".join(part for part in (line.who if wide else "", line.when) if part)

    def whole(self, index: Index) -> str:
        """Everything that is known of it."""
        return _whole(index.data(RECORD))


def _ground(option: QStyleOptionViewItem) -> QRect:
    found: QRect = option.rect.adjusted(_PAD, 1, -_PAD, -1)
    return found


def _rooms(option: QStyleOptionViewItem, aside: str) -> tuple[QRect, QRect]:
    """Where the words stand, and what is aside, which has half of the room at most."""
    room = _ground(option).adjusted(_PAD, 0, -_PAD, 0)
    width = min(option.fontMetrics.horizontalAdvance(aside), room.width() // 2) if aside else 0
    side = QRect(room.right() - width + 1, room.top(), width, room.height())
    return room.adjusted(0, 0, -width - (12 if width else 0), 0), side


def _entries(project: Project, limit: int) -> tuple[list[Entry], dict[str, Annotator]]:
    return project.history(limit), project.ask(lambda reader: reader.annotators())


def _when(at: str) -> str:
    """The time where it was today, else the day."""
    return moment_words(at) if is_today(at) else short_date_words(at)


def _whole(line: Line) -> str:
    return " · ".join(part for part in (moment_words(line.at), line.who, line.what) if part)
