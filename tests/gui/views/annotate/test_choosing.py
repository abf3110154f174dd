"""Choosing several records in the article, by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.records import Annotation
from gui.views.marks import anchor_mark
from gui.widgets.marked_text import Visibility
from tests.gui.views.annotate.conftest import Bench

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def click_chip(bench: Bench, record: Annotation, held: Qt.KeyboardModifier) -> None:
    """Click the chip of a record with keys held."""
    layout, wanted = bench.text._layout, anchor_mark(record, bench.desk.layer_of(record))
    for block in range(bench.text.positions.block_count):
        for chip in layout.scene(block).chips:
            if [mark.id for mark in chip.marks] == [wanted]:
                place = chip.rect.translated(layout.origin(block)).center().toPoint()
                place.setY(place.y() - bench.text.verticalScrollBar().value())
                QTest.mouseClick(bench.text.viewport(), Qt.MouseButton.LeftButton, held, place)
                return
    raise AssertionError("the record has no chip")


def click_words(bench: Bench, record: Annotation, held: Qt.KeyboardModifier) -> None:
    """Click the words of a record with keys held."""
    mark = bench.text.mark(anchor_mark(record, bench.desk.layer_of(record)))
    assert mark is not None
    bench.text.set_selection(mark.start, mark.start + 2)
    place = bench.text.rect_of_selection().center()
    bench.text.clear_selection()
    QTest.mouseClick(bench.text.viewport(), Qt.MouseButton.LeftButton, held, place)


def words(bench: Bench) -> list[str]:
    """The words of what is chosen."""
    found = (bench.desk.records.get(id_) for id_ in bench.desk.chosen)
    return [bench.desk.words(record) for record in found if record]


def test_control_and_a_click_takes_in_a_record_and_lets_it_go(bench: Bench) -> None:
    bench.click(bench.seen("Lina Maro"))
    click_words(bench, bench.seen("Oskar Vint"), CTRL)
    assert words(bench) == ["Lina Maro", "Oskar Vint"]
    assert bench.said == "2 records chosen"
    click_chip(bench, bench.seen("Oskar Vint"), CTRL)
    assert words(bench) == ["Lina Maro"]
    click_words(bench, bench.seen("Oskar Vint"), CTRL)
    bench.click(bench.seen("Union verte"))
    assert words(bench) == ["Union verte"]


def test_shift_and_a_click_on_a_chip_takes_in_all_up_to_it(bench: Bench) -> None:
    bench.click(bench.seen("Lina Maro"))
    click_chip(bench, bench.seen("Oskar Vint"), SHIFT)
    assert words(bench) == ["Lina Maro", "Union verte", "Oskar Vint"]
    assert bench.desk.words(bench.record) == "Lina Maro"


def test_a_hidden_layer_is_not_taken_in(bench: Bench) -> None:
    bench.click(bench.seen("Lina Maro"))
    bench.room.article.set_visibility({"figure": Visibility.HIDDEN})
    click_chip(bench, bench.seen("a déclaré", "source"), SHIFT)
    assert "12 millions d’euros par an" not in words(bench)


def test_shift_j_and_k_take_in_one_after_the_other(bench: Bench) -> None:
    bench.desk.select(bench.seen("Union verte").id)
    bench.press("Shift+J")
    assert words(bench) == ["Union verte", "Oskar Vint"]
    bench.press("Shift+K", "Shift+K")
    assert words(bench) == ["Lina Maro", "Union verte", "Oskar Vint"]


def test_shift_l_takes_in_the_whole_layer_and_escape_lets_go(bench: Bench) -> None:
    bench.desk.select(bench.seen("Union verte").id)
    bench.press("Shift+L")
    assert len(bench.desk.chosen) == bench.desk.records.count("entity")
    bench.press("Esc")
    assert bench.desk.chosen == ()
    assert bench.text.together == frozenset()


def test_all_words_of_all_roles_of_what_is_chosen_are_outlined(bench: Bench) -> None:
    found = bench.seen("a déclaré", "source")
    bench.desk.select(found.id)
    assert bench.text.together == {f"{found.id}\x1f{role}" for role in ("source", "cue", "content")}


def test_a_menu_on_what_is_chosen_keeps_the_choice(bench: Bench) -> None:
    bench.desk.choose([bench.seen("Lina Maro").id, bench.seen("Oskar Vint").id])
    start = bench.seen("Lina Maro").spans["mention"][0].start
    bench.room.article._ask_context(start, bench.text.mapToGlobal(bench.text.rect().center()))
    assert len(bench.desk.chosen) == 2


def test_under_the_pointer_all_words_of_a_record_are_outlined(bench: Bench) -> None:
    found = bench.seen("a déclaré", "source")
    mark = f"{found.id}\x1fcue"
    QTest.mouseMove(bench.text.viewport(), bench.text.rect_of_mark(mark).center())
    assert bench.text._painter.hovered >= {f"{found.id}\x1f{role}" for role in ("source", "cue", "content")}
