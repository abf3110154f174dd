"""The selection and the caret of a marked text, in code points of its frozen text."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from gui.widgets.marked_text.positions import Positions
from gui.widgets.marked_text.words import Token, Words

_KEEP = QTextCursor.MoveMode.KeepAnchor


class Selector:
    """Reads and sets the cursor of a text edit whose document shows the text of `positions`."""

    def __init__(self, edit: QTextEdit, positions: Positions) -> None:
        self._edit = edit
        self.positions = positions
        self.words = Words(positions.text, positions.starts, positions.ends)

    @property
    def caret(self) -> int:
        """The code point that the caret stands before."""
        return self.positions.offset(self._edit.textCursor().position())

    @property
    def is_backward(self) -> bool:
        """Whether the caret stands at the start of the selection."""
        cursor = self._edit.textCursor()
        return cursor.position() < cursor.anchor()

    @property
    def is_right_to_left(self) -> bool:
        """Whether the caret stands in a paragraph that runs from right to left."""
        return self._edit.textCursor().block().layout().textOption().textDirection().name == "RightToLeft"

    def selection(self) -> Token | None:
        """The first code point selected and the one after the last; None when nothing is."""
        cursor = self._edit.textCursor()
        if not cursor.hasSelection():
            return None
        found = (
            self.positions.offset(cursor.selectionStart()),
            self.positions.offset(cursor.selectionEnd()),
        )
        return found if found[0] < found[1] else None

    def select(self, start: int, end: int, *, backward: bool = False) -> None:
        """Select from `start` to `end`, the caret at the end, or with `backward` at the start."""
        first, last = self.positions.position(start), self.positions.end_position(end)
        if start == end:
            last = first
        cursor = self._edit.textCursor()
        cursor.setPosition(last if backward else first)
        cursor.setPosition(first if backward else last, _KEEP)
        self._edit.setTextCursor(cursor)

    def place(self, offset: int) -> None:
        """Put the caret before `offset`, with nothing selected."""
        self.select(offset, offset)

    def move(self, move: QTextCursor.MoveOperation) -> None:
        """Move the caret with the selection following it, one character or line."""
        cursor = self._edit.textCursor()
        cursor.movePosition(move, _KEEP)
        self._edit.setTextCursor(cursor)

    def offset_after(self, offset: int, move: QTextCursor.MoveOperation) -> int:
        """The code point that a caret before `offset` would come to by one move."""
        cursor = self._edit.textCursor()
        cursor.setPosition(self.positions.position(offset))
        cursor.movePosition(move)
        return self.positions.offset(cursor.position())
