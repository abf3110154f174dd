"""The viewport of a marked text as its pointer sees it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QTextEdit

from gui.widgets.marked_text.handles import Handle, Handles
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.painting import ScenePainter
from gui.widgets.marked_text.places import Places


class Surface:
    """Turns points of the viewport into points of the document, and tells `edit` what the pointer did."""

    def __init__(self, edit: QTextEdit, places: Places, painter: ScenePainter, handles: Handles) -> None:
        self._edit = edit
        self._handles = handles
        self._places = places
        self._painter = painter
        self.on_click: Callable[[Mark], None] = _ignore
        self.on_join: Callable[[Mark, bool], None] = _ignore_both
        self.on_outline: Callable[[Sequence[str]], None] = _ignore_all
        """Outlines marks as hovered, and no others."""
        self.on_hover: Callable[[Mark | None, QRect], None] = _ignore_both
        self.on_release: Callable[[], None] = lambda: None
        self.on_drag: Callable[[Handle, int, bool], None] = lambda handle, offset, free: None
        self.on_drop: Callable[[Handle, bool], None] = lambda handle, kept: None

    def to_document(self, point: QPointF) -> QPointF:
        """The point of the document that is seen at a point of the viewport."""
        return point + QPointF(0, self._edit.verticalScrollBar().value())

    def to_viewport(self, rect: QRectF) -> QRect:
        """Where a rectangle of the document is seen in the viewport."""
        return rect.translated(0, -self._edit.verticalScrollBar().value()).toAlignedRect()

    def to_screen(self, rect: QRectF) -> QRect:
        """Where a rectangle of the document is seen on the screen."""
        seen = self.to_viewport(rect)
        return QRect(self._edit.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def offset_at(self, point: QPointF) -> int:
        """The code point nearest to a point of the viewport."""
        return self._places.offset_at(self.to_document(point))

    def chip_at(self, point: QPointF) -> tuple[Mark, ...]:
        """The marks of the chip at a point of the viewport; empty when there is none."""
        return self._places.chip_at(self.to_document(point))

    def marks_under(self, point: QPointF) -> list[Mark]:
        """The marks whose text is at a point of the viewport, innermost first."""
        return self._places.marks_at(self.to_document(point))

    def handle_at(self, point: QPointF) -> Handle | None:
        """The handle at a point of the viewport."""
        return self._handles.at(self.to_document(point))

    def dragged(self, handle: Handle, point: QPointF, *, free: bool) -> None:
        """A handle was dragged to a point; `free` of words."""
        self.on_drag(handle, self.offset_at(point), free)

    def dropped(self, handle: Handle, *, kept: bool) -> None:
        """A handle was let go where it is, or is to go back."""
        self.on_drop(handle, kept)

    def current_id(self) -> str | None:
        """The id of the current mark."""
        return self._painter.current

    def beyond_edge(self, point: QPointF) -> int:
        """How far a point is above (negative) or below the viewport, px; 0 inside."""
        height = self._edit.viewport().height()
        return round(min(0.0, point.y()) + max(0.0, point.y() - height))

    def scroll_by(self, pixels: int) -> None:
        """Scroll down (or up) at once."""
        bar = self._edit.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def clicked(self, mark: Mark) -> None:
        """A mark was clicked."""
        self.on_click(mark)

    def joined(self, mark: Mark, *, whole_range: bool) -> None:
        """A mark was clicked to be taken together with others, or with all up to it."""
        self.on_join(mark, whole_range)

    def hovered(self, mark: Mark | None, point: QPointF) -> None:
        """Another mark is under the pointer now, or none."""
        self.on_outline([mark.id] if mark else [])
        self.on_hover(mark, self._piece_under(mark, point) if mark else QRect())

    def released(self) -> None:
        """The mouse button went up over a new selection."""
        self.on_release()

    def point_at(self, *, chip: bool, handle: bool = False) -> None:
        """Show the pointer for text, for what can be clicked, or for what can be dragged."""
        shape = Qt.CursorShape.PointingHandCursor if chip else Qt.CursorShape.IBeamCursor
        self._edit.viewport().setCursor(Qt.CursorShape.SizeHorCursor if handle else shape)

    def _piece_under(self, mark: Mark, point: QPointF) -> QRect:
        """The piece of the mark nearest to the pointer, on the screen."""
        rects = self._places.of_mark(mark.id)
        y = self.to_document(point).y()
        nearest = min(rects, key=lambda rect: abs(rect.center().y() - y), default=QRectF())
        return self.to_screen(nearest)


def _ignore(mark: Mark) -> None:
    pass


def _ignore_all(marks: Sequence[str]) -> None:
    pass


def _ignore_both(mark: Mark | None, more: object) -> None:
    pass
