"""The export form: what can be chosen, and that nothing incomplete is accepted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from annotation.exporters import EXPORTERS
from annotation.i18n import use_language
from annotation.project.selection import ALL, Selection
from annotation.records import Status
from gui.dialogs import export
from gui.dialogs.export import ExportDialog, ExportWish, status_words
from gui.theme import ThemeSwitch
from tests.annotation.newsroom import ANN, BOB


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> ExportDialog:
    made = ExportDialog([ANN, BOB], tmp_path / "press-export")
    qtbot.addWidget(made)
    made.show()
    return made


def save(dialog: ExportDialog) -> QPushButton:
    return dialog._buttons.button(QDialogButtonBox.StandardButton.Save)


def test_what_people_decided_is_chosen_to_begin_with(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.wish == ExportWish(
        format="jsonl",
        selection=Selection(annotator=ALL, statuses=frozenset({Status.ACCEPTED, Status.EDITED})),
        out=tmp_path / "press-export",
    )
    assert save(dialog).isEnabled()


def test_every_format_that_there_is_can_be_chosen(dialog: ExportDialog) -> None:
    assert [dialog.format.itemData(place) for place in range(dialog.format.count())] == list(EXPORTERS.names)
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    assert dialog.wish.format == "jsonl"


def test_everybody_the_gold_set_or_one_person_can_be_chosen(dialog: ExportDialog) -> None:
    whose = [dialog.whose.itemData(place) for place in range(dialog.whose.count())]
    assert whose == ["all", "gold", "Ann", "Bob"]
    dialog.whose.setCurrentIndex(2)
    assert dialog.whose.currentText() == "Only Ann’s"
    assert dialog.wish.selection.annotator == "Ann"


def test_a_project_without_people_has_the_rest(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> None:
    made = ExportDialog([], tmp_path, whose="gold")
    qtbot.addWidget(made)
    assert (made.whose.count(), made.wish.selection.annotator) == (2, "gold")


def test_states_are_chosen_by_ticking_and_one_is_needed(dialog: ExportDialog) -> None:
    QTest.keyClick(dialog.statuses[Status.SUGGESTED], Qt.Key.Key_Space)
    assert dialog.wish.selection.statuses == {Status.SUGGESTED, Status.ACCEPTED, Status.EDITED}
    for status in (Status.SUGGESTED, Status.ACCEPTED, Status.EDITED):
        dialog.statuses[status].setChecked(False)
    assert not save(dialog).isEnabled()
    dialog.statuses[Status.REJECTED].setChecked(True)
    assert save(dialog).isEnabled()


@pytest.mark.parametrize("nowhere", ["", "   "])
def test_without_a_place_nothing_is_saved(nowhere: str, dialog: ExportDialog) -> None:
    dialog.place.setText(nowhere)
    assert not save(dialog).isEnabled()


def test_a_place_is_meant_as_it_is_typed(dialog: ExportDialog, own_settings: Path) -> None:
    meant = {" /data/out ": Path("/data/out"), "~/out": own_settings / "out"}
    for typed, out in meant.items():
        dialog.place.setText(typed)
        assert dialog.wish.out == out


@pytest.mark.parametrize("typed", ["out", "a/b", "~nobody-of-this-name/out"])
def test_a_relative_place_is_meant_from_the_projects_folder_on(
    typed: str, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.place.setText(typed)
    assert dialog.wish.out == tmp_path / typed


def test_a_folder_can_be_looked_for(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "ask_for_folder", lambda _parent, start: start / "chosen")
    browse = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Browse…")
    before = dialog.wish.out
    browse.click()
    assert dialog.wish.out == before.parent / "chosen"
    monkeypatch.setattr(export, "ask_for_folder", lambda _parent, start: None)
    browse.click()
    assert dialog.wish.out == before.parent / "chosen"


def test_that_something_is_in_the_folder_already_is_said(dialog: ExportDialog, tmp_path: Path) -> None:
    assert not dialog.warning.isVisible()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "articles.jsonl").touch()
    dialog.place.setText(str(tmp_path / "full"))
    assert dialog.warning.isVisible()
    dialog.place.setText(str(tmp_path / "new"))
    assert not dialog.warning.isVisible()


def test_the_buttons_have_no_icons_of_another_set(dialog: ExportDialog) -> None:
    assert all(one.icon().isNull() for one in dialog._buttons.buttons())
    assert save(dialog).property("kind") == "primary"


def test_enter_saves_and_esc_cancels(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_every_state_is_said_in_the_language_spoken_now() -> None:
    english = [status_words(status) for status in Status]
    use_language("fr")
    french = [status_words(status) for status in Status]
    assert len({*english, *french}) == 2 * len(Status)
