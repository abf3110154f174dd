"""All suggestions of a kind in the article, accepted or rejected in one step."""

from annotation.records import Status
from gui.views.deciding import Decider
from gui.widgets.numbered_menu import NumberedMenu
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench


def menu(bench: Bench) -> NumberedMenu:
    found = focus().window().findChildren(NumberedMenu)
    return next(one for one in found if one.isVisible())


def offered(bench: Bench) -> list[str]:
    return [made.accessibleName() for made in menu(bench).buttons]


def test_the_kinds_of_the_selected_suggestion_are_offered_with_their_counts(bench: Bench) -> None:
    bench.press("J", "Ctrl+Enter")
    assert offered(bench) == [
        "Accept 2: “Lina Maro”",
        "Accept 4: Person",
        "Reject 2: “Lina Maro”",
        "Reject 4: Person",
    ]


def test_a_kind_is_accepted_by_its_number_in_one_step_that_is_named(bench: Bench) -> None:
    bench.press("J", "Ctrl+Enter", "2")
    assert [one.status for one in bench.stored()] == [Status.ACCEPTED] * 4
    assert bench.session.undo_stack.undoText() == "Accept 4 suggestions of Person"
    assert bench.said == "Done: Accept 4 suggestions of Person"
    assert bench.record.layer == "source"
    bench.session.undo_stack.undo()
    assert bench.stored() == []


def test_a_kind_is_rejected(bench: Bench) -> None:
    bench.press("J", "Ctrl+Enter", "3")
    assert [one.status for one in bench.stored()] == [Status.REJECTED] * 2
    assert bench.session.undo_stack.undoText() == "Reject 2 suggestions of Lina Maro"


def test_kinds_that_are_the_same_suggestions_are_offered_once(bench: Bench) -> None:
    bench.desk.select(bench.seen("12 millions d’euros par an", "figure").id)
    bench.press("Ctrl+Enter")
    assert offered(bench) == [
        "Accept 1: “12 millions d’euros par an”",
        "Reject 1: “12 millions d’euros par an”",
    ]
    bench.press("Esc")
    assert bench.stored() == []


def test_hidden_layers_are_not_decided_about(bench: Bench) -> None:
    bench.press("J")
    record = bench.record
    bench.room.bar.switched.emit("entity", "hidden")
    decider = next(one for one in bench.room._controllers if isinstance(one, Decider))
    assert decider.kinds(record) == []


def test_what_is_decided_already_is_not_offered(bench: Bench) -> None:
    bench.press("J", "2")
    assert not bench.shell.actions_table["suggestion.kind"].isEnabled()
