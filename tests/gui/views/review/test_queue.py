"""The queue of conflicts, and the strip of kinds above it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.adjudication import Kind
from annotation.operations import AddAnnotations
from gui.views.review.queue import count_kinds, state_text
from tests.annotation.adjudication.projects import AGREED
from tests.annotation.agreement.labels import mention
from tests.gui.views.review.conftest import Bench


def shown(bench: Bench) -> list[set[str]]:
    return [{record.id for record in cluster.records.values()} for cluster in bench.room.queue.shown]


def test_conflicts_are_listed_in_text_order_and_what_is_agreed_is_folded_away(bench: Bench) -> None:
    assert shown(bench) == [{"b4"}, {"a3", "b3"}, {"a5", "b5"}, {"a6", "b6"}]
    fold = bench.room.queue.fold
    assert fold.text() == "Show 3 agreed"
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert len(shown(bench)) == 4 + AGREED
    assert fold.text() == "Hide what is agreed"


def test_decided_conflicts_keep_their_place(bench: Bench) -> None:
    before = shown(bench)
    bench.go("a3")
    bench.press("A", "Enter")
    assert shown(bench) == before
    cluster = bench.desk.cluster_of("a3")
    assert cluster is not None
    assert state_text(cluster) == "decided"


def test_walking_the_list_walks_the_clusters(bench: Bench) -> None:
    listed = bench.room.queue.list
    bench.go("b4")
    listed.setFocus()
    bench.press("Down")
    assert bench.desk.cluster is not None
    assert "a3" in {record.id for record in bench.desk.cluster.records.values()}
    assert listed.hasFocus()
    bench.press("Enter")
    assert bench.room.card.grid.hasFocus()


def test_letters_take_records_from_the_list_too(bench: Bench) -> None:
    bench.go("a3")
    bench.room.queue.list.setFocus()
    bench.press("B")
    assert bench.desk.draft is not None
    assert bench.desk.draft.taken == "ben"


def test_a_click_makes_a_cluster_the_current_one(bench: Bench) -> None:
    listed = bench.room.queue.list
    index = bench.room.queue.model.index(3, 0)
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(index).center())
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.layer == "figure"


def test_the_queue_is_narrowed_to_kinds(bench: Bench) -> None:
    boundary = bench.room.kinds.buttons[Kind.BOUNDARY]
    missed = bench.room.kinds.buttons[Kind.MISSED]
    QTest.mouseClick(boundary, Qt.MouseButton.LeftButton)
    assert shown(bench) == [{"a3", "b3"}, {"a5", "b5"}]
    assert not bench.room.queue.fold.isVisible()
    missed.setFocus()
    bench.press("Enter")
    assert shown(bench) == [{"b4"}, {"a3", "b3"}, {"a5", "b5"}]
    QTest.mouseClick(bench.room.kinds.buttons[Kind.SPLIT], Qt.MouseButton.LeftButton)
    for button in (boundary, missed):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown(bench) == []
    assert bench.room.queue._nothing.isVisible()
    bench.room.open_article("a")
    assert not bench.room.kinds.chosen
    assert len(shown(bench)) == 4


def test_the_kinds_count_what_is_open(bench: Bench) -> None:
    assert bench.room.kinds.buttons[Kind.BOUNDARY].accessibleName() == "Boundary, 2"
    bench.go("a3")
    bench.press("A", "Enter")
    assert bench.room.kinds.buttons[Kind.BOUNDARY].accessibleName() == "Boundary, 1"
    assert count_kinds(bench.desk.clusters)[Kind.MISSED] == 1


def test_a_row_says_its_words_layer_kinds_and_state(bench: Bench) -> None:
    index = bench.room.queue.model.index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Union, Entity, Boundary, open"


def test_new_conflicts_come_into_the_list_without_moving_the_current_one(bench: Bench) -> None:
    bench.go("a6")
    added = mention("b9", "ben", "texte", "MISC")
    bench.session.apply(AddAnnotations(annotations=(added,), actor="ben"))
    assert {"b9"} in shown(bench)
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.layer == "figure"
    current = bench.room.queue.list.currentIndex()
    assert bench.room.queue.model.record(current).id == bench.desk.cluster.id


def test_the_queue_is_filtered_and_sorted_by_what_is_ticked(bench: Bench) -> None:
    queue = bench.room.queue
    queue.filter.menu_shown.aboutToShow.emit()
    actions = {one.text(): one for one in queue.filter.menu_shown.actions()}
    actions["What matters first"].trigger()
    assert queue.filter.text() == "What matters first"
    first = queue.shown[0]
    assert first.kinds[0] == min((one.kinds[0] for one in queue.shown), key=list(type(first.kinds[0])).index)
    actions["Figure"].setChecked(True)
    assert {one.layer for one in queue.shown} == {"figure"}
    assert "filtered" in queue.filter.text()
    actions["Decided"].setChecked(True)
    assert not queue.shown
    queue.filter.clear()
    assert len(queue.shown) > 1
