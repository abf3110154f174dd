"""A narrow strip beside a marked text that shows all of its marks at once, and where the reader is."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.view import MarkedText

_WIDTH = 16
_EDGE = 2
_TICK = 2
_GHOST = 0.45
_HIT = 5
"""The width of the tick of what was found, at either edge."""
_LATER = 200
"""Milliseconds without a change after which the ticks are drawn anew; for every ten marks one more."""
_MANY = 2000
"""Marks from which on their ticks are not drawn before the page has been."""


class Overview(QWidget):
    """Ticks for the marks of `page`, a lane for each group of its palette; a click scrolls there."""

    def __init__(self, page: MarkedText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._ticks: QPixmap | None = None
        self._text = ""
        """The text whose ticks are drawn."""
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.timeout.connect(self.refresh)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        page.marks_changed.connect(self._gather)
        page.current_changed.connect(self.update)
        page.hits_changed.connect(self.update)
        page.palette_changed.connect(self._gather)
        page.document().documentLayout().documentSizeChanged.connect(self._gather)
        page.verticalScrollBar().valueChanged.connect(self.update)
        page.verticalScrollBar().rangeChanged.connect(self.update)

    def _gather(self, *_ignored: object) -> None:
        """Draw the ticks anew soon, once for all that changes until then; not while nobody looks."""
        if self._text is not self._page.text:
            self._ticks = None
        if self.isVisible():
            self._gathering.start(_LATER + self._page.mark_count // 10)
            self.update()

    def sizeHint(self) -> QSize:
        """As narrow as the strip always is. For Qt."""
        return QSize(_WIDTH, 80)

    def refresh(self) -> None:
        """Draw the ticks anew."""
        self._text = self._page.text
        self._ticks = self._draw_ticks()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ticks and the part that is in view. For Qt."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ticks_now())
        self._paint_hits(painter)
        self._paint_current(painter)
        if not self._page.verticalScrollBar().maximum():
            return
        view = QColor(self._page.mark_palette.page.accent)
        view.setAlphaF(0.13)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(view)
        painter.drawRoundedRect(self._view(), 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ticks for another height. For Qt."""
        super().resizeEvent(event)
        self._ticks = None

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what changed while nobody looked. For Qt."""
        self._ticks = None

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

    def _ticks_now(self) -> QPixmap:
        """The ticks; while many are still to be drawn, the bare paper."""
        if self._ticks is None and self._page.mark_count < _MANY:
            self._text = self._page.text
            self._ticks = self._draw_ticks()
        if self._ticks is not None:
            return self._ticks
        if not self._gathering.isActive():
            self._gathering.start(_LATER)
        return self._paper()

    def _paper(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(QColor(self._page.mark_palette.page.paper))
        return picture

    def _draw_ticks(self) -> QPixmap:
        """All ticks on the paper, those that would lie on each other once."""
        picture, palette = self._paper(), self._page.mark_palette
        painter = QPainter(picture)
        lanes = {hue: number for number, hue in enumerate(palette.lanes)}
        lane_width = (self.width() - 2 * _EDGE) / max(1, len(lanes))
        drawn: set[tuple[int, int, bool]] = set()
        for share, mark in self._page.overview():
            y, lane = round(share * (self.height() - _TICK)), lanes.get(mark.together, 0)
            pale = mark.ghost or mark.faded
            if (y, lane, pale) not in drawn:
                drawn.add((y, lane, pale))
                left = _EDGE + lane * lane_width
                painter.fillRect(QRectF(left, y, lane_width - 0.5, _TICK), self._colour(mark))
        painter.end()
        return picture

    def _paint_hits(self, painter: QPainter) -> None:
        """A tick at both edges for every place that was found, those that would lie on each other once."""
        colour = QColor(self._page.mark_palette.page.accent)
        for y in {round(share * (self.height() - _TICK)) for share in self._page.hit_shares()}:
            for left in (0, self.width() - _HIT):
                painter.fillRect(QRectF(left, y, _HIT, _TICK), colour)

    def _paint_current(self, painter: QPainter) -> None:
        """The current mark's tick, across all lanes."""
        mark = self._page.mark(self._page.current_mark) if self._page.current_mark else None
        share = self._page.share_of(mark) if mark else None
        if mark is not None and share is not None:
            y = share * (self.height() - _TICK)
            line = QColor(self._page.mark_palette.style(mark.hue).line)
            painter.fillRect(QRectF(0, y - 0.5, self.width(), _TICK + 1), line)

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
