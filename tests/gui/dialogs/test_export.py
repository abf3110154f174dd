"""The export form: what can be chosen, and that nothing incomplete is accepted."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from annotation.i18n import use_language
from annotation.operations.sets import About, SetWish
from annotation.operations.sets.presets import find_preset, save_preset
from annotation.operations.splitting import Division
from annotation.records import Shown, Status
from gui.dialogs.export import ExportDialog
from gui.dialogs.export_options import CalmBox
from gui.dialogs.export_records import status_words
from gui.dialogs.export_wish import ExportMemory, ExportOutlook, ExportWish, usual_wish
from gui.theme import ThemeSwitch
from tests.annotation.newsroom import ANN, BOB


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> None:
    """Let the forms of earlier tests go now: putting the theme on takes longer with each that is left."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dialog(swept: None, qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> ExportDialog:
    layers = (("entity", "Entity"), ("source", "Source"))
    outlook = ExportOutlook(people=[ANN, BOB], layers=layers, filters=["Only Cadran"])
    made = ExportDialog(outlook, tmp_path / "press.selon")
    qtbot.addWidget(made)
    made.show()
    return made


def save(dialog: ExportDialog) -> QPushButton:
    return dialog._buttons.button(QDialogButtonBox.StandardButton.Save)


def test_what_people_decided_is_chosen_to_begin_with(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.wish == ExportWish(set=usual_wish(), out=tmp_path / "press-jsonl")
    assert dialog.wish.set.statuses == {Status.ACCEPTED, Status.EDITED}
    assert save(dialog).isEnabled()


def test_everybody_the_gold_set_or_one_person_can_be_chosen(dialog: ExportDialog) -> None:
    whose = [dialog.records.whose.itemData(place) for place in range(dialog.records.whose.count())]
    assert whose == ["all", "gold", "Ann", "Bob"]
    dialog.records.whose.setCurrentIndex(2)
    assert dialog.records.whose.currentText() == "Only Ann’s"
    assert dialog.wish.set.annotator == "Ann"


def test_a_project_without_people_has_the_rest(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> None:
    made = ExportDialog(ExportOutlook(), tmp_path / "press.selon", whose="gold")
    qtbot.addWidget(made)
    assert (made.records.whose.count(), made.wish.set.annotator) == (2, "gold")


def test_states_are_chosen_by_ticking_and_one_is_needed(dialog: ExportDialog) -> None:
    QTest.keyClick(dialog.records.statuses[Status.SUGGESTED], Qt.Key.Key_Space)
    assert dialog.wish.set.statuses == {Status.ACCEPTED, Status.EDITED}
    assert dialog.wish.set.suggestions
    for status in (Status.SUGGESTED, Status.ACCEPTED, Status.EDITED):
        dialog.records.statuses[status].setChecked(False)
    assert not save(dialog).isEnabled()
    dialog.records.statuses[Status.REJECTED].setChecked(True)
    assert save(dialog).isEnabled()


@pytest.mark.parametrize("nowhere", ["", "   "])
def test_without_a_place_nothing_is_saved(nowhere: str, dialog: ExportDialog) -> None:
    dialog.where.line.setText(nowhere)
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
    field = dialog.records.options.fields[name]
    assert isinstance(field, CalmBox)
    return field


def test_the_options_of_the_format_are_chosen_by_keys_and_said_in_the_command(dialog: ExportDialog) -> None:
    QTest.keyClicks(dialog.formats.line, "csv tables")
    assert dialog.wish.set.format == "csv"
    QTest.keyClick(option(dialog, "separator"), Qt.Key.Key_End)
    assert dialog.wish.set.options == {"separator": "tab"}
    command = dialog.command.text.toPlainText()
    assert "--format csv" in command
    assert command.endswith("--set all --status accepted --status edited --option separator=tab")


def test_another_format_has_its_own_options_in_a_form_of_the_same_size(dialog: ExportDialog) -> None:
    size = dialog.size()
    for name in ("csv", "graphml", "jsonl"):
        dialog.formats.choose(name)
        assert (dialog.wish.set.format, dialog.size()) == (name, size)
    assert not dialog.records.options.isVisible()
    dialog.formats.choose("graphml")
    assert dialog.records.options.isVisible()
    assert "network" in dialog.records.options.fields
    assert "separator" not in dialog.records.options.fields


def test_what_was_chosen_of_a_format_is_there_again(
    qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path
) -> None:
    memory = ExportMemory()
    first = ExportDialog(ExportOutlook(), tmp_path / "press.selon", memory=memory)
    qtbot.addWidget(first)
    first.formats.choose("csv")
    option(first, "separator").setCurrentIndex(2)
    first.where.file.click()
    first.formats.choose("conll")
    first.formats.choose("csv")
    assert (option(first, "separator").currentData(), first.where.is_one_file) == ("tab", True)
    first.accept()
    second = ExportDialog(ExportOutlook(), tmp_path / "press.selon", memory=memory)
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
    dialog.where.line.clear()
    assert not dialog.command.text.toPlainText()
    assert not dialog.command.copy.isEnabled()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_format_fits_into_the_form(
    language: str, qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path
) -> None:
    use_language(language)
    made = ExportDialog(ExportOutlook(people=[ANN]), tmp_path / "press.selon")
    qtbot.addWidget(made)
    made.resize(1040, 744)  # as on a screen of 1280 by 800
    made.show()
    for name in made.formats.shown:
        made.formats.choose(name)
        inside = made.records.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= made.records.viewport().width(), name
    for page in (made.parts, made.privacy, made.about):
        made.pages.setCurrentWidget(page)
        inside = page.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= page.viewport().width()


FULL = SetWish(
    format="csv",
    options={"separator": "tab"},
    annotator="Ann",
    statuses=frozenset({Status.ACCEPTED}),
    suggestions=True,
    layers=("entity", "source"),
    filter="Only Cadran",
    division=Division(shares="60/20/20", folds=4, seed=7, stratify=("labels.source", "outlet"),
                      groups=("copies", "day", "outlet")),
    anonymise=True,
    shown=Shown.QUOTES,
    provenance=False,
    manifest=True,
    card=True,
    croissant=True,
    agreement=False,
    about=About(title="T", description="D", licence="MIT", creators=("A. B.", "C. D."), url="u", version="2"),
)  # fmt: skip


def test_a_wish_that_is_shown_is_what_is_wished_for(dialog: ExportDialog) -> None:
    for wish in (FULL, usual_wish(), FULL):
        dialog.show_wish(wish)
        assert dialog.set == wish


def test_every_choice_is_said_in_the_command(dialog: ExportDialog) -> None:
    dialog.show_wish(FULL)
    dialog.privacy.with_key.click()
    command = dialog.command.text.toPlainText()
    for words in ("--layer source", "--filter 'Only Cadran'", "--split 60/20/20 --folds 4 --seed 7",
                  "--stratify outlet", "--group day", "--anonymise --no-texts --quotes", "--manifest --card",
                  "--no-agreement", "--creator 'C. D.'", "press-key.csv"):  # fmt: skip
        assert words in command
    assert dialog.wish.key is not None


def test_shares_of_nothing_cannot_be_written(dialog: ExportDialog) -> None:
    dialog.parts.split.click()
    for box in dialog.parts.shares:
        box.setValue(0)
    assert not save(dialog).isEnabled()
    assert not dialog.command.text.toPlainText()


def test_a_preset_fills_the_form_and_leaves_its_name_when_something_else_is_chosen(
    dialog: ExportDialog,
) -> None:
    dialog.about.lines["creators"].setText("A. B.")
    dialog.presets.box.setCurrentIndex(dialog.presets.box.findText("Train spaCy"))
    assert (dialog.set.format, dialog.set.division.shares) == ("docbin", "80/10/10")
    assert dialog.set.about.creators == ("A. B.",)
    assert dialog.presets.box.currentText() == "Train spaCy"
    dialog.parts.seed.setValue(2)
    assert dialog.presets.preset is None
    assert find_preset("spacy").division.seed == 1


def test_what_was_chosen_is_there_again_the_next_time(
    qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path
) -> None:
    memory = ExportMemory()
    outlook = ExportOutlook(people=[ANN], layers=(("entity", "Entity"), ("source", "Source")))
    first = ExportDialog(outlook, tmp_path / "press.selon", memory=memory)
    qtbot.addWidget(first)
    first.show_wish(FULL)
    first.accept()
    second = ExportDialog(outlook, tmp_path / "press.selon", memory=memory)
    qtbot.addWidget(second)
    assert second.set == replace(FULL, annotator="all")
    gold = ExportDialog(outlook, tmp_path / "press.selon", memory=memory, whose="gold")
    qtbot.addWidget(gold)
    assert gold.set.annotator == "gold"


def test_an_own_preset_is_offered_in_the_next_form(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> None:
    save_preset("Mine", FULL)
    made = ExportDialog(ExportOutlook(layers=(("entity", "E"), ("source", "S"))), tmp_path / "press.selon")
    qtbot.addWidget(made)
    made.presets.box.setCurrentIndex(made.presets.box.findText("Mine"))
    assert made.set.division == FULL.division
    assert made.presets.removing.isEnabled()


def test_a_preview_is_wanted_when_it_is_looked_at_and_when_it_would_look_otherwise(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.preview_wanted) as first:
        dialog.pages.setCurrentWidget(dialog.preview)
    assert first.args is not None
    assert first.args[0].set.format == "jsonl"
    with qtbot.waitSignal(dialog.preview_wanted) as second:
        dialog.formats.choose("csv")
    assert second.args is not None
    assert second.args[0].set.format == "csv"
    with qtbot.waitSignal(dialog.preview_wanted):
        dialog.where.file.click()
    dialog.pages.setCurrentWidget(dialog.records)
    with qtbot.assertNotEmitted(dialog.preview_wanted, wait=300):
        dialog.formats.choose("jsonl")


def test_everything_is_gone_through_when_it_is_asked_for(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pages.setCurrentWidget(dialog.preview)
    with qtbot.waitSignal(dialog.check_wanted):
        dialog.preview.check.click()
    assert dialog.preview.stop.isVisible()
    with qtbot.waitSignal(dialog.check_unwanted):
        dialog.preview.stop.click()


def test_pages_are_turned_by_keys_wherever_the_keyboard_is(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.formats.line.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(dialog.formats.line, Qt.Key.Key_Tab, control)
    assert dialog.pages.currentWidget() is dialog.parts
    QTest.keyClick(dialog.formats.line, Qt.Key.Key_PageUp, control)
    assert dialog.pages.currentWidget() is dialog.records
    QTest.keyClick(dialog.formats.line, Qt.Key.Key_PageUp, control)
    assert dialog.pages.currentWidget() is dialog.preview
