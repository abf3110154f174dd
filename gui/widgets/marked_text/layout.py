"""The document's layout: lays out paragraphs when they are first needed, and keeps their scenes."""

import time
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLine,
)

from gui.widgets.marked_text.formats import formats_of_hits, formats_of_selections
from gui.widgets.marked_text.headline import Headline
from gui.widgets.marked_text.heights import Heights
from gui.widgets.marked_text.index import MarkIndex
from gui.widgets.marked_text.lines import break_lines, is_bidi, starts_right
from gui.widgets.marked_text.mark import Mark, Visibility
from gui.widgets.marked_text.metrics import Metrics, Spacing, measure
from gui.widgets.marked_text.painting import ScenePainter
from gui.widgets.marked_text.positions import Positions
from gui.widgets.marked_text.scene import Placed, Scene
from gui.widgets.marked_text.staging import Stage

_KEPT = 512
"""Scenes; more than any screen shows at once."""
Overlay = Callable[[QPainter, QRectF], None]
"""Paints over the text what belongs to no single paragraph, within a clip."""


class MarkedTextLayout(QAbstractTextDocumentLayout):
    """Lines in one centred column with lanes below them for rules and chips, and a channel above for arcs.

    Only what is looked at is laid out at once; `finish` does the rest in slices. Heights are whole pixels.
    """

    def __init__(self, document: QTextDocument, painter: ScenePainter, chip_font: QFont) -> None:
        super().__init__(document)
        self.painter = painter
        self.positions = Positions("")
        self.index = MarkIndex(self.positions)
        self.headline = Headline()
        self.hits: Sequence[tuple[int, int]] = ()
        """What was found in the text: code points, in order, not overlapping."""
        self.overlay: Overlay | None = None
        self.chip_font = chip_font
        self.spacing = Spacing()
        self.characters = 68
        self.column = QRectF(0, 0, 1, 1)
        self._heights = Heights([0])
        self._scenes: dict[int, Scene] = {}
        self._is_broken = bytearray()
        self._is_measured = bytearray()
        self._lines_before: list[int] | None = None
        self._first_unmeasured = 0
        self._head = 0.0
        self._announced = QSizeF()
        self._is_loading = False
        self.reset()

    # What the view tells.

    def load(self, positions: Positions) -> None:
        """Take on another text; to be called just before the document gets it."""
        self.positions = positions
        self.index = MarkIndex(positions)
        self._is_loading = True

    def reset(self) -> None:
        """Lay everything out anew: after another text, font, width, spacing or headline."""
        page = self.document().pageSize().width()
        self.metrics: Metrics = measure(self.document().defaultFont(), self.chip_font, self.spacing)
        width = max(
            40.0, min(round(self.characters * self.metrics.character), page - 2 * self.metrics.gutter)
        )
        left = max(0.0, round((page - width) / 2))
        self._head = self.metrics.top + self.headline.set_width(self.metrics, width)
        self.column = QRectF(left, self._head, width, 0)
        self._stage = Stage(self.metrics, width)
        self._heights = Heights(self._guesses(width))
        self._page = page
        self._is_loading = False
        self._scenes.clear()
        self._is_broken = bytearray(len(self._heights))
        self._lines_before = None
        self._is_measured = bytearray(len(self._heights))
        self._first_unmeasured = 0

    def put_marks(self, index: MarkIndex) -> None:
        """Take on other marks, in the place of all."""
        self.index = index
        self.restage()
        self._heights = Heights(self._guesses(self.column.width()))

    def restage(self, blocks: Iterable[int] | None = None) -> None:
        """Work out the lanes of `blocks` anew (None: of all), the lines staying as they are."""
        if blocks is None:
            self._scenes.clear()
            self._is_measured = bytearray(len(self._heights))
            self._first_unmeasured = 0
            return
        for number in blocks:
            self._scenes.pop(number, None)
            self._is_measured[number] = 0
            self._first_unmeasured = min(self._first_unmeasured, number)

    # What the view asks.

    @property
    def is_finished(self) -> bool:
        """Whether every paragraph is laid out and its height known."""
        self._first_unmeasured = self._is_measured.find(0, self._first_unmeasured)
        if self._first_unmeasured < 0:
            self._first_unmeasured = len(self._is_measured)
        return self._first_unmeasured == len(self._is_measured)

    def prepare(self, top: float, bottom: float) -> None:
        """Lay out all that can be seen between two heights of the document."""
        number = self.block_at(top)
        y = self.block_top(number)
        while number < len(self._heights) and y < bottom:
            self.scene(number)
            y += self._heights[number]
            number += 1

    def finish(self, seconds: float) -> None:
        """Lay out paragraphs that nobody has looked at yet, for about so many seconds."""
        end = time.perf_counter() + seconds
        while not self.is_finished and time.perf_counter() < end:
            # Not kept: the scenes of a whole book would only slow the garbage collector down.
            self._measure(self._first_unmeasured)

    @property
    def has_changed_size(self) -> bool:
        """Whether the document's size is another than what was announced."""
        return self.documentSize() != self._announced

    def announce(self) -> None:
        """Tell the document's views its size, when it has changed."""
        if self.has_changed_size:
            self._announced = self.documentSize()
            self.documentSizeChanged.emit(self._announced)

    def scene(self, number: int) -> Scene:
        """The scene of a block, laid out now if it was not."""
        scene = self._scenes.get(number)
        if scene is None:
            if len(self._scenes) >= _KEPT:
                self._scenes.pop(next(iter(self._scenes)))
            scene = self._scenes[number] = self._measure(number)
        return scene

    def kept_scene(self, number: int) -> Scene | None:
        """The scene of a block as it was last laid out; None where it is to be laid out anew."""
        return self._scenes.get(number)

    def height(self, number: int) -> int:
        """The height of a block, px; guessed as long as it is not laid out."""
        return self._heights[number]

    def block_top(self, number: int) -> float:
        """Where a block starts, px from the top of the document."""
        return self._head + self._heights.start(number)

    def block_tops(self) -> list[float]:
        """Where each block starts, px from the top of the document."""
        return list(accumulate(self._heights, initial=self._head))

    def block_at(self, y: float) -> int:
        """The number of the block at a height of the document."""
        return self._heights.at(y - self._head)

    def scene_at(self, point: QPointF) -> tuple[Scene, QPointF]:
        """The scene of the block at a point of the document, and where the point is in it."""
        number = self.block_at(point.y())
        return self.scene(number), point - self.origin(number)

    def lines(self, number: int) -> list[QTextLine]:
        """The lines of a block, laid out now if they were not."""
        self.scene(number)
        layout = self.document().findBlockByNumber(number).layout()
        return [layout.lineAt(line) for line in range(layout.lineCount())]

    def lines_before(self) -> list[int]:
        """How many lines with words stand before each block; to be asked when the layout is finished."""
        if self._lines_before is None:
            block, counts = self.document().firstBlock(), []
            while block.isValid():
                blank = self._is_blank(block.blockNumber())
                counts.append(0 if blank else block.layout().lineCount())
                block = block.next()
            self._lines_before = list(accumulate(counts, initial=0))
        return self._lines_before

    def origin(self, number: int) -> QPointF:
        """The top left corner of a block."""
        return QPointF(self.column.left(), self.block_top(number))

    def is_shown(self, mark: Mark) -> bool:
        """Whether a mark is drawn at all."""
        painter = self.painter
        is_there = painter.filter is None or painter.filter(mark)
        return is_there and painter.visibility.get(mark.together) is not Visibility.HIDDEN

    def is_bidi(self, number: int) -> bool:
        """Whether something in a block runs from right to left."""
        return is_bidi(self.positions.block_text(number))

    # What Qt asks.

    def documentChanged(self, from_: int, removed: int, added: int) -> None:
        """Lay out anew what the text, a font or the width has changed. For Qt."""
        document = self.document()
        is_same = document.defaultFont() == self.metrics.font and document.pageSize().width() == self._page
        if self._is_loading or not is_same:
            self.reset()
        elif removed == added:
            self._break_anew(from_, from_ + added)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint what lies in the clip of the context. For Qt."""
        clip = QRectF(context.clip) if context.clip.isValid() else QRectF(QPointF(), self.documentSize())
        painter.save()
        if clip.top() < self._head:
            self.headline.paint(painter, QPointF(self.column.left(), self.metrics.top), self.painter.palette)
        painter.setFont(self.metrics.chip_font)
        number = self.block_at(clip.top())
        top = self.block_top(number)
        while number < len(self._heights) and top < clip.bottom():
            self._draw_block(painter, context, number, QPointF(self.column.left(), top), clip)
            top += self._heights[number]
            number += 1
        if self.overlay:
            self.overlay(painter, clip)
        painter.restore()

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        """The position in the document under a point, or -1. For Qt."""
        number = self.block_at(point.y())
        scene, origin = self.scene(number), self.origin(number)
        inside = self._head <= point.y() <= self.block_top(number) + scene.height
        if accuracy == Qt.HitTestAccuracy.ExactHit and not inside:
            return -1
        layout = self.document().findBlockByNumber(number).layout()
        line = layout.lineAt(scene.line_at(point.y() - origin.y()))
        if not line.isValid():
            return self.positions.block_positions[number]
        x = point.x() - origin.x()
        if accuracy == Qt.HitTestAccuracy.ExactHit and not line.naturalTextRect().contains(x, line.y() + 1):
            return -1
        return self.positions.block_positions[number] + line.xToCursor(x)

    def pageCount(self) -> int:
        """One endless page. For Qt."""
        return 1

    def documentSize(self) -> QSizeF:
        """The size of the whole document, guessed where nothing is laid out yet. For Qt."""
        return QSizeF(self._page, self._head + self._heights.total + 2 * self.metrics.top)

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """The whole document, which is its only frame. For Qt."""
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block stands, laid out now if it was not. For Qt."""
        number = block.blockNumber()
        if not block.isValid() or number >= len(self._heights):
            return QRectF()
        height = self.scene(number).height
        origin = self.origin(number)
        block.layout().setPosition(origin)
        return QRectF(origin.x(), origin.y(), self.column.width(), height)

    def _break_anew(self, start: int, end: int) -> None:
        """Break the lines of the blocks between two positions anew: something there has another font."""
        last = min(self.positions.block_at(max(start, end - 1)), len(self._heights) - 1)
        blocks = range(self.positions.block_at(start), last + 1)
        for number in blocks:
            self._is_broken[number] = 0
        self._lines_before = None
        self.restage(blocks)
        self.update.emit()

    def _measure(self, number: int) -> Scene:
        scene = self._build(number)
        self._heights[number] = scene.height
        self._is_measured[number] = 1
        return scene

    def _guesses(self, width: float) -> list[int]:
        """A height for every block that is not laid out: what its length lets expect."""
        per_line = max(1.0, width / self.metrics.character - 3)
        starts, ends, pitch = self.positions.starts, self.positions.ends, self.metrics.pitch
        blank, below, count = round(self.metrics.blank), self.metrics.below, self.index.count_in
        guesses = []
        for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
            lines = 1 + (end - start) // per_line
            guess = lines * pitch + min(lines, count(number)) * below + self._gap(number)
            guesses.append(round(guess) if start < end else blank)
        return guesses

    def _gap(self, number: int) -> float:
        """The room above a block: none above the first one and above those that go on with a paragraph."""
        return self.metrics.paragraph if number and number not in self.positions.continued else 0.0

    def _is_blank(self, number: int) -> bool:
        """Whether the block has no word and could not have a mark, as one between two others often has."""
        return self.positions.block_count > 1 and not self.positions.block_text(number).strip()

    def _build(self, number: int) -> Scene:
        block = self.document().findBlockByNumber(number)
        layout = block.layout()
        text = self.positions.block_text(number)
        bidi = is_bidi(text)
        if not self._is_broken[number]:
            break_lines(layout, self.column.width(), right_to_left=bidi and starts_right(text))
            self._is_broken[number] = 1
        if layout.lineCount() == 1 and self._is_blank(number):
            return self._stage.build_blank(layout)
        marks = (self._placed(mark, number) for mark in self.index.in_block(number) if self.is_shown(mark))
        seen = [placed for placed in marks if placed.spans]
        return self._stage.build(layout, seen, bidi=bidi, gap=self._gap(number))

    def _placed(self, mark: Mark, number: int) -> Placed:
        within, start, end = self.positions.within, self.positions.starts[number], self.positions.ends[number]
        here = sorted(span for span in mark.spans if span[0] < end and span[1] > start)
        spans = tuple((within(number, first), within(number, last)) for first, last in here)
        return Placed(mark=mark, spans=spans, opens=start <= mark.start < end)

    def _draw_block(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        number: int,
        origin: QPointF,
        clip: QRectF,
    ) -> None:
        block = self.document().findBlockByNumber(number)
        layout = block.layout()
        scene = self.scene(number)
        layout.setPosition(origin)
        found = formats_of_hits(self.hits, self.positions, number, self.painter.hit)
        formats = [*found, *formats_of_selections(context, block)]
        self.painter.paint(painter, scene, layout, origin, clip, formats)
        caret = context.cursorPosition - block.position()
        if 0 <= caret < block.length():
            self.painter.paint_caret(painter, layout, origin, caret)
