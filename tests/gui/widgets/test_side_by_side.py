"""Two texts beside each other."""

import pytest
from pytestqt.qtbot import QtBot

from annotation.records import Span
from gui.widgets.side_by_side import SideBySide, Stretch

LINES = "\n".join(f"line {number} 👍" for number in range(200))
MORE = "\n".join(f"new {number}" for number in range(100)) + "\n" + LINES


@pytest.fixture
def beside(qtbot: QtBot) -> SideBySide:
    """200 lines beside the same with 100 lines before them."""
    made = SideBySide()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    start = len(MORE) - len(LINES)
    stretches = [
        Stretch(False, Span(0, 0), Span(0, start)),
        Stretch(True, Span(0, len(LINES)), Span(start, len(MORE))),
    ]
    made.show_texts(("one", LINES), ("other", MORE), stretches)
    return made


def test_scrolling_one_text_brings_up_the_same_words_of_the_other(beside: SideBySide) -> None:
    beside.one.bring_up(LINES.index("line 150 "))
    seen = MORE[beside.other.first_seen :]
    assert seen.startswith(LINES[beside.one.first_seen :][:8])
    beside.other.bring_up(0)
    assert beside.one.first_seen == 0


def test_what_differs_is_marked_without_the_blanks_around_it(beside: SideBySide) -> None:
    assert not beside.one.text.extraSelections()
    (mark,) = beside.other.text.extraSelections()
    assert mark.cursor.selectedText().startswith("new 0")
    assert mark.cursor.selectedText().endswith("new 99")


def test_nothing_is_shown_and_typed_text_is_read_back(beside: SideBySide) -> None:
    assert beside.other.typed == MORE
    beside.clear()
    assert beside.other.typed == ""
