"""“Codebook…”: one window, a draft that is kept, and changes that take the records along."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.codebook import Outcome
from annotation.i18n import Message
from annotation.operations import ApplyCodebook
from annotation.operations.settings import CODEBOOK_DRAFT
from annotation.project import create_project
from annotation.records import Annotation, Changes
from gui.codebook import CodebookControl
from gui.views.codebook.applying import ApplyDialog
from gui.views.codebook.versions import VersionsDialog
from gui.views.codebook.workspace import Workspace
from tests.annotation.newsroom import newsroom_file
from tests.gui.furnished import Window

TITLE = Message("change")
CARDINAL = ("tagset", "figure_kind", "cardinal")
FIGURE = ("layer", "figure")
SMALL = "[layer.mood.role.words]\n"


@pytest.fixture
def control(window: Window, tmp_path: Path) -> CodebookControl:
    """The editor over the newsroom."""
    window.open(newsroom_file(tmp_path))
    window.do("project.codebook")
    control = window.furniture.codebook
    assert control.window is not None
    window.qtbot.waitUntil(control.window.isVisible)
    return control


def work(control: CodebookControl) -> Workspace:
    assert control.work is not None
    return control.work


def asked(window: Window, control: CodebookControl) -> ApplyDialog:
    """The dialog before applying, when all is counted."""
    control.ask_to_apply()
    window.rest()
    assert isinstance(control.dialog, ApplyDialog)
    return control.dialog


def figures(window: Window) -> list[Annotation]:
    records = window.session.read(lambda reader: reader.annotations("a1"))
    return [record for record in records if record.layer not in ("entity", "source", "stance")]


def test_a_rename_takes_the_records_along_and_is_one_undo_step(
    window: Window, control: CodebookControl
) -> None:
    before = figures(window)
    work(control).attempt(lambda draft: draft.rename(FIGURE, "number"), TITLE)
    dialog = asked(window, control)
    assert "Layer Figure: goes on under another id (1 record)" in dialog.effects.text()
    dialog.note.setText("clearer")
    dialog.accept()
    window.rest()
    assert [record.layer for record in figures(window)] == ["number"]
    assert "one record followed" in window.notices[-1]
    assert not work(control).editing.is_changed
    newest = window.session.read(lambda reader: reader.codebook_versions())[0]
    assert (newest.version.note, newest.actor) == ("clearer", window.session.me)
    window.do("edit.undo")
    window.rest()
    assert figures(window) == before
    assert work(control).draft.at(FIGURE) is not None, "the editor follows"


@pytest.mark.parametrize(
    ("choice", "kind", "outcome"),
    [
        ("\x00keep", "cardinal", Outcome.KEPT),
        ("percent", "percent", Outcome.FOLLOWED),
        ("", None, Outcome.CLEARED),
    ],
)
def test_values_of_a_removed_tag_go_where_it_is_chosen(
    window: Window, control: CodebookControl, choice: str, kind: str | None, outcome: Outcome
) -> None:
    work(control).attempt(lambda draft: draft.remove(CARDINAL), TITLE)
    dialog = asked(window, control)
    box = dialog.choices[CARDINAL]
    box.setCurrentIndex(box.findData(choice))
    box.activated.emit(box.currentIndex())
    window.rest()
    words = {Outcome.KEPT: "kept", Outcome.FOLLOWED: "goes on", Outcome.CLEARED: "cleared (1 record)"}
    assert words[outcome] in dialog.effects.text()
    dialog.accept()
    window.rest()
    assert [record.features.get("kind") for record in figures(window)] == [kind]


def test_values_that_do_not_fit_are_listed_with_their_article(
    window: Window, control: CodebookControl
) -> None:
    work(control).put((*FIGURE, "field", "value", "most"), "5", TITLE)
    dialog = asked(window, control)
    assert dialog.left.isVisible()
    assert dialog.left.item(0).text() == "Figure › Value: 10000 (Title a1)"
    dialog.reject()
    window.rest()
    assert control.dialog is None


def test_a_change_of_words_alone_affects_no_record(window: Window, control: CodebookControl) -> None:
    work(control).put((*FIGURE, "label", "en"), "Number", TITLE)
    dialog = asked(window, control)
    assert dialog.effects.text() == "No record is affected."
    assert dialog.differences.item(0).text() == "Changed the name of the layer Number"
    dialog.accept()
    window.rest()
    layer = window.session.codebook.layer("figure")
    assert layer is not None
    assert layer.text == "Number"


def test_what_is_unsound_cannot_be_applied(window: Window, control: CodebookControl) -> None:
    work(control).put((*FIGURE, "hue"), "red", TITLE)
    control.ask_to_apply()
    assert control.dialog is None
    assert control.window is not None
    assert not control.window.apply.isEnabled()


def test_a_draft_outlives_the_window_and_the_project(window: Window, control: CodebookControl) -> None:
    path = window.session.path
    work(control).attempt(lambda draft: draft.rename(FIGURE, "number"), TITLE)
    assert control.window is not None
    control.window.close()
    assert window.session.read(lambda reader: reader.setting(CODEBOOK_DRAFT)) is not None
    window.furniture.projects.open(path)
    window.session.close()
    window.open(path)
    window.do("project.codebook")
    assert work(control).draft.at(("layer", "number")) is not None
    assert work(control).draft.renames
    work(control).undo()
    window.session.closing.emit()
    assert window.session.read(lambda reader: reader.setting(CODEBOOK_DRAFT)) is None


def test_a_codebook_comes_from_a_file_and_goes_to_one(
    window: Window, control: CodebookControl, tmp_path: Path
) -> None:
    toml = tmp_path / "c.toml"
    toml.write_text(SMALL, encoding="utf-8")
    control.import_file(toml)
    assert work(control).draft.ids(("layer",)) == ("mood",)
    control.export(tmp_path / "out.toml")
    assert (tmp_path / "out.toml").read_text(encoding="utf-8") == work(control).draft.toml
    work(control).undo()
    assert work(control).draft.at(FIGURE) is not None
    assert control.window is not None
    toml.write_text("x =", encoding="utf-8")
    control.import_file(toml)
    assert "not valid TOML" in control.window.said.text()
    control.import_file(tmp_path / "none.toml")
    assert "cannot be read" in control.window.said.text()
    control.export(tmp_path / "no" / "out.toml")
    assert "cannot be written" in control.window.said.text()


def test_a_codebook_comes_from_another_project(
    window: Window, control: CodebookControl, tmp_path: Path
) -> None:
    create_project(tmp_path / "other.selon", SMALL).close()
    control.import_project(tmp_path / "other.selon")
    window.rest()
    assert work(control).draft.ids(("layer",)) == ("mood",)
    control.import_project(tmp_path / "none.selon")
    window.rest()
    assert control.window is not None
    assert control.window.said.text()


def test_versions_are_compared_and_an_older_one_taken_again(window: Window, control: CodebookControl) -> None:
    old = window.session.read(lambda reader: reader.codebook_toml)
    window.session.apply(ApplyCodebook(toml=SMALL, note="small", actor=window.session.me))
    assert control.window is not None
    control.window.versions.click()
    dialog = control.dialog
    assert isinstance(dialog, VersionsDialog)
    assert dialog.list.count() == 2
    first = dialog.list.item(0).text()
    assert "Version 2 · in force" in first
    assert "Rita" in first
    assert "small" in first
    assert "Removed the layer Stance" in [
        dialog.differences.item(row).text() for row in range(dialog.differences.count())
    ]
    dialog.list.setCurrentRow(1)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert work(control).draft.at(FIGURE) is not None
    asked(window, control).accept()
    window.rest()
    assert window.session.codebook.layer("stance") is not None
    assert len(window.session.read(lambda reader: reader.codebook_versions())) == 3
    assert old


def test_a_read_only_project_is_looked_at(window: Window, tmp_path: Path) -> None:
    window.open(newsroom_file(tmp_path), read_only=True)
    window.do("project.codebook")
    control = window.furniture.codebook
    assert control.window is not None
    assert not control.window.apply.isVisible()
    work(control).put((*FIGURE, "hue"), "#000000", TITLE)
    assert not work(control).editing.is_changed
    control.window.close()


def test_the_window_speaks_the_language_that_is_chosen(window: Window, control: CodebookControl) -> None:
    work(control).put((*FIGURE, "label", "en"), "Number", TITLE)
    before = control.window
    window.shell.retranslated.emit()
    assert control.window is not None
    assert control.window is not before
    assert work(control).editing.is_changed


def test_applying_can_be_stopped_and_then_nothing_has_happened(
    window: Window, control: CodebookControl, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopping(_title: str, _work: Callable[..., object]) -> list[object]:
        from gui.tasks import Cancelled  # noqa: PLC0415

        raise Cancelled

    monkeypatch.setattr(window.session, "wait", stopping)
    before = figures(window)
    work(control).attempt(lambda draft: draft.rename(FIGURE, "number"), TITLE)
    asked(window, control).accept()
    window.rest()
    assert control.window is not None
    assert control.window.said.text() == "Stopped: nothing was changed."
    assert figures(window) == before
    assert work(control).editing.is_changed


def test_a_change_of_many_records_is_undone_while_the_window_lives(
    window: Window, control: CodebookControl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.codebook._MANY", 0)
    waited: list[str] = []
    wait = window.session.wait

    def counting(title: str, work: Callable[..., list[Changes]]) -> list[Changes]:
        waited.append(title)
        return wait(title, work)

    monkeypatch.setattr(window.session, "wait", counting)
    before = figures(window)
    work(control).attempt(lambda draft: draft.rename(FIGURE, "number"), TITLE)
    asked(window, control).accept()
    window.rest()
    window.do("edit.undo")
    assert figures(window) == before
    window.do("edit.redo")
    assert figures(window) != before
    assert waited == ["Applying the codebook", "Undoing a large step", "Undoing a large step"]
