"""Asking what is to be packed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotation.operations import SavedFilter
from annotation.operations.packing import PackCount
from annotation.records import Annotator
from gui.dialogs.packages.handing_out import PackDialog
from gui.theme import ThemeSwitch

PEOPLE = [Annotator(id="a", name="Anna"), Annotator(id="b", name="Ben/2"), Annotator(id="z", name="Zoé")]
COUNTS = {"a": PackCount(articles=3, assigned=True), "b": PackCount(articles=2, assigned=True, decisions=4),
          "z": PackCount(articles=0)}  # fmt: skip


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> PackDialog:
    made = PackDialog(PEOPLE, [SavedFilter("Long", "Brume")], tmp_path / "press.selon")
    qtbot.addWidget(made)
    made.show_counts(COUNTS, "In each: everything.")
    return made


def test_who_has_articles_is_ticked_and_gets_a_safe_name(dialog: PackDialog, tmp_path: Path) -> None:
    assert dialog.wish.annotators == ("a", "b")
    assert dialog.files == {"a": tmp_path / "press-anna.selon", "b": tmp_path / "press-ben-2.selon"}
    assert dialog.outcome.text() == "2 packages with 5 articles in all."
    assert dialog.inside.text() == "In each: everything."
    assert dialog.write.isEnabled()


def test_nobody_and_no_folder_write_nothing(dialog: PackDialog) -> None:
    dialog.people.check(())
    assert not dialog.write.isEnabled()
    dialog.show_counts(COUNTS, "")
    assert dialog.wish.annotators == ()
    dialog.people.check(["a", "z"])
    assert list(dialog.files) == ["a"]
    dialog.place.line.setText("/nowhere/at/all")
    assert not dialog.write.isEnabled()
    assert "no such folder" in dialog.outcome.text()


def test_a_name_that_is_there_gives_way_and_a_typed_one_is_refused(
    dialog: PackDialog, tmp_path: Path
) -> None:
    (tmp_path / "press-anna.selon").write_text("mine")
    dialog.place.changed.emit()
    assert dialog.files["a"].name == "press-anna-2.selon"
    dialog.people.item(0, 3).setText("press-anna")  # type: ignore[union-attr]  # it is there
    assert dialog.files["a"].name == "press-anna.selon"
    assert not dialog.write.isEnabled()
    dialog.people.item(0, 3).setText("press-ben-2.selon")  # type: ignore[union-attr]  # it is there
    assert "same name" in dialog.outcome.text()


def test_the_wish_follows_the_form(dialog: PackDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.wished):
        dialog.filtered.setChecked(True)
    dialog.suggestions.setChecked(False)
    wish = dialog.wish
    assert (wish.query, wish.everything, wish.contents.suggestions) == ("Brume", False, False)
    dialog.everything.setChecked(True)
    assert (dialog.wish.query, dialog.wish.everything) == ("", True)
    dialog.show_people([*PEOPLE, Annotator(id="n", name="Noé")])
    assert "n" in dialog.wish.annotators
    dialog.show_counts({}, "", "It cannot be counted.")
    assert not dialog.write.isEnabled()
