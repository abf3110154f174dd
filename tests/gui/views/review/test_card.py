"""The decision card: rows, cells, editing, and what it says will come of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from annotation.operations import Decide
from annotation.records import GOLD, Decision, Outcome, Span
from gui.theme import ThemeSwitch
from gui.views.review.cell import NARROW, CellContent, DecisionCell
from gui.views.review.editor import DecisionEditor
from gui.views.review.grid import Gap
from gui.widgets.completer_line import CompleterLine
from gui.widgets.shape import Shape
from tests.annotation.agreement.labels import record, span
from tests.gui.views.review.conftest import Bench


def test_rows_that_differ_have_a_cell_for_each_and_the_others_one_for_all(bench: Bench) -> None:
    bench.go("a5")
    grid = bench.room.card.grid
    anna, ben = grid.cell("field:speech", "anna"), grid.cell("field:speech", "ben")
    assert (anna.content.text, ben.content.text) == ("Reported act", "Indirect")
    assert anna.content.look == ben.content.look == "open"
    assert anna.content.sign is Shape.DIAMOND
    both = grid.cell("role:cue", "anna")
    assert both is grid.cell("role:cue", "ben")
    assert (both.content.text, both.content.look) == ("accuse", "agreed")


def test_words_that_only_one_marked_are_told_apart(bench: Bench) -> None:
    bench.go("a3")
    grid = bench.room.card.grid
    assert list(grid.cell("role:mention", "anna").content.pieces) == [("Union", False)]
    assert list(grid.cell("role:mention", "ben").content.pieces) == [("l’", True), ("Union", False)]


def test_what_is_chosen_looks_chosen_and_the_rest_passed_over(bench: Bench) -> None:
    bench.go("a5")
    bench.press("B")
    grid = bench.room.card.grid
    assert grid.cell("field:speech", "ben").content.look == "chosen"
    assert grid.cell("field:speech", "anna").content.look == "passed"
    assert "chosen" in grid.cell("field:speech", "ben").accessibleName()
    bench.press("X")
    assert grid.cell("field:speech", "ben").content.look == "passed"


def test_a_click_chooses_a_cell(bench: Bench) -> None:
    bench.go("a5")
    grid = bench.room.card.grid
    QTest.mouseClick(grid.cell("field:speech", "ben"), Qt.MouseButton.LeftButton)
    assert bench.desk.draft is not None
    assert bench.desk.draft.value("field:speech") == "indirect"
    assert grid.here == "field:speech"
    assert grid.hasFocus()


def test_who_has_no_record_has_a_gap(bench: Bench) -> None:
    bench.go("b4")
    gaps = [gap for gap in bench.room.card.grid.findChildren(Gap) if gap.isVisible()]
    assert [gap.text() for gap in gaps] == ["no record"]
    bench.go("a3")
    assert not [gap for gap in bench.room.card.grid.findChildren(Gap) if gap.isVisible()]


def test_rows_that_nobody_filled_can_be_shown(bench: Bench) -> None:
    bench.go("a3")
    grid = bench.room.card.grid
    few = len(grid.rows)
    QTest.mouseClick(bench.room.card.more, Qt.MouseButton.LeftButton)
    assert len(grid.rows) == few + 3
    QTest.mouseClick(bench.room.card.more, Qt.MouseButton.LeftButton)
    assert len(grid.rows) == few


def test_e_opens_the_editor_of_the_field(bench: Bench) -> None:
    bench.go("a5")
    bench.press("Down", "E")
    (editor,) = bench.room.card.grid.window().findChildren(DecisionEditor)
    line = editor.editor.focusProxy()
    assert isinstance(line, CompleterLine)
    assert line.hasFocus()
    assert line.is_open
    QTest.keyClicks(line, "mix")
    bench.press("Enter")
    assert bench.desk.draft is not None
    assert bench.desk.draft.value("field:speech") == "mixed"
    bench.press("Left", "Up", "Left")
    own = bench.room.card.grid._own["field:speech"]
    bench.room.card.grid.walk(1)
    assert bench.room.card.grid.hasFocus()
    assert not own.isVisible() or own.content.text == "Mixed"


def test_a_value_of_ones_own_is_shown_under_its_row(bench: Bench) -> None:
    bench.go("a5")
    bench.press("A")
    bench.desk.edit("field:speech", "mixed")
    own = bench.room.card.grid._own["field:speech"]
    assert own.isVisible()
    assert own.content.text == "Mixed"
    assert bench.room.card.outcome.heading.text() == "Edited"
    bench.press("Enter")
    assert bench.decisions()[0].outcome is Outcome.EDITED
    bench.press("A")
    bench.go("a5")
    bench.press("A")
    assert not bench.room.card.grid._own["field:speech"].isVisible()


def test_esc_leaves_no_trace_of_the_editor(bench: Bench) -> None:
    bench.go("a5")
    before = bench.desk.draft
    bench.press("Down", "E", "Esc", "Esc")
    assert bench.desk.draft == before
    assert bench.room.card.grid.hasFocus()


def test_a_concept_and_a_name_of_the_article_can_be_put_in_a_reference(bench: Bench) -> None:
    bench.go("a7")
    grid = bench.room.card.grid
    while grid.here != "field:target":
        bench.press("Shift+Down")
    bench.press("E")
    bench.type("Vernay")
    bench.press("Enter")
    draft = bench.desk.draft
    assert draft is not None
    assert draft.value("field:target") in ({"annotation": "a2"}, {"annotation": "a5"})
    bench.press("E")
    bench.type("quite new")
    bench.press("Enter")
    assert bench.desk.draft is not None
    assert bench.desk.draft.value("field:target") == {"concept": "quite new"}


def test_e_on_a_role_takes_words_from_the_article(bench: Bench) -> None:
    bench.go("a3")
    bench.press("E")
    article = bench.room.article
    assert article.is_marking
    assert article.text.hasFocus()
    assert article.hint.isVisible()
    chosen = span("l’Union")
    article.text.set_selection(span("budget").start, chosen.end)
    bench.press("Enter")
    draft = bench.desk.draft
    assert draft is not None
    assert draft.value("role:mention") == (Span(span("budget").start, chosen.end),)
    assert not article.hint.isVisible()
    assert bench.room.card.grid.hasFocus()
    bench.press("Enter")
    assert bench.decisions()[0].outcome is Outcome.EDITED


def test_shift_and_enter_add_words(bench: Bench) -> None:
    bench.go("a3")
    bench.press("A", "E")
    bench.room.article.text.set_selection(*(span("texte").start, span("texte").end))
    bench.press("Shift+Enter")
    assert bench.desk.draft is not None
    assert bench.desk.draft.value("role:mention") == (span("Union"), span("texte"))


def test_no_key_decides_while_words_are_marked_and_esc_leaves(bench: Bench) -> None:
    bench.go("a3")
    before = bench.desk.draft
    bench.press("E", "X", "A", "M")
    assert bench.desk.draft == before
    bench.press("Esc")
    assert not bench.room.article.is_marking
    assert bench.desk.draft == before
    bench.press("X")
    assert bench.desk.draft is not None
    assert bench.desk.draft.rejected


def test_the_outcome_fills_as_keys_are_pressed(bench: Bench) -> None:
    bench.go("a5")
    outcome = bench.room.card.outcome
    assert outcome.heading.text() == "Still open: Source, Speech"
    assert "“accuse”" in outcome.quote.text()
    bench.press("A")
    assert outcome.heading.text() == "Taken from Anna"
    assert "Speech: Reported act" in outcome.values.text()
    assert "“Odile Vernay”" in outcome.quote.text()
    bench.press("X")
    assert outcome.heading.text() == "Rejected"
    assert not outcome.quote.isVisible()


def words(bench: Bench) -> list[str]:
    return [label.text() for label in bench.room.card.findChildren(QLabel) if label.isVisible()]


def test_the_head_says_layer_and_kinds(bench: Bench) -> None:
    bench.go("a5")
    bench.qtbot.waitUntil(lambda: {"Source", "Boundary", "Label"} <= set(words(bench)))


@pytest.fixture
def cell(bench: Bench) -> DecisionCell:
    """A cell of its own, in no card."""
    return DecisionCell("Cue, Anna", bench.room)


def test_a_cell_grows_with_its_text_and_the_sign_gives_way_where_it_is_narrow(cell: DecisionCell) -> None:
    cell.show_content(CellContent(pieces=[("a long answer of many words", False)], sign=Shape.DIAMOND))
    assert cell.heightForWidth(90) > cell.heightForWidth(200) >= cell.minimumSizeHint().height()
    narrow, wide = cell.heightForWidth(NARROW - 1), cell.heightForWidth(300)
    cell.show_content(CellContent(pieces=cell.content.pieces))
    assert cell.heightForWidth(NARROW - 1) < narrow
    assert cell.heightForWidth(300) == wide


def test_asking_for_a_height_does_not_change_what_is_drawn(cell: DecisionCell) -> None:
    cell.resize(300, 40)
    cell.show_content(CellContent(pieces=[("plead for one more common loan", False)], is_quote=True))
    before = cell.grab().toImage()
    cell.heightForWidth(90)
    assert cell.grab().toImage() == before


def test_what_is_its_own_is_set_apart_by_utf_16_units(cell: DecisionCell) -> None:
    cell.show_content(CellContent(pieces=[("👩‍🚒 ", False), ("dit", True)]))
    (own,) = cell._formats()
    assert (own.start, own.length) == (6, 3)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_look_of_a_cell_can_be_drawn(cell: DecisionCell, theme: str, themes: ThemeSwitch) -> None:
    themes.choose(theme)
    cell.resize(140, 60)
    seen = set()
    for look in ("agreed", "open", "chosen", "passed", "nothing"):
        cell.show_content(CellContent(pieces=[("words", True)], look=look, sign=Shape.SQUARE))
        cell.set_cursor(look == "open")
        seen.add(bytes(cell.grab().toImage().constBits()))
    assert len(seen) >= 4


def test_what_the_reviewer_added_is_shown_and_can_be_edited(bench: Bench) -> None:
    added = record("g9", GOLD.id, "entity", mention="texte", type="MISC")
    decision = Decision(
        id="d9", article="a", layer="entity", reviewer=bench.session.me, outcome=Outcome.ADDED, records=()
    )
    bench.session.apply(Decide(decision=decision, gold=added, actor=bench.session.me))
    bench.go("g9")
    grid = bench.room.card.grid
    assert grid.cell("role:mention", "").content.text == "texte"
    bench.press("Down", "E")
    bench.type("org")
    bench.press("Enter", "Enter")
    (gold,) = bench.gold()
    assert gold.features == {"type": "ORG"}
    assert [one.outcome for one in bench.decisions()] == [Outcome.ADDED]


def test_the_cursor_goes_along_with_what_is_taken(bench: Bench) -> None:
    bench.go("a3")
    grid = bench.room.card.grid
    row = next(row for row in grid.rows if row.differs)
    bench.press("B")
    assert grid.cell(row.key, "ben").has_cursor
    bench.press("A")
    assert grid.cell(row.key, "anna").has_cursor
    bench.press("Right")
    assert grid.cell(row.key, "ben").has_cursor
