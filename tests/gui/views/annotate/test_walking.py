"""Walking through suggestions and deciding about them, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from annotation.records import MACHINE, Annotation, Status
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST

IN_ORDER = [
    "Lina Maro", "Union verte", "Oskar Vint", "12 millions d’euros par an", "Oskar Vint", "Lina Maro",
    "un proche du dossier",
]  # fmt: skip


def suggestions(bench: Bench) -> list[Annotation]:
    return bench.session.read(lambda reader: reader.annotations(FIRST, [MACHINE.id]))


def test_j_walks_through_suggestions_in_the_order_of_the_text(bench: Bench) -> None:
    seen = []
    for _ in IN_ORDER:
        bench.press("J")
        seen.append(bench.desk.words(bench.record))
    assert seen == IN_ORDER


def test_what_is_walked_to_is_said_and_scrolled_into_view(bench: Bench) -> None:
    bench.shell.resize(900, 420)
    bench.press(*["J"] * len(IN_ORDER))
    assert bench.said == "“un proche du dossier”: Source, Indirect"
    current = bench.text.rect_of_mark(str(bench.text.current_mark))
    assert bench.text.viewport().rect().contains(current)


def test_k_walks_back_and_j_goes_on_at_the_start_after_the_end(bench: Bench) -> None:
    bench.press("J", "J", "K")
    assert bench.desk.words(bench.record) == "Lina Maro"
    bench.press("K")
    assert bench.desk.words(bench.record) == "un proche du dossier"
    bench.press("J")
    assert bench.desk.words(bench.record) == "Lina Maro"


def test_j_begins_at_the_caret_where_nothing_is_selected(bench: Bench) -> None:
    bench.text.set_caret(bench.desk.text.index("a déclaré"))
    bench.press("J")
    assert bench.desk.words(bench.record) == "Oskar Vint"


def test_enter_accepts_and_goes_to_the_next_suggestion(bench: Bench) -> None:
    bench.press("J", "Enter")
    assert bench.labels() == [("entity", "Lina Maro")]
    assert bench.desk.words(bench.record) == "Union verte"
    stored = bench.stored()[0]
    assert (stored.status, stored.origin, stored.annotator) == (Status.ACCEPTED, "entities/1", "ana")


def test_a_suggestion_is_never_changed_by_a_decision(bench: Bench) -> None:
    before = {one.id: one for one in suggestions(bench)}
    bench.press("J", "Enter", "X", "2")
    after = {one.id: one for one in suggestions(bench)}
    decided = {str(one.basis) for one in bench.stored()}
    assert len(decided) == 3
    assert {id_: after[id_] for id_ in decided} == {id_: before[id_] for id_ in decided}


def test_x_rejects_for_good_and_goes_on(bench: Bench) -> None:
    bench.press("J", "X")
    assert [one.status for one in bench.stored()] == [Status.REJECTED]
    assert bench.desk.words(bench.record) == "Union verte"
    bench.room.open_article(FIRST)
    assert len(bench.desk.records) == len(IN_ORDER) - 1


def test_the_last_decision_says_that_nothing_is_left(bench: Bench) -> None:
    bench.press("J", *["Enter"] * len(IN_ORDER))
    assert bench.desk.record is None
    assert bench.said == "No suggestion is left in this article."
    assert bench.desk.suggestions == 0
    assert not bench.shell.actions_table["suggestion.next"].isEnabled()


def test_a_digit_corrects_a_suggestion_and_stays_on_it(bench: Bench) -> None:
    bench.press("J", "J", "2")
    assert bench.feature("type") == "ORG"
    assert bench.record.status is Status.EDITED
    assert bench.desk.words(bench.record) == "Union verte"


def test_the_digit_of_the_value_that_is_there_accepts_the_suggestion_as_it_is(bench: Bench) -> None:
    bench.press("J", "1")
    assert bench.record.status is Status.ACCEPTED


def test_a_digit_relabels_a_record_of_ones_own(bench: Bench) -> None:
    bench.choose("préfet")
    bench.press("E", "8")
    assert bench.feature("type") == "ROLE"
    assert bench.record.status is Status.ACCEPTED


def test_delete_takes_a_record_of_ones_own_away(bench: Bench) -> None:
    bench.choose("préfet")
    bench.press("E", "Del")
    assert bench.stored() == []
    assert bench.desk.record is None
    assert bench.said == "Deleted: “préfet”"


def test_backspace_on_an_accepted_suggestion_rejects_it(bench: Bench) -> None:
    bench.press("J", "Enter", "K", "Esc")
    bench.desk.select(bench.seen("Lina Maro").id)
    bench.press("Backspace")
    assert [one.status for one in bench.stored()] == [Status.REJECTED]


def test_undo_brings_a_decision_back_and_stays_on_the_record(bench: Bench) -> None:
    bench.press("J", "2")
    bench.session.undo_stack.undo()
    assert bench.record.status is Status.SUGGESTED
    assert bench.desk.words(bench.record) == "Lina Maro"
    bench.session.undo_stack.redo()
    assert bench.feature("type") == "ORG"


def test_escape_takes_back_one_thing_at_a_time(bench: Bench) -> None:
    bench.press("J")
    bench.choose("préfet")
    bench.press("Esc")
    assert bench.text.selection() is None
    assert bench.desk.record is not None
    bench.press("Esc")
    assert bench.desk.record is None


def test_the_conditions_of_actions_follow_what_is_selected(bench: Bench) -> None:
    spy = QSignalSpy(bench.room.conditions_changed)
    bench.press("J")
    held = spy.at(spy.count() - 1)[0]
    assert {"record-selected", "suggestion-selected", "suggestions", "article-open"} <= held
    assert "selection" not in held
    bench.press("Enter", "Esc")
    bench.choose("préfet")
    held = spy.at(spy.count() - 1)[0]
    assert "selection" in held
    assert "record-selected" not in held


def test_a_click_on_a_mark_selects_the_record_whichever_role_it_is(bench: Bench) -> None:
    said = bench.seen("a déclaré", "source")
    rect = bench.text.rect_of_mark(f"{said.id}\x1fcue")
    QTest.mouseClick(bench.text.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert bench.record == said


def test_the_undo_menu_names_what_was_done_and_to_which_words(bench: Bench) -> None:
    names = []
    for key in ("Enter", "X", "2"):
        bench.press("J", key)
        names.append(bench.session.undo_stack.undoText())
    bench.press("Shift+N")
    names.append(bench.session.undo_stack.undoText())
    assert names == [
        "Accept “Lina Maro”",
        "Reject “Oskar Vint”",
        "Change Type of “Oskar Vint”",
        "Change the note of “Oskar Vint”",
    ]
