"""The strip of kinds of disagreement: how many are open of each, and which ones the queue lists."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from annotation.adjudication import Kind
from annotation.i18n import _
from gui.theme import current_theme
from gui.views.review.words import SHAPES, kind_meaning, kind_text
from gui.widgets.shape import paint_shape

_SIGN = 11
_SHOWN = tuple(kind for kind in Kind if kind not in (Kind.AGREED, Kind.ADDED))


class KindFilter(QWidget):
    """A button for each kind. Emits `narrowed(kinds)`; no kind pressed means all."""

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons = {kind: KindButton(kind, self) for kind in _SHOWN}
        for made in self.buttons.values():
            made.toggled.connect(lambda _on: self.narrowed.emit(self.chosen))
            row.addWidget(made)

    @property
    def chosen(self) -> frozenset[Kind]:
        """The kinds that are pressed."""
        return frozenset(kind for kind, made in self.buttons.items() if made.isChecked())

    def set_counts(self, counts: Mapping[Kind, int]) -> None:
        """Show how many are open of each kind."""
        for kind, made in self.buttons.items():
            made.set_count(counts.get(kind, 0))

    def release(self) -> None:
        """Press none."""
        for made in self.buttons.values():
            made.setChecked(False)


class KindButton(QAbstractButton):
    """Sign, word and count of one kind; pressed when the queue is narrowed to it."""

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._count = 0
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._count = count
        self.setAccessibleName(f"{kind_text(self.kind)}, {count}")
        self.setToolTip(f"{kind_meaning(self.kind)}\n" + _("Click to list these alone"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for sign, word and count."""
        width = self.fontMetrics().horizontalAdvance(f"{kind_text(self.kind)}  {self._shown}")
        return QSize(width + _SIGN + 6 + 18, 26)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, sign, word and count."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = "selected" if chosen else "hover" if self.underMouse() else ""
        painter.setBrush(theme[ground] if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme["accent"], theme.focus) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        idle = not self._count and not chosen
        ink = theme["on_selected" if chosen else "faint" if idle else "ink"]
        paint_shape(painter, SHAPES[self.kind], QRectF(9, (self.height() - _SIGN) / 2, _SIGN, _SIGN), ink)
        room = self.rect().adjusted(9 + _SIGN + 6, 0, -9, 0)
        painter.setPen(ink)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kind_text(self.kind)
        )
        painter.setPen(theme["muted_on_selected" if chosen else "faint" if idle else "muted"])
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._shown)

    @property
    def _shown(self) -> str:
        return QLocale().toString(self._count)
