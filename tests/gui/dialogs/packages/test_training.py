"""Training rounds: results, and the next round."""

import pytest
from pytestqt.qtbot import QtBot

from annotation.adjudication.training import EXACT, LayerScore, Round, Score
from annotation.records import Annotator
from gui.dialogs.packages.training import Result, TrainingDialog
from gui.theme import ThemeSwitch

ROUND = Round(articles=("a", "b"), annotators=("z",))
SCORE = Score(
    annotator="z",
    done=("a",),
    waiting=("b",),
    layers=(LayerScore(layer="entity", mine=3, gold=4, f1=0.5, accuracy=1.0),),
    articles={"a": 0.5},
)


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeSwitch) -> TrainingDialog:
    made = TrainingDialog([Annotator(id="z", name="Zoé")], {"entity": "Entity"})
    qtbot.addWidget(made)
    return made


def test_results_say_who_passed_and_where_not(dialog: TrainingDialog, qtbot: QtBot) -> None:
    dialog.show_results([Result(number=1, round=ROUND, name="Zoé", score=SCORE)], {"a": "Alpha", "b": "Beta"})
    cells = [dialog.results.index(0, column).data() for column in range(5)]
    assert cells == ["1", "Zoé", "not finished", "1 of 2", "Entity 0.50, 1.00 ✗"]
    assert dialog.detail.text() == "Alpha: F1 0.50\nBeta: not done yet"
    with qtbot.waitSignal(dialog.remove_wanted) as removed:
        dialog.remove.click()
    assert removed.args == [ROUND]


def test_a_round_begins_where_there_are_articles_for_somebody(dialog: TrainingDialog, qtbot: QtBot) -> None:
    assert not dialog.begin.isEnabled()
    with qtbot.waitSignal(dialog.wished):
        dialog.people.check(["z"])
    assert "no decided article" in dialog.outcome.text()
    dialog.show_free(["a", "b", "c"])
    dialog.number.setValue(2)
    dialog.exact.setChecked(True)
    dialog.least.setValue(70)
    wanted = dialog.round
    assert (wanted.articles, wanted.annotators, wanted.least, wanted.measure) == (
        ("a", "b"),
        ("z",),
        0.7,
        EXACT,
    )
    with qtbot.waitSignal(dialog.begin_wanted):
        dialog.begin.click()
    dialog.show_free([], "It failed.")
    assert dialog.outcome.text() == "It failed."
