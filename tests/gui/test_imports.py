"""Importing from the window: in the background, reported, stopped without halves, undone."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from annotation.exporters import ExportFailure
from annotation.operations import (
    Accept,
    ImportReport,
    import_files,
    importing,
)
from annotation.operations.recognising import Opened, open_file
from annotation.project import Door, open_project
from annotation.records import MACHINE
from gui import imports
from gui.dialogs import files
from gui.dialogs.import_report import ImportReportDialog
from gui.dialogs.waiting import WaitingDialog
from tests.annotation.newsroom import newsroom_file
from tests.gui.furnished import Window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


@pytest.fixture
def opened(window: Window, path: Path) -> Window:
    window.open(path)
    return window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three texts."""
    made = tmp_path / "files"
    made.mkdir()
    for number in range(3):
        (made / f"{number}.txt").write_text(f"Title {number}\n\nNina said {number} words.")
    return made


def ids(window: Window) -> list[str]:
    return window.session.read(lambda reader: reader.article_ids())


def test_chosen_files_are_imported_and_read(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_for_articles", lambda _parent: sorted(folder.iterdir()))
    opened.do("project.import")
    opened.import_all()
    opened.rest()
    assert opened.notices == ("Imported 3 articles.",)
    assert len(ids(opened)) == 6
    assert [opened.suggestions(article) for article in ids(opened)[3:]] == [1, 1, 1]
    assert opened.workers.jobs == ids(opened)[3:], "those that were there are not read again"


def test_who_chooses_nothing_imports_nothing(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ask_for_articles", lambda _parent: [])
    opened.do("project.import")
    assert opened.session.tasks.running == ()
    assert opened.notices == ()


def test_one_article_and_none_are_said_in_their_own_words(
    opened: Window, folder: Path, tmp_path: Path
) -> None:
    opened.furniture.imports.import_([folder / "0.txt"])
    opened.rest()
    assert opened.notices == ("Imported one article.",)
    (tmp_path / "empty").mkdir()
    opened.furniture.imports.import_([tmp_path / "empty"])
    opened.rest()
    assert opened.notices == ("Nothing was imported.",)


def test_one_thing_that_was_left_out_is_said_with_its_reason(opened: Window, folder: Path) -> None:
    opened.furniture.imports.import_([folder / "0.txt"])
    opened.rest()
    opened.furniture.imports.import_([folder / "0.txt"])
    opened.rest()
    (notice,) = opened.notices
    assert notice.startswith("Nothing was imported. Left out: 0.txt: “")
    assert notice.endswith("” is already in the project.")


def test_that_something_is_imported_is_said_until_one_goes_elsewhere(opened: Window, folder: Path) -> None:
    opened.shell.enter("corpus")
    opened.furniture.imports.import_([folder])
    opened.rest()
    assert list(opened.notices) == ["Imported 3 articles."]
    opened.shell.enter("annotate")
    assert list(opened.notices) == []


def test_what_was_left_out_can_be_read(opened: Window, folder: Path, qapp: object) -> None:
    (folder / "picture.bin").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "nothing.txt").write_bytes(b"")
    opened.furniture.imports.import_([folder])
    opened.rest()
    assert opened.notices == ("Imported 3 articles. 2 things were left out.",)
    opened.press_notice()
    dialog = opened.shell.findChildren(ImportReportDialog)[0]
    assert "3 articles were imported" in dialog.findChildren(QLabel)[0].text()
    assert dialog.list.model().index(0, 0).data() == "“nothing.txt” is empty."
    assert "picture.bin" in dialog.list.model().index(1, 0).data()
    dialog.close()
    opened.qtbot.waitUntil(lambda: not isValid(dialog))


def test_an_import_is_one_act_which_goes_with_what_was_suggested_in_it(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 1)
    before = ids(opened)
    opened.furniture.imports.import_([folder])
    opened.rest()
    assert opened.session.undo_stack.undoText() == "Import"
    opened.do("edit.undo")
    assert ids(opened) == before
    opened.do("edit.redo")
    assert len(ids(opened)) == len(before) + 3
    assert [opened.suggestions(article) for article in ids(opened)[3:]] == [1, 1, 1]
    opened.do("edit.undo")
    assert ids(opened) == before


def test_undoing_a_large_import_shows_how_far_it_is_and_can_be_stopped(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 1)
    opened.furniture.imports.import_([folder])
    opened.rest()
    seen: list[str] = []
    show = WaitingDialog.exec

    def stop(dialog: WaitingDialog) -> int:
        seen.append(dialog.windowTitle())
        dialog.reject()
        return show(dialog)

    monkeypatch.setattr(WaitingDialog, "exec", stop)
    opened.do("edit.undo")
    opened.qtbot.waitUntil(lambda: opened.is_enabled("edit.undo"))
    assert (seen, len(ids(opened))) == (["Undoing a large step"], 6)
    monkeypatch.setattr(WaitingDialog, "exec", show)
    opened.do("edit.undo")
    assert len(ids(opened)) == 3


def test_what_somebody_labelled_since_keeps_the_import_and_one_is_told(opened: Window, folder: Path) -> None:
    opened.furniture.imports.import_([folder])
    opened.rest()
    session = opened.session
    new = ids(opened)[3]
    record = session.read(lambda reader: reader.annotations(new, [MACHINE.id]))[0]
    session.apply(Accept(annotations=(record.id,), actor=session.me), undoable=False)
    opened.do("edit.undo")
    assert len(ids(opened)) == 6
    assert "cannot be undone" in opened.notices[-1]
    assert not opened.is_enabled("edit.undo")


class Gate:
    """Lets an import go on when it is told to, file by file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stop_at: int) -> None:
        self.reached = threading.Event()
        self.may_go_on = threading.Event()
        self._left = stop_at

        def wait(path: Path, format_: str, choices: Mapping[str, Any]) -> Opened:
            if self._left == 0:
                self.reached.set()
                self.may_go_on.wait(20)
            self._left -= 1
            return open_file(path, format_, choices)

        monkeypatch.setattr(importing, "open_file", wait)


def test_a_stopped_import_keeps_whole_articles_as_one_act(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 1)
    monkeypatch.setattr(importing, "_EVERY", 1)
    gate = Gate(monkeypatch, stop_at=2)
    opened.furniture.imports.import_([folder])
    assert gate.reached.wait(20)
    opened.session.tasks.running[0].cancel()
    gate.may_go_on.set()
    opened.rest()
    came = len(ids(opened)) - 3
    assert 0 < came < 3
    counted = "Imported one article." if came == 1 else f"Imported {came} articles."
    assert opened.notices == (f"The import was stopped. {counted} Undo takes them out again.",)
    opened.do("edit.undo")
    assert len(ids(opened)) == 3


def test_an_import_that_is_stopped_before_anything_came_leaves_nothing(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, stop_at=0)
    opened.furniture.imports.import_([folder])
    assert gate.reached.wait(20)
    opened.session.tasks.running[0].cancel()
    gate.may_go_on.set()
    opened.rest()
    assert opened.notices == ("The import was stopped.",)
    assert (len(ids(opened)), opened.is_enabled("edit.undo")) == (3, False)


def test_an_import_that_fails_half_way_says_what_is_there_and_can_be_undone(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(door: object, *_more: object) -> ImportReport:
        import_files(cast(Door, door), [folder / "0.txt"])
        raise ExportFailure("The disk is full.")

    monkeypatch.setattr(imports, "import_files", fail)
    opened.furniture.imports.import_([folder])
    opened.rest()
    assert opened.notices == ("The disk is full. Imported one article. Undo takes them out again.",)
    opened.do("edit.undo")
    assert len(ids(opened)) == 3


def test_a_project_that_closes_meanwhile_ends_the_import_and_the_next_hears_nothing_of_it(
    opened: Window, folder: Path, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, stop_at=1)
    opened.furniture.imports.import_([folder])
    assert gate.reached.wait(20)
    opened.do("project.close")
    gate.may_go_on.set()
    with opened.qtbot.waitSignal(opened.session.opened):
        opened.session.create(tmp_path / "next.selon")
    opened.rest()
    assert (ids(opened), opened.notices, opened.session.undo_stack.count()) == ([], (), 0)
    with open_project(path) as project:
        assert project.check() == []


def test_without_a_project_a_new_one_is_made_for_the_files(
    window: Window, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_for_articles", lambda _parent: [folder])
    monkeypatch.setattr(files, "ask_for_new_project", lambda _parent: tmp_path / "new.selon")
    with window.qtbot.waitSignal(window.session.opened):
        window.do("project.import")
    with window.qtbot.waitSignal(window.furniture.imports.imported):
        window.import_all()
    assert window.session.path == tmp_path / "new.selon"
    assert len(ids(window)) == 3


@pytest.mark.parametrize("where", [None, "newsroom.selon"])
def test_files_that_found_no_new_project_do_not_slip_into_the_next_one(
    where: str | None,
    window: Window,
    path: Path,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = tmp_path / where if where else None
    monkeypatch.setattr(files, "ask_for_new_project", lambda _parent: chosen)
    window.furniture.imports.import_([folder])
    window.rest()
    assert not window.session.is_open
    window.open(path)
    assert len(ids(window)) == 3


def test_nothing_is_imported_into_what_is_open_to_look(window: Window, path: Path, folder: Path) -> None:
    window.open(path, read_only=True)
    window.furniture.imports.import_([folder])
    assert "nothing can be imported" in window.notices[-1]
    assert window.session.tasks.running == ()
