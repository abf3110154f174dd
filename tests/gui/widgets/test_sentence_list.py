"""Sentences wrap, however many there are."""

from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.sentence_list import SentenceList


def shown(qtbot: QtBot, *sentences: str) -> SentenceList:
    made = SentenceList("Left out")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show_sentences(sentences)
    made.show()
    return made


def test_a_long_sentence_takes_more_lines_and_nothing_runs_out_at_the_right(
    qtbot: QtBot, themes: ThemeSwitch
) -> None:
    made = shown(qtbot, "Short.", "A sentence that goes on and on, " * 8)
    model = made.model()
    qtbot.waitUntil(lambda: made.visualRect(model.index(1, 0)).height() > 0)
    short, long = (made.visualRect(model.index(row, 0)) for row in (0, 1))
    assert long.height() > 2 * short.height()
    assert long.width() <= made.viewport().width()
    assert made.sentences[0] == "Short."
    assert made.accessibleName() == "Left out"


def test_a_hundred_thousand_are_there(qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = shown(qtbot, *["It is empty."] * 100_000)
    assert made.model().rowCount() == 100_000
