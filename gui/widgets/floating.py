"""What floats over the window: a raised surface with a shadow, placed beside what it belongs to."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.theme import RADIUS, current_theme

SHADOW = 14
"""How far the shadow reaches, px; the frame's margin is as wide."""
GAP = 4


class Floating(QFrame):
    """A frame inside the window of `owner`, above everything else in it, holding `content`."""

    def __init__(self, owner: QWidget, content: QWidget) -> None:
        super().__init__(owner.window())
        self.owner = owner
        owner.destroyed.connect(self.deleteLater)
        self.content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        column.addWidget(content)
        self.hide()

    def surrounds(self, widget: QWidget | None) -> bool:
        """Whether `widget` is in this frame, or in one that floats on behalf of something in it."""
        while widget is not None and widget is not self:
            widget = widget.owner if isinstance(widget, Floating) else widget.parentWidget()
        return widget is self

    def place_under(self, rect: QRect, anchor: QWidget) -> None:
        """Move beneath `rect` of `anchor`, or above it where there is more room; always inside the window."""
        window = self.owner.window()
        size = self.sizeHint().boundedTo(window.size())
        corner = anchor.mapTo(window, rect.topLeft())
        below, above = window.height() - corner.y() - rect.height(), corner.y()
        top = corner.y() + rect.height() + GAP - SHADOW
        if size.height() - SHADOW > below and above > below:
            top = corner.y() - GAP + SHADOW - size.height()
        self._move(QPoint(corner.x() - SHADOW, top), size.width(), size.height())

    def place_top(self, share: float = 0.14) -> None:
        """Move to the middle of the window, `share` of its height from its top."""
        window = self.owner.window()
        size = self.sizeHint().boundedTo(window.size())
        corner = QPoint((window.width() - size.width()) // 2, round(window.height() * share) - SHADOW)
        self._move(corner, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shadow and the surface."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(theme["shadow"])
        for reach in range(1, SHADOW - 2):
            shade.setAlphaF((0.09 if theme.is_dark else 0.028) * (1 - reach / SHADOW) ** 2)
            painter.setBrush(shade)
            grown = surface.adjusted(-reach, -reach + 3, reach, reach + 2)
            painter.drawRoundedRect(grown, RADIUS + reach, RADIUS + reach)
        half = theme.rule / 2
        painter.setPen(QPen(theme["edge" if theme.is_dark else "hairline"], theme.rule))
        painter.setBrush(theme["raised"])
        painter.drawRoundedRect(surface.adjusted(-half, -half, half, half), RADIUS, RADIUS)

    def _move(self, corner: QPoint, width: int, height: int) -> None:
        """Take a place, pushed inside the window as far as it must be; the shadow may be cut off."""
        window = self.owner.window()
        left = max(GAP - SHADOW, min(corner.x(), window.width() - width + SHADOW - GAP))
        top = max(GAP - SHADOW, min(corner.y(), window.height() - height + SHADOW - GAP))
        self.setGeometry(left, top, width, height)
        self.raise_()
