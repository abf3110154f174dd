"""Agreement over time as a line, drawn part by part of the articles; arrow keys walk along it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotation.agreement.drift import Moment
from annotation.i18n import _, ngettext
from gui.theme import Theme, current_theme
from gui.views.agreement.words import coefficient_words, interval_words, used_words
from gui.widgets.dates import number_words, short_date_words

_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 24, 16, 44
_DOT = 5.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CourseView(QWidget):
    """Shows moments. Emits `part_chosen(place)` for a click or an arrow key, `left` for Enter."""

    part_chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moments: Sequence[Moment] = ()
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Agreement over time"))

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show other parts, none of which is chosen."""
        self.moments, self.current = moments, -1
        self.setAccessibleDescription("\n".join(map(moment_words, moments)))
        self.update()

    def choose(self, place: int) -> None:
        """Make a part the current one."""
        if self.moments:
            self.current = min(max(place, 0), len(self.moments) - 1)
            self.setAccessibleDescription(moment_words(self.moments[self.current]))
            self.update()
            self.part_chosen.emit(self.current)

    # ------------------------------------------------------------ for Qt

    def sizeHint(self) -> QSize:
        """As wide as can be. For Qt."""
        return QSize(420, 240)

    def minimumSizeHint(self) -> QSize:
        """Room for the line and its dates. For Qt."""
        return QSize(220, 140)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from part to part; Enter leads on. For Qt."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.choose(self.current + _STEPS[key] if self.current >= 0 else 0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else len(self.moments) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the part that is pointed at. For Qt."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = self.place_at(event.position().x())
        if place is not None:
            self.choose(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is. For Qt."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is elsewhere. For Qt."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say all of the part that is pointed at. For Qt."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.place_at(event.pos().x())
            words = moment_words(self.moments[place]) if place is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axes, intervals, the line and the dates. For Qt."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        painter.fillRect(self.rect(), theme["paper"])
        paint_course(painter, QRectF(self.rect()), self.moments, theme, self.current, self.hasFocus())

    def place_at(self, x: float) -> int | None:
        """The part that stands nearest to a place on the screen; None where there is none."""
        if not self.moments:
            return None
        spots = spots_of(QRectF(self.rect()), self.moments)
        return min(range(len(spots)), key=lambda place: abs(spots[place].x() - x))


def moment_words(moment: Moment) -> str:
    """A part in words."""
    found = moment.coefficient
    dates = " – ".join(dict.fromkeys(short_date_words(one) for one in (moment.first, moment.last) if one))
    number = ngettext(
        "one article", "{number} articles", moment.articles, number=number_words(moment.articles)
    )
    ends = interval_words(moment.low, moment.high)
    value = f"{coefficient_words(found.value)} ({ends})" if ends else coefficient_words(found.value)
    used = _("used: {number}", number=used_words(found.used, found.total))
    note = str(found.note) if found.note else ""
    return "\n".join(part for part in (f"{dates}: {number}" if dates else number, value, used, note) if part)


def lowest(moments: Sequence[Moment]) -> float:
    """Where the scale begins: at 0, or lower where something is below chance."""
    least = min(
        (end for one in moments for end in (one.low, one.coefficient.value) if end is not None), default=0.0
    )
    return 0.0 if least >= 0 else max(-1.0, least // 0.2 * 0.2)


def spots_of(rect: QRectF, moments: Sequence[Moment]) -> list[QPointF]:
    """Where each part stands within a rectangle; one that has no value stands on the ground."""
    least = lowest(moments)
    return [
        QPointF(_across(rect, place, len(moments)), _height(rect, one.coefficient.value or least, least))
        for place, one in enumerate(moments)
    ]


def paint_course(
    painter: QPainter, rect: QRectF, moments: Sequence[Moment], theme: Theme, current: int, focused: bool
) -> None:
    """Draw the whole chart."""
    _paint_scale(painter, rect, lowest(moments), theme)
    _paint_intervals(painter, rect, moments, theme)
    spots = spots_of(rect, moments)
    known = [place for place, one in enumerate(moments) if one.coefficient.value is not None]
    painter.setPen(QPen(theme["accent"], 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([spots[place] for place in known]))
    for place in known:
        chosen = place == current
        painter.setPen(QPen(theme["accent"], 2))
        painter.setBrush(QBrush(theme["accent"] if chosen else theme["paper"]))
        size = _DOT + 1.5 * chosen
        painter.drawEllipse(spots[place], size, size)
    if current >= 0:
        painter.setPen(QPen(theme["accent"], theme.focus if focused else 1, Qt.PenStyle.DotLine))
        x = spots[current].x()
        painter.drawLine(QPointF(x, rect.top() + _TOP), QPointF(x, rect.bottom() - _BOTTOM))
    _paint_dates(painter, rect, moments, theme, current)


def _across(rect: QRectF, place: int, number: int) -> float:
    room = rect.width() - _LEFT - _RIGHT
    return rect.left() + _LEFT + room * (place + 0.5) / max(1, number)


def _height(rect: QRectF, value: float, least: float) -> float:
    room = rect.height() - _TOP - _BOTTOM
    return rect.bottom() - _BOTTOM - room * (min(max(value, least), 1.0) - least) / (1 - least)


def _paint_scale(painter: QPainter, rect: QRectF, least: float, theme: Theme) -> None:
    value = least
    while value <= 1.0001:
        y = round(_height(rect, value, least)) + 0.5
        painter.setPen(QPen(theme["edge"] if abs(value) < 1e-9 else theme["hairline"], 1))
        painter.drawLine(QPointF(rect.left() + _LEFT, y), QPointF(rect.right() - _RIGHT, y))
        painter.setPen(QPen(theme["muted"]))
        box = QRectF(rect.left(), y - 9, _LEFT - 8, 18)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, coefficient_words(value, 1))
        value += 0.2


def _paint_intervals(painter: QPainter, rect: QRectF, moments: Sequence[Moment], theme: Theme) -> None:
    least = lowest(moments)
    veil = QColor(theme["accent"])
    veil.setAlphaF(0.55)
    painter.setPen(QPen(veil, 1.5))
    for place, one in enumerate(moments):
        if one.low is None or one.high is None:
            continue
        x = _across(rect, place, len(moments))
        low, high = _height(rect, one.low, least), _height(rect, one.high, least)
        painter.drawLine(QPointF(x, low), QPointF(x, high))
        for y in (low, high):
            painter.drawLine(QPointF(x - 4, y), QPointF(x + 4, y))


def _paint_dates(
    painter: QPainter, rect: QRectF, moments: Sequence[Moment], theme: Theme, current: int
) -> None:
    width = (rect.width() - _LEFT - _RIGHT) / max(1, len(moments))
    metrics = painter.fontMetrics()
    for place, one in enumerate(moments):
        painter.setPen(QPen(theme["ink" if place == current else "muted"]))
        x = _across(rect, place, len(moments))
        lines = (short_date_words(one.first) if one.first else "", f"n = {number_words(one.articles)}")
        for row, text in enumerate(lines):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 4)
            box = QRectF(x - width / 2, rect.bottom() - _BOTTOM + 6 + row * 17, width, 17)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
