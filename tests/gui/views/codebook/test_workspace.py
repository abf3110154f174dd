"""The parts of the editor share one draft, and hear what is wrong with it."""

import pytest
from pytestqt.qtbot import QtBot

from annotation.codebook import Draft
from annotation.i18n import Message
from gui.views.codebook.workspace import Remark, Workspace
from tests.annotation.codebook.drafts import SMALL
from tests.gui.views.codebook.works import MOOD, TONE, small, told

TITLE = Message("change")


def test_a_change_is_told_with_what_is_wrong_then(qtbot: QtBot) -> None:
    work = small()
    with qtbot.waitSignal(work.changed):
        work.put((*TONE, "hot", "key"), "1", TITLE)
    assert not work.is_sound
    fault = work.remark((*TONE, "hot", "key"))
    assert fault is not None
    assert "same key 1" in str(fault.message)
    assert work.counts == {True: 1, False: 0}
    work.undo()
    assert work.is_sound


def test_faults_are_said_with_names_in_place_of_paths(qtbot: QtBot) -> None:
    work = small()
    work.put((*MOOD, "label"), {"en": "Mood"}, TITLE)
    work.attempt(lambda draft: draft.remove(TONE), TITLE)
    fault = work.remark((*MOOD, "field", "tone", "tagset"))
    assert fault is not None
    assert str(fault.message) == (
        "In the field Mood › tone, the tagset must be a tagset that the codebook defines, not “tone”."
    )


def test_the_preview_keeps_what_was_last_sound(qtbot: QtBot) -> None:
    work = small()
    before = work.codebook
    work.put((*MOOD, "hue"), "red", TITLE)
    assert (work.is_sound, work.codebook) == (False, before)


def test_typing_is_one_step_until_another_part_is_selected(qtbot: QtBot) -> None:
    work = small()
    work.select(MOOD)
    for text in ("M", "Mo"):
        work.put((*MOOD, "label", "en"), text, TITLE)
    work.select(TONE)
    work.select(MOOD)
    work.put((*MOOD, "label", "en"), "Moo", TITLE)
    work.undo()
    assert work.draft.at((*MOOD, "label", "en")) == "Mo"
    work.undo()
    assert told(work) == []
    work.redo()
    assert work.draft.at((*MOOD, "label", "en")) == "Mo"


def test_what_is_refused_is_said_and_changes_nothing(qtbot: QtBot) -> None:
    work = small()
    with qtbot.waitSignal(work.refused) as said:
        assert not work.attempt(lambda draft: draft.rename(MOOD, "cause"), TITLE)
    assert said.args == ["“cause” is there already: choose another id."]
    assert told(work) == []


def test_a_selection_that_goes_falls_back_on_what_is_around_it(qtbot: QtBot) -> None:
    work = small()
    work.select((*TONE, "hot"))
    work.attempt(lambda draft: draft.remove((*TONE, "hot")), TITLE)
    assert work.place == TONE
    work.select((*MOOD, "field", "since"))
    work.attempt(lambda draft: draft.remove((*MOOD, "field", "since")), TITLE)
    assert work.place == MOOD


def test_a_codebook_that_may_only_be_looked_at_does_not_change(qtbot: QtBot) -> None:
    work = small(editable=False)
    work.put((*MOOD, "label", "en"), "M", TITLE)
    assert not work.attempt(lambda draft: draft.remove(MOOD), TITLE) or told(work) == []
    assert told(work) == []


def test_advice_hinders_nothing(qtbot: QtBot) -> None:
    advice = Remark(MOOD, Message("think again"), severe=False)
    work = Workspace(Draft.of(SMALL), advise=lambda _draft, _codebook: [advice])
    assert (work.is_sound, work.counts, work.remark(MOOD)) == (True, {True: 0, False: 1}, advice)


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_there_may_be_nothing_to_undo(qtbot: QtBot, step: str) -> None:
    work = small()
    with qtbot.assertNotEmitted(work.changed):
        getattr(work, step)()
