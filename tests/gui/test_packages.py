"""Packages and feedback from the window: asked for, done beside it, reported."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotation.operations import AddAnnotations, Assign, pack_for
from annotation.project import open_project
from annotation.records import Annotation
from gui.dialogs import files
from gui.dialogs.packages.collecting import CollectDialog
from gui.dialogs.packages.feedback_list import FeedbackList
from gui.dialogs.packages.handing_out import PackDialog
from gui.dialogs.packages.listing import ListingDialog
from gui.dialogs.packages.telling import FeedbackDialog
from tests.annotation.adjudication.feedback.decided import create_decided_project
from tests.annotation.agreement.labels import mention
from tests.gui.furnished import Window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.selon"
    with create_decided_project(made) as project:
        project.apply(Assign(articles=["a"], annotator="ben"))
    return made


@pytest.fixture
def opened(window: Window, path: Path) -> Window:
    window.open(path)
    return window


def dialog_of(window: Window, kind: type[QDialog]) -> QDialog:
    window.qtbot.waitUntil(lambda: any(isinstance(one, kind) for one in QApplication.topLevelWidgets()))
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def packed_work(path: Path, tmp_path: Path) -> Path:
    """A package of Ben's in which he marked one thing more."""
    with open_project(path) as project:
        pack_for(project, "Ben", tmp_path / "ben.selon")
    with open_project(tmp_path / "ben.selon") as package:
        package.apply(AddAnnotations(annotations=(mention("b9", "ben", "texte"),), actor="ben"))
    return tmp_path / "ben.selon"


def test_packages_are_written_and_listed(opened: Window, tmp_path: Path) -> None:
    opened.do("project.pack")
    dialog = dialog_of(opened, PackDialog)
    assert isinstance(dialog, PackDialog)
    opened.qtbot.waitUntil(dialog.write.isEnabled)
    assert dialog.wish.annotators == ("ben",)
    dialog.accept()
    opened.qtbot.waitUntil(lambda: bool(opened.notices))
    assert opened.notices == ("Wrote one package.",)
    with open_project(tmp_path / "p-ben.selon", read_only=True) as package:
        assert package.read.article_ids() == ["a"]
        assert len(package.read.decisions("a")) > 0
    opened.press_notice()
    listing = dialog_of(opened, ListingDialog)
    assert isinstance(listing, ListingDialog)
    assert "p-ben.selon\tBen\t1" in listing.text
    listing.close()
    opened.rest()


def test_a_package_is_looked_into_merged_and_undone(
    window: Window, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = packed_work(path, tmp_path)
    window.open(path)
    monkeypatch.setattr(files, "ask_for_packages", lambda _parent: [package])
    window.do("project.collect")
    dialog = dialog_of(window, CollectDialog)
    assert isinstance(dialog, CollectDialog)
    window.qtbot.waitUntil(dialog.merge.isEnabled)
    assert "1 new, 0 changed" in dialog.sentence.text()
    assert window.session.read(lambda reader: reader.find(Annotation, "b9")) is None
    dialog.merge.click()
    assert "Collected." in dialog.sentence.text()
    assert window.session.read(lambda reader: reader.find(Annotation, "b9")) is not None
    dialog.close()
    window.do("edit.undo")
    assert window.session.read(lambda reader: reader.find(Annotation, "b9")) is None
    window.rest()


def test_several_projects_that_are_dropped_are_collected(window: Window, path: Path, tmp_path: Path) -> None:
    package = packed_work(path, tmp_path)
    window.furniture.packages.collect([package, package])
    assert any("Open the project first" in notice for notice in window.notices)
    window.open(path)
    window.furniture.drops._take([package, tmp_path / "none.selon"])
    dialog = dialog_of(window, CollectDialog)
    assert isinstance(dialog, CollectDialog)
    window.qtbot.waitUntil(dialog.merge.isEnabled)
    assert [report.trouble is None for report in dialog.reports.values()] == [True, False]
    window.session.close()
    window.rest()


def test_feedback_is_written_for_those_who_are_ticked(opened: Window, tmp_path: Path) -> None:
    opened.do("project.feedback")
    dialog = dialog_of(opened, FeedbackDialog)
    assert isinstance(dialog, FeedbackDialog)
    assert dialog.people.checked == ["anna", "ben"]
    dialog.people.check(["ben"])
    dialog.accept()
    opened.qtbot.waitUntil(lambda: bool(opened.notices))
    assert opened.notices == ("Wrote feedback for one annotator.",)
    assert "Feedback for Ben" in (tmp_path / "p-feedback-ben.html").read_text("utf-8")
    opened.rest()


def test_a_line_of_feedback_opens_its_record(
    window: Window, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open(packed_work(path, tmp_path))
    assert window.session.me == "ben"
    window.do("people.feedback")
    dialog = dialog_of(window, FeedbackList)
    assert isinstance(dialog, FeedbackList)
    qtbot.waitUntil(lambda: dialog.rows.rowCount() > 0)
    row = next(place for place, item in enumerate(dialog.rows.rows) if item.decision.id == "d3")
    dialog.table.selectRow(row)
    dialog.opener.click()
    room = window.shell.rooms.room
    qtbot.waitUntil(lambda: room.desk.record is not None)  # type: ignore[union-attr]  # the Annotate room
    assert room.desk.record.id == "b3"  # type: ignore[union-attr]  # the Annotate room
    dialog.close()
    window.rest()
