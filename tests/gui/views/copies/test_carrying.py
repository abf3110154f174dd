"""The dialog that carries labels to copies."""

import pytest
from pytestqt.qtbot import QtBot

from annotation.operations.carrying import CarryLabels
from annotation.project.duplicates import find_groups
from annotation.records import MACHINE
from gui.session import Session
from gui.views.copies import carrying
from gui.views.copies.board import CopiesBoard
from gui.views.copies.carrying import SUGGESTIONS, CarryDialog, carry_labels
from gui.views.copies.parts import all_or_nothing
from tests.annotation.newsroom import ANN


def dialog(session: Session, qtbot: QtBot) -> CarryDialog:
    group = session.read(find_groups)[0]
    made = CarryDialog(session, group, "a")
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: len(made.boxes) == 2)
    return made


def test_it_says_what_each_copy_gets_and_does_not(found: CopiesBoard, session: Session, qtbot: QtBot) -> None:
    made = dialog(session, qtbot)
    assert made.copies == ("b",)
    assert carrying.outcome_words(made._found["b"]) == "one new"
    assert carrying.outcome_words(made._found["c"]) == (
        "0 new\none cannot be carried:\n  “Nina Roux” — The copy has other words there."
    )
    made.boxes["b"].setChecked(False)
    assert not made.copies


@pytest.mark.parametrize(("which", "owner"), [("", ANN.id), (SUGGESTIONS, MACHINE.id)])
def test_labels_are_carried_as_chosen_as_one_step(
    which: str,
    owner: str,
    found: CopiesBoard,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def agree(asked: CarryDialog) -> bool:
        if which:
            asked.which.select(which)
            asked.look()
        qtbot.waitUntil(lambda: bool(asked.copies))
        return True

    monkeypatch.setattr(CarryDialog, "exec", agree)
    group = session.read(find_groups)[0]
    assert carry_labels(session, group, "a", found) == 1
    assert [one.annotator for one in session.read(lambda reader: reader.annotations("b"))] == [owner]
    session.undo_stack.undo()
    assert session.read(lambda reader: reader.annotations("b")) == []


def test_labels_for_many_copies_are_carried_in_parts_as_one_step(
    found: CopiesBoard, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agree(asked: CarryDialog) -> bool:
        qtbot.waitUntil(lambda: bool(asked.copies))
        return True

    monkeypatch.setattr(CarryDialog, "exec", agree)
    monkeypatch.setattr(CarryDialog, "copies", ("b", "c"))
    monkeypatch.setattr(CarryDialog, "new", 1)
    monkeypatch.setattr(carrying, "_FEW", 1)
    carry_labels(session, session.read(find_groups)[0], "a", found)
    assert len(session.read(lambda reader: reader.annotations("b"))) == 1
    assert session.undo_stack.undoText() == "Carry labels to 2 copies"
    session.undo_stack.undo()
    assert session.read(lambda reader: reader.annotations("b")) == []


def test_where_a_part_fails_nothing_of_it_stays(found: CopiesBoard, session: Session) -> None:
    door = session.door()

    def work() -> None:
        door.apply(CarryLabels(copies={"a": ("b",)}, actor=ANN.id))
        raise KeyError

    with pytest.raises(KeyError):
        all_or_nothing(door, ANN.id, work)
    assert session.read(lambda reader: reader.annotations("b")) == []
