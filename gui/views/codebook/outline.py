"""The parts of a codebook as a tree: to choose one, to put them in another order by mouse or keyboard."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from annotation.codebook import Draft, Place
from annotation.codebook.loading import HUE, PLAIN_HUE
from annotation.codebook.remembering import Remembered
from annotation.i18n import _, current_language, pick
from gui.background import nothing
from gui.theme import icon
from gui.views.codebook.workspace import Workspace
from gui.widgets.hue_mark import SIDE, paint_hue
from gui.widgets.ranking import folded

PLACE = Qt.ItemDataRole.UserRole
_NOTES = 44
"""The width of the column of keys, px."""


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the tree; `place` is () for the codebook and one word long for a group of parts."""

    place: Place
    above: Place | None
    text: str
    note: str = ""
    icon: str = ""
    hue: str = ""
    words: str = ""
    """What the search looks through."""


def nodes_of(draft: Draft) -> list[Node]:
    """The rows of a draft from the top down, each after the one that it is below."""
    document = draft.document
    return [
        Node((), None, _("Codebook"), icon="book-open-text"),
        Node(("layer",), None, _("Layers")),
        *(node for name in document["layer"] for node in _layer(document, name)),
        Node(("tagset",), None, _("Tagsets")),
        *(node for name in document["tagset"] for node in _tagset(document, name)),
        Node(("reason",), None, _("Reasons of reviewers")),
        *(_node(labels, ("reason", id_), ("reason",)) for id_, labels in document["reason"].items()),
    ]


def _layer(document: Mapping[str, Any], name: str) -> Iterator[Node]:
    place: Place = ("layer", name)
    layer = document["layer"][name]
    hue = layer.get("hue", PLAIN_HUE)
    yield _node(layer, place, ("layer",), hue=hue if HUE.fullmatch(hue) else PLAIN_HUE)
    for part, sign in (("role", "highlighter"), ("field", "sliders-horizontal")):
        for id_, found in layer[part].items():
            yield _node(found, (*place, part, id_), place, sign=sign)


def _tagset(document: Mapping[str, Any], name: str) -> Iterator[Node]:
    tags = document["tagset"][name]
    place: Place = ("tagset", name)
    yield Node(place, ("tagset",), name, note=str(len(tags)), icon="tag", words=folded(name))
    below: dict[str, list[str]] = {}
    for id_, tag in tags.items():
        parent = tag.get("parent", "")
        below.setdefault(parent if parent in tags else "", []).append(id_)
    waiting: list[tuple[str, Place]] = [(id_, place) for id_ in reversed(below.get("", []))]
    seen: set[str] = set()
    while waiting:
        id_, above = waiting.pop()
        seen.add(id_)
        yield _node(tags[id_], (*place, id_), above, hue=_tag_hue(tags[id_]))
        waiting += [(one, (*place, id_)) for one in reversed(below.get(id_, [])) if one not in seen]
    for id_ in tags:
        if id_ not in seen:  # among its own parents, which the list of problems tells
            yield _node(tags[id_], (*place, id_), place, hue=_tag_hue(tags[id_]))


def _tag_hue(tag: Mapping[str, Any]) -> str:
    """The colour of a tag, "" where it has none that can be drawn."""
    hue = str(tag.get("hue", ""))
    return hue if HUE.fullmatch(hue) else ""


def _make_node(
    part: Mapping[str, Any], place: Place, above: Place, sign: str, hue: str, _language: str
) -> Node:
    labels = part if place[0] == "reason" else part.get("label", {})
    words = folded(" ".join((place[-1], *map(str, labels.values()))))
    return Node(place, above, pick(labels) or place[-1], str(part.get("key", "")), sign, hue, words)


_NODES = Remembered(_make_node)


def _node(part: Mapping[str, Any], place: Place, above: Place, *, sign: str = "", hue: str = "") -> Node:
    """The row of a part, made once as long as the part stays as it is."""
    return _NODES(part, place, above, sign, hue, current_language())


class Outline(QTreeWidget):
    """Follows the workspace. Emits `deleting`, `duplicating` and `renaming` for the part that is chosen."""

    deleting = Signal()
    duplicating = Signal()
    renaming = Signal()
    moving = Signal(int)
    """One place up (-1) or down (1) among its equals."""
    shifting = Signal(int)
    """A tag one step out of its parent (-1), or below the tag before it (1)."""
    dropped = Signal(object, object, object)
    """The place of a part; that of the part on, above or below which it was dropped; the position."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._nodes: Sequence[Node] = ()
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._wanted = ""
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setAccessibleName(_("Parts of the codebook"))
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(20)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().resizeSection(1, _NOTES)
        if work.editable:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.currentItemChanged.connect(self._chosen)
        work.changed.connect(self.refresh)
        work.selected.connect(self._select)
        self.refresh()

    @property
    def shown(self) -> list[Place]:
        """The places of the rows that the search leaves, from the top down."""
        return [place for place, item in self._items.items() if not item.isHidden()]

    @property
    def found(self) -> list[Place]:
        """The parts that the search means, from the top down."""
        return [node.place for node in self._nodes if len(node.place) > 1 and self._wanted in node.words]

    def refresh(self) -> None:
        """Show the draft: the same rows anew, or other ones."""
        nodes = nodes_of(self._work.draft)
        same = _shape(nodes) == _shape(self._nodes)
        before, self._nodes = self._nodes, nodes
        if not same:
            self._build(nodes)
        for number, node in enumerate(nodes):
            if not same or node != before[number]:
                self._draw(self._items[node.place], node)
        self._mark()
        self._select()

    def look_for(self, typed: str) -> None:
        """Leave only the parts in whose names or ids the words stand, and what is around them."""
        self._wanted = folded(typed.strip())
        self._show_wanted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove, copy, rename; the rest is walking. For Qt."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        acts: dict[Qt.Key, tuple[bool, Callable[[], object]]] = {
            Qt.Key.Key_Up: (alt, lambda: self.moving.emit(-1)),
            Qt.Key.Key_Down: (alt, lambda: self.moving.emit(1)),
            Qt.Key.Key_Left: (alt, lambda: self.shifting.emit(-1)),
            Qt.Key.Key_Right: (alt, lambda: self.shifting.emit(1)),
            Qt.Key.Key_Delete: (not held, self.deleting.emit),
            Qt.Key.Key_F2: (not held, self.renaming.emit),
            Qt.Key.Key_Return: (not held, self.renaming.emit),
            Qt.Key.Key_Enter: (not held, self.renaming.emit),
            Qt.Key.Key_D: (held == Qt.KeyboardModifier.ControlModifier, self.duplicating.emit),
        }
        right, act = acts.get(Qt.Key(event.key()), (False, nothing))
        if right:
            act()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where; the rows follow the draft. For Qt."""
        target = self.itemAt(event.position().toPoint())
        moved = self.currentItem()
        where = self.dropIndicatorPosition()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target is not None and moved is not None and target is not moved:
            self.dropped.emit(moved.data(0, PLACE), target.data(0, PLACE), where)

    # ------------------------------------------------------------ rows

    def _build(self, nodes: Sequence[Node]) -> None:
        opened = {place for place, item in self._items.items() if item.isExpanded()}
        first = not self._items
        self.blockSignals(True)
        self.clear()
        self._items = {}
        tops: list[QTreeWidgetItem] = []
        for node in nodes:
            item = QTreeWidgetItem()
            item.setData(0, PLACE, node.place)
            self._items[node.place] = item
            if node.above is None:
                tops.append(item)
            else:
                self._items[node.above].addChild(item)
        self.addTopLevelItems(tops)
        for place, item in self._items.items():
            item.setExpanded(place in opened or (first and len(place) == 1))
        self.blockSignals(False)
        self._show_wanted()

    def _draw(self, item: QTreeWidgetItem, node: Node) -> None:
        item.setText(0, node.text)
        item.setText(1, node.note)
        item.setToolTip(0, node.text)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if node.hue:
            item.setIcon(0, _square(node.hue, self.devicePixelRatioF()))
        elif node.icon:
            item.setIcon(0, icon(node.icon, "muted"))
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled if len(node.place) > 1 else flags)

    def _mark(self) -> None:
        """Set what is faulty in another colour, up to the top."""
        faulty = {
            remark.place[:length]
            for remark in self._work.remarks
            if remark.severe
            for length in range(1, len(remark.place) + 1)
        }
        for node in self._nodes:
            wrong = bool(node.place) and node.place in faulty
            item = self._items[node.place]
            text = f"{node.text} !" if wrong else node.text
            if item.text(0) != text:
                item.setText(0, text)

    def _show_wanted(self) -> None:
        shown: set[Place | None] = set()
        for node in reversed(self._nodes):
            if not self._wanted or self._wanted in node.words or node.place in shown:
                shown.update((node.place, node.above))
        for node in self._nodes:
            item = self._items[node.place]
            item.setHidden(node.place not in shown)
            if self._wanted and node.place in shown and item.childCount():
                item.setExpanded(True)

    def _select(self) -> None:
        item = self._items.get(self._work.place)
        if item is not None and item is not self.currentItem():
            self.blockSignals(True)
            self.setCurrentItem(item)
            self.blockSignals(False)
            self.scrollToItem(item)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self.signalsBlocked():
            self._work.select(tuple(item.data(0, PLACE)))


def _shape(nodes: Sequence[Node]) -> list[tuple[Place, Place | None]]:
    """Which rows there are, and below which others."""
    return [(node.place, node.above) for node in nodes]


def _square(hue: str, density: float) -> QIcon:
    picture = QPixmap(round(16 * density), round(16 * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    edge = (16 - SIDE) / 2
    paint_hue(painter, hue, QRectF(edge, edge, SIDE, SIDE))
    painter.end()
    return QIcon(picture)
