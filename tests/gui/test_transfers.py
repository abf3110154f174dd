"""Importing and exporting from the window: in the background, reported, stopped without halves, undone."""

import json
import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from annotation.exporters import ExportFailure, Loss, Report
from annotation.operations import (
    Accept,
    EditArticle,
    ImportReport,
    export_project,
    import_files,
    importing,
    recognising,
)
from annotation.project import Door, open_project
from annotation.project.selection import ALL, Selection
from annotation.records import MACHINE, Article, Status
from gui import transfers
from gui.dialogs import files
from gui.dialogs.export import ExportDialog, ExportWish
from gui.dialogs.export_report import ExportReportDialog
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


# ---------------------------------------------------------------- import


def test_chosen_files_are_imported_and_read(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_for_articles", lambda _parent: sorted(folder.iterdir()))
    opened.do("project.import")
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
    opened.furniture.transfers.import_([folder / "0.txt"])
    opened.rest()
    assert opened.notices == ("Imported one article.",)
    (tmp_path / "empty").mkdir()
    opened.furniture.transfers.import_([tmp_path / "empty"])
    opened.rest()
    assert opened.notices == ("Nothing was imported.",)


def test_one_thing_that_was_left_out_is_said_with_its_reason(opened: Window, folder: Path) -> None:
    opened.furniture.transfers.import_([folder / "0.txt"])
    opened.rest()
    opened.furniture.transfers.import_([folder / "0.txt"])
    opened.rest()
    (notice,) = opened.notices
    assert notice.startswith("Nothing was imported. Left out: 0.txt: “")
    assert notice.endswith("” is already in the project.")


def test_that_something_is_imported_is_said_until_one_goes_elsewhere(opened: Window, folder: Path) -> None:
    opened.shell.enter("corpus")
    opened.furniture.transfers.import_([folder])
    opened.rest()
    assert list(opened.notices) == ["Imported 3 articles."]
    opened.shell.enter("annotate")
    assert list(opened.notices) == []


def test_what_was_left_out_can_be_read(opened: Window, folder: Path, qapp: object) -> None:
    (folder / "picture.bin").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "nothing.txt").write_bytes(b"")
    opened.furniture.transfers.import_([folder])
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
    opened.furniture.transfers.import_([folder])
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
    opened.furniture.transfers.import_([folder])
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
    opened.furniture.transfers.import_([folder])
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

        def wait(path: Path, format_: str, choices: Mapping[str, str]) -> object:
            if self._left == 0:
                self.reached.set()
                self.may_go_on.wait(20)
            self._left -= 1
            return recognising.read_file(path, format_, choices)

        monkeypatch.setattr(importing, "read_file", wait)


def test_a_stopped_import_keeps_whole_articles_as_one_act(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 1)
    gate = Gate(monkeypatch, stop_at=2)
    opened.furniture.transfers.import_([folder])
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
    opened.furniture.transfers.import_([folder])
    assert gate.reached.wait(20)
    opened.session.tasks.running[0].cancel()
    gate.may_go_on.set()
    opened.rest()
    assert opened.notices == ("The import was stopped.",)
    assert (len(ids(opened)), opened.is_enabled("edit.undo")) == (3, False)


def test_an_import_that_fails_half_way_says_what_is_there_and_can_be_undone(
    opened: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(door: object, paths: object, **more: object) -> ImportReport:
        import_files(cast(Door, door), [folder / "0.txt"])
        raise ExportFailure("The disk is full.")

    monkeypatch.setattr(transfers, "import_files", fail)
    opened.furniture.transfers.import_([folder])
    opened.rest()
    assert opened.notices == ("The disk is full. Imported one article. Undo takes them out again.",)
    opened.do("edit.undo")
    assert len(ids(opened)) == 3


def test_a_project_that_closes_meanwhile_ends_the_import_and_the_next_hears_nothing_of_it(
    opened: Window, folder: Path, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, stop_at=1)
    opened.furniture.transfers.import_([folder])
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
    with window.qtbot.waitSignal(window.furniture.transfers.imported):
        window.do("project.import")
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
    window.furniture.transfers.import_([folder])
    window.rest()
    assert not window.session.is_open
    window.open(path)
    assert len(ids(window)) == 3


def test_nothing_is_imported_into_what_is_open_to_look(window: Window, path: Path, folder: Path) -> None:
    window.open(path, read_only=True)
    window.furniture.transfers.import_([folder])
    assert "nothing can be imported" in window.notices[-1]
    assert window.session.tasks.running == ()


# ---------------------------------------------------------------- export


def wish(out: Path, **more: object) -> ExportWish:
    return ExportWish(format="jsonl", selection=Selection(**more), out=out)  # type: ignore[arg-type]


def test_an_export_is_written_and_its_folder_can_be_shown(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    opened.furniture.transfers.export(wish(tmp_path / "out"))
    opened.rest()
    lines = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a1", "a2", "a3"]
    assert opened.notices == (f"Wrote 6 annotations of 3 articles to {tmp_path / 'out'}.",)
    opened.press_notice()
    assert shown == [QUrl.fromLocalFile(str(tmp_path / "out"))]


def test_of_an_export_to_one_file_the_folder_around_it_is_shown(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    opened.furniture.transfers.export(wish(tmp_path / "all.jsonl", statuses=frozenset({Status.ACCEPTED})))
    opened.rest()
    assert (tmp_path / "all.jsonl").is_file()
    opened.press_notice()
    assert shown == [QUrl.fromLocalFile(str(tmp_path))]


def test_what_the_format_does_not_hold_is_said(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Report(files=(), articles=3, annotations=1234,
                    losses=(Loss(what="notes", count=2, done="left out"),))  # fmt: skip
    monkeypatch.setattr(transfers, "export_project", lambda *_given: report)
    opened.furniture.transfers.export(wish(tmp_path / "out"))
    opened.rest()
    (said,) = opened.notices
    assert f"{QLocale().toString(1234)} annotations" in said
    assert said.endswith("Not everything fits into this format.")
    opened.press_notice()
    dialog = opened.shell.findChildren(ExportReportDialog)[0]
    assert dialog.text.splitlines()[1] == "notes\t2\tleft out"
    dialog.close()
    opened.qtbot.waitUntil(lambda: not isValid(dialog))


def test_an_export_that_cannot_be_written_leaves_all_as_it_was(opened: Window, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    opened.furniture.transfers.export(wish(tmp_path / "out"))
    opened.rest()
    assert len(opened.notices) == 1
    assert (tmp_path / "out").read_text() == "a file"
    assert not [found for found in tmp_path.iterdir() if "export" in found.name]


def test_a_stopped_export_writes_nothing(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def slow(*given: Any) -> Report:
        reader, format_, out, selection, progress, options = given

        def stop(done: int, total: int) -> None:
            opened.session.tasks.running[0].cancel()
            progress(done, total)

        return export_project(reader, format_, out, selection, stop, options)

    monkeypatch.setattr(transfers, "export_project", slow)
    opened.furniture.transfers.export(wish(tmp_path / "out"))
    opened.rest()
    assert opened.notices == ("The export was stopped: nothing was written.",)
    assert {found.name for found in tmp_path.iterdir()} == {"newsroom.selon", ".~lock.newsroom.selon"}


def test_one_can_annotate_on_while_an_export_is_written(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, may_go_on = threading.Event(), threading.Event()

    def slow(*given: Any) -> Report:
        writing.set()
        may_go_on.wait(20)
        return export_project(*given)

    monkeypatch.setattr(transfers, "export_project", slow)
    opened.furniture.transfers.export(wish(tmp_path / "out"))
    assert writing.wait(20)
    assert opened.session.apply(EditArticle(article="a1", values={"title": "Another"}))
    may_go_on.set()
    opened.rest()
    assert opened.session.read(lambda reader: reader.get(Article, "a1")).title == "Another"
    assert opened.notices[0].startswith("Wrote 6 annotations")


@pytest.mark.parametrize(("ask", "whose"), [("ask_for_export", ALL), ("ask_for_gold", "gold")])
def test_what_is_asked_for_is_written_and_the_form_is_gone(
    ask: str, whose: str, opened: Window, path: Path
) -> None:
    getattr(opened.furniture.transfers, ask)()
    dialog = opened.shell.findChildren(ExportDialog)[0]
    assert dialog.wish.selection.annotator == whose
    assert dialog.wish.out == path.parent / "newsroom-jsonl"
    dialog.accept()
    opened.qtbot.waitUntil(lambda: not isValid(dialog))
    opened.rest()
    assert (path.parent / "newsroom-jsonl" / "articles.jsonl").is_file()


def is_gone(dialog: ExportDialog) -> bool:
    return not isValid(dialog)


def test_options_are_written_by_and_remembered_for_the_next_time(opened: Window, path: Path) -> None:
    for time in range(2):
        opened.do("project.export")
        dialog = opened.shell.findChildren(ExportDialog)[0]
        if time == 0:
            dialog.formats.choose("csv")
            QTest.keyClick(dialog.options.fields["separator"], Qt.Key.Key_End)
        assert dialog.wish.options == {"separator": "tab"}
        dialog.accept()
        opened.qtbot.waitUntil(partial(is_gone, dialog))
        opened.rest()
    table = (path.parent / "newsroom-csv" / "articles.csv").read_text("utf-8")
    assert table.startswith("id\ttitle")


def test_a_form_that_is_cancelled_writes_nothing(opened: Window, path: Path) -> None:
    opened.do("project.export")
    opened.shell.findChildren(ExportDialog)[0].reject()
    opened.rest()
    assert opened.notices == ()
    assert not (path.parent / "newsroom-jsonl").exists()
