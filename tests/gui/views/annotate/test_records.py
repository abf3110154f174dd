"""The list of records: in text order, narrowed, jumped from, several decided about at once."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from annotation.records import Status
from gui.models.record_rows import ROW
from gui.views.records import RecordList
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.test_walking import IN_ORDER


def panel(bench: Bench) -> RecordList:
    return bench.room.records


def listed(bench: Bench) -> list[str]:
    rows = panel(bench).rows
    return [rows.data(rows.index(row)) for row in range(rows.rowCount())]


def select_rows(bench: Bench, *rows: int) -> None:
    model = panel(bench).view.selectionModel()
    for row in rows:
        model.select(panel(bench).rows.index(row), QItemSelectionModel.SelectionFlag.Select)


def test_records_are_listed_in_text_order_with_chip_and_status(bench: Bench) -> None:
    assert listed(bench) == IN_ORDER
    row = panel(bench).rows.data(panel(bench).rows.index(1), ROW)
    assert row.spoken == "Union verte, Entity, Person, Suggestion"


def test_the_list_is_narrowed_by_text_state_and_layer(bench: Bench) -> None:
    panel(bench).search.setFocus()
    bench.type("ENTITY")
    assert listed(bench) == ["Lina Maro", "Union verte", "Oskar Vint", "Lina Maro"]
    bench.type(" maro")
    assert listed(bench) == []
    panel(bench).search.clear()
    panel(bench).states.select("suggested")
    bench.press("Esc")
    panel(bench).funnel.menu().actions()[0].trigger()
    assert listed(bench) == ["Oskar Vint", "12 millions d’euros par an", "un proche du dossier"]


def test_a_decision_moves_a_record_from_one_state_to_the_other(bench: Bench) -> None:
    states = panel(bench).states
    QTest.mouseClick(states.findChildren(type(panel(bench).accept_button))[2], Qt.MouseButton.LeftButton)
    assert listed(bench) == []
    bench.text.setFocus()
    bench.press("J", "Enter")
    assert listed(bench) == ["Lina Maro"]


def test_a_click_and_enter_jump_to_the_record(bench: Bench) -> None:
    view = panel(bench).view
    rect = view.visualRect(panel(bench).rows.index(3))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert bench.desk.words(bench.record) == "12 millions d’euros par an"
    assert focus() is bench.text
    view.setFocus()
    bench.press("Down", "Enter")
    assert bench.desk.words(bench.record) == "Oskar Vint"
    assert focus() is bench.text


def test_the_selected_record_is_the_current_row(bench: Bench) -> None:
    bench.press("J", "J")
    assert panel(bench).view.currentIndex().row() == 1
    bench.press("Enter")
    assert panel(bench).view.currentIndex().row() == 2


def test_several_records_are_accepted_in_one_step(bench: Bench) -> None:
    select_rows(bench, 0, 1, 3)
    assert panel(bench).accept_button.isVisible()
    QTest.mouseClick(panel(bench).accept_button, Qt.MouseButton.LeftButton)
    assert sorted(one.status for one in bench.stored()) == [Status.ACCEPTED] * 3
    bench.session.undo_stack.undo()
    assert bench.stored() == []
    assert bench.session.undo_stack.index() == 0


def test_several_records_are_discarded_with_the_keyboard(bench: Bench) -> None:
    select_rows(bench, 0, 1)
    panel(bench).view.setFocus()
    bench.press("Del")
    assert sorted(one.status for one in bench.stored()) == [Status.REJECTED] * 2
    assert listed(bench) == IN_ORDER[2:]


def test_control_and_enter_accept_what_is_selected(bench: Bench) -> None:
    select_rows(bench, 2, 4)
    panel(bench).view.setFocus()
    bench.press("Ctrl+Enter")
    assert len(bench.stored()) == 2


def test_an_edit_changes_one_row_and_resets_nothing(bench: Bench) -> None:
    resets: list[str] = []
    panel(bench).rows.modelReset.connect(lambda: resets.append("reset"))
    bench.press("J", "2", "J", "Enter", "J", "X")
    assert resets == []


def test_an_article_without_records_says_so_and_offers_to_detect(bench: Bench) -> None:
    wanted: list[str] = []
    bench.room.detection_wanted.connect(wanted.append)
    bench.room.open_article("gare")
    empty = panel(bench).empty
    assert empty.isVisible()
    QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert wanted == ["gare"]


def test_escape_goes_back_to_the_article(bench: Bench) -> None:
    panel(bench).view.setFocus()
    bench.press("Esc")
    assert focus() is bench.text
