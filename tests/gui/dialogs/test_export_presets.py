"""Presets are chosen from a list; one's own are saved, renamed and removed."""

from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from annotation.operations.sets import SetWish
from annotation.operations.sets.presets import own_presets, save_preset
from gui.dialogs.export_presets import PresetBar
from gui.theme import ThemeSwitch

WISH = SetWish(format="csv")


@pytest.fixture
def bar(qtbot: QtBot, themes: ThemeSwitch) -> PresetBar:
    save_preset("Mine", WISH)
    made = PresetBar()
    qtbot.addWidget(made)
    made.show()
    return made


def choose(bar: PresetBar, name: str) -> None:
    bar.box.setCurrentIndex(bar.box.findText(name))
    if bar.preset is not None:
        bar.settle(bar.preset.wish)


def answering(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(PresetBar, "_ask", lambda *_given: name)


def test_those_that_come_along_stand_before_one_s_own(bar: PresetBar) -> None:
    names = [bar.box.itemText(place) for place in range(bar.box.count())]
    assert names[:2] == ["As chosen below", "Train spaCy"]
    assert names[-1] == "Mine"
    assert bar.box.itemData(1, 3).startswith("Labels of people")


def test_a_chosen_one_is_told_and_only_own_ones_can_be_changed(bar: PresetBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.chosen) as heard:
        choose(bar, "Mine")
    assert heard.args == [WISH]
    assert bar.renaming.isEnabled()
    choose(bar, "Train spaCy")
    assert not bar.removing.isEnabled()


def test_something_else_is_no_longer_the_preset(bar: PresetBar) -> None:
    choose(bar, "Mine")
    bar.follow(WISH)
    assert bar.preset is not None
    bar.follow(SetWish(format="xlsx"))
    assert bar.preset is None


def test_what_is_chosen_is_saved_and_then_the_preset(bar: PresetBar, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "Two")
    bar.follow(SetWish(format="xlsx"))
    bar.saving.trigger()
    assert {one.title for one in own_presets()} == {"Mine", "Two"}
    assert bar.preset is not None
    assert bar.preset.wish.format == "xlsx"
    answering(monkeypatch, "")
    bar.saving.trigger()
    assert len(own_presets()) == 2


def test_a_name_that_is_taken_is_said(bar: PresetBar, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "train spacy")
    bar.saving.trigger()
    assert bar.trouble.text().startswith("There is already a preset")
    assert len(own_presets()) == 1


def test_an_own_one_is_renamed_and_removed(bar: PresetBar, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(bar, "Mine")
    answering(monkeypatch, "Yours")
    bar.renaming.trigger()
    assert bar.box.currentText() == "Yours"
    answers: list[Any] = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_given: answers.pop(0))
    bar.removing.trigger()
    assert len(own_presets()) == 1
    bar.removing.trigger()
    assert own_presets() == []
    assert bar.preset is None
