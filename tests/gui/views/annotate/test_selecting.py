"""One act is told once: what is selected, and which conditions of actions hold."""

import pytest

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


def test_acts_within_an_act_are_told_in_the_end_of_the_outermost(bench: Bench) -> None:
    desk = bench.desk
    told: list[str] = []
    desk.selected.connect(lambda: told.append("selected"))
    desk.settled.connect(lambda: told.append("settled"))
    with desk.selecting_once():
        with desk.selecting_once():
            desk.select(next(iter(desk.records)).id)
        assert (told, desk.is_settling) == ([], True)
    assert told == ["selected", "settled"]


def test_labelling_a_suggestion_takes_no_condition_away_for_a_moment(bench: Bench) -> None:
    bench.text.setFocus()
    bench.press("J")
    told: list[frozenset[str]] = []
    bench.room.conditions_changed.connect(told.append)
    bench.press("2")
    assert all("record-selected" in held for held in told)
    assert len(told) == 1


def test_the_inspector_shows_an_act_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.text.setFocus()
    bench.press("J")
    shown: list[str] = []
    history = bench.room.inspector.history
    monkeypatch.setattr(history, "show_record", lambda record: shown.append(record.id))
    bench.press("Enter")
    assert shown == [bench.record.id]
    bench.session.undo_stack.undo()
    assert len(shown) == 2
