"""The queue of a review: the article's clusters in text order, agreed ones folded away, filtered by kind."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotation.adjudication import Cluster, Kind, State, states_of
from annotation.i18n import _, ngettext
from gui.models.record_table import RECORD, Column, Index, RecordTable
from gui.theme import current_theme
from gui.views.review.desk import ReviewDesk
from gui.views.review.hues import cluster_hue
from gui.views.review.queue_filter import QueueFilter
from gui.views.review.words import SHAPES, cluster_title, kinds_text
from gui.widgets.button import button
from gui.widgets.hue_mark import paint_hue
from gui.widgets.label import label
from gui.widgets.shape import Shape, paint_shape

ROW = 44
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIGN = 12


class ReviewQueue(QWidget):
    """Lists the clusters that pass the filter. Emits `left` when Enter gives the keyboard to the card."""

    left = Signal()
    unfolded = Signal(bool)
    """Agreed clusters are listed from now on, or are not."""

    def __init__(self, desk: ReviewDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._unfolded = False
        self.filter = QueueFilter()
        self.model = RecordTable[Cluster](
            [Column(title="", text=self._spoken)], key=lambda cluster: cluster.id
        )
        self.list = ClusterList(desk, self.model)
        self.list.left.connect(self.left)
        self.fold = button("", "quiet")
        self.fold.clicked.connect(lambda: self.unfold(not self._unfolded))
        self._nothing = label(_("No conflict of this kind."), "muted", wrap=True)
        self._nothing.setContentsMargins(16, 12, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 6, 8, 0)
        head.addWidget(self.filter)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 8)
        foot.addWidget(self.fold)
        foot.addStretch()
        column.addLayout(foot)
        self.filter.changed.connect(desk.take_route)
        self.filter.menu_shown.aboutToShow.connect(self._offer)
        desk.opened.connect(self._open)
        desk.compared.connect(self.refresh)
        desk.selected.connect(self._follow_selected)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds that the queue is narrowed to; none for all."""
        return frozenset(map(Kind, self._desk.route.wish.kinds))

    def narrow(self, kinds: frozenset[Kind]) -> None:
        """List only clusters of these kinds; all where there are none."""
        self.filter.narrow_kinds(kinds)

    def unfold(self, unfolded: bool) -> None:
        """List agreed clusters as well, or fold them away."""
        self._unfolded = unfolded
        self.unfolded.emit(unfolded)
        self.filter.show_agreed(unfolded)
        self.refresh()

    @property
    def shown(self) -> Sequence[Cluster]:
        """The clusters listed."""
        return self.model.rows

    def refresh(self) -> None:
        """List the clusters as they are now, without moving what need not move."""
        clusters = self._desk.clusters
        self.model.update(self._desk.listed)
        agreed = sum(cluster.is_agreed for cluster in clusters)
        hide, show = _("Hide what is agreed"), ngettext("Show one agreed", "Show {n} agreed", agreed)
        self.fold.setText(hide if self._unfolded else show)
        self.fold.setVisible(agreed > 0 and not self.kinds)
        self._nothing.setVisible(not self.model.rows and not self._desk.is_comparing)
        self._nothing.setText(
            _("No conflict of this kind.")
            if self._desk.route.wish.narrows
            else _("No conflicts in this article.")
        )
        self.list.viewport().update()
        self._follow_selected()

    def _open(self) -> None:
        self.model.reset(())
        self.unfold(False)

    def _offer(self) -> None:
        layers = [(layer.id, layer.text) for layer in self._desk.session.codebook.layers]
        self.filter.offer(layers, [(person.id, person.name) for person in self._desk.people])

    def _follow_selected(self) -> None:
        cluster = self._desk.cluster
        self.list.show_current(self.model.index_of(cluster.id) if cluster else None)

    def _spoken(self, cluster: Cluster) -> str:
        comparison = self._desk.comparison
        title = cluster_title(cluster, comparison) if comparison else ""
        return ", ".join((title, layer_text(self._desk, cluster), kinds_text(cluster), state_text(cluster)))


class ClusterList(QListView):
    """The list itself. Emits `left` for Enter."""

    left = Signal()

    def __init__(self, desk: ReviewDesk, model: RecordTable[Cluster], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setModel(model)
        self.setItemDelegate(ClusterDelegate(desk, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Conflicts"))
        self.selectionModel().currentChanged.connect(self._tell)

    def show_current(self, index: Index | None) -> None:
        """Show which cluster is the current one, without choosing it anew."""
        selection = self.selectionModel()
        selection.blockSignals(True)
        if index is not None and index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keep Enter for the list: nobody decides while only walking through it."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and isinstance(event, QKeyEvent) and event.key() in _ENTER and not event.modifiers():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the keyboard to the card."""
        if event.key() in _ENTER:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: Index) -> None:
        if index.isValid():
            self._desk.select(index.data(RECORD).id)


class ClusterDelegate(QStyledItemDelegate):
    """Draws a cluster in two lines: its words, then layer and kinds; decided ones in a lesser ink."""

    def __init__(self, desk: ReviewDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines with room around them."""
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the sign of the state, the words and the signs of the kinds."""
        cluster: Cluster = index.data(RECORD)
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(6, 1, -6, -1)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["selected" if selected else "hover"])
            painter.drawRoundedRect(row, 4, 4)
        ink, muted = ("on_selected", "muted_on_selected") if selected else ("ink", "muted")
        self._paint_state(painter, cluster, QRect(row.left() + 8, row.top(), 16, row.height()))
        room = row.adjusted(32, 5, -10, -5)
        room.setRight(self._paint_kinds(painter, cluster, room, muted))
        title = QFont(option.font)
        painter.setFont(title)
        painter.setPen(theme[ink if cluster.is_open else muted])
        words = cluster_title(cluster, self._desk.comparison) if self._desk.comparison else ""
        _write(painter, words, room, Qt.AlignmentFlag.AlignTop)
        small = QFont(option.font)
        small.setPixelSize(11)
        painter.setFont(small)
        painter.setPen(theme[muted])
        _write(painter, self._second_line(cluster), room, Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _second_line(self, cluster: Cluster) -> str:
        told = cluster.decision or cluster.asked
        state = state_text(cluster) if told else kinds_text(cluster)
        return f"{layer_text(self._desk, cluster)} · {state}"

    def _paint_state(self, painter: QPainter, cluster: Cluster, room: QRect) -> None:
        """A square in the tag's hue while open, a tick when decided, a turning arrow when changed since."""
        theme = current_theme()
        place = QRectF(room.left(), room.center().y() - _SIGN / 2 + 1, _SIGN, _SIGN)
        if cluster.changed or State.ANSWERED in states_of(cluster):
            paint_shape(painter, Shape.TURN, place, theme["warning"])
        elif cluster.decision and not cluster.is_open:
            paint_shape(painter, Shape.TICK, place, theme["success"])
        else:
            layer = self._desk.session.codebook.layer(cluster.layer)
            paint_hue(painter, cluster_hue(cluster, layer), place.adjusted(1, 1, -1, -1))

    def _paint_kinds(self, painter: QPainter, cluster: Cluster, room: QRect, muted: str) -> int:
        """Draw the signs from the right, and give where what is left of the room ends."""
        right = room.right()
        for kind in reversed(cluster.kinds):
            place = QRectF(right - _SIGN + 1, room.center().y() - _SIGN / 2, _SIGN, _SIGN)
            paint_shape(painter, SHAPES[kind], place, current_theme()[muted])
            right -= _SIGN + 5
        return right - 4


def layer_text(desk: ReviewDesk, cluster: Cluster) -> str:
    """The name of a cluster's layer."""
    layer = desk.session.codebook.layer(cluster.layer)
    return layer.text if layer else cluster.layer


def state_text(cluster: Cluster) -> str:
    """How far a cluster is, in a word or two."""
    if cluster.changed:
        return _("changed since decided")
    if cluster.asked and cluster.is_open:
        return _("waits for an answer") if cluster.waits else _("answered")
    if cluster.tied:
        return _("decided in part")
    if cluster.decision and cluster.decision.automatic:
        return _("decided automatically")
    return _("decided") if cluster.decision else _("open")


def count_kinds(clusters: Sequence[Cluster]) -> Counter[Kind]:
    """How many of the clusters that are not decided are of each kind."""
    return Counter(kind for cluster in clusters if cluster.is_open for kind in cluster.kinds)


def _write(painter: QPainter, text: str, room: QRect, side: Qt.AlignmentFlag) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | side, shown)
