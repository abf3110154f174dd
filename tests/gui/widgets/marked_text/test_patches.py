"""What is painted anew when something changes: enough, so that the eye sees all of it, and no more."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication

from gui.widgets.marked_text import MarkedText
from gui.widgets.marked_text.handles import Handle
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.patches import Patches
from tests.gui.widgets.marked_text.samples import LONG_TEXT, TEXT, ShowPage, mark_on

WORDS = ("OTAN", "Corée du Nord", "rien à cacher", "porte-parole", "Kim Ha-jun", "capitale", "États-Unis")
MARKS = tuple(mark_on(TEXT, words, ghost=number % 2 == 0) for number, words in enumerate(WORDS))
LONG_MARK = mark_on(TEXT, "Nous n’avons rien à cacher », a déclaré le porte-parole", name="long", hue="clay")

Change = Callable[[MarkedText], object]
CHANGES: dict[str, Change] = {
    "a mark goes": lambda page: page.remove_mark("porte-parole"),
    "the only mark of a line goes": lambda page: page.remove_mark("OTAN"),
    "a suggestion becomes a label": lambda page: page.change_marks(
        ["rien à cacher"], [replace(MARKS[2], id="mine", ghost=False)]
    ),
    "a mark comes where another is": lambda page: page.add_marks([LONG_MARK]),
    "several change at once": lambda page: page.change_marks(["OTAN", "États-Unis"], [LONG_MARK]),
    "a mark says something longer": lambda page: page.update_mark(replace(MARKS[4], label="PERSON " * 4)),
    "a mark is selected": lambda page: page.select_mark("Kim Ha-jun"),
    "another mark is selected": lambda page: page.select_mark("capitale"),
    "none is selected": lambda page: page.select_mark(None),
    "marks are taken together": lambda page: page.take_together(["OTAN", "États-Unis"]),
    "marks are pointed at": lambda page: page.hover_together(["OTAN"]),
    "handles come": lambda page: page.set_handles([Handle(mark="OTAN", number=0, last=True, offset=6)]),
    "the caret moves": lambda page: page.set_caret(len(TEXT) - 3),
}


class Spy(QObject):
    """Adds up how high the parts are that a page paints."""

    def __init__(self, page: MarkedText) -> None:
        super().__init__(page)
        self.height = 0
        page.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.height += sum(part.height() for part in cast(Iterable[QRect], event.region()))
        return False


def seen(page: MarkedText) -> QImage:
    """What the screen shows of the page."""
    QApplication.processEvents()
    shown: QImage = page.screen().grabWindow(page.winId()).toImage()
    return shown.copy(page.viewport().geometry())


def whole(page: MarkedText) -> QImage:
    """What it shows when all is painted anew."""
    page.viewport().update()
    return seen(page)


def crowded(text: str) -> list[Mark]:
    """Marks in every paragraph of a text."""
    return [
        Mark(id=str(at), spans=((at, at + 12),), hue="moss", label="ORG", ghost=at % 3 == 0)
        for at in range(0, len(text) - 20, 47)
    ]


@pytest.mark.parametrize("name", CHANGES)
def test_the_screen_shows_a_change_as_if_all_were_painted_anew(name: str, show_page: ShowPage) -> None:
    page = show_page(TEXT, *MARKS)
    page.select_mark("Kim Ha-jun" if name != "a mark is selected" else None)
    before = seen(page)
    CHANGES[name](page)
    after = seen(page)
    assert after == whole(page)
    assert after != before or name == "a mark is selected"


def test_the_screen_is_right_after_many_changes_in_a_long_text_that_is_scrolled(show_page: ShowPage) -> None:
    page = show_page(LONG_TEXT, *crowded(LONG_TEXT))
    page.verticalScrollBar().setValue(1500)
    inside = page.marks_between(*page.visible_range())
    for number, mark in enumerate(inside[:24]):
        page.remove_mark(mark.id) if number % 3 else page.update_mark(replace(mark, ghost=not mark.ghost))
        page.select_mark(inside[-1 - number % 4].id, scroll=False)
        page.verticalScrollBar().setValue(1500 + 7 * number)
        assert seen(page) == whole(page)


def test_selecting_a_mark_paints_its_line_and_that_of_the_one_before_alone(show_page: ShowPage) -> None:
    page = show_page(TEXT, *MARKS)
    page.select_mark("OTAN")
    QApplication.processEvents()
    spy = Spy(page)
    page.select_mark("États-Unis")
    QApplication.processEvents()
    assert 0 < spy.height < page.viewport().height() / 3


def test_a_change_beyond_what_is_in_view_paints_nothing(show_page: ShowPage) -> None:
    page = show_page(LONG_TEXT, *crowded(LONG_TEXT))
    QApplication.processEvents()
    while not page.is_laid_out:
        QApplication.processEvents()
    spy = Spy(page)
    page.update_mark(replace(page.marks()[-1], label="GPE"))
    QApplication.processEvents()
    assert spy.height == 0


def test_a_line_that_is_not_laid_out_is_no_place(page: MarkedText) -> None:
    layout = page._layout
    patches = Patches(layout)
    assert list(patches.of_marks({"nobody"}, 0, 500)) == []
    layout.restage({0})
    assert patches.scenes({0, 99}, 0, 500) == {0: None}
    [whole_block] = patches.changed({0: None}, 480)
    assert whole_block.bottom() >= 480
