"""The network on the screen: moved, enlarged, pointed at, its nodes dragged."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotation.i18n import _
from annotation.operations.boards.picture import Edge
from gui.theme import current_theme
from gui.views.boards.network_paint import Pointed, paint_scene
from gui.views.boards.network_scene import Scene
from gui.views.boards.polarity import Dress, undressed
from gui.widgets.dates import number_words

_FARTHEST, _NEAREST = 0.08, 6.0
_STEP = 1.25
_PAN = 60.0
_CLICK = 4.0
_NAMES, _EDGE = QSizeF(64, 22), 6
"""Room for names at each side of a network that is fitted, and what is left of it free at least, px."""
_LARGEST = 1.6
"""How large a small network is drawn at most when it is fitted."""


class NetworkView(QWidget):
    """Shows a Scene. Emits `edge_chosen(Edge)`, `node_chosen(key)`, and `moved` when a node was dragged.

    N and P go from node to node, the busiest first; arrows move the plane, + and − enlarge it, 0 shows all.
    """

    edge_chosen = Signal(object)
    node_chosen = Signal(str)
    moved = Signal()

    def __init__(self, dress: Dress = undressed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = dress
        self.scene = Scene()
        self.pointed = Pointed()
        self.zoom = 1.0
        self.middle = QPointF()
        self.dragged: dict[str, QPointF] = {}
        """Where a person put nodes."""
        self._fitted = True
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._held: str | None = None
        self._far = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Network of actors"))
        self.setMinimumSize(240, 160)

    # ------------------------------------------------------------ what is shown

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; where it was fitted it stays so."""
        self.scene = scene
        old = self.pointed
        node = old.chosen_node if old.chosen_node in scene.places else None
        same = (one for one in scene.picture.edges if old.chosen_edge and _is_same(one, old.chosen_edge))
        self.pointed = Pointed(chosen_node=node, chosen_edge=next(same, None))
        if self._fitted:
            self.fit()
        self.update()

    def fit(self) -> None:
        """Show all of it, as large as it can be."""
        bounds = self.scene.bounds()
        across = (self.width() - 2 * _NAMES.width()) / bounds.width()
        down = (self.height() - 2 * _NAMES.height()) / bounds.height()
        self.zoom = min(max(min(across, down), _FARTHEST), _LARGEST)
        self.middle = bounds.center()
        self._fitted = True
        self.update()

    def enlarge(self, by: float, around: QPointF | None = None) -> None:
        """Show it so many times as large, around a point of the widget."""
        point = around or QPointF(self.rect().center())
        before = self.to_plane(point)
        self.zoom = min(max(self.zoom * by, _FARTHEST), _NEAREST)
        self.middle += before - self.to_plane(point)
        self._fitted = False
        self.update()

    def to_plane(self, point: QPointF) -> QPointF:
        """The point of the plane that is shown at a point of the widget."""
        return (point - QPointF(self.width() / 2, self.height() / 2)) / self.zoom + self.middle

    def to_widget(self, point: QPointF) -> QPointF:
        """Where a point of the plane is shown."""
        return (point - self.middle) * self.zoom + QPointF(self.width() / 2, self.height() / 2)

    @property
    def _room(self) -> QRectF:
        """What is seen of the plane, but for a narrow edge."""
        inner = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        return QRectF(self.to_plane(inner.topLeft()), self.to_plane(inner.bottomRight()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scene. For Qt."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme["paper"])
        painter.save()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(self.zoom, self.zoom)
        painter.translate(-self.middle)
        paint_scene(painter, self.scene, self._dress(theme), self.pointed, self.zoom, self._room)
        painter.restore()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme["accent"], theme.focus))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again where it was fitted. For Qt."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    # ------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a node, or of the plane. For Qt."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position()
            self._held = self.scene.node_at(self.to_plane(event.position()))
            self._far = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, else light up what is pointed at. For Qt."""
        here = event.position()
        if self._pressed is None:
            self._point_at(here)
            return
        away = here - self._pressed
        self._far = self._far or away.manhattanLength() > _CLICK
        if not self._far:
            return
        by = (here - self._last) / self.zoom
        self._last = here
        if self._held is not None:
            place = self.scene.places[self._held] + by
            self.scene.move(self._held, place)
            self.dragged[self._held] = place
            self.moved.emit()
        else:
            self.middle -= by
            self._fitted = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked. For Qt."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if not self._far:
            self._choose_at(self.to_plane(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all again, where there is nothing. For Qt."""
        point = self.to_plane(event.position())
        if self.scene.node_at(point) is None and self.scene.edge_at(point) is None:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge around the pointer. For Qt."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.enlarge(_STEP**steps, event.position())

    def leaveEvent(self, event: object) -> None:
        """Nothing is pointed at any more. For Qt."""
        self._light(None, None)

    def _point_at(self, point: QPointF) -> None:
        place = self.to_plane(point)
        node = self.scene.node_at(place)
        edge = None if node else self.scene.edge_at(place, 6 / self.zoom)
        self._light(node, edge)
        self.setCursor(Qt.CursorShape.PointingHandCursor if node or edge else Qt.CursorShape.ArrowCursor)
        if node:
            found = self.scene.node(node)
            words = f"{found.party.name} · {number_words(found.activity)}"
            QToolTip.showText(self.mapToGlobal(point).toPoint(), words, self)
        elif not edge:
            QToolTip.hideText()

    def _light(self, node: str | None, edge: Edge | None) -> None:
        old = self.pointed
        if (old.node, old.edge) != (node, edge):
            self.pointed = Pointed(node, edge, old.chosen_node, old.chosen_edge)
            self.update()

    def _choose_at(self, point: QPointF) -> None:
        node = self.scene.node_at(point)
        edge = None if node else self.scene.edge_at(point, 6 / self.zoom)
        if node is not None:
            self.choose_node(node)
        elif edge is not None:
            self.choose_edge(edge)

    def choose_node(self, key: str) -> None:
        """Make a node the chosen one."""
        self.pointed = Pointed(self.pointed.node, self.pointed.edge, key, None)
        self.update()
        self.node_chosen.emit(key)

    def choose_edge(self, edge: Edge) -> None:
        """Make an edge the chosen one."""
        self.pointed = Pointed(self.pointed.node, self.pointed.edge, None, edge)
        self.update()
        self.edge_chosen.emit(edge)

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from node to node, choose, move and enlarge. For Qt."""
        key = Qt.Key(event.key())
        pans = {
            Qt.Key.Key_Left: (-_PAN, 0.0),
            Qt.Key.Key_Right: (_PAN, 0.0),
            Qt.Key.Key_Up: (0.0, -_PAN),
            Qt.Key.Key_Down: (0.0, _PAN),
        }
        if key in pans:
            self.middle += QPointF(*pans[key]) / self.zoom
            self._fitted = False
            self.update()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.enlarge(1 / _STEP if key == Qt.Key.Key_Minus else _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self._walk(1 if key == Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        keys = [node.party.key for node in self.scene.picture.nodes]
        if keys:
            here = keys.index(self.pointed.chosen_node) if self.pointed.chosen_node in keys else -step
            self.choose_node(keys[(here + step) % len(keys)] if here >= 0 else keys[0])


def _is_same(one: Edge, other: Edge) -> bool:
    return (one.source, one.target, one.polarity) == (other.source, other.target, other.polarity)
