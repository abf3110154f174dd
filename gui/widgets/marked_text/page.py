"""The page under the marks: a read-only text in one column, its look, and where the reader is on it."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from gui.widgets.marked_text.arc_painting import ArcPainter
from gui.widgets.marked_text.handles import Handles
from gui.widgets.marked_text.headline import Headline
from gui.widgets.marked_text.layout import MarkedTextLayout
from gui.widgets.marked_text.margins import Margins
from gui.widgets.marked_text.metrics import Spacing
from gui.widgets.marked_text.painting import CARET_WIDTH, ScenePainter
from gui.widgets.marked_text.palette import MarkPalette
from gui.widgets.marked_text.patches import Patches
from gui.widgets.marked_text.positions import Positions
from gui.widgets.marked_text.scrolling import Scroller

ZOOMS = (0.6, 4.0)
"""The least and the greatest zoom."""
_ZOOM_STEP = 1.1
_SMALLEST = 6
_PARTS = 6
"""Parts to paint anew of which each is painted by itself."""


class Page(QTextEdit):
    """A frozen text in one centred column, with a headline above it, that can be zoomed and recoloured."""

    zoom_changed = Signal(float)
    palette_changed = Signal()

    def __init__(self, palette: MarkPalette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading_font = self.font()
        self._zoom = 1.0
        self._painter = ScenePainter(palette)
        # Kept here as well: the document owns the layout, and Python must not lose its side of it.
        self._layout = MarkedTextLayout(self.document(), self._painter, QApplication.font())
        self._arcs = ArcPainter(self._layout)
        self._handles = Handles(self._layout)
        self._margins = Margins(self._layout)
        self._patches = Patches(self._layout)
        self._layout.overlay = self._paint_over
        self._scroller = Scroller(self, self._layout)
        self._set_up()
        self.set_mark_palette(palette)

    def _set_up(self) -> None:
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentLayout(self._layout)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setCursorWidth(CARET_WIDTH)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes and goes would move the column.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        # Qt paints nothing below it, and moves what is painted when it is scrolled.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # The text.

    @property
    def text(self) -> str:
        """The frozen text that is shown."""
        return self._layout.positions.text

    @property
    def positions(self) -> Positions:
        """What converts between offsets in the text and positions in the document."""
        return self._layout.positions

    @property
    def is_laid_out(self) -> bool:
        """Whether every paragraph has been laid out, and the scroll bar knows it."""
        return self._layout.is_finished and not self._layout.has_changed_size

    def set_headline(self, title: str, subtitle: str = "") -> None:
        """Show a title and a line below it above the text; neither can be selected or marked."""
        with self._changing():
            self._layout.headline = Headline(title, subtitle)
            self._layout.reset()

    def visible_range(self) -> tuple[int, int]:
        """The first code point of the first paragraph in view, and the one after the last one's."""
        top, bottom = self._layout.block_at(self._scroller.top), self._layout.block_at(self._scroller.bottom)
        return self.positions.starts[top], self.positions.ends[bottom]

    # How it looks.

    def set_mark_palette(self, palette: MarkPalette) -> None:
        """Draw everything in the colours of `palette`."""
        self._painter.set_palette(palette)
        own = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, palette.page.paper),
            (QPalette.ColorRole.Text, palette.page.ink),
            (QPalette.ColorRole.Highlight, palette.page.selection),
            (QPalette.ColorRole.HighlightedText, palette.page.selection_ink),
        ):
            own.setColor(role, QColor(colour))
        self.setPalette(own)
        self.viewport().update()
        self.palette_changed.emit()

    @property
    def mark_palette(self) -> MarkPalette:
        """The colours that everything is drawn in."""
        return self._painter.palette

    def set_text_font(self, font: QFont) -> None:
        """Set the text in `font`, whose size in pixels is that of zoom 1."""
        self._reading_font = QFont(font)
        self._apply_font()

    def set_chip_font(self, font: QFont) -> None:
        """Set chips, labels and the line below the title in the family of `font`."""
        with self._changing():
            self._layout.chip_font = QFont(font)
            self._layout.reset()

    @property
    def zoom(self) -> float:
        """How much larger than its font's size the text is."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Set the text so many times as large as its font; kept within ZOOMS."""
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[1])
        if zoom != self._zoom:
            self._zoom = zoom
            self._apply_font()
            self.zoom_changed.emit(zoom)

    def set_column_width(self, characters: int) -> None:
        """Break lines after about so many characters, sooner where the widget is too narrow."""
        with self._changing():
            self._layout.characters = max(10, characters)
            self._layout.reset()

    def set_spacing(self, spacing: Spacing) -> None:
        """Set the height of lines and the lanes that every line keeps room for."""
        with self._changing():
            self._layout.spacing = spacing
            self._layout.reset()

    def set_numbers(self, *, paragraphs: bool, lines: bool) -> None:
        """Number paragraphs at the left, and lines at the right, or not."""
        self._margins.paragraphs, self._margins.lines = paragraphs, lines
        self.viewport().update()

    def set_stripes(self, hues: Iterable[str]) -> None:
        """Draw a stripe at the left for each of these hues, along the lines where it marks something."""
        self._margins.stripes = tuple(hues)
        self.viewport().update()

    def set_motion(self, *, on: bool) -> None:
        """Whether scrolling to a mark is drawn as a movement."""
        self._scroller.motion = on

    def rest(self, on: bool) -> None:
        """Lay out nothing but what is in view, while something more urgent is done; or go on."""
        self._scroller.resting = on
        self._scroller.stop() if on else self._scroller.resume()

    # Events.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in view, laid out first if it was not. For Qt."""
        self._scroller.prepare()
        QPainter(self.viewport()).fillRect(event.rect(), self.palette().base())
        region = event.region()
        if 1 < region.rectCount() <= _PARTS:  # Qt would paint all that lies between them as well
            for part in cast(Iterable[QRect], region):
                super().paintEvent(QPaintEvent(part))
        else:
            super().paintEvent(event)
        self._scroller.resume()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width, the reader's place kept. For Qt."""
        with self._scroller.keeping_place():
            super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the layout. For Qt."""
        super().showEvent(event)
        self._scroller.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks. For Qt."""
        self._scroller.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the reading font when the widget's own font changes. For Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_scroller"):
            self._apply_font()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom. For Qt."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * _ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        self._scroller.stop()
        super().wheelEvent(event)
        self._scroller.resume()

    def _paint_over(self, painter: QPainter, clip: QRectF) -> None:
        self._arcs.paint(painter, clip)
        self._handles.paint(painter, clip)
        self._margins.paint(painter, clip)

    # For those who put marks on the page.

    @contextmanager
    def _changing(self, blocks: set[int] | None = None) -> Iterator[None]:
        """Keep the reader's place, whatever changes inside; then paint what shows of `blocks` (None: all)."""
        top, bottom = self._scroller.top, self._scroller.bottom
        before = self._patches.scenes(blocks or (), top, bottom)
        with self._scroller.keeping_place():
            yield
            self._arcs.prepare()
        if blocks is None or self._arcs.arcs or self._scroller.top != top:
            self.viewport().update()
        else:
            self._update(self._patches.changed(before, bottom))
        self._scroller.resume()

    def _update_marks(self, marks: Collection[str]) -> None:
        """Paint the lines that show some marks anew, which now look otherwise."""
        if marks:
            self._update(self._patches.of_marks(marks, self._scroller.top, self._scroller.bottom))

    def _update(self, parts: Iterable[QRectF]) -> None:
        """Paint parts of the document anew."""
        for part in parts:
            self.viewport().update(part.translated(0, -self._scroller.top).toAlignedRect())

    def _apply_font(self) -> None:
        font = QFont(self._reading_font)
        size = font.pixelSize() if font.pixelSize() > 0 else self.fontInfo().pixelSize()
        font.setPixelSize(max(_SMALLEST, round(size * self._zoom)))
        with self._changing():
            self.document().setDefaultFont(font)
