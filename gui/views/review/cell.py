"""One cell of the decision card: what one annotator, or all, say in one row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotation.i18n import _
from gui.theme import current_theme, reading_font
from gui.views.review.words import Piece
from gui.widgets.hue_mark import SIDE, paint_hue
from gui.widgets.shape import Shape, paint_shape

PAD, NARROW_PAD = 8, 6
SIGN = 10
LEAST = 34
NARROW = 112
"""Below this width the sign stands above the text, not beside it."""

Look = Literal["agreed", "open", "chosen", "passed", "nothing"]
"""agreed: all say this; open: differs, nothing chosen; chosen; passed: another is; nothing: has no record."""


@dataclass(frozen=True, kw_only=True)
class CellContent:
    """What a cell shows: pieces of text, those that only some have told apart, and its sign."""

    pieces: Sequence[Piece] = field(default_factory=tuple)
    look: Look = "agreed"
    sign: Shape | None = None
    is_quote: bool = False
    hue: str = ""
    """The colour of the tag that it says, shown as a square before the words; "" for none."""

    @cached_property
    def text(self) -> str:
        """All of the text."""
        return "".join(words for words, _own in self.pieces)


class DecisionCell(QAbstractButton):
    """Text that wraps, on a ground that says what became of it. Emits `opened` for a double click."""

    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = CellContent()
        self._name = name
        self._focused = False
        self._layout = QTextLayout()
        self._wrapped = -1
        self._text_height = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_content(self, content: CellContent) -> None:
        """Show other content."""
        if content == self.content:
            return
        self.content = content
        state = {"chosen": _("chosen"), "open": _("differs"), "nothing": _("no record")}.get(content.look, "")
        self.setAccessibleName(", ".join(part for part in (self._name, content.text, state) if part))
        self.setEnabled(content.look != "nothing")
        self._wrap(self.width())
        self.updateGeometry()
        self.update()

    def set_cursor(self, here: bool) -> None:
        """Show whether the keyboard's cursor is in this cell."""
        if here != self._focused:
            self._focused = here
            self.update()

    @property
    def has_cursor(self) -> bool:
        """Whether the keyboard's cursor is in this cell."""
        return self._focused

    def sizeHint(self) -> QSize:
        """As wide as a cell should be."""
        return QSize(NARROW, self.heightForWidth(max(NARROW, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Narrower, words break."""
        return QSize(84, LEAST)

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text wrapped to a width."""
        return max(LEAST, round(self._wrap(width)) + self._above(width) + 2 * PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        self._wrap(event.size().width())
        super().resizeEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask to edit."""
        self.opened.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the card."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, frame, sign and text."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground, line = self._ground()
        painter.setBrush(ground or Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, theme.rule) if line else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(frame, 5, 5)
        if self._focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme["accent"], 2))
            painter.drawRoundedRect(frame, 5, 5)
        painter.setPen(self._ink())
        if self._wrapped != self.width():  # asking for a height wraps to other widths
            self._wrap(self.width())
        above = self._above(self.width())
        top = above + max(PAD, (self.height() - above - self._text_height) / 2)
        side = _side(self.width())
        if self.content.hue and self._layout.lineCount():
            middle = top + self._layout.lineAt(0).height() / 2
            paint_hue(painter, self.content.hue, QRectF(side, middle - SIDE / 2, SIDE, SIDE))
        self._layout.draw(painter, QPointF(side + self._indent, top))
        if sign := self._sign():
            place = QRectF(self.width() - PAD - SIGN, PAD, SIGN, SIGN)
            paint_shape(painter, sign, place, self._sign_ink())

    # ------------------------------------------------------------ how it looks

    def _above(self, width: int) -> int:
        """The height that the sign takes above the text, px."""
        return SIGN if width < NARROW and self._sign() else 0

    def _sign(self) -> Shape | None:
        return Shape.TICK if self.content.look == "chosen" else self.content.sign

    def _sign_ink(self) -> QColor:
        names = {"chosen": "accent", "open": "warning"}
        return current_theme()[names.get(self.content.look, "faint")]

    def _ground(self) -> tuple[QColor | None, QColor | None]:
        """The colours of ground and frame; None for none."""
        theme = current_theme()
        if self.content.look == "chosen":
            return theme["selected"], theme["accent"]
        if self.content.look == "open":
            return theme["hover"] if self.underMouse() else theme["warning_soft"], theme["hairline"]
        if self.content.look == "passed":
            return (theme["hover"] if self.underMouse() else None), theme["hairline"]
        return (theme["hover"] if self.underMouse() and self.isEnabled() else None), None

    def _ink(self) -> QColor:
        names = {"chosen": "on_selected", "passed": "muted", "nothing": "faint"}
        return current_theme()[names.get(self.content.look, "ink")]

    @property
    def _indent(self) -> int:
        """The room that the square of a colour takes before the words, px."""
        return SIDE + 6 if self.content.hue else 0

    def _wrap(self, width: int) -> float:
        """Break the text into lines for a cell of a width, and give their height."""
        layout = self._layout
        layout.setText(self.content.text)
        layout.setFont(_quote_font() if self.content.is_quote else self.font())
        layout.setFormats(self._formats())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        beside = SIGN + 4 if self._sign() and not self._above(width) else 0
        room = max(40, width - 2 * _side(width) - beside - self._indent)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        self._wrapped, self._text_height = width, height
        return height

    def _formats(self) -> list[QTextLayout.FormatRange]:
        """What only some have is set heavier and underlined, so that it stands out without colour."""
        formats, at = [], 0
        for words, own in self.content.pieces:
            length = len(words.encode("utf-16-le", "surrogatepass")) // 2
            if own:
                mark = QTextLayout.FormatRange()
                mark.start, mark.length = at, length
                mark.format = _own_format()
                formats.append(mark)
            at += length
        return formats


def _side(width: int) -> int:
    """The room left and right of the text in a cell of a width."""
    return PAD if width >= NARROW else NARROW_PAD


def _own_format() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontUnderline(True)
    return form


@cache
def _quote_font() -> QFont:
    font = reading_font()
    font.setPixelSize(14)
    return font
