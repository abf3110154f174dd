"""A text that was edited in Qt keeps what nobody touched to the letter."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QTextEdit

from gui.dialogs.typed_text import typed_text
from gui.widgets.marked_text.positions import Positions

PIECES = ["Un", "👍", "e\u0301", "\u00a0", "\n", "\r\n", "\r", "\u2028", "\x0b", "\ufeff", "قال", " "]
PARTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(max_examples=40)
@given(PARTS)
def test_a_text_that_nobody_edits_stays_as_it_is(qapp: QApplication, text: str) -> None:
    before = Positions(text, 10**9)
    editor = QTextEdit()
    editor.setPlainText(before.display)
    assert typed_text(before, editor.document().toRawText().replace("\u2029", "\n")) == text


def test_an_edited_line_has_the_usual_line_end_and_the_others_theirs() -> None:
    before = Positions("Un\r\nDeux\r\nTrois\nQuatre\x0b", 10**9)
    typed = before.display.replace("Deux", "2\nzwei")
    assert typed_text(before, typed) == "Un\r\n2\r\nzwei\r\nTrois\nQuatre\x0b"
    assert typed_text(before, "Un") == "Un"
    assert typed_text(before, "") == ""
