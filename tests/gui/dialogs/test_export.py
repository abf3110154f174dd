"""The export form: what can be chosen, and that nothing incomplete is accepted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from annotation.i18n import use_language
from annotation.project.selection import ALL, Selection
from annotation.records import Status
from gui.dialogs.export import ExportDialog, ExportMemory, ExportWish, status_words
from gui.dialogs.export_options import CalmBox
from gui.theme import ThemeSwitch
from tests.annotation.newsroom import ANN, BOB


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> ExportDialog:
    made = ExportDialog([ANN, BOB], tmp_path / "press.selon")
    qtbot.addWidget(made)
    made.show()
    return made


def save(dialog: ExportDialog) -> QPushButton:
    return dialog._buttons.button(QDialogButtonBox.StandardButton.Save)


def test_what_people_decided_is_chosen_to_begin_with(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.wish == ExportWish(
        format="jsonl",
        selection=Selection(annotator=ALL, statuses=frozenset({Status.ACCEPTED, Status.EDITED})),
        out=tmp_path / "press-jsonl",
    )
    assert save(dialog).isEnabled()


def test_everybody_the_gold_set_or_one_person_can_be_chosen(dialog: ExportDialog) -> None:
    whose = [dialog.whose.itemData(place) for place in range(dialog.whose.count())]
    assert whose == ["all", "gold", "Ann", "Bob"]
    dialog.whose.setCurrentIndex(2)
    assert dialog.whose.currentText() == "Only Ann’s"
    assert dialog.wish.selection.annotator == "Ann"


def test_a_project_without_people_has_the_rest(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> None:
    made = ExportDialog([], tmp_path / "press.selon", whose="gold")
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


def option(dialog: ExportDialog, name: str) -> CalmBox:
    field = dialog.options.fields[name]
    assert isinstance(field, CalmBox)
    return field


def test_the_options_of_the_format_are_chosen_by_keys_and_said_in_the_command(dialog: ExportDialog) -> None:
    QTest.keyClicks(dialog.formats.line, "csv tables")
    assert dialog.wish.format == "csv"
    QTest.keyClick(option(dialog, "separator"), Qt.Key.Key_End)
    assert dialog.wish.options == {"separator": "tab"}
    command = dialog.command.text.toPlainText()
    assert "--format csv" in command
    assert command.endswith("--set all --status accepted --status edited --option separator=tab")


def test_another_format_has_its_own_options_in_a_form_of_the_same_size(dialog: ExportDialog) -> None:
    size = dialog.size()
    for name in ("csv", "graphml", "jsonl"):
        dialog.formats.choose(name)
        assert (dialog.wish.format, dialog.size()) == (name, size)
    assert not dialog.options.isVisible()
    dialog.formats.choose("graphml")
    assert dialog.options.isVisible()
    assert "network" in dialog.options.fields
    assert "separator" not in dialog.options.fields


def test_what_was_chosen_of_a_format_is_there_again(
    qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path
) -> None:
    memory = ExportMemory()
    first = ExportDialog([], tmp_path / "press.selon", memory=memory)
    qtbot.addWidget(first)
    first.formats.choose("csv")
    option(first, "separator").setCurrentIndex(2)
    first.where.file.click()
    first.formats.choose("conll")
    first.formats.choose("csv")
    assert (option(first, "separator").currentData(), first.where.is_one_file) == ("tab", True)
    first.accept()
    second = ExportDialog([], tmp_path / "press.selon", memory=memory)
    qtbot.addWidget(second)
    assert second.wish == first.wish
    assert second.wish.out == tmp_path / "press.csv"


def test_the_place_follows_the_format(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.formats.choose("tei")
    assert dialog.wish.out == tmp_path / "press-tei"
    dialog.where.file.click()
    assert dialog.wish.out == tmp_path / "press-tei.xml"
    dialog.formats.choose("brat")
    assert dialog.wish.out == tmp_path / "press-brat"
    assert not dialog.where.file.isEnabled()


def test_a_form_without_a_place_has_no_command_to_copy(dialog: ExportDialog) -> None:
    dialog.place.clear()
    assert not dialog.command.text.toPlainText()
    assert not dialog.command.copy.isEnabled()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_format_fits_into_the_form(
    language: str, qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path
) -> None:
    use_language(language)
    made = ExportDialog([ANN], tmp_path / "press.selon")
    qtbot.addWidget(made)
    made.resize(940, 680)  # as on a screen of 1280 by 800
    made.show()
    for name in made.formats.shown:
        made.formats.choose(name)
        inside = made.area.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= made.area.viewport().width(), name
