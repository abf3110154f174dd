"""The widget: a read-only text with marks, chips, arcs and a selection that snaps to words."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.marked_text.handles import Handle
from gui.widgets.marked_text.index import MarkIndex
from gui.widgets.marked_text.keyboard import Keyboard
from gui.widgets.marked_text.mark import Arc, Mark, Visibility
from gui.widgets.marked_text.page import Page
from gui.widgets.marked_text.palette import MarkPalette
from gui.widgets.marked_text.places import Places
from gui.widgets.marked_text.pointer import Pointer
from gui.widgets.marked_text.positions import Positions
from gui.widgets.marked_text.selecting import Selector
from gui.widgets.marked_text.surface import Surface


class MarkedText(Page):
    """A frozen text in one column, with marks over spans of it. All offsets are code points of the text."""

    mark_clicked = Signal(str)
    mark_joined = Signal(str, bool)
    """A mark was clicked with Ctrl, to be taken with others, or with Shift (True), with all up to it."""
    mark_hovered = Signal(object, QRect)
    """The id of the mark that is under the pointer now, or None; and the piece of it there, on the screen."""
    marks_changed = Signal()
    """Other marks are drawn, or the same ones in another way."""
    current_changed = Signal()
    """Other marks are drawn as current; nothing else about them changed."""
    handle_dragged = Signal(object, int, bool)
    """A handle is dragged: the Handle, the code point that it is over, and whether words do not matter."""
    handle_dropped = Signal(object, bool)
    """A handle was let go: the Handle, and whether it stays there (False: everything is as it was)."""
    hits_changed = Signal()
    """Other places are shown as found."""
    selection_changed = Signal()
    selection_released = Signal(QRect)
    """The mouse was released over a selection: where its words are on the screen."""
    caret_moved = Signal(int)
    context_requested = Signal(int, QPoint)
    """A context menu was asked for: at which offset, and where on the screen."""

    def __init__(self, palette: MarkPalette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self._places = Places(self._layout)
        self._surface = Surface(self, self._places, self._painter, self._handles)
        self._selector = Selector(self, self.positions)
        self._pointer = Pointer(self._surface, self._selector, self)
        self._keyboard = Keyboard(self._selector)
        self.selectionChanged.connect(self.selection_changed)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.verticalScrollBar().valueChanged.connect(self._pointer.leave)
        self._surface.on_click = self._tell_click
        self._surface.on_join = self._tell_join
        self._surface.on_outline = self.hover_together
        self._surface.on_hover = self._tell_hover
        self._surface.on_drag = self.handle_dragged.emit
        self._surface.on_drop = self.handle_dropped.emit
        self._surface.on_release = self._tell_release

    # The text.

    def set_text(self, text: str, positions: Positions | None = None) -> None:
        """Show another text, from its start, without marks; `positions` are those of the text, if made."""
        self._scroller.stop()
        self._arcs.arcs, self._handles.shown, self._layout.hits = (), (), ()
        self._painter.current, self._painter.hovered = None, frozenset()
        self._painter.together = frozenset()
        positions = positions or Positions(text)
        self._layout.load(positions)
        self._selector = Selector(self, positions)
        self._pointer.forget(self._selector)
        self._keyboard = Keyboard(self._selector)
        self.setPlainText(positions.display)
        self.verticalScrollBar().setValue(0)
        with self._changing():
            pass
        self._tell_marks()

    # Marks and arcs.

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks in the place of all others. The current one stays current if it is among them."""
        self.set_index(MarkIndex(self.positions, marks))

    def set_index(self, index: MarkIndex) -> None:
        """Show the marks of an index, made for the same text, in the place of all others; it is kept."""
        with self._changing():
            self._layout.put_marks(index)
        self._tell_marks()

    def add_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks as well; one with the id of another takes its place."""
        self.change_marks((), marks)

    def change_marks(self, gone: Iterable[str], marks: Iterable[Mark]) -> None:
        """Show some marks no more, by their ids, and others as well, laid out once."""
        index = self._layout.index
        blocks = {block for mark_id in gone for block in index.remove(mark_id)}
        fresh = [mark for mark in marks if index.get(mark.id) != mark]
        blocks.update(block for mark in fresh for block in index.put(mark))
        if blocks:
            self._restage(blocks)

    def update_mark(self, mark: Mark) -> None:
        """Show a mark in the place of the one with its id."""
        self.add_marks([mark])

    def remove_mark(self, mark_id: str) -> None:
        """Show a mark no more; nothing happens when there is none of that id."""
        self.change_marks([mark_id], ())

    def mark(self, mark_id: str) -> Mark | None:
        """The mark of that id; None when there is none."""
        return self._layout.index.get(mark_id)

    def marks(self) -> list[Mark]:
        """All marks, in the order in which they came."""
        return list(self._layout.index)

    def marks_between(self, start: int, end: int) -> list[Mark]:
        """The marks that touch the paragraphs from one offset to another, each once."""
        first, last = self.positions.block_of(start), self.positions.block_of(end)
        found = (mark for block in range(first, last + 1) for mark in self._layout.index.in_block(block))
        return list(dict.fromkeys(found))

    @property
    def mark_count(self) -> int:
        """How many marks there are."""
        return len(self._layout.index)

    def marks_at(self, offset: int) -> list[Mark]:
        """The marks over the character at `offset`, innermost first."""
        return self._layout.index.at(offset)

    def overview(self) -> list[tuple[float, Mark]]:
        """Every mark that is drawn, with where it starts: 0 at the top of the document, 1 at its end."""
        shown = (mark for mark in self._layout.index if mark.length and self._layout.is_shown(mark))
        return list(self._places.shares(shown))

    def share_of(self, mark: Mark) -> float | None:
        """Where a mark starts: 0 at the top of the document, 1 at its end; None for one that is not drawn."""
        shown = [mark] if mark.length and self._layout.is_shown(mark) else []
        return next((share for share, _mark in self._places.shares(shown)), None)

    def set_arcs(self, arcs: Iterable[Arc]) -> None:
        """Draw these arcs in the place of all others; one whose mark is missing or hidden is left out."""
        with self._changing():
            self._arcs.arcs = tuple(arcs)

    @property
    def current_mark(self) -> str | None:
        """The id of the current mark; None when no mark is."""
        return self._painter.current

    def select_mark(self, mark_id: str | None, *, scroll: bool = True) -> None:
        """Make a mark the current one, drawn clearly and scrolled into view; None makes none current."""
        before, self._painter.current = (
            self._painter.current,
            mark_id if self._layout.index.get(mark_id) else None,
        )
        self._update_marks({mark for mark in (before, self._painter.current) if mark})
        self.current_changed.emit()
        if scroll and self._layout.index.get(mark_id):
            with self._scroller.keeping_place():
                self._places.of_mark(mark_id)  # lays out where it is
            if rects := self._places.of_mark(mark_id):
                self._scroller.show(self._first_screenful(rects))

    def take_together(self, marks: Iterable[str]) -> None:
        """Outline these marks with the current one: they are parts of one thing, or current as well."""
        together = frozenset(marks)
        before, self._painter.together = self._painter.together, together
        if before != together:
            self._update_marks(before ^ together)
            self.current_changed.emit()

    @property
    def together(self) -> frozenset[str]:
        """The ids of the marks that are outlined with the current one."""
        return self._painter.together

    def set_handles(self, handles: Iterable[Handle]) -> None:
        """Show these handles at ends of spans in the place of all others; they can be dragged."""
        before, self._handles.shown = self._handles.shown, tuple(handles)
        if before != self._handles.shown:
            self._update_marks({handle.mark for handle in (*before, *self._handles.shown)})

    def handles(self) -> tuple[Handle, ...]:
        """The handles that are shown."""
        return self._handles.shown

    def rect_of_handle(self, handle: Handle) -> QRect:
        """Where a handle can be taken in the viewport; empty where its mark is not drawn."""
        line = self._handles.line_of(handle)
        return self._surface.to_viewport(QRectF(line.x1() - 1, line.y1(), 2, line.dy())) if line else QRect()

    def cancel_drag(self) -> bool:
        """Let a handle that is being dragged go back; whether one was."""
        return self._pointer.cancel()

    def hover_together(self, marks: Iterable[str]) -> None:
        """Outline these marks as hovered, until the pointer is on another or on none."""
        before, self._painter.hovered = self._painter.hovered, frozenset(marks)
        self._update_marks(before ^ self._painter.hovered)

    def set_group_visibility(self, group: str, visibility: Visibility) -> None:
        """Show, dim or hide all marks of a group."""
        with self._changing():
            self._painter.visibility = {**self._painter.visibility, group: visibility}
            self._layout.restage()
        self._tell_marks()

    def set_hits(self, places: Sequence[tuple[int, int]]) -> None:
        """Show what was found: ranges of code points in order, none overlapping another; () shows nothing."""
        if places or self._layout.hits:
            self._layout.hits = tuple(places)
            self.viewport().update()
            self.hits_changed.emit()

    def hit_shares(self) -> list[float]:
        """Where in the document each hit starts: 0 at its top, 1 at its end."""
        return self._places.shares_of(start for start, _end in self._layout.hits)

    def set_filter(self, shows: Callable[[Mark], bool] | None) -> None:
        """Draw only the marks that `shows` says so of, asked when one is laid out; None draws all."""
        with self._changing():
            self._painter.filter = shows
            self._layout.restage()
        self._tell_marks()

    # Selection and caret.

    @property
    def caret(self) -> int:
        """The code point that the caret stands before."""
        return self._selector.caret

    def set_caret(self, offset: int) -> None:
        """Put the caret before `offset`, with nothing selected."""
        self._selector.place(offset)

    def selection(self) -> tuple[int, int] | None:
        """The first code point selected and the one after the last; None when nothing is."""
        return self._selector.selection()

    def set_selection(self, start: int, end: int) -> None:
        """Select exactly from one code point to another."""
        self._selector.select(start, end)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self._selector.place(self._selector.caret)

    def word_at(self, offset: int) -> tuple[int, int] | None:
        """The word that `offset` stands in or at the edge of; None between words."""
        return self._selector.words.at(offset)

    def snapped(self, start: int, end: int) -> tuple[int, int] | None:
        """The whole words that a range touches, without blanks around them."""
        return self._selector.words.snap(start, end)

    # Where things are, in pixels of the viewport.

    def rect_of_selection(self) -> QRect:
        """The rectangle around the words selected; empty when nothing is."""
        selected = self._selector.selection()
        return self._surface.to_viewport(_around(self._places.of_range(*selected))) if selected else QRect()

    def rect_of_mark(self, mark_id: str) -> QRect:
        """The rectangle around a mark; empty when it is not drawn."""
        rects = self._places.of_mark(mark_id)
        return self._surface.to_viewport(_around(rects)) if rects else QRect()

    def offset_at(self, point: QPoint) -> int:
        """The code point nearest to a point."""
        return self._surface.offset_at(point.toPointF())

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select by word with Shift, by character with Ctrl too; leave keys with Alt to others. For Qt."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif not self._keyboard.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Place the caret, or start a selection. For Qt."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word. For Qt."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a selection, or see what is under the pointer. For Qt."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection or a click. For Qt."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more. For Qt."""
        self._pointer.leave()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a context menu, at the caret when it was asked for by key. For Qt."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.context_requested.emit(self.caret, at)
        else:
            self.context_requested.emit(self.offset_at(event.pos()), event.globalPos())
        event.accept()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected part of the frozen text, not what the document made of it. For Qt.

        It is Qt's own object filled anew: one made here would outlive Python on some platforms' clipboards,
        and take the program down when it ends.
        """
        data = super().createMimeDataFromSelection()
        data.text()  # makes Qt fill it now, not when somebody pastes
        data.clear()
        if selected := self._selector.selection():
            copied = self.text[slice(*selected)]
            data.setText(copied.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        return data

    # How it is done.

    def _restage(self, blocks: set[int]) -> None:
        with self._changing(blocks):
            self._layout.restage(blocks)
        self._tell_marks()

    def _tell_marks(self) -> None:
        """Say that marks have changed, and forget the current and the hovered one if they are gone."""
        if self._layout.index.get(self._painter.current) is None:
            self._painter.current = None
        if not any(map(self._layout.index.get, self._painter.hovered)):
            self._pointer.leave()
        self.marks_changed.emit()

    def _first_screenful(self, rects: Sequence[QRectF]) -> QRectF:
        """As much of the rectangles, from the first one on, as fits into the viewport, and chips below."""
        limit = rects[0].top() + self.viewport().height() * 0.7
        seen = _around([rect for rect in rects if rect.bottom() <= limit] or rects[:1])
        return seen.adjusted(0, 0, 0, self._layout.metrics.chip_pitch * 2)

    def _tell_click(self, mark: Mark) -> None:
        self.mark_clicked.emit(mark.id)

    def _tell_join(self, mark: Mark, whole_range: bool) -> None:
        self.mark_joined.emit(mark.id, whole_range)

    def _tell_caret(self) -> None:
        self.caret_moved.emit(self.caret)

    def _tell_hover(self, mark: Mark | None, rect: QRect) -> None:
        self.mark_hovered.emit(mark.id if mark else None, rect)

    def _tell_release(self) -> None:
        selected = self._selector.selection()
        if selected:
            self.selection_released.emit(self._surface.to_screen(_around(self._places.of_range(*selected))))


def _around(rects: Iterable[QRectF]) -> QRectF:
    around = QRectF()
    for rect in rects:
        around = around.united(rect)
    return around
