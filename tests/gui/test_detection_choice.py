"""“Detection…”: the form says what is, keeps what is chosen, and reads what is asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from shiboken6 import isValid

from annotation.detectors import SETTING, Choices
from annotation.operations import (
    AddArticles,
    ArticleSuggestions,
    ChangeSetting,
    EditArticle,
    StoreSuggestions,
)
from annotation.operations.unfinished import Scope
from annotation.project import create_project, open_project
from annotation.records import Span, Suggestion
from gui.dialogs.detection import HERE, DetectionDialog
from gui.views.corpus import CorpusRoom
from tests.annotation.newsroom import imported, newsroom_file
from tests.gui.focus import focus
from tests.gui.furnished import Window

Ask = Callable[[], DetectionDialog]


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    """The newsroom; the article a3 alone has no suggestions."""
    path = newsroom_file(tmp_path)
    with open_project(path) as project:
        project.apply(StoreSuggestions(found=(sure("a1"), sure("a2"))))
    window.open(path)
    return window


def sure(article: str) -> ArticleSuggestions:
    """Three mentions, two of which say how sure they are."""
    found = tuple(
        Suggestion(
            key=str(place), layer="entity", spans={"mention": (Span(place, place + 1),)},
            origin="entities/1", confidence=confidence,
        )
        for place, confidence in ((2, 0.1), (4, 0.9), (6, None))
    )  # fmt: skip
    return ArticleSuggestions(article=article, lang="fr", suggestions=found)


@pytest.fixture
def ask(window: Window) -> Ask:
    """Opens the form as the menu does, and waits until all is counted."""

    def do() -> DetectionDialog:
        window.do("detect.settings")
        dialog = window.furniture.detecting.dialog
        assert dialog is not None
        window.rest()
        return dialog

    return do


def choices(window: Window) -> Choices:
    return Choices.from_json(window.session.read(lambda reader: reader.setting(SETTING)))


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focus(), key)


def texts(dialog: DetectionDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]


def test_detectors_are_listed_in_the_codebooks_order_with_what_they_suggest(opened: Window, ask: Ask) -> None:
    rows = list(ask().rows.values())
    assert [row.switch.text() for row in rows] == ["Entities", "Figures", "Sources", "Stances"]
    assert rows[0].count.text() == "6 suggestions"
    assert all(row.is_on and row.threshold == 0 for row in rows)


def test_a_threshold_says_how_many_suggestions_reach_it(opened: Window, ask: Ask) -> None:
    dialog = ask()
    row = dialog.rows["entities"]
    row.slider.setFocus()
    press(Qt.Key.Key_PageUp, Qt.Key.Key_Right)
    assert row.threshold == 0.15
    assert row.share.text() == "15% sure or more"
    assert row.count.text() == "4 of 6 suggestions"
    assert sum(row.histogram.bins) == 4, "two do not say how sure they are"


def test_the_languages_of_the_project_are_listed_with_their_models(opened: Window, ask: Ask) -> None:
    opened.session.apply(EditArticle(article="a1", values={"lang": "de"}))
    dialog = ask()
    assert list(dialog.pipelines) == ["en", "fr", "de"]
    assert dialog.pipelines["de"].count.text() == "one article"
    opened.qtbot.waitUntil(lambda: any("no word lists for this language" in text for text in texts(dialog)))


def test_a_language_without_a_model_says_how_to_get_one(
    opened: Window, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.dialogs.pipeline_row.choose_package", lambda lang: "" if lang == "en" else "x")
    line = ask().pipelines["en"]
    assert line.box.isHidden()
    assert line.command.text() == 'pip install "selon[en]"'
    copy = next(one for one in line.missing.findChildren(QPushButton))
    copy.click()
    assert QGuiApplication.clipboard().text() == line.command.text()


def test_choices_are_kept_as_one_act_and_can_be_undone(opened: Window, ask: Ask) -> None:
    dialog = ask()
    assert not dialog.keep.isEnabled()
    dialog.rows["figures"].switch.setFocus()
    press(Qt.Key.Key_Space)
    dialog.rows["entities"].slider.setValue(60)
    dialog.keep.click()
    kept = Choices(off=frozenset({"figures"}), thresholds={"entities": 0.6})
    assert choices(opened) == kept
    assert opened.session.undo_stack.undoText() == "Change what detection does"
    assert opened.furniture.detecting.dialog is None
    again = ask()
    assert (again.choices, again.keep.isEnabled()) == (kept, False)
    again.reject()
    opened.do("edit.undo")
    assert choices(opened) == Choices()


def test_what_other_programs_chose_is_not_lost(opened: Window, ask: Ask) -> None:
    foreign = Choices(
        off=frozenset({"own"}), thresholds={"own": 0.5}, pipelines={"fr": "fr_other_lg", "xx": "xx_model"}
    )
    opened.session.apply(ChangeSetting(key=SETTING, value=foreign.to_json()))
    dialog = ask()
    assert dialog.choices == foreign
    assert dialog.pipelines["fr"].box.currentText() == "fr_other_lg (not installed)"


def test_escape_leaves_no_trace(opened: Window, ask: Ask) -> None:
    dialog = ask()
    dialog.rows["figures"].switch.click()
    press(Qt.Key.Key_Escape)
    assert choices(opened) == Choices()
    assert opened.session.tasks.running == ()
    opened.qtbot.waitUntil(lambda: not isValid(dialog))


def test_enter_reads_what_was_not_read_yet(opened: Window, ask: Ask) -> None:
    dialog = ask()
    assert dialog.scope == Scope.UNREAD
    assert dialog.scopes[Scope.UNREAD].text() == "Articles that were not read yet (1)"
    press(Qt.Key.Key_Return)
    opened.rest()
    assert opened.workers.jobs == ["a3"]


def test_all_articles_can_be_read_and_it_is_said_what_stays(opened: Window, ask: Ask) -> None:
    dialog = ask()
    dialog.scopes[Scope.ALL].click()
    assert dialog.hint.text().startswith("What people decided stays as it is")
    dialog.read.click()
    opened.rest()
    assert opened.workers.jobs == ["a1", "a2", "a3"]


def test_the_selected_articles_are_offered_first_in_the_corpus(opened: Window, ask: Ask) -> None:
    opened.shell.enter("corpus")
    room = opened.shell.rooms.room
    assert isinstance(room, CorpusRoom)
    opened.rest()
    room.table.selectAll()
    room.table.setFocus()
    dialog = ask()
    assert dialog.scope == Scope.CHOSEN
    assert dialog.scopes[Scope.CHOSEN].text() == "The 3 selected articles"
    assert dialog.scopes[HERE].isHidden()
    dialog.read.click()
    opened.rest()
    assert len(opened.workers.jobs) == 3


def test_the_open_article_is_offered_where_one_annotates(opened: Window, ask: Ask) -> None:
    opened.furniture.open_article("a2")
    dialog = ask()
    assert dialog.scopes[HERE].text() == "This article: Title a2"
    dialog.scopes[HERE].click()
    dialog.read.click()
    opened.rest()
    assert opened.workers.jobs == ["a2"]


def test_an_empty_project_has_nothing_to_read(window: Window, ask: Ask, tmp_path: Path) -> None:
    create_project(tmp_path / "empty.selon").close()
    window.open(tmp_path / "empty.selon")
    dialog = ask()
    assert dialog.hint.text() == "There are no articles in this project yet."
    assert not dialog.read.isEnabled()
    assert dialog.rows["entities"].count.text() == "no suggestions yet"


def test_nothing_is_read_where_every_detector_is_off(opened: Window, ask: Ask) -> None:
    dialog = ask()
    for row in dialog.rows.values():
        row.switch.click()
    assert not dialog.read.isEnabled()
    assert dialog.keep.isEnabled()


def test_who_only_looks_sees_what_is_chosen_and_changes_nothing(
    window: Window, ask: Ask, tmp_path: Path
) -> None:
    path = newsroom_file(tmp_path)
    window.open(path, read_only=True)
    dialog = ask()
    assert any("open read-only" in text for text in texts(dialog))
    assert not dialog.rows["entities"].switch.isEnabled()
    assert not dialog.pipelines["fr"].box.isEnabled()
    assert not dialog.read.isEnabled()
    assert dialog.rows["entities"].count.text() == "no suggestions yet"


def test_the_form_goes_with_its_project(opened: Window, ask: Ask) -> None:
    dialog = ask()
    opened.session.close()
    assert not dialog.isVisible()
    assert opened.furniture.detecting.dialog is None


def test_a_second_wish_for_it_opens_no_second_form(opened: Window, ask: Ask) -> None:
    dialog = ask()
    opened.furniture.detecting.ask()
    assert opened.furniture.detecting.dialog is dialog


def test_what_is_counted_is_shown_part_by_part(
    opened: Window, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.detection_choice._AT_A_TIME", 1)
    monkeypatch.setattr("gui.detection_choice._SHOW_AFTER", -1.0)
    more = tuple(imported(f"b{n}", "Nina spoke.") for n in range(20))
    opened.session.apply(AddArticles(imported=more))
    assert ask().rows["entities"].count.text() == "6 suggestions"


def test_suggestions_that_are_not_sure_enough_go_where_a_threshold_is_kept(opened: Window, ask: Ask) -> None:
    before = {article: opened.suggestions(article) for article in ("a1", "a2")}
    dialog = ask()
    dialog.rows["entities"].slider.setValue(50)
    dialog.keep.click()
    opened.rest()
    assert {article: opened.suggestions(article) for article in ("a1", "a2")} == {
        article: number - 1 for article, number in before.items()
    }
    assert opened.workers.jobs == [], "nothing is read again"
    opened.do("edit.undo")
    opened.furniture.detection.renew_all()
    opened.rest()
    assert opened.suggestions("a2") == before["a2"]


def test_a_model_that_is_chosen_and_not_installed_is_named(
    opened: Window, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.dialogs.pipeline_row.choose_package", lambda _lang: "")
    monkeypatch.setattr("gui.dialogs.detection.installed_packages", dict)
    chosen = Choices(pipelines={"en": "en_own_lg"})
    opened.session.apply(ChangeSetting(key=SETTING, value=chosen.to_json()))
    line = ask().pipelines["en"]
    opened.qtbot.waitUntil(line.box.isVisible)
    assert line.box.currentText() == "en_own_lg (not installed)"
    line.box.setCurrentIndex(0)
    assert (line.box.currentText(), line.chosen) == ("Word lists alone", "")
    assert not line.missing.isHidden()
