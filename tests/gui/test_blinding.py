"""Double-blind work in the window: who sees what, what says so, and how it is switched."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from annotation.operations import SaveFilter
from annotation.operations.blinding import SetBlinding
from annotation.records import Annotator
from annotation.records.blinding import Blinding
from gui.dialogs.assignment import AssignmentDialog
from gui.dialogs.export import ExportDialog
from gui.dialogs.packages.blinding import BlindingDialog
from gui.views.agreement.room import AgreementRoom
from gui.views.boards.room import BoardsRoom
from gui.views.corpus import CorpusRoom
from gui.views.review.room import ReviewRoom
from tests.annotation.adjudication.feedback.decided import create_decided_project
from tests.gui.furnished import Window

RITA = Blinding(reviewers=("rita",))


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    create_decided_project(tmp_path / "p.selon").close()
    window.open(tmp_path / "p.selon")
    return window


R = TypeVar("R")


def room(window: Window, name: str, kind: type[R]) -> R:
    window.shell.enter(name)
    found = window.shell.rooms.room
    assert isinstance(found, kind)
    return found


def dialog(kind: type[R]) -> R:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind))


def blinding(window: Window) -> Blinding | None:
    return window.session.blinding


def test_it_is_switched_on_by_who_reviews_and_lifted(opened: Window) -> None:
    state = opened.shell.bottom.state
    assert state.isHidden()
    opened.do("project.blind")
    asked = dialog(BlindingDialog)
    assert asked.people.checked == ["rita"]
    assert asked.lift.isHidden()
    asked.people.check([])
    assert not asked.switch.isEnabled()
    asked.people.check(["rita"])
    asked.switch.click()
    assert blinding(opened) == RITA
    assert not opened.session.veiled
    assert "reviewer" in state.text()
    opened.session.undo_stack.undo()
    assert state.isHidden()
    opened.session.undo_stack.redo()
    assert not state.isHidden()
    state.click()
    dialog(BlindingDialog).lift.click()
    assert blinding(opened) is None
    assert state.isHidden()
    opened.rest()


def test_an_annotator_has_no_room_that_shows_the_others(opened: Window) -> None:
    room(opened, "review", ReviewRoom)
    opened.session.apply(SetBlinding(blinding=RITA))
    assert set(opened.shell.rooms.open_rooms) == {"corpus", "annotate", "review", "boards", "agreement"}
    opened.session.annotate_as(Annotator(id="anna", name="Anna"))
    assert opened.session.veiled
    assert set(opened.shell.rooms.open_rooms) == {"corpus", "annotate", "boards"}
    assert opened.shell.rooms.current != "review"
    assert opened.shell.bottom.state.text() == "Double-blind"
    table = opened.shell.actions_table
    for name in ("project.blind", "project.collect", "project.feedback", "project.pack", "project.training"):
        assert not table[name].isEnabled()
    opened.session.annotate_as(Annotator(id="rita", name="Rita"))
    assert "review" in opened.shell.rooms.open_rooms
    opened.rest()


def test_counts_boards_history_and_exports_are_their_own(opened: Window) -> None:
    boards = room(opened, "boards", BoardsRoom)
    opened.session.apply(SaveFilter(name="Mine", query="labels>0", actor="ben"))
    opened.session.annotate_as(Annotator(id="anna", name="Anna"))
    corpus = room(opened, "corpus", CorpusRoom)
    opened.qtbot.waitUntil(lambda: corpus.model.rowCount() == 1)
    opened.session.apply(SetBlinding(blinding=RITA, actor="rita"))
    (row,) = corpus._fetch(["a"])
    assert (row.labels, row.annotators) == (6, ("Anna",))
    assert boards.scope.chosen.annotator == "anna"
    boards.scope.reset()
    assert boards.scope.chosen.annotator == "anna"
    assert [boards.bar.people.itemText(0), boards.bar.people.count()] == ["Anna", 1]
    opened.do("project.export")
    export = dialog(ExportDialog)
    assert export.wish.set.annotator == "Anna"
    export.reject()
    opened.session.annotate_as(Annotator(id="rita", name="Rita"))
    assert boards.bar.people.count() > 3
    opened.rest()


def test_a_reviewer_sees_letters_until_it_is_lifted(opened: Window) -> None:
    review = room(opened, "review", ReviewRoom)
    opened.qtbot.waitUntil(lambda: review.desk.article is not None)
    assert {person.name for person in review.desk.people} == {"Anna", "Ben"}
    opened.session.apply(SetBlinding(blinding=RITA))
    hidden = {person.name for person in review.desk.people}
    assert not hidden & {"Anna", "Ben"}
    assert not review.header.blind.isEnabled()
    assert not opened.shell.actions_table["review.blind"].isEnabled()
    agreement = room(opened, "agreement", AgreementRoom)
    opened.qtbot.waitUntil(lambda: agreement.desk.study is not None)
    study = agreement.desk.study
    assert study is not None
    assert not {"Anna", "Ben", "Rita"} & set(study.people.values())
    assert agreement.desk.outlook is not None
    assert {one.name for one in agreement.desk.outlook.people} >= hidden
    opened.session.apply(SetBlinding(blinding=None))
    study = agreement.desk.study
    assert study is not None
    assert {"Anna", "Ben"} <= set(study.people.values())
    opened.shell.enter("review")
    assert {person.name for person in review.desk.people} == {"Anna", "Ben"}
    opened.rest()


def test_handing_out_switches_it(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(asked: AssignmentDialog) -> int:
        assert isinstance(asked.blind, QCheckBox)
        assert not asked.blind.isChecked()
        asked.people["anna"].setChecked(True)
        asked.blind.setChecked(True)
        opened.qtbot.waitUntil(lambda: asked.plan is not None)
        return AssignmentDialog.DialogCode.Accepted

    corpus = room(opened, "corpus", CorpusRoom)
    opened.qtbot.waitUntil(lambda: corpus.model.rowCount() == 1)
    monkeypatch.setattr(AssignmentDialog, "exec", answer)
    opened.do("corpus.assign")
    assert opened.session.blinding == RITA
    assert opened.session.read(lambda reader: reader.article_queue("anna").articles) == ["a"]
    opened.rest()
