"""Merge suggestions: names that may be one, the likeliest first, decided with a key each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.operations import KeepApart, MergeEntities
from annotation.project.registry import RegistryRow, read_names
from gui.models.record_table import RECORD, Column, Index, RecordTable
from gui.tasks import Task
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.frame import stand_beside
from gui.views.registry.queue_list import ENTER, QueueList
from gui.views.registry.twin_card import TwinCard
from gui.views.registry.twin_search import Twin, apart_twins, find_twins
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import label
from gui.widgets.row_ground import halves, paint_ground, write_left, write_right
from gui.widgets.segmented import Segmented

ROW = 46
WAITING, APART = "waiting", "apart"


class TwinsFace(QWidget):
    """Lists pairs of names. Emits `wanted(article id, annotation id)`.

    Enter makes them one, X says that they are not the same, S lets the other name stay.
    """

    wanted = Signal(str, str)

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = False
        self._stale = True
        self._task: Task | None = None
        self.model = RecordTable[Twin]([Column(title="", text=_spoken)], key=lambda twin: twin.pair)
        self.list = TwinList(self.model)
        self.card = TwinCard(desk)
        self.count = label("", "muted")
        self.which = Segmented(((WAITING, _("To decide")), (APART, _("Not the same"))))
        self.which.select(WAITING)
        self.renew = button(_("Look again"), "quiet", "repeat")
        self._nothing = EmptyState("users", _("No two names look as if they were one."))
        self._busy = EmptyState("search", _("Looking for names that may be one…"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 8)
        head.setSpacing(12)
        head.addWidget(self.which)
        head.addWidget(self.count, 1)
        head.addWidget(self.renew)
        pages = (self._busy, self.list, self._nothing)
        self._pages, splitter = stand_beside(self, head, pages, self.card, (480, 640))
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._show_current())
        self.list.merge_wanted.connect(self.merge)
        self.list.apart_wanted.connect(self.keep_apart)
        self.list.swap_wanted.connect(self.card.swap)
        self.card.merge.clicked.connect(self.merge)
        self.card.apart.clicked.connect(self.keep_apart)
        self.card.wanted.connect(self.wanted)
        self.renew.clicked.connect(self.look)
        self.which.chosen.connect(lambda _key: self._change_list())
        self._desk.counted.connect(self._follow)

    def panes(self) -> Sequence[QWidget]:
        """List and card."""
        return (self.list, self.card)

    def entered(self) -> None:
        """Look for pairs, if something changed since; take the keyboard."""
        self._shown = True
        if self._stale:
            self.look()
        self.list.setFocus()

    # ------------------------------------------------------------ looking

    @property
    def _apart(self) -> bool:
        """Whether what is kept apart is listed."""
        return self.which.selected == APART

    def _change_list(self) -> None:
        """List the other pairs."""
        self.model.reset(())
        self.renew.setVisible(not self._apart)
        self.look()

    def look(self) -> None:
        """Look for pairs in the background."""
        if not self._desk.has_counts or not self._desk.session.is_open:
            return
        if self._task is not None:
            self._task.drop()
            self._task = None
        if self._apart:
            nothing: list[Twin] = []
            self._show(self._desk.ask(lambda reader, _index: apart_twins(reader), nothing))
            return
        self._stale = False
        if not self.model.rows:
            self._pages.setCurrentWidget(self._busy)
        self.renew.setEnabled(False)
        door = self._desk.session.door()
        self._task = self._desk.session.tasks.run(
            lambda progress: find_twins(door, progress.check),
            self._show,
            self._fail,
            on_cancelled=lambda: None,
            receiver=self,
        )

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.renew.setEnabled(True)
        self._desk.session.failed.emit(error)

    def _show(self, twins: list[Twin]) -> None:
        self._task = None
        self.renew.setEnabled(True)
        row = max(0, self.list.currentIndex().row())
        self.model.update(twins)
        self._settle(row)

    def _follow(self) -> None:
        """Something changed: drop the pairs of what is gone; look anew when the face is next entered."""
        self._stale = True
        keys = {key for twin in self.model.rows for key in twin.pair}
        nothing: list[RegistryRow] = []
        rows = self._desk.ask(lambda reader, index: read_names(reader.db, index, sorted(keys)), nothing)
        known = {row.entity.id: row for row in rows}
        left = [_renewed(twin, known) for twin in self.model.rows if twin.pair <= known.keys()]
        row = max(0, self.list.currentIndex().row())
        self.model.update(left)
        self._settle(row)
        if self._shown and self.isVisible() and (self._apart or not self.model.rows):
            self.look()

    def _settle(self, row: int) -> None:
        n = len(self.model.rows)
        self.count.setText(ngettext("one pair", "{number} pairs", n, number=number_words(n)) if n else "")
        looking = self._task is not None
        self._pages.setCurrentWidget(self.list if n else self._busy if looking else self._nothing)
        if n:
            self.list.choose(min(row, n - 1))
        self._show_current()

    def _show_current(self) -> None:
        self.card.show_twin(self._current)
        self.card.apart.setText(_("Compare again") if self._apart else _("Not the same"))

    @property
    def _current(self) -> Twin | None:
        index = self.list.currentIndex()
        return self.model.record(index) if index.isValid() and self.model.rows else None

    # ------------------------------------------------------------ deciding

    def merge(self) -> None:
        """Make the two names one."""
        twin = self._current
        if twin is None:
            return
        stays, goes = self.card.stays, self.card.goes
        if self._desk.do(
            MergeEntities(into=stays.entity.id, others=(goes.entity.id,), actor=self._desk.session.me),
            goes.mentions,
        ):
            self._drop(twin)
            self._desk.said.emit(
                _("“{one}” is now “{other}”.", one=goes.entity.name, other=stays.entity.name)
            )

    def keep_apart(self) -> None:
        """Remember that the two are not the same; of those kept apart, that they may be."""
        twin = self._current
        if twin is None:
            return
        one, other = sorted(twin.pair)
        operation = KeepApart(one=one, other=other, apart=not self._apart, actor=self._desk.session.me)
        if self._desk.do(operation):
            names = {"one": twin.stays.entity.name, "other": twin.goes.entity.name}
            again = _("“{one}” and “{other}” may be compared again.", **names)
            self._desk.said.emit(again if self._apart else _("“{one}” and “{other}” stay apart.", **names))
            self._drop(twin)

    def _drop(self, twin: Twin) -> None:
        row = self.list.currentIndex().row()
        self.model.update([other for other in self.model.rows if other.pair != twin.pair])
        self._settle(max(0, row))


def _renewed(twin: Twin, known: Mapping[str, RegistryRow]) -> Twin:
    stays, goes = known[twin.stays.entity.id], known[twin.goes.entity.id]
    return Twin(suggestion=twin.suggestion, stays=stays, goes=goes)


class TwinList(QueueList):
    """The list itself: Enter makes one, X keeps apart, S lets the other name stay."""

    merge_wanted = Signal()
    apart_wanted = Signal()
    swap_wanted = Signal()

    def __init__(self, model: RecordTable[Twin], parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        self.setModel(model)
        self.setItemDelegate(TwinDelegate(self))
        self.setAccessibleName(_("Names that may be one"))
        self.doubleClicked.connect(lambda _index: self.swap_wanted.emit())

    def decide(self, event: QKeyEvent) -> bool:
        """Enter, X, S."""
        if event.key() in (*ENTER, Qt.Key.Key_A):
            self.merge_wanted.emit()
        elif event.key() in (Qt.Key.Key_X, Qt.Key.Key_Delete):
            self.apart_wanted.emit()
        elif event.key() == Qt.Key.Key_S:
            self.swap_wanted.emit()
        else:
            return False
        return True


class TwinDelegate(QStyledItemDelegate):
    """Draws a pair in two lines: the names and how likely they are one, then why."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground and both lines."""
        twin: Twin = index.data(RECORD)
        painter.save()
        ground = paint_ground(painter, option)
        upper, lower = halves(ground.room(high=4))
        painter.setPen(ground.muted)
        upper = write_right(painter, f"{twin.suggestion.score} %" if twin.suggestion.score else "", upper)
        write_left(painter, str(twin.suggestion.reason), lower)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.Medium)
        painter.setFont(bold)
        painter.setPen(ground.ink)
        write_left(painter, f"{twin.goes.entity.name}  →  {twin.stays.entity.name}", upper)
        painter.restore()


def _spoken(twin: Twin) -> str:
    return f"{twin.goes.entity.name}, {twin.stays.entity.name}: {twin.suggestion.reason}"
