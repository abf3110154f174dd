"""Two texts beside each other: what differs is marked, and they scroll together."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from annotation.records import Span
from gui.theme import current_theme, reading_font
from gui.widgets.label import ElidedLabel
from gui.widgets.marked_text.positions import LONGEST_PARAGRAPH, Positions

_TOP = 4
"""How far below a pane's edge the first line begins, px."""
_FIRST = QPoint(12, 14)
"""A place within the first line that is seen."""
_MOST_MARKS = 4000
_ZOOM, _MARGIN = 0.9, 10
_WHOLE = 10**9
"""Paragraphs that are edited are shown in one piece, however long."""

_FRAME = 5
"""What the frame of a text that can be edited takes above it, so that both texts begin at one height, px."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of both texts, in code points: the same words, or what differs; either side may be empty."""

    same: bool
    one: Span
    other: Span


class TextPane(QWidget):
    """One of the texts under its name. Emits `edited` when a person typed in it."""

    edited = Signal()

    def __init__(self, ground: str, *, editable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._longest = _WHOLE if editable else LONGEST_PARAGRAPH
        self.positions = Positions("")
        self.name = ElidedLabel("", "muted")
        self.text = QTextEdit()
        self.text.setProperty("surface", "paper")
        self.text.setFont(reading_font(_ZOOM))
        self.text.document().setDocumentMargin(_MARGIN - _FRAME if editable else _MARGIN)
        self.text.setAcceptRichText(False)
        self.text.setReadOnly(not editable)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        if not editable:
            flags = Qt.TextInteractionFlag
            self.text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.text, 1)
        self.text.textChanged.connect(self.edited)

    def show_text(self, name: str, text: str) -> None:
        """Show a text, from its beginning, without marks."""
        self.positions = Positions(text, self._longest)
        self.name.setText(name)
        self.text.setAccessibleName(name)
        self.text.blockSignals(True)
        self.text.setExtraSelections([])
        self.text.setPlainText(self.positions.display)
        self.text.blockSignals(False)

    @property
    def typed(self) -> str:
        """What stands in the pane now, each line end as one character."""
        return self.text.document().toRawText().replace("\u2029", "\n")

    def take_typed(self, text: str) -> None:
        """Let what stands in the pane be this text, as whose display it was typed."""
        self.positions = Positions(text, self._longest)

    def replace_text(self, text: str) -> None:
        """Put another text in as if it had been typed, so that it can be undone there."""
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(Positions(text, self._longest).display)

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark stretches by their ground and a line under them; of very many, the first ones."""
        theme = current_theme()
        form = QTextCharFormat()
        form.setBackground(theme[f"{self._ground}_soft"])
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(theme[self._ground])
        found: list[QTextEdit.ExtraSelection] = []
        bare = [self._without_blanks(span) for span in spans]
        for span in [span for span in bare if len(span) > 0][:_MOST_MARKS]:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(self.positions.position(span.start))
            cursor.setPosition(self.positions.end_position(span.end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = form
            found.append(selection)
        self.text.setExtraSelections(found)

    def _without_blanks(self, span: Span) -> Span:
        """A stretch without the blanks at its ends; of blanks alone, all of it."""
        words = self.positions.text[span.start : span.end]
        if not words.strip():
            return span
        return Span(
            span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip())
        )

    @property
    def first_seen(self) -> int:
        """The offset of what is seen at the top."""
        return self.positions.offset(self.text.cursorForPosition(_FIRST).position())

    def bring_up(self, offset: int) -> None:
        """Scroll so that an offset is seen at the top."""
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(min(self.positions.position(offset), self.text.document().characterCount() - 1))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(cursor).top() - _TOP)


class SideBySide(QWidget):
    """Two panes, the other one `editable` or not. `show_texts` fills both.

    Scrolling one brings up in the other what stands beside it.
    """

    def __init__(self, parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        self.one = TextPane("danger")
        self.other = TextPane("success", editable=editable)
        self._stretches: Sequence[Stretch] = ()
        self._starts: dict[bool, list[int]] = {True: [], False: []}
        self._following = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.one, 1)
        row.addWidget(self.other, 1)
        self.one.text.verticalScrollBar().valueChanged.connect(self._follow_one)
        self.other.text.verticalScrollBar().valueChanged.connect(self._follow_other)

    def show_texts(self, one: tuple[str, str], other: tuple[str, str], stretches: Sequence[Stretch]) -> None:
        """Show two texts, each (name, text), and how they go together."""
        self._following = True
        self.one.show_text(*one)
        self.other.show_text(*other)
        self.show_stretches(stretches)
        self._following = False

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Mark what differs."""
        self._stretches = stretches
        self._starts = {
            True: [part.one.start for part in stretches],
            False: [part.other.start for part in stretches],
        }
        self.one.mark([part.one for part in stretches if not part.same])
        self.other.mark([part.other for part in stretches if not part.same])

    def clear(self) -> None:
        """Show nothing."""
        self.show_texts(("", ""), ("", ""), ())

    def _follow_one(self) -> None:
        self._follow(self.one, self.other, from_one=True)

    def _follow_other(self) -> None:
        self._follow(self.other, self.one, from_one=False)

    def _follow(self, moved: TextPane, following: TextPane, *, from_one: bool) -> None:
        if self._following or not self._stretches:
            return
        self._following = True
        following.bring_up(self.beside(moved.first_seen, from_one=from_one))
        self._following = False

    def beside(self, offset: int, *, from_one: bool) -> int:
        """The offset in the other text that stands beside one in this text."""
        place = max(0, bisect_right(self._starts[from_one], offset) - 1)
        found = self._stretches[place]
        here, there = (found.one, found.other) if from_one else (found.other, found.one)
        return min(there.end, there.start + offset - here.start)
