"""A small window inside the window: it takes the keyboard while it is open, and Esc leaves no trace of it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.floating import Floating


class Popover(Floating):
    """Shows `content` over the window of `owner`; gives the keyboard back to who had it when it closes.

    Emits `closed` when it closes for whatever reason. Tab stays inside. A press of the mouse outside closes
    it, unless `stays` is True.
    """

    closed = Signal()

    def __init__(self, owner: QWidget, content: QWidget) -> None:
        self._is_open = False
        self._before: QWidget | None = None
        super().__init__(owner, content)
        self.stays = False

    def open_under(self, rect: QRect, anchor: QWidget) -> None:
        """Open beneath `rect`, in the coordinates of `anchor`, and focus the first thing inside."""
        self._remember()
        self.place_under(rect, anchor)
        self._open()

    def open_top(self) -> None:
        """Open in the upper middle of the window, and focus the first thing inside."""
        self._remember()
        self.place_top()
        self._open()

    def dismiss(self) -> None:
        """Close, if it is open."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; keep every other key from what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside."""
        inside = self._tab_stops()
        if inside:
            here = inside.index(focus) if (focus := QApplication.focusWidget()) in inside else -1
            step = 1 if forward else -1
            inside[(here + step) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back."""
        super().hideEvent(event)
        if not self._is_open:
            return
        self._is_open = False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        before, self._before = self._before, None
        if before is not None and self.surrounds(QApplication.focusWidget()):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a press of the mouse outside."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            away = watched.window() is self.window() and not self.surrounds(watched)
            if away and not self.stays:
                self.dismiss()
        return False

    def _remember(self) -> None:
        if not self.isVisible():
            self._before = QApplication.focusWidget()

    def _open(self) -> None:
        self.show()
        self._is_open = True
        application = QApplication.instance()
        assert application is not None, "a widget exists"
        application.installEventFilter(self)
        stops = self._tab_stops()
        (stops[0] if stops else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def _tab_stops(self) -> list[QWidget]:
        """What Tab reaches inside, in the order in which it was made.

        Not by `nextInFocusChain`: PySide ties what that returns, such as another widget's scroll bar, to this
        popover, and takes it for deleted when the popover is.
        """
        inside = self.findChildren(QWidget)
        return [
            one
            for one in inside
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(self) and one.isEnabled()
        ]
