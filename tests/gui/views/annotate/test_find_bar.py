"""The bar to find words with: keys, mouse, patterns, highlights."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import TEXT, span


def look_for(bench: Bench, words: str) -> None:
    bench.room.focus_article()
    bench.press("/")
    bench.room.article.finder.line.clear()
    bench.type(words)


def here(bench: Bench) -> str:
    selected = bench.text.selection()
    return TEXT[slice(*selected)] if selected else ""


def test_words_are_found_without_their_accents_counted_and_shown(bench: Bench) -> None:
    look_for(bench, "a declare")
    assert bench.room.article.finder._count.text() == "1 of 1"
    assert here(bench) == "a déclaré"
    assert bench.text._layout.hits == ((span("a déclaré").start, span("a déclaré").end),)
    bench.text.set_caret(0)
    look_for(bench, "lina")
    assert bench.room.article.finder._count.text() == "1 of 3"
    bench.press("Enter", "Enter")
    assert bench.text.selection() == (span("Lina", 3).start, span("Lina", 3).end)
    bench.press("Shift+Enter")
    assert bench.text.selection() == (span("Lina", 2).start, span("Lina", 2).end)


def test_closing_the_bar_takes_the_highlights_away(bench: Bench) -> None:
    look_for(bench, "lina")
    assert len(bench.text.hit_shares()) == 3
    bench.press("Esc")
    assert bench.text.hit_shares() == []
    assert focus() is bench.text


def test_alt_r_takes_a_pattern_and_says_what_is_wrong_with_it(bench: Bench) -> None:
    finder = bench.room.article.finder
    look_for(bench, r"\d+ (m")
    bench.press("Alt+R")
    assert finder.pattern.isChecked()
    assert finder._count.text().startswith("no such pattern: ")
    assert finder.line.property("state") == "error"
    bench.type("illions|élus)")
    assert finder.line.property("state") == ""
    assert here(bench) == "12 millions"
    assert finder._count.text() == "1 of 2"


def test_the_switches_work_with_the_mouse(bench: Bench) -> None:
    finder = bench.room.article.finder
    look_for(bench, "declare")
    QTest.mouseClick(finder.accents, Qt.MouseButton.LeftButton)
    assert finder._count.text() == "not found"
    bench.press("Alt+A")
    assert finder._count.text() == "1 of 1"
    steppers = [one for one in finder.findChildren(QToolButton) if not one.isCheckable()]
    assert all(one.accessibleName() for one in (*steppers, finder.accents, finder.pattern))
