"""A narrow strip beside a marked text that shows all of its marks at once, and where the reader is."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.view import MarkedText

_WIDTH = 16
_EDGE = 2
_TICK = 2
_GHOST = 0.45
_LATER = 60
"""Milliseconds in which changes are gathered."""


class Overview(QWidget):
    """Ticks for the marks of `page`, a lane for each hue of its palette; a click scrolls there."""

    def __init__(self, page: MarkedText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._ticks: QPixmap | None = None
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(_LATER)
        self._gathering.timeout.connect(self.refresh)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        page.marks_changed.connect(self._gathering.start)
        page.palette_changed.connect(self._gathering.start)
        page.document().documentLayout().documentSizeChanged.connect(self._gathering.start)
        page.verticalScrollBar().valueChanged.connect(self.update)
        page.verticalScrollBar().rangeChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        """As narrow as the strip always is. For Qt."""
        return QSize(_WIDTH, 80)

    def refresh(self) -> None:
        """Draw the ticks anew."""
        self._ticks = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ticks and the part that is in view. For Qt."""
        if self._ticks is None:
            self._ticks = self._draw_ticks()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ticks)
        view = QColor(self._page.mark_palette.page.accent)
        view.setAlphaF(0.13)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(view)
        painter.drawRoundedRect(self._view(), 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ticks for another height. For Qt."""
        super().resizeEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Gather nothing while nobody looks. For Qt."""
        self._gathering.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scroll to the place. For Qt."""
        self._scroll_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along while the button is down. For Qt."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position().y())

    def _draw_ticks(self) -> QPixmap:
        """All ticks on the paper; the current mark's goes across all lanes, above all others."""
        scale = self.devicePixelRatioF()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        palette = self._page.mark_palette
        picture.fill(QColor(palette.page.paper))
        painter = QPainter(picture)
        lanes = {hue: number for number, hue in enumerate(palette.hues)}
        lane_width = (self.width() - 2 * _EDGE) / max(1, len(lanes))
        current = None
        for share, mark in self._page.overview():
            y = share * (self.height() - _TICK)
            left = _EDGE + lanes.get(mark.hue, 0) * lane_width
            painter.fillRect(QRectF(left, y, lane_width - 0.5, _TICK), self._colour(mark))
            if mark.id == self._page.current_mark:
                current = QRectF(0, y - 0.5, self.width(), _TICK + 1), QColor(palette.style(mark.hue).line)
        if current:
            painter.fillRect(*current)
        painter.end()
        return picture

    def _colour(self, mark: Mark) -> QColor:
        colour = QColor(self._page.mark_palette.style(mark.hue).line)
        if mark.ghost or mark.faded:
            colour.setAlphaF(_GHOST)
        return colour

    def _view(self) -> QRectF:
        """The part of the strip that stands for what is in view."""
        bar = self._page.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        height = self.height()
        return QRectF(
            0, bar.value() / whole * height, self.width(), max(8.0, bar.pageStep() / whole * height)
        )

    def _scroll_to(self, y: float) -> None:
        bar = self._page.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        bar.setValue(round(y / max(1, self.height()) * whole - bar.pageStep() / 2))
