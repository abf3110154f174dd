"""More words for a record, fewer words, two parts or two records of one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.widgets.numbered_menu import NumberedMenu
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import span


def test_p_adds_the_selected_words_over_a_gap_in_one_step(bench: Bench) -> None:
    bench.choose("Ligue")
    bench.press("E")
    steps = bench.session.undo_stack.count()
    bench.choose("lac salue")
    bench.press("P")
    assert bench.record.spans["mention"] == (span("Ligue"), span("lac salue"))
    assert bench.text.selection() is None
    assert bench.session.undo_stack.count() == steps + 1
    bench.choose("du lac")
    bench.press("P")
    assert bench.record.spans["mention"] == (span("Ligue"), span("du lac salue"))
    bench.session.undo_stack.undo()
    assert bench.record.spans["mention"] == (span("Ligue"), span("lac salue"))


def test_words_are_added_with_the_mouse_from_the_menu_of_selected_words(bench: Bench) -> None:
    bench.choose("Ligue")
    bench.press("E")
    bench.drag("salue ce rejet")
    table = bench.room.actions_table
    assert table["record.add-part"].isEnabled()
    table["record.add-part"].trigger()
    assert bench.record.spans["mention"] == (span("Ligue"), span("salue ce rejet"))


def test_of_several_roles_one_is_chosen_by_its_number(bench: Bench) -> None:
    bench.desk.select(bench.seen("a déclaré", "source").id)
    bench.choose("porte-parole")
    bench.press("P")
    menu = focus().parentWidget().parentWidget()  # type: ignore[union-attr]
    assert isinstance(menu, NumberedMenu)
    assert [made.accessibleName() for made in menu.buttons] == ["Source", "Cue", "Content"]
    QTest.mouseClick(menu.buttons[0], Qt.MouseButton.LeftButton)
    assert bench.record.spans["source"] == (span("Oskar Vint"), span("porte-parole"))


def test_shift_p_takes_the_part_at_the_caret_away_but_not_the_last(bench: Bench) -> None:
    bench.choose("Ligue")
    bench.press("E")
    bench.choose("lac")
    bench.press("P")
    bench.text.set_caret(span("lac").start + 1)
    bench.press("Shift+P")
    assert bench.record.spans["mention"] == (span("Ligue"),)
    bench.press("Shift+P")
    assert bench.record.spans["mention"] == (span("Ligue"),)
    assert bench.said == "A record keeps some words: delete it instead."


def test_shift_p_takes_selected_words_out_of_the_middle(bench: Bench) -> None:
    bench.choose("Ligue du lac salue")
    bench.press("E")
    bench.choose("du lac")
    bench.press("Shift+P")
    assert bench.record.spans["mention"] == (span("Ligue"), span("salue"))


def test_a_role_that_is_no_anchor_can_lose_its_last_words(bench: Bench) -> None:
    bench.desk.select(bench.seen("a déclaré", "source").id)
    bench.text.set_caret(span("« Nous perdrons").start + 5)
    bench.press("Shift+P")
    assert "content" not in bench.record.spans


def test_shift_c_makes_two_parts_at_the_caret(bench: Bench) -> None:
    bench.choose("Ligue du lac")
    bench.press("E")
    bench.text.set_caret(span("du lac").start)
    bench.press("Shift+C")
    assert bench.record.spans["mention"] == (span("Ligue"), span("du lac"))
    assert len(bench.text.handles()) == 4
    bench.press("Shift+C")
    assert bench.said == "Put the caret into the words of the record to split them there."


def test_c_makes_two_records_with_the_same_fields_in_one_step(bench: Bench) -> None:
    bench.choose("Ligue du lac")
    bench.press("E", "2")
    kind = bench.feature("type")
    steps = bench.session.undo_stack.count()
    bench.text.set_caret(span("lac salue").start)
    bench.press("C")
    assert bench.record.spans["mention"] == (span("lac"),)
    assert bench.feature("type") == kind
    assert bench.seen("Ligue du").features.get("type") == kind
    assert bench.session.undo_stack.count() == steps + 1
    assert bench.session.undo_stack.undoText() == "Split the record"
    bench.session.undo_stack.undo()
    assert bench.labels() == [("entity", "Ligue du lac")]


def test_between_two_parts_a_record_is_split_as_well(bench: Bench) -> None:
    bench.choose("Ligue")
    bench.press("E")
    bench.choose("salue")
    bench.press("P")
    bench.text.set_caret(span("lac salue").start)
    bench.press("C")
    assert sorted(bench.labels()) == [("entity", "Ligue"), ("entity", "salue")]


def test_at_its_edge_a_record_is_not_split(bench: Bench) -> None:
    bench.choose("Ligue")
    bench.press("E")
    bench.text.set_caret(span("Ligue").start)
    bench.press("C")
    assert bench.labels() == [("entity", "Ligue")]
    assert bench.said == "Put the caret into the words of the record to split them there."
