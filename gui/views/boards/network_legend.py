"""What lines and nodes of the network mean."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotation.i18n import _
from annotation.operations.boards.counts import POLARITIES
from annotation.operations.boards.picture import Edge, Mode, Picture
from annotation.project.boards.parties import CONCEPT
from gui.theme import Theme, current_theme
from gui.views.boards.network_paint import edge_pen
from gui.views.boards.polarity import Dress, colour_of, mark_of, polarity_words, undressed

HEIGHT = 30
_LINE, _GAP, _BETWEEN = 34, 6, 22


class NetworkLegend(QWidget):
    """A line for each polarity that occurs, and the shapes of nodes."""

    def __init__(self, dress: Dress = undressed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = dress
        self._picture, self._mode = Picture(), Mode.STANCES
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line. For Qt."""
        return QSize(200, HEIGHT)

    def show_picture(self, picture: Picture, mode: Mode) -> None:
        """Explain another picture."""
        self._picture, self._mode = picture, mode
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it. For Qt."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._dress(current_theme())
        painter.fillRect(self.rect(), theme["paper"])
        area = QRectF(self.rect()).adjusted(16, 0, -8, 0)
        paint_network_legend(painter, area, theme, self._picture, self._mode)
        painter.end()


def paint_network_legend(painter: QPainter, rect: QRectF, theme: Theme, picture: Picture, mode: Mode) -> None:
    """Draw the legend of a picture in a strip."""
    font = QFont(painter.font())
    font.setPixelSize(12)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    x, y = rect.left(), rect.center().y()
    occurring = {edge.polarity for edge in picture.edges}
    for polarity in (one for one in POLARITIES if one in occurring):
        pen = edge_pen(Edge("", "", polarity, 1, ()), 2.5, theme.polarity(polarity))
        painter.setPen(pen)
        painter.drawLine(QPointF(x, y), QPointF(x + _LINE, y))
        colour = theme.ink_on(theme["paper"], colour_of(polarity, theme))
        x = _say(painter, metrics, QPointF(x + _LINE + _GAP, y), line_words(polarity, mode), QPen(colour))
    shapes = [(False, _("actor"))] if picture.nodes else []
    if any(node.party.type == CONCEPT for node in picture.nodes):
        shapes.append((True, _("concept")))
    for square, word in shapes:
        painter.setPen(QPen(theme["muted"], 1.4))
        painter.setBrush(theme["raised"])
        box = QRectF(x, y - 6, 12, 12)
        if square:
            painter.drawRoundedRect(box, 3, 3)
        else:
            painter.drawEllipse(box)
        x = _say(painter, metrics, QPointF(x + 12 + _GAP, y), word, QPen(theme["muted"]))
    if picture.nodes:
        _say(painter, metrics, QPointF(x, y), _("width and size: how many stances"), QPen(theme["muted"]))


def line_words(polarity: str, mode: Mode) -> str:
    """What a line of a colour means."""
    if mode is Mode.CONGRUENCE:
        return _("agree about a target")
    if mode is Mode.CONFLICT:
        return _("disagree about a target")
    return f"{mark_of(polarity)} {polarity_words(polarity)}"


def _say(painter: QPainter, metrics: QFontMetricsF, at: QPointF, text: str, pen: QPen) -> float:
    """Write some words from a point on; gives where the next thing begins."""
    width = metrics.horizontalAdvance(text)
    painter.setPen(pen)
    painter.drawText(QRectF(at.x(), at.y() - 12, width + 4, 24), Qt.AlignmentFlag.AlignVCenter, text)
    return at.x() + width + _BETWEEN
