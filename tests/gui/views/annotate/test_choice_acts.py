"""Accepting, rejecting, deleting and labelling several chosen records in one step."""

from annotation.records import Status
from tests.gui.views.annotate.conftest import Bench


def choose(bench: Bench, *words: str) -> int:
    """Choose the entities on some words; gives how many steps there are to undo."""
    bench.desk.choose([bench.seen(one).id for one in words])
    return bench.session.undo_stack.count()


def test_enter_accepts_all_that_are_chosen_in_one_step(bench: Bench) -> None:
    steps = choose(bench, "Lina Maro", "Union verte", "Oskar Vint")
    bench.press("Enter")
    assert [words for _layer, words in bench.labels()] == ["Lina Maro", "Union verte", "Oskar Vint"]
    assert bench.session.undo_stack.count() == steps + 1
    assert bench.session.undo_stack.undoText() == "Accept 3 suggestions"
    assert bench.said == "Accepted 3 suggestions"
    assert len(bench.desk.chosen) == 3
    bench.session.undo_stack.undo()
    assert bench.labels() == []


def test_x_rejects_the_suggestions_among_them(bench: Bench) -> None:
    choose(bench, "Lina Maro", "Union verte")
    bench.press("Enter")
    bench.desk.choose([bench.seen("Lina Maro").id, bench.seen("Oskar Vint").id])
    bench.press("X")
    rejected = [one for one in bench.stored() if one.status is Status.REJECTED]
    assert len(rejected) == 1
    assert bench.said == "Rejected one suggestion"
    assert ("entity", "Lina Maro") in bench.labels()


def test_del_takes_all_away_in_one_step(bench: Bench) -> None:
    choose(bench, "Lina Maro", "Union verte")
    bench.press("Enter")
    steps = choose(bench, "Lina Maro", "Union verte", "Oskar Vint")
    bench.press("Del")
    assert bench.labels() == []
    assert bench.desk.chosen == ()
    assert bench.session.undo_stack.count() == steps + 1
    bench.session.undo_stack.undo()
    assert len(bench.labels()) == 2


def test_a_digit_labels_all_of_the_layer_in_one_step(bench: Bench) -> None:
    steps = choose(bench, "Lina Maro", "Union verte", "Oskar Vint")
    bench.desk.toggle(bench.seen("12 millions d’euros par an", "figure").id)
    bench.desk.toggle(bench.seen("12 millions d’euros par an", "figure").id)
    bench.press("2")
    made = [one for one in bench.stored() if one.layer == "entity"]
    assert len(made) == 3
    assert {one.features["type"] for one in made} == {"ORG"}
    assert bench.session.undo_stack.count() == steps + 1
    assert bench.session.undo_stack.undoText() == "Label 3 records"
    bench.press("2")
    assert bench.session.undo_stack.count() == steps + 1


def test_where_nothing_can_be_accepted_nothing_happens(bench: Bench) -> None:
    choose(bench, "Lina Maro", "Union verte")
    bench.press("Enter")
    assert not bench.room.actions_table["suggestion.accept"].isEnabled()
    steps = bench.session.undo_stack.count()
    bench.room.hand.accept()
    assert bench.session.undo_stack.count() == steps
