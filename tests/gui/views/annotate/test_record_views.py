"""Which records are shown, and whose references are drawn."""

from pytestqt.qtbot import QtBot

from gui.views.record_views import passes
from tests.gui.views.annotate.conftest import Bench


def choose(bench: Bench, action: str) -> None:
    bench.shell.actions_table[action].trigger()


def drawn(bench: Bench) -> set[str]:
    """The words of the entities that are drawn."""
    found = {mark.id.partition("\x1f")[0] for _share, mark in bench.text.overview()}
    return {bench.desk.words(record) for record in bench.desk.records if record.id in found}


def test_only_what_people_decided_is_drawn_and_the_selected_one(bench: Bench) -> None:
    bench.choose("Ligue du lac")
    bench.press("E", "Esc")
    choose(bench, "view.records:decided")
    assert drawn(bench) == {"Ligue du lac"}
    bench.desk.select(bench.seen("Oskar Vint").id)
    assert drawn(bench) == {"Ligue du lac", "Oskar Vint"}
    bench.press("Esc")
    assert drawn(bench) == {"Ligue du lac"}
    choose(bench, "view.records:waiting")
    assert "Ligue du lac" not in drawn(bench)
    choose(bench, "view.records:all")
    assert len(drawn(bench)) > 4


def test_what_is_accepted_comes_into_sight(bench: Bench) -> None:
    choose(bench, "view.records:decided")
    bench.press("J", "Enter", "Esc", "Esc")
    assert drawn(bench) == {"Lina Maro"}
    assert bench.shell.settings.shown_records == "decided"


def test_a_wish_that_nobody_knows_shows_all(bench: Bench) -> None:
    found = bench.seen("Oskar Vint")
    assert passes(found, "all")
    assert passes(found, "0.7")
    assert passes(found, "waiting")
    assert not passes(found, "decided")


def test_references_are_drawn_of_the_selected_record_of_all_or_of_none(bench: Bench, qtbot: QtBot) -> None:
    bench.choose("12 millions")
    bench.press("F", "R", "J", "Enter", "Esc")
    assert drawn_arcs(bench) == 0
    choose(bench, "view.arcs:all")
    assert drawn_arcs(bench) == 2
    choose(bench, "view.arcs:none")
    assert drawn_arcs(bench) == 0
    choose(bench, "view.arcs:selected")
    bench.desk.select(bench.seen("12 millions", "figure").id)
    assert drawn_arcs(bench) == 1
    assert bench.shell.settings.arcs == "selected"


def drawn_arcs(bench: Bench) -> int:
    return len(bench.room.article.arcs)
