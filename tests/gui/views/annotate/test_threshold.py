"""How sure suggestions must be to be shown: hidden and counted, walked past, and back again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.operations import ArticleSuggestions, StoreSuggestions
from gui.views.annotate import AnnotateRoom
from gui.views.marks import anchor_mark
from gui.views.threshold import ThresholdBar
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST, SECOND, SUGGESTIONS


@pytest.fixture
def unsure(bench: Bench) -> Bench:
    """The first suggestion is sure by a fifth, the second by a half."""
    first, second, *rest = SUGGESTIONS
    found = (replace(first, confidence=0.2), replace(second, confidence=0.5), *rest)
    at_once = ArticleSuggestions(article=FIRST, lang="fr", suggestions=found)
    bench.session.apply(StoreSuggestions(found=(at_once,)), undoable=False)
    return bench


def bar(bench: Bench) -> ThresholdBar:
    found = bench.room.bar.findChild(ThresholdBar)
    assert found is not None
    return found


def test_raising_it_hides_what_is_less_sure_and_says_how_many(unsure: Bench) -> None:
    hidden = unsure.desk.records[0]
    unsure.press(*["Alt+Up"] * 5)
    assert unsure.desk.suggestions == 6
    assert bar(unsure).words.text() == "≥ 25% · one hidden"
    assert unsure.said == "≥ 25% · one hidden"
    assert unsure.room.bar.left.text() == "6 suggestions left"
    assert unsure.text.mark(anchor_mark(hidden, unsure.desk.layer_of(hidden))) is None
    unsure.press("J")
    assert unsure.desk.words(unsure.record) == "Union verte"


def test_lowering_it_brings_them_back(unsure: Bench) -> None:
    unsure.press(*["Alt+Up"] * 5, *["Alt+Down"] * 5)
    assert unsure.desk.suggestions == 7
    assert unsure.said == "All suggestions are shown."
    unsure.press("J")
    assert unsure.desk.words(unsure.record) == "Lina Maro"


def test_the_slider_does_the_same(unsure: Bench) -> None:
    slider = bar(unsure).slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert unsure.desk.suggestions == 3  # those whose confidence nobody knows
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert unsure.desk.suggestions == 7


def test_the_selected_suggestion_is_let_go_of_when_it_is_hidden(unsure: Bench) -> None:
    unsure.press("J", *["Alt+Up"] * 5)
    assert unsure.desk.record is None


def test_labels_stay_whatever_they_were_made_from(unsure: Bench) -> None:
    unsure.press("J", "Enter", *["Alt+Up"] * 20)
    assert unsure.seen("Lina Maro").counts


def test_it_holds_in_other_articles_and_in_another_room(unsure: Bench) -> None:
    unsure.press(*["Alt+Up"] * 5)
    unsure.room.open_article(SECOND)
    unsure.room.open_article(FIRST)
    assert unsure.desk.suggestions == 6
    assert unsure.shell.settings.least_sure == 0.25


def test_a_room_made_anew_begins_with_what_was_chosen(unsure: Bench) -> None:
    unsure.press(*["Alt+Up"] * 5)
    unsure.shell.rooms.remake()
    room = unsure.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    assert (room.desk.suggestions, room.bar.left.text()) == (6, "6 suggestions left")
