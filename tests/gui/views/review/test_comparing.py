"""Long articles are compared beside the window, and decisions in them are taken up at once."""

from threading import Event
from typing import Any

import pytest

from annotation.adjudication import Comparison, compare
from annotation.operations import EditFeatures
from gui.views.review import comparing
from tests.gui.views.review.conftest import Bench


@pytest.fixture
def long_bench(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The room, taking the small article for a long one."""
    monkeypatch.setattr(comparing, "LONG", 10)
    return bench


def test_a_long_article_shows_when_it_is_compared(long_bench: Bench) -> None:
    desk = long_bench.desk
    before = desk.clusters
    desk.open("a")
    assert (desk.is_comparing, len(desk.clusters)) == (True, 0)
    long_bench.qtbot.waitUntil(lambda: desk.cluster is not None)
    assert not desk.is_comparing
    assert desk.clusters == before


def test_a_decision_is_taken_up_without_comparing_anew(
    long_bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_bench.go("a3")
    monkeypatch.setattr(comparing, "compare", None)
    monkeypatch.setattr(comparing, "read_comparison", None)
    long_bench.press("Shift+A")
    assert long_bench.go("a3").decision is not None
    long_bench.session.undo_stack.undo()
    assert long_bench.go("a3").decision is None


def test_what_annotators_change_shows_after_a_while_and_what_is_chosen_stays(long_bench: Bench) -> None:
    desk = long_bench.desk
    current = long_bench.go("a6")
    long_bench.session.apply(EditFeatures(annotation="b4", features={"type": "ORG"}, actor="ben"))
    assert desk.is_comparing
    long_bench.qtbot.waitUntil(lambda: not desk.is_comparing)
    assert desk.cluster is not None
    assert desk.cluster.records == current.records


def test_a_decision_made_while_a_long_article_is_compared_is_not_lost(
    long_bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = long_bench.desk
    long_bench.go("a3")
    late = compare
    go_on = Event()

    def slowly(*given: Any) -> Comparison:
        go_on.wait(5)
        return late(*given)

    monkeypatch.setattr(comparing, "compare", slowly)
    long_bench.session.apply(EditFeatures(annotation="b4", features={"type": "ORG"}, actor="ben"))
    assert desk.is_comparing
    long_bench.press("Shift+A")
    go_on.set()
    long_bench.qtbot.waitUntil(lambda: not desk.is_comparing)
    assert long_bench.go("a3").decision is not None


def test_closing_wants_no_comparison_any_more(long_bench: Bench) -> None:
    long_bench.desk.open("a")
    long_bench.desk.close()
    assert not long_bench.desk.is_comparing
    assert long_bench.desk.article is None
