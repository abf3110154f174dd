"""Paints scenes: grounds under the words, the words, rules and chips below them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout

from gui.theme.contrast import mix
from gui.widgets.marked_text.inks import InkPot, Inks, Look, look_of
from gui.widgets.marked_text.mark import Mark, Visibility
from gui.widgets.marked_text.palette import MarkPalette
from gui.widgets.marked_text.runs import left_of
from gui.widgets.marked_text.scene import ChipBox, Piece, Scene

_CORNER = 3.0
CARET_WIDTH = 2
"""Pixels."""
HIT = 0.2
"""How much of the accent lies under what was found."""


class ScenePainter:
    """Paints blocks in one palette; knows which marks are current or hovered, and which hues stand back."""

    def __init__(self, palette: MarkPalette) -> None:
        self.current: str | None = None
        self.together: frozenset[str] = frozenset()
        """Ids of the marks that belong to the current one, or are current as well."""
        self.hovered: frozenset[str] = frozenset()
        self.visibility: Mapping[str, Visibility] = {}
        self.filter: Callable[[Mark], bool] | None = None
        """Says which marks are drawn at all; None for all."""
        self.set_palette(palette)

    def set_palette(self, palette: MarkPalette) -> None:
        """Paint in the colours of `palette` from now on."""
        self.palette = palette
        self._pot = InkPot(palette)
        self.ink = QPen(QColor(palette.page.ink))
        self._caret = QColor(palette.page.accent)
        self.hit = QColor(mix(palette.page.accent, palette.page.paper, HIT))

    def paint(
        self,
        painter: QPainter,
        scene: Scene,
        layout: QTextLayout,
        origin: QPointF,
        clip: QRectF,
        formats: Sequence[QTextLayout.FormatRange],
    ) -> None:
        """Paint the block whose top left corner is `origin`, as far as it lies in `clip`."""
        seen = clip.translated(-origin)
        pieces = [
            (piece, self._inks(piece.mark, piece.lane)) for piece in scene.pieces if _meets(piece, seen)
        ]
        painter.translate(origin)
        self._paint_grounds(painter, pieces)
        painter.setPen(self.ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Qt adds the layout's own position, which is where the painter is already.
        layout.draw(painter, -layout.position(), formats, seen)
        self._paint_rules(painter, scene, pieces)
        self._paint_chips(painter, scene, seen)
        painter.translate(-origin)

    def paint_caret(self, painter: QPainter, layout: QTextLayout, origin: QPointF, unit: int) -> None:
        """Paint the caret before a unit of the block whose top left corner is `origin`."""
        line = layout.lineForTextPosition(unit)
        if line.isValid():
            place = QRectF(left_of(line, unit) - 1, line.y() + 1, CARET_WIDTH, line.height() - 2)
            painter.fillRect(place.translated(origin), self._caret)

    def _inks(self, mark: Mark, lane: int = 0) -> Inks:
        return self._pot.inks(self._look(mark, lane))

    def _look(self, mark: Mark, lane: int) -> Look:
        return look_of(
            mark,
            lane=lane,
            dimmed=self.visibility.get(mark.together) is Visibility.DIMMED,
            current=mark.id == self.current,
            together=mark.id in self.together,
            hovered=mark.id in self.hovered,
        )

    def _paint_grounds(self, painter: QPainter, pieces: Sequence[tuple[Piece, Inks]]) -> None:
        """The tints and outlines, outermost marks first, so that the inner ones lie on them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for piece, inks in reversed(pieces):
            if inks.ground:
                painter.setBrush(inks.ground)
                painter.drawRoundedRect(piece.ground, _CORNER, _CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece, inks in pieces:
            if inks.outline:
                painter.setPen(inks.outline)
                painter.drawRoundedRect(piece.ground, _CORNER, _CORNER)

    def _paint_rules(self, painter: QPainter, scene: Scene, pieces: Sequence[tuple[Piece, Inks]]) -> None:
        for piece, inks in pieces:
            painter.setPen(inks.rule)
            painter.drawLine(piece.rule)
        for mark, line in scene.links:
            painter.setPen(self._inks(mark).link)
            painter.drawLine(line)

    def _paint_chips(self, painter: QPainter, scene: Scene, seen: QRectF) -> None:
        for chip in scene.chips:
            if chip.rect.top() <= seen.bottom() and chip.rect.bottom() >= seen.top():
                self._paint_chip(painter, chip)

    def _paint_chip(self, painter: QPainter, chip: ChipBox) -> None:
        inks = self._inks(self._shown_mark(chip))
        rect = chip.rect
        if inks.chip:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.chip)
            painter.drawRoundedRect(rect, _CORNER, _CORNER)
        if chip.glyph:
            self._paint_glyph(painter, chip, inks)
        if chip.text:
            painter.setPen(inks.chip_text)
            field = rect.adjusted(chip.text_x, 0, 2, 0)
            painter.drawText(field, int(_WRITTEN), chip.text)

    def _paint_glyph(self, painter: QPainter, chip: ChipBox, inks: Inks) -> None:
        rect = chip.rect
        width = min(rect.width(), chip.text_x - 2 if chip.text else rect.width())
        field = QRectF(rect.left(), rect.top(), width, rect.height()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.glyph)
        painter.drawRoundedRect(field, _CORNER - 1, _CORNER - 1)
        painter.setPen(inks.glyph_text)
        painter.drawText(field, int(Qt.AlignmentFlag.AlignCenter), chip.glyph)

    def _shown_mark(self, chip: ChipBox) -> Mark:
        """The mark that the chip takes its colours from: the current one, if it is among those counted."""
        return next((mark for mark in chip.marks if mark.id == self.current), chip.marks[0])


_WRITTEN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def _meets(piece: Piece, seen: QRectF) -> bool:
    return piece.ground.top() - 2 <= seen.bottom() and piece.rule.y1() + 2 >= seen.top()
