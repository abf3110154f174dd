"""Exporting from the window: in the background, reported, stopped without halves, undone."""

import json
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from shiboken6 import isValid

from annotation.exporters import Loss
from annotation.operations import EditArticle
from annotation.operations.sets import SetReport, SetWish, export_set
from annotation.project.selection import ALL
from annotation.records import Article, Status
from gui import transfers
from gui.dialogs.export import ExportDialog
from gui.dialogs.export_report import ExportReportDialog
from gui.dialogs.export_reports import ExportReportsDialog
from gui.dialogs.export_wish import ExportWish, usual_wish
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


def wish(out: Path, **more: object) -> ExportWish:
    return ExportWish(set=SetWish(**more), out=out)  # type: ignore[arg-type]


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
    report = SetReport(files=(), articles=3, annotations=1234,
                    losses=(Loss(what="notes", count=2, done="left out"),))  # fmt: skip
    monkeypatch.setattr(transfers, "export_set", lambda *_given: report)
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

    def slow(*given: Any) -> SetReport:
        project, wished, out, progress = given

        def stop(done: int, total: int) -> None:
            opened.session.tasks.running[0].cancel()
            progress(done, total)

        return export_set(project, wished, out, stop)

    monkeypatch.setattr(transfers, "export_set", slow)
    opened.furniture.transfers.export(wish(tmp_path / "out"))
    opened.rest()
    assert opened.notices == ("The export was stopped: nothing was written.",)
    assert {found.name for found in tmp_path.iterdir()} == {"newsroom.selon", ".~lock.newsroom.selon"}


def test_one_can_annotate_on_while_an_export_is_written(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, may_go_on = threading.Event(), threading.Event()

    def slow(*given: Any) -> SetReport:
        writing.set()
        may_go_on.wait(20)
        return export_set(*given)

    monkeypatch.setattr(transfers, "export_set", slow)
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
    assert dialog.wish.set.annotator == whose
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
            QTest.keyClick(dialog.records.options.fields["separator"], Qt.Key.Key_End)
        assert dialog.wish.set.options == {"separator": "tab"}
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


def test_an_anonymous_export_can_have_its_key(opened: Window, tmp_path: Path) -> None:
    asked = ExportWish(set=SetWish(anonymise=True), out=tmp_path / "out", key=tmp_path / "key.csv")
    opened.furniture.transfers.export(asked)
    opened.rest()
    assert "Ann" in (tmp_path / "key.csv").read_text("utf-8")


def test_the_last_reports_can_be_read_again(opened: Window, tmp_path: Path, path: Path) -> None:
    opened.do("project.export-reports")
    (empty,) = opened.shell.findChildren(ExportReportsDialog)
    assert "Nothing was exported" in empty.said.text()
    empty.close()
    opened.qtbot.waitUntil(lambda: not isValid(empty))
    opened.furniture.transfers.export(wish(tmp_path / "out"))
    opened.rest()
    opened.do("project.export-reports")
    (dialog,) = opened.shell.findChildren(ExportReportsDialog)
    assert dialog.said.text() == f"Wrote 6 annotations of 3 articles to {tmp_path / 'out'}."
    assert f"--out {tmp_path / 'out'}" in dialog.command.text.toPlainText()
    dialog.close()
    opened.qtbot.waitUntil(lambda: not isValid(dialog))


def test_the_form_shows_the_first_articles_and_what_everything_loses(opened: Window, path: Path) -> None:
    opened.furniture.transfers.ask_for_export()
    (dialog,) = opened.shell.findChildren(ExportDialog)
    dialog.show_wish(SetWish())
    dialog.pages.setCurrentWidget(dialog.preview)
    page = dialog.preview
    opened.qtbot.waitUntil(lambda: '"id": "a1"' in page.text.toPlainText())
    assert page.files.itemText(0) == "articles.jsonl"
    assert page.lost.text() == "Nothing is lost of these articles."
    page.check.click()
    opened.qtbot.waitUntil(lambda: "3 articles with 6 records" in page.lost.text())
    assert page.check.isVisible()
    dialog.records.filter.setEditText("is:poem")
    opened.qtbot.waitUntil(lambda: "says nothing" in page.said.text())
    dialog.reject()
    opened.qtbot.waitUntil(lambda: not isValid(dialog))
    opened.rest()
    assert [found.name for found in path.parent.iterdir() if found.name.startswith("newsroom-")] == []


def test_a_check_that_is_stopped_says_so(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    going, may_go_on = threading.Event(), threading.Event()

    def slow(project: Any, wished: Any, out: Path, progress: Any, **more: Any) -> SetReport:
        def wait(done: int, total: int) -> None:
            going.set()
            may_go_on.wait(20)
            progress(done, total)

        return export_set(project, wished, out, wait, **more)

    monkeypatch.setattr(transfers, "export_set", slow)
    opened.furniture.transfers.ask_for_export()
    (dialog,) = opened.shell.findChildren(ExportDialog)
    dialog.preview.check.click()
    assert going.wait(20)
    dialog.preview.stop.click()
    may_go_on.set()
    opened.qtbot.waitUntil(lambda: dialog.preview.lost.text() == "It was stopped.")
    dialog.reject()
    opened.rest()


def test_what_was_chosen_in_one_project_is_not_asked_of_another(
    opened: Window, tmp_path: Path, path: Path
) -> None:
    for layers in ((), ("entity",)):
        opened.furniture.transfers.ask_for_export()
        (dialog,) = opened.shell.findChildren(ExportDialog)
        assert dialog.set.layers == layers
        dialog.records.layers.set_ticked(frozenset({"entity"}))
        dialog.accept()
        opened.qtbot.waitUntil(partial(is_gone, dialog))
        opened.rest()
    other = tmp_path / "other"
    other.mkdir()
    opened.open(newsroom_file(other))
    opened.furniture.transfers.ask_for_export()
    (dialog,) = opened.shell.findChildren(ExportDialog)
    assert dialog.set == usual_wish()
    dialog.reject()
