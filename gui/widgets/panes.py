"""Panes around a middle: each can be moved to another side, hidden, or opened in a window of its own."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QMainWindow, QMenu, QWidget

from annotation.i18n import _
from gui.theme import current_theme
from gui.widgets.button import icon_button
from gui.widgets.label import label

Side = Qt.DockWidgetArea
LEFT, RIGHT, BELOW = Side.LeftDockWidgetArea, Side.RightDockWidgetArea, Side.BottomDockWidgetArea
_STRIP, _HEAD, _DOT, _APART, _ASIDE = 12, 30, 3, 7, 32
"""Height of the strip by which a pane is taken, in its place and apart; size of its dots and from one to the
next; how far from its place a pane stands that goes apart; px."""
_LEAST = QSize(300, 320)
"""The size of a window of its own at least, when a pane goes apart."""
_VERSION = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """Where panes stand in one layout: what Qt says of it, and which are shown."""

    state: str
    shown: tuple[str, ...]


class PaneStrip(QWidget):
    """The strip above a pane by which it is dragged; in a window of its own it says what the pane is."""

    def __init__(self, pane: "Pane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._pointed_at = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("Drag to move “{pane}”; right-click for more", pane=pane.title))
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = label(pane.title, "section")
        self.back = icon_button("panel-left", _("Put back into the window"), size=14)
        self.back.clicked.connect(pane.dock)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self.back)
        self.follow(apart=False)

    def follow(self, *, apart: bool) -> None:
        """Be the head of a window, or the thin strip above a pane in its place."""
        self.words.setVisible(apart and not self._pane.titled)
        self.back.setVisible(apart)
        self.setFixedHeight(_HEAD if apart else _STRIP)

    def sizeHint(self) -> QSize:
        """As wide as it is given, as high as it is. For Qt."""
        return QSize(40, self.height())

    minimumSizeHint = sizeHint

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show clearly what can be taken. For Qt."""
        self._point(at=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Stand back again. For Qt."""
        self._point(at=False)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer where the pane can go. For Qt."""
        self._pane.offer(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a few dots to take it by. For Qt."""
        super().paintEvent(event)
        if self.words.isVisible():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme()["accent" if self._pointed_at else "edge"])
        middle = self.rect().center()
        for step in (-2, -1, 0, 1, 2):
            painter.drawEllipse(middle + QPoint(step * _APART, 1), _DOT / 2, _DOT / 2)

    def _point(self, *, at: bool) -> None:
        self._pointed_at = at
        self.update()


class Pane(QDockWidget):
    """One pane: its `key`, its title, and the widget in it; a `titled` one says in it what it is."""

    def __init__(
        self, area: "PaneArea", key: str, title: str, content: QWidget, *, titled: bool = False
    ) -> None:
        super().__init__(title, area)
        self.titled = titled
        self.key = key
        self.title = title
        self._area = area
        self.setObjectName(key)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )
        self.setWidget(content)
        self.strip = PaneStrip(self)
        self.setTitleBarWidget(self.strip)
        self.topLevelChanged.connect(self._turn)

    def offer(self, place: QPoint) -> QMenu:
        """Open the menu of what can be done with the pane, at a place of the screen."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if self.isFloating():
            menu.addAction(_("Put back into the window")).triggered.connect(self.dock)
        else:
            menu.addAction(_("Open in its own window")).triggered.connect(self.float_apart)
        menu.addSeparator()
        for side, text in ((LEFT, _("Move to the left")), (RIGHT, _("Move to the right")),
                           (BELOW, _("Move below"))):  # fmt: skip
            act = menu.addAction(text)
            act.setEnabled(self.isFloating() or self._area.dockWidgetArea(self) != side)
            act.triggered.connect(lambda _on=False, side=side: self._area.move_pane(self.key, side))
        menu.addSeparator()
        menu.addAction(_("Hide")).triggered.connect(self.conceal)
        menu.popup(place)
        return menu

    def float_apart(self) -> None:
        """Stand in a window of its own, a little aside of its place."""
        inward = -_ASIDE if self._area.dockWidgetArea(self) == RIGHT else _ASIDE
        place, size = self.mapToGlobal(QPoint(inward, _ASIDE)), self.size()
        focus = QApplication.focusWidget()
        self.setFloating(True)
        self.resize(size.expandedTo(_LEAST))
        self.move(place)
        self.activateWindow()
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def dock(self) -> None:
        """Stand where it stood in the window."""
        self.setFloating(False)

    def conceal(self) -> None:
        """Be hidden."""
        self._area.show_pane(self.key, shown=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge of a window of its own. For Qt."""
        if self.isFloating():
            QPainter(self).fillRect(self.rect(), current_theme()["edge"])
        else:
            super().paintEvent(event)

    def _turn(self, apart: bool) -> None:
        edge = current_theme().rule if apart else 0
        self.setContentsMargins(edge, edge, edge, edge)
        self.strip.follow(apart=apart)


class PaneArea(QMainWindow):
    """A middle with panes around it. Emits `changed` when panes came or went, by whoever's hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._panes: dict[str, Pane] = {}
        self._shown: set[str] = set()
        self._placed: dict[str, Placed] = {}
        """Where panes stand in the other layouts."""
        self._first: QByteArray | None = None
        """Where everything stood at first."""
        self._layout = ""

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the panes, in the order in which they came."""
        return tuple(self._panes)

    def pane(self, key: str) -> Pane:
        """The pane called `key`. Raises KeyError when there is none."""
        return self._panes[key]

    def add_pane(
        self,
        key: str,
        title: str,
        content: QWidget,
        side: Side,
        below: str = "",
        *,
        shown: bool = True,
        titled: bool = False,
    ) -> Pane:
        """Put a pane on a side, or below another pane; `titled` where the content says what it is."""
        made = self._panes[key] = Pane(self, key, title, content, titled=titled)
        self.addDockWidget(side, made)
        if below:
            self.splitDockWidget(self._panes[below], made, Qt.Orientation.Vertical)
        self.show_pane(key, shown=shown)
        return made

    def is_shown(self, key: str) -> bool:
        """Whether a pane is wanted in this layout, wherever it stands."""
        return key in self._shown

    def show_pane(self, key: str, *, shown: bool) -> None:
        """Show a pane where it stood, or hide it."""
        (self._shown.add if shown else self._shown.discard)(key)
        self._panes[key].setVisible(shown)
        self.changed.emit()

    def move_pane(self, key: str, side: Side) -> None:
        """Put a pane on another side, and show it."""
        pane = self._panes[key]
        pane.setFloating(False)
        self.addDockWidget(side, pane)
        self.show_pane(key, shown=True)

    def focused(self) -> str:
        """The key of the pane that has the keyboard, "" for none."""
        return next((key for key, pane in self._panes.items() if _has_focus(pane)), "")

    # ------------------------------------------------------------ layouts

    def begin(self, layout: str, shown: Sequence[str]) -> None:
        """Take it that every pane is there and stands as at first, and show these, in a layout."""
        self._first = self.saveState(_VERSION)
        self._layout = layout
        self._place(Placed("", tuple(shown)))

    def arrange(self, layout: str, shown: Sequence[str]) -> bool:
        """Go to another layout; whether it was left somehow, else it is as at first with these panes."""
        if layout != self._layout:
            self._placed[self._layout] = self._here()
        self._layout = layout
        known = self._placed.get(layout)
        self._place(known or Placed("", tuple(shown)))
        return known is not None

    def reset(self, shown: Sequence[str]) -> None:
        """Let this layout be as at first, with these panes."""
        self._place(Placed("", tuple(shown)))

    def state(self) -> str:
        """Where panes stand in all layouts, to be written down."""
        kept = {**self._placed, self._layout: self._here()}
        layouts = {name: [placed.state, list(placed.shown)] for name, placed in kept.items()}
        return json.dumps({"version": _VERSION, "layouts": layouts})

    def restore(self, state: str) -> bool:
        """Let panes stand where they did; words of another version change nothing, which False says.

        Before the area has been shown it has no size yet: then it is done when it is.
        """
        self._placed.update(_read(state, self._panes))
        placed = self._placed.get(self._layout)
        if placed is not None and self.isVisible():
            self._place(placed)
        return placed is not None

    def unplaced(self) -> bool:
        """Place the panes as this layout was left; whether it never was."""
        placed = self._placed.get(self._layout)
        if placed is not None:
            self._place(placed)
        return placed is None

    def _here(self) -> Placed:
        state = bytes(self.saveState(_VERSION).toBase64().data()).decode("ascii")
        return Placed(state, tuple(key for key in self._panes if key in self._shown))

    def _place(self, placed: Placed) -> None:
        state = QByteArray.fromBase64(QByteArray(placed.state.encode())) if placed.state else self._first
        if state is not None:
            self.restoreState(state, _VERSION)
        for key, pane in self._panes.items():
            (self._shown.add if key in placed.shown else self._shown.discard)(key)
            pane.setVisible(key in placed.shown and (self.isVisible() or not pane.isFloating()))
        self.changed.emit()

    # ------------------------------------------------------------ windows of their own

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the panes that stand apart back with the rest. For Qt."""
        super().showEvent(event)
        for pane in self._apart():
            pane.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the panes that stand apart away with the rest. For Qt."""
        super().hideEvent(event)
        if not event.spontaneous():
            for pane in self._apart():
                pane.hide()

    def _apart(self) -> list[Pane]:
        return [pane for key, pane in self._panes.items() if key in self._shown and pane.isFloating()]


def _has_focus(pane: Pane) -> bool:
    if pane.isFloating() and pane.isActiveWindow():
        return True
    focus = QApplication.focusWidget()
    return focus is not None and pane.isAncestorOf(focus)


def _read(state: str, panes: Mapping[str, Pane]) -> dict[str, Placed]:
    """The layouts that were written down; {} for words of another version."""
    try:
        kept = json.loads(state)
        if kept["version"] != _VERSION:
            return {}
        return {
            str(name): Placed(str(words), tuple(key for key in shown if key in panes))
            for name, (words, shown) in kept["layouts"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}
