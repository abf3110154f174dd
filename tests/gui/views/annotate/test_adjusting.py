"""Adjusting the selected record from the article: ends, roles, references."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.records import Span, Status
from gui.views.marks import anchor_mark
from gui.widgets.numbered_menu import NumberedMenu
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import span


@pytest.fixture
def attribution(bench: Bench) -> Bench:
    """The room with the attribution to Oskar Vint accepted and selected."""
    bench.desk.select(bench.seen("a déclaré", "source").id)
    bench.press("Enter")
    bench.desk.select(bench.seen("a déclaré", "source").id)
    return bench


# ------------------------------------------------------------ ends


def test_alt_and_arrows_move_the_end_at_the_caret_by_a_word(bench: Bench) -> None:
    bench.choose("Ligue du")
    bench.press("E", "Alt+Right")
    assert bench.record.spans["mention"] == (span("Ligue du lac"),)
    bench.press("Alt+Left", "Alt+Left")
    assert bench.record.spans["mention"] == (span("Ligue"),)
    bench.press("Alt+Left")
    assert bench.record.spans["mention"] == (span("Ligue"),)


def test_with_shift_the_other_end_moves(bench: Bench) -> None:
    bench.choose("Ligue du lac")
    bench.press("E", "Alt+Shift+Left")
    assert bench.record.spans["mention"] == (span("La Ligue du lac"),)
    bench.press("Alt+Right")
    assert bench.record.spans["mention"] == (span("Ligue du lac"),)


def test_with_control_it_moves_by_a_character(bench: Bench) -> None:
    bench.choose("préfet")
    bench.press("E", "Ctrl+Alt+Left", "Ctrl+Alt+Left")
    assert bench.record.spans["mention"] == (span("préf"),)


def test_a_suggestion_is_accepted_with_moved_words_in_one_step(bench: Bench) -> None:
    bench.press("J")
    first = bench.record
    bench.press("Alt+Shift+Left", "Alt+Left", "Alt+Right")
    assert bench.said == "Enter accepts it with these words, Esc takes them back."
    assert bench.stored() == []
    drawn = bench.text.mark(anchor_mark(first, bench.desk.layer))
    assert drawn is not None
    assert drawn.start == span("ministre").start
    bench.press("Enter")
    (mine,) = bench.stored()
    assert (mine.status, mine.spans["mention"]) == (Status.EDITED, (span("ministre Lina Maro"),))
    assert bench.desk.words(bench.record) == "Union verte"
    assert bench.session.undo_stack.count() == 1
    bench.session.undo_stack.undo()
    assert bench.stored() == []
    drawn = bench.text.mark(anchor_mark(first, bench.desk.layer))
    assert drawn is not None
    assert drawn.start == span("Lina Maro").start


def test_esc_takes_moved_words_of_a_suggestion_back(bench: Bench) -> None:
    bench.press("J", "Alt+Shift+Left", "Esc")
    mark = bench.text.mark(anchor_mark(bench.record, bench.desk.layer))
    assert mark is not None
    assert mark.start == span("Lina Maro").start
    bench.press("Enter")
    assert bench.stored()[0].status is Status.ACCEPTED


@pytest.mark.parametrize("key", ["J", "K", "G"])
def test_moved_words_of_a_suggestion_are_kept_where_it_is_left(bench: Bench, key: str) -> None:
    bench.press("J", "Alt+Shift+Left", key)
    (mine,) = bench.stored()
    assert (mine.status, mine.spans["mention"]) == (Status.EDITED, (span("ministre Lina Maro"),))


def test_a_suggestion_that_is_rejected_keeps_no_moved_words(bench: Bench) -> None:
    bench.press("J", "Alt+Shift+Left", "X")
    (mine,) = bench.stored()
    assert (mine.status, mine.spans["mention"]) == (Status.REJECTED, (span("Lina Maro"),))
    assert bench.room.adjuster.fix is None


def test_a_label_given_to_a_suggestion_with_moved_words_keeps_them(bench: Bench) -> None:
    bench.press("J", "Alt+Shift+Left", "8")
    (mine,) = bench.stored()
    assert (mine.features["type"], mine.spans["mention"]) == ("ROLE", (span("ministre Lina Maro"),))


def test_each_move_is_a_step_to_undo(bench: Bench) -> None:
    bench.choose("Ligue")
    bench.press("E", "Alt+Right", "Alt+Right")
    bench.session.undo_stack.undo()
    assert bench.record.spans["mention"] == (span("Ligue du"),)


def test_the_nearest_end_of_any_role_moves(attribution: Bench) -> None:
    attribution.text.set_caret(span("a déclaré").end)
    attribution.press("Alt+Left")
    start = span("a déclaré").start
    assert attribution.record.spans["cue"] == (Span(start, start + 1),)


# ------------------------------------------------------------ roles


def test_r_with_selected_words_asks_which_role_takes_them(attribution: Bench) -> None:
    attribution.choose("porte-parole de l’Union verte")
    attribution.press("R")
    menu = focus().parentWidget().parentWidget()  # type: ignore[union-attr]
    assert isinstance(menu, NumberedMenu)
    assert [made.accessibleName() for made in menu.buttons] == ["Source", "Cue", "Content", "Addressee"]
    attribution.press("4")
    assert attribution.record.spans["addressee"] == (span("porte-parole de l’Union verte"),)
    assert attribution.text.selection() is None
    assert focus() is attribution.text


def test_the_inspector_gives_a_role_the_selected_words_and_clears_it(attribution: Bench) -> None:
    inspector = attribution.room.inspector
    rows = inspector.roles_of(attribution.record)
    assert not rows.takers["cue"].isVisible()
    attribution.choose("a déclaré Oskar")
    assert rows.takers["cue"].isVisible()
    QTest.mouseClick(rows.takers["cue"], Qt.MouseButton.LeftButton)
    assert attribution.record.spans["cue"] == (span("a déclaré Oskar"),)
    QTest.mouseClick(rows.clearers["cue"], Qt.MouseButton.LeftButton)
    assert "cue" not in attribution.record.spans


def test_the_last_words_of_a_record_cannot_be_cleared(bench: Bench) -> None:
    bench.choose("préfet")
    bench.press("E")
    assert not bench.room.inspector.roles_of(bench.record).clearers["mention"].isVisible()


def test_a_click_on_a_roles_words_jumps_to_them(attribution: Bench) -> None:
    rows = attribution.room.inspector.roles_of(attribution.record)
    QTest.mouseClick(rows.quotes["cue"], Qt.MouseButton.LeftButton)
    assert attribution.text.current_mark == f"{attribution.record.id}\x1fcue"
    assert attribution.text.caret == span("a déclaré").end
    assert focus() is attribution.text


# ------------------------------------------------------------ references


def test_a_reference_is_picked_with_j_and_enter(bench: Bench) -> None:
    bench.choose("12 millions")
    bench.press("F", "R")
    assert bench.room.picker.is_on
    bench.press("J", "K", "J")
    bench.press("Enter")
    assert bench.feature("source") == bench.seen("Selon", "source").id
    assert bench.seen("Selon", "source").status is Status.ACCEPTED
    assert not bench.room.picker.is_on


def test_a_reference_is_picked_by_a_click(bench: Bench) -> None:
    bench.choose("12 millions")
    bench.press("F", "R")
    bench.click(bench.seen("a déclaré", "source"))
    assert bench.feature("source") == bench.seen("a déclaré", "source").id


def test_what_a_field_cannot_point_to_is_not_picked(bench: Bench) -> None:
    bench.choose("12 millions")
    bench.press("F", "R")
    made = bench.record
    bench.click(bench.seen("Union verte"))
    assert bench.room.picker.is_on
    assert bench.record == made


def test_escape_ends_picking_and_changes_nothing(bench: Bench) -> None:
    bench.choose("12 millions")
    bench.press("F")
    made = bench.record
    bench.press("R", "J", "Esc")
    assert not bench.room.picker.is_on
    assert bench.record == made
    assert bench.text.current_mark == f"{made.id}\x1fmention"
    bench.press("J")
    assert bench.record != made


def test_of_several_references_one_is_chosen_by_its_number(bench: Bench) -> None:
    bench.choose("salue ce rejet")
    bench.press("T")
    bench.type("lina")
    bench.press("Enter", "1")
    bench.type("verts")
    bench.press("Enter", "Enter", "R", "2")
    assert bench.room.picker.is_on
    bench.click(bench.seen("Oskar Vint"))
    assert bench.feature("target") == {"annotation": bench.seen("Oskar Vint").id}


def test_a_linked_mention_is_picked_as_its_entity(bench: Bench) -> None:
    bench.choose("salue ce rejet")
    bench.press("T")
    bench.type("lina")
    bench.press("Enter", "1")
    bench.type("oskar")
    bench.press("Enter", "Enter", "R", "2")
    bench.click(bench.seen("Union verte"))
    assert bench.feature("target") == {"entity": "union-verte"}
