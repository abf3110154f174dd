"""Layouts of the Annotate room."""

from gui.views.annotate_panes import ALONE, NARROW, WHOLE
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench


def choose(bench: Bench, layout: str) -> None:
    bench.shell.actions_table[f"view.panes:{layout}"].trigger()


def shown(bench: Bench) -> list[bool]:
    room = bench.room
    return [part.isVisible() for part in (room.queue, room.article, room.inspector, room.records)]


def test_a_layout_shows_its_panes_and_is_remembered(bench: Bench) -> None:
    assert shown(bench) == [True] * 4
    choose(bench, NARROW)
    assert shown(bench) == [False, True, True, True]
    choose(bench, ALONE)
    assert shown(bench) == [False, True, False, False]
    assert bench.shell.settings.look.panes == ALONE
    choose(bench, WHOLE)
    assert shown(bench) == [True] * 4


def test_who_types_in_a_pane_that_goes_is_in_the_article_after(bench: Bench) -> None:
    bench.room.queue.view.setFocus()
    choose(bench, ALONE)
    assert focus() is bench.text


def test_the_article_alone_can_still_be_labelled(bench: Bench) -> None:
    choose(bench, ALONE)
    bench.press("J")
    record = bench.desk.record
    assert record is not None
    bench.press("Enter")
    assert record.id not in {
        one.id for one in bench.desk.records if one.id == record.id and one.status == "suggested"
    }
