"""One act is told once: what is selected, and which conditions of actions hold."""

from tests.gui.views.annotate.conftest import Bench


def test_accepting_tells_the_conditions_once_at_most(bench: Bench) -> None:
    bench.text.setFocus()
    bench.press("J")
    told: list[frozenset[str]] = []
    bench.room.conditions_changed.connect(told.append)
    bench.press("Enter")
    assert len(told) <= 1
    assert "suggestion-selected" in bench.room.conditions


def test_what_is_selected_is_told_in_the_end_of_an_act(bench: Bench) -> None:
    desk = bench.desk
    first, second = (one.id for one in list(desk.records)[:2])
    told: list[str | None] = []
    desk.selected.connect(lambda: told.append(desk.record.id if desk.record else None))
    with desk.selecting_once():
        assert desk.is_settling
        desk.select(first)
        desk.select(second)
    assert told == [second]
    assert not desk.is_settling
