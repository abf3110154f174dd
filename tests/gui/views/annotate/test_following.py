"""Suggestions follow decisions: at once, quietly, and with a way to see and to take it back."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from annotation.detectors import SETTING, Choices
from annotation.operations import ChangeSetting
from annotation.records import MACHINE, Status, Suggestion
from gui.views.following import Followed
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST, SECOND


def settle(bench: Bench, qtbot: QtBot) -> None:
    """Wait until the suggestions have followed."""
    follower = bench.room.follower
    qtbot.waitUntil(lambda: not follower._soon.isActive() and not bench.session.tasks.running)


@pytest.fixture
def settled(bench: Bench, qtbot: QtBot) -> Bench:
    """The first article, all that follows from its opening done."""
    settle(bench, qtbot)
    return bench


def type_of(bench: Bench, words: str, nth: int = 1) -> object:
    return bench.seen(words, nth=nth).features.get("type")


def test_the_same_words_follow_a_correction(settled: Bench, qtbot: QtBot) -> None:
    settled.press("J", "2")
    settle(settled, qtbot)
    assert type_of(settled, "Lina Maro", 2) == "ORG"
    assert settled.seen("Lina Maro", nth=2).status is Status.SUGGESTED
    assert settled.room.bar.follow.text() == "one more follows your decision"
    assert settled.room.bar.follow.isVisible()


def test_what_is_said_of_it_makes_no_window_wider(settled: Bench, qtbot: QtBot) -> None:
    settled.shell.resize(1000, 700)
    width = settled.shell.minimumSizeHint().width()
    settled.room.bar.show_followed(12_345)
    assert settled.shell.minimumSizeHint().width() == width
    assert settled.shell.width() == 1000


def test_it_is_no_act_to_undo_and_goes_with_the_decision(settled: Bench, qtbot: QtBot) -> None:
    settled.press("J", "2")
    settle(settled, qtbot)
    assert settled.session.undo_stack.count() == 1
    settled.session.undo_stack.undo()
    settle(settled, qtbot)
    assert type_of(settled, "Lina Maro", 2) == "PER"


def test_what_is_selected_stays_so_and_nothing_is_drawn_anew(settled: Bench, qtbot: QtBot) -> None:
    settled.press("J", "2")
    before, caret = settled.record, settled.text.caret
    opened = QSignalSpy(settled.desk.opened)
    settle(settled, qtbot)
    assert (settled.record, settled.text.caret, opened.count()) == (before, caret, 0)


def test_a_rejected_suggestion_takes_others_along_and_one_goes_on(settled: Bench, qtbot: QtBot) -> None:
    for _ in range(2):
        settled.press("J", "X")
        settle(settled, qtbot)
        assert settled.failures == []
    assert all(one.status is Status.REJECTED for one in settled.stored())
    waiting = settled.desk.suggestions
    assert settled.desk.record is None or settled.desk.record.status is Status.SUGGESTED
    assert waiting <= 5


def test_what_followed_can_be_looked_through(settled: Bench, qtbot: QtBot) -> None:
    settled.press("J", "2")
    settle(settled, qtbot)
    settled.press("Shift+W")
    picker = settled.room.followed.picker
    assert picker is not None
    rows = [(row.title, row.subtitle) for row in picker.list.choices]
    assert rows[0] == ("Lina Maro", "Person → Organisation")
    settled.press("Enter")
    assert settled.record == settled.seen("Lina Maro", nth=2)
    assert settled.room.followed.picker is None


def test_the_decision_can_be_taken_back_from_there(settled: Bench, qtbot: QtBot) -> None:
    settled.press("J", "2")
    settle(settled, qtbot)
    settled.shell.set_conditions("undo", {"can-undo"})
    QTest.mouseClick(settled.room.bar.follow, Qt.MouseButton.LeftButton)
    settled.press("Down", "Enter")
    settle(settled, qtbot)
    assert settled.stored() == []
    assert type_of(settled, "Lina Maro", 2) == "PER"


def test_what_followed_is_forgotten_with_the_article(settled: Bench, qtbot: QtBot) -> None:
    settled.press("J", "2")
    settle(settled, qtbot)
    settled.room.open_article(SECOND)
    assert settled.room.bar.follow.isHidden()
    settle(settled, qtbot)
    settled.room.followed.open()
    assert settled.room.followed.picker is None


def test_a_threshold_holds_for_the_open_article_at_once(settled: Bench, qtbot: QtBot) -> None:
    choices = Choices(thresholds={"entities": 0.9})
    settled.session.apply(ChangeSetting(key=SETTING, value=choices.to_json()))
    settle(settled, qtbot)
    layers = {one.layer for one in settled.desk.records}
    assert "entity" not in layers, "all of them are 87 % sure"
    assert settled.room.bar.follow.isHidden(), "that follows from no decision"
    settled.session.undo_stack.undo()
    settle(settled, qtbot)
    assert type_of(settled, "Lina Maro", 2) == "PER"


def test_an_article_catches_up_when_it_is_opened(settled: Bench, qtbot: QtBot) -> None:
    settled.room.open_article(SECOND)
    choices = Choices(thresholds={"entities": 0.9})
    settled.session.apply(ChangeSetting(key=SETTING, value=choices.to_json()))
    settle(settled, qtbot)
    settled.room.open_article(FIRST)
    settle(settled, qtbot)
    assert "entity" not in {one.layer for one in settled.desk.records}


def test_who_only_looks_changes_nothing(
    settled: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(settled.session), "writable", False)
    settled.room.open_article(FIRST)
    assert not settled.room.follower._soon.isActive()


def test_closing_the_project_meanwhile_does_no_harm(settled: Bench, qtbot: QtBot) -> None:
    settled.press("J", "2")
    settled.session.close()
    settle(settled, qtbot)
    assert settled.failures == []


def test_what_became_of_a_suggestion_is_said_in_words(settled: Bench) -> None:
    record = settled.seen("Lina Maro")
    layer = settled.desk.layer_of(record)
    assert Followed(None, record).words(layer) == "new: Person"
    assert Followed(record, None).words(layer) == "no longer suggested"
    assert Followed(record, record).words(layer) == "other details"
    assert record.annotator == MACHINE.id


def test_a_command_goes_before_the_rest_of_a_renewal_which_begins_again(
    settled: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, whole = threading.Event(), list[bool]()

    def endless(*_known: object) -> list[Suggestion]:
        turn = _known[-1]
        assert callable(turn)
        begun.set()
        for _number in range(200_000):
            turn()
        whole.append(True)
        return []

    settled.press("J")
    waiting = settled.record.id
    with monkeypatch.context() as patch:
        patch.setattr("annotation.operations.detection.settle", endless)
        settled.room.follower.renew_now()
        assert begun.wait(10)
        settled.press("Enter")
        assert settled.desk.records.get(waiting) is None
        assert whole == []
    settle(settled, qtbot)
    assert settled.room.follower._task is None
    assert settled.desk.suggestions > 0
