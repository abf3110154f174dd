"""The mouse on a marked text: clicks on marks, selections that snap to words, hovering."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from gui.widgets.marked_text.handles import Handle
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.selecting import Selector
from gui.widgets.marked_text.surface import Surface
from gui.widgets.marked_text.words import Token

_CONTROL = Qt.KeyboardModifier.ControlModifier
_FREE = Qt.KeyboardModifier.AltModifier | _CONTROL
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_STILL = 4
"""Pixels that a mouse may move between press and release and still have clicked."""
_SCROLL_EVERY = 30
"""Milliseconds between two steps while a selection is drawn beyond an edge."""


@dataclass(slots=True, kw_only=True)
class _Press:
    """The button held down: where, over which chip, and what it selected at once (nothing for one click)."""

    point: QPointF
    last: QPointF
    chip: tuple[Mark, ...]
    anchor: Token
    handle: Handle | None = None
    by_paragraph: bool = False
    free: bool = False
    dragged: bool = False


class Pointer(QObject):
    """Turns mouse events into selections, clicks and hovers on a surface."""

    def __init__(self, surface: Surface, selector: Selector, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self.selector = selector
        self._held: _Press | None = None
        self._over: str | None = None
        self._double_clicked: QPointF | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll_on)
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.timeout.connect(self._forget_double_click)

    def press(self, event: QMouseEvent) -> None:
        """The left button went down: place the caret, extend with Shift, or take a paragraph at the third."""
        point = event.position()
        if self._double_clicked is not None and _near(point, self._double_clicked):
            self._take_paragraph(point)
            return
        offset = self._surface.offset_at(point)
        anchor = (offset, offset)
        if handle := self._surface.handle_at(point):
            self._held = _Press(point=point, last=point, chip=(), anchor=anchor, handle=handle)
            return
        chip = self._surface.chip_at(point)
        if event.modifiers() & _SHIFT and not chip:
            anchor = self._standing_end()
        self._held = _Press(point=point, last=point, chip=chip, anchor=anchor)
        if event.modifiers() & _SHIFT and not chip:
            self._held.dragged = True
            self._draw_to(point, free=bool(event.modifiers() & _FREE))
        elif not chip:
            self.selector.place(offset)

    def double_click(self, event: QMouseEvent) -> None:
        """The left button went down a second time: take the word."""
        point = event.position()
        chip = self._surface.chip_at(point)
        word = self.selector.words.at(self._surface.offset_at(point))
        if chip or word is None:
            self.press(event)
            return
        self._held = _Press(point=point, last=point, chip=(), anchor=word, dragged=True)
        self.selector.select(*word)
        self._double_clicked = point
        self._forgetting.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved: draw the selection when the button is down, else see what is under it."""
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position())
            return
        if self._held.chip:
            return
        if self._held.dragged or not _near(event.position(), self._held.point):
            self._held.dragged = True
            self._draw_to(event.position(), free=bool(event.modifiers() & _FREE))
            if self._surface.beyond_edge(event.position()) and not self._scrolling.isActive():
                self._scrolling.start()

    def release(self, event: QMouseEvent) -> None:
        """The left button went up: a new selection is there, or something was clicked."""
        self._scrolling.stop()
        held, self._held = self._held, None
        if held is None:
            return
        if held.handle:
            self._let_go(held, event)
        elif held.dragged:
            if self.selector.selection():
                self._surface.released()
        else:
            self._click(held, event)

    def _let_go(self, held: _Press, event: QMouseEvent) -> None:
        """A handle was let go: where it was dragged to, or as a click on what is under it."""
        if held.dragged and held.handle:
            self._surface.dropped(held.handle, kept=True)
        else:
            self.selector.place(held.anchor[0])
            self._click(held, event)

    def cancel(self) -> bool:
        """Let a handle that is being dragged go back; whether one was."""
        held = self._held
        if held is None or held.handle is None:
            return False
        self._held = None
        self._scrolling.stop()
        if held.dragged:
            self._surface.dropped(held.handle, kept=False)
        return True

    def leave(self) -> None:
        """The mouse left the viewport."""
        self._set_over(None, QPointF())

    def forget(self, selector: Selector) -> None:
        """Start afresh on another text."""
        self.selector = selector
        self._held = self._over = self._double_clicked = None
        self._scrolling.stop()
        self._forgetting.stop()

    def _take_paragraph(self, point: QPointF) -> None:
        self._double_clicked = None
        anchor = self._paragraphs(self._surface.offset_at(point), self._surface.offset_at(point))
        self._held = _Press(point=point, last=point, chip=(), anchor=anchor, by_paragraph=True, dragged=True)
        self.selector.select(*anchor)

    def _paragraphs(self, start: int, end: int) -> Token:
        """From the start of the paragraph at one offset to the end of that at another."""
        positions = self.selector.positions
        return positions.paragraph_of(start)[0], positions.paragraph_of(end)[1]

    def _standing_end(self) -> Token:
        """What a click with Shift holds on to: the end of the selection without the caret."""
        selected, caret = self.selector.selection(), self.selector.caret
        if selected is None:
            return caret, caret
        fixed = selected[1] if self.selector.is_backward else selected[0]
        return fixed, fixed

    def _draw_to(self, point: QPointF, *, free: bool) -> None:
        """Select from where the button went down to `point`."""
        held = self._held
        if held is None:
            return
        held.last, held.free = point, free
        if held.handle:
            self._surface.dragged(held.handle, point, free=free)
            return
        offset = self._surface.offset_at(point)
        start, end = min(held.anchor[0], offset), max(held.anchor[1], offset)
        backward = offset < held.anchor[0]
        if held.by_paragraph:
            start, end = self._paragraphs(start, end)
        elif not free:
            start, end = self.selector.words.snap(start, end) or (offset, offset)
        self.selector.select(start, end, backward=backward)

    def _scroll_on(self) -> None:
        """Scroll while the mouse is held beyond an edge, faster the further away it is."""
        held = self._held
        beyond = self._surface.beyond_edge(held.last) if held else 0
        if held is None or not beyond:
            self._scrolling.stop()
            return
        self._surface.scroll_by(beyond)
        self._draw_to(held.last, free=held.free)

    def _click(self, held: _Press, event: QMouseEvent) -> None:
        """A mark was clicked: alone, with Ctrl together with others, with Shift with all up to it."""
        if event.modifiers() & (_CONTROL | _SHIFT):
            chip = self._surface.chip_at(event.position())
            under = chip or tuple(self._surface.marks_under(event.position()))
            if under and held.chip == chip:
                self._surface.joined(under[0], whole_range=bool(event.modifiers() & _SHIFT))
        elif clicked := self._clicked(held, event.position()):
            self._surface.clicked(clicked)

    def _clicked(self, held: _Press, point: QPointF) -> Mark | None:
        """The mark that a click means: its chip's, or the innermost; clicked again, the one around it."""
        chip = self._surface.chip_at(point)
        if held.chip != chip:
            return None
        return _after(chip or tuple(self._surface.marks_under(point)), self._surface.current_id())

    def _hover(self, point: QPointF) -> None:
        chip = self._surface.chip_at(point)
        self._surface.point_at(chip=bool(chip), handle=self._surface.handle_at(point) is not None)
        under = chip or self._surface.marks_under(point)
        self._set_over(under[0] if under else None, point)

    def _set_over(self, mark: Mark | None, point: QPointF) -> None:
        name = mark.id if mark else None
        if name != self._over:
            self._over = name
            self._surface.hovered(mark, point)

    def _forget_double_click(self) -> None:
        self._double_clicked = None


def _after(marks: tuple[Mark, ...], current: str | None) -> Mark | None:
    """The mark after the current one, the first one when it is not among them or is the last."""
    names = [mark.id for mark in marks]
    if not marks:
        return None
    return marks[(names.index(current) + 1) % len(marks)] if current in names else marks[0]


def _near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < _STILL
