"""Keys of a marked text: Shift and arrows select by word, with Ctrl by character; the rest is Qt's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from gui.widgets.marked_text import extent
from gui.widgets.marked_text.extent import Extent
from gui.widgets.marked_text.selecting import Selector

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_MODIFIERS = _SHIFT | _CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ARROWS = {
    Qt.Key.Key_Left: QTextCursor.MoveOperation.Left,
    Qt.Key.Key_Right: QTextCursor.MoveOperation.Right,
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
}


class Keyboard:
    """Acts on the keys that a marked text treats in its own way."""

    def __init__(self, selector: Selector) -> None:
        self._selector = selector
        self._extent: Extent | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; whether it was one of ours."""
        held = event.modifiers() & _MODIFIERS
        move = _ARROWS.get(Qt.Key(event.key()))
        if move is None:
            return False
        if held == _SHIFT:
            self._by_word(move)
            return True
        if held == _SHIFT | _CONTROL:
            self._selector.move(move)
            return True
        return False

    def _by_word(self, move: QTextCursor.MoveOperation) -> None:
        if self._selector.is_right_to_left:
            move = _MIRRORED.get(move, move)
        found = self._current()
        if found is None:
            found = self._first(move)
        elif move in _SIDEWAYS:
            step = extent.one_word_back if move == QTextCursor.MoveOperation.Left else extent.one_word_on
            found = step(self._selector.words, found)
        else:
            offset = self._selector.offset_after(found.head, move)
            found = extent.drawn_to(self._selector.words, found, offset)
        if found:
            self._extent = found
            self._selector.select(*found.range, backward=found.is_backward)

    def _current(self) -> Extent | None:
        """The extent of what is selected, remembered or worked out; None when nothing is."""
        selected = self._selector.selection()
        if selected is None:
            return None
        if self._extent is None or self._extent.range != selected:
            backward = self._selector.is_backward
            return extent.extent_of(self._selector.words, *selected, backward=backward)
        return self._extent

    def _first(self, move: QTextCursor.MoveOperation) -> Extent | None:
        caret, words = self._selector.caret, self._selector.words
        if move in _SIDEWAYS:
            return extent.first_word(words, caret, backward=move == QTextCursor.MoveOperation.Left)
        start = Extent(anchor=words.at(caret) or (caret, caret), head=caret)
        return extent.drawn_to(words, start, self._selector.offset_after(caret, move))


_SIDEWAYS = (QTextCursor.MoveOperation.Left, QTextCursor.MoveOperation.Right)
_MIRRORED = dict(zip(_SIDEWAYS, reversed(_SIDEWAYS), strict=True))
