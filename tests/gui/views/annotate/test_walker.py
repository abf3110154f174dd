"""Walking through records by layer and by state, with the keyboard alone."""

from tests.gui.views.annotate.conftest import Bench


def words(bench: Bench, *keys: str) -> list[str]:
    seen = []
    for key in keys:
        bench.press(key)
        seen.append(bench.desk.words(bench.record))
    return seen


def trigger(bench: Bench, action: str) -> None:
    bench.shell.actions_table[action].trigger()


def test_every_record_is_walked_through_labels_too(bench: Bench) -> None:
    bench.press("J", "Enter", "Esc")
    bench.text.set_caret(0)
    assert words(bench, "Alt+J", "Alt+J", "Alt+K") == ["Lina Maro", "Union verte", "Lina Maro"]


def test_a_layer_is_walked_through_by_shift_and_its_key(bench: Bench) -> None:
    assert words(bench, "Shift+S", "Shift+S", "Shift+S") == [
        "Oskar Vint",
        "un proche du dossier",
        "Oskar Vint",
    ]
    assert words(bench, "Shift+F", "Shift+E") == ["12 millions d’euros par an", "Oskar Vint"]
    assert words(bench, "Alt+Shift+E") == ["Union verte"]


def test_hidden_layers_are_passed_over(bench: Bench) -> None:
    bench.room.bar.switched.emit("source", "hidden")
    bench.press("Shift+S")
    assert bench.desk.record is None
    assert bench.said == "No record is like that."


def test_states_are_walked_through_from_the_menu(bench: Bench) -> None:
    bench.press("J", "2", "J", "Enter")
    trigger(bench, "record.next-in:edited")
    assert bench.desk.words(bench.record) == "Lina Maro"
    trigger(bench, "record.next-in:label")
    assert bench.desk.words(bench.record) == "Union verte"
    trigger(bench, "record.next-in:noted")
    assert bench.said == "No record is like that."


def test_a_flag_is_a_note_that_is_found_again_and_one_step_to_undo(bench: Bench) -> None:
    bench.press("J", "Shift+N")
    assert bench.stored() == []
    bench.press("2", "Shift+N")
    assert bench.record.note == "?"
    bench.press("J", "U")
    assert bench.said == "“Lina Maro”: it is flagged"
    bench.press("Shift+N")
    assert bench.record.note == ""
    bench.session.undo_stack.undo()
    assert bench.record.note == "?"


def test_suggestions_of_layers_that_stand_back_are_passed_over(bench: Bench) -> None:
    for layer in ("entity", "figure"):
        bench.room.bar.switched.emit(layer, "dimmed")
    assert words(bench, "J", "J", "J") == ["Oskar Vint", "un proche du dossier", "Oskar Vint"]
    bench.press("Enter", "X")
    assert bench.desk.record is None
    assert bench.said == "No suggestion is left in the layers that are shown."
