"""The names: found, sorted, changed in place, made one, split and removed, each act one step to undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.operations import OperationError, PutEntity
from annotation.operations.entities import RemoveEntities
from annotation.project.registry import RegistrySort
from annotation.records import Annotation, Changes, Entity
from gui.models.registry_table import COLUMNS
from gui.session import Session
from gui.tasks import Cancelled, Progress
from gui.views.registry.board import RegistryBoard
from gui.views.registry.names import NamesFace
from tests.gui.painted import painted
from tests.gui.views.registry.conftest import settle


def entity(session: Session, key: str) -> Entity:
    return session.read(lambda reader: reader.get(Entity, key))


def shown(names: NamesFace, column: str) -> list[str]:
    place = [one for one, _sort in COLUMNS].index(column)
    return [names.model.data(names.model.index(row, place)) for row in range(names.model.rowCount())]


def click_head(board: RegistryBoard, sort: RegistrySort, qtbot: QtBot) -> None:
    section = [by for _column, by in COLUMNS].index(sort)
    board.names.table.horizontalHeader().sectionClicked.emit(section)
    settle(board, qtbot)


def test_names_are_listed_with_their_counts(board: RegistryBoard) -> None:
    assert shown(board.names, "name") == ["L’Élysée", "M. Lim", "Lim Soo Ho", "Nina Roux", "OTAN"]
    assert shown(board.names, "mentions") == ["0", "1", "0", "3", "2"]
    assert shown(board.names, "origin") == ["person", "machine", "person", "person", "person"]
    assert shown(board.names, "type")[0] == "Organisation"
    assert board.names.count.text() == "5 names"


def test_types_show_the_colour_of_their_tags(board: RegistryBoard, session: Session) -> None:
    model = board.names.model
    column = [name for name, _sort in COLUMNS].index("type")
    marks = [model.index(row, column).data(Qt.ItemDataRole.DecorationRole) for row in range(model.rowCount())]
    assert marks == [None] * model.rowCount(), "no tag has a colour of its own"
    session._codebook = painted(session.codebook, "entity", "type", "PER")
    people = [row for row in range(model.rowCount()) if model.index(row, column).data() == "Person"]
    assert people
    for row in range(model.rowCount()):
        mark = model.index(row, column).data(Qt.ItemDataRole.DecorationRole)
        assert (mark is not None) == (row in people)


def test_a_click_on_a_head_sorts_and_a_second_one_turns_it_round(board: RegistryBoard, qtbot: QtBot) -> None:
    click_head(board, RegistrySort.MENTIONS, qtbot)
    assert shown(board.names, "mentions") == ["3", "2", "1", "0", "0"]
    click_head(board, RegistrySort.MENTIONS, qtbot)
    assert shown(board.names, "mentions") == ["0", "0", "1", "2", "3"]


def test_typing_finds_and_nothing_found_is_said(board: RegistryBoard, qtbot: QtBot) -> None:
    board.names.search.setText("elysee")
    settle(board, qtbot)
    assert shown(board.names, "name") == ["L’Élysée"]
    board.names.search.setText("nobody")
    settle(board, qtbot)
    assert board.names._pages.currentWidget() is board.names._nothing
    board.names.search.clear()
    board.names.show_only.setCurrentIndex(2)
    board.names.reload()
    settle(board, qtbot)
    assert shown(board.names, "name") == ["M. Lim"]


def test_a_chosen_name_is_changed_in_place(board: RegistryBoard, session: Session, qtbot: QtBot) -> None:
    names, card = board.names, board.names.card
    names.table.choose(["otan"])
    assert (card.name.text(), card.aliases.words, card.wikidata.line.text()) == ("OTAN", ("NATO",), "Q7184")
    assert card.counts.text() == "2 mentions in one article"
    QTest.keyClick(names.table, Qt.Key.Key_Return)
    assert card.name.hasFocus()
    card.name.setText("Alliance")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    assert (entity(session, "otan").name, entity(session, "otan").aliases) == ("Alliance", ("NATO", "OTAN"))
    QTest.keyClicks(card.alias, "Otan ")
    QTest.keyClick(card.alias, Qt.Key.Key_Return)
    assert entity(session, "otan").aliases == ("NATO", "OTAN", "Otan")
    settle(board, qtbot)
    card.aliases.setFocus()
    QTest.keyClick(card.aliases, Qt.Key.Key_Delete)
    assert entity(session, "otan").aliases == ("OTAN", "Otan")
    card.type.setCurrentIndex(card.type.findData("MISC"))
    card.type.activated.emit(card.type.currentIndex())
    card.note.setPlainText("a note")
    card.commit()
    assert (entity(session, "otan").type, entity(session, "otan").note) == ("MISC", "a note")


def test_a_wikidata_id_is_checked_while_it_is_typed(board: RegistryBoard, session: Session) -> None:
    board.names.table.choose(["roux"])
    wikidata = board.names.card.wikidata
    wikidata.line.setText("142")
    assert "no Wikidata id" in wikidata.address.text()
    wikidata.line.editingFinished.emit()
    assert entity(session, "roux").wikidata == ""
    wikidata.line.setText("q142")
    assert wikidata.address.text().endswith("/Q142")
    wikidata.line.editingFinished.emit()
    assert entity(session, "roux").wikidata == "Q142"


def test_escape_forgets_what_was_typed(board: RegistryBoard, session: Session) -> None:
    board.names.table.choose(["roux"])
    board.names.edit()
    line = board.names.card.name
    QTest.keyClicks(line, "Somebody else")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == entity(session, "roux").name == "Nina Roux"
    assert board.names.table.hasFocus()


def test_a_mention_leads_into_its_text(board: RegistryBoard, qtbot: QtBot) -> None:
    board.names.table.choose(["m-lim"])
    mentions = board.names.card.mentions
    place = mentions.visualRect(mentions.model().index(0, 0)).center()
    with qtbot.waitSignal(board.record_wanted) as caught:
        QTest.mouseClick(
            mentions.viewport(),
            Qt.MouseButton.LeftButton,
            pos=place,
        )
    assert caught.args == ["a1", "n-lim"]


def test_several_names_are_made_one_and_one_step_takes_it_back(
    board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    names = board.names
    names.table.choose(["lim", "m-lim"])
    merging = names.merging
    assert names.side.currentWidget() is merging
    assert merging.stays == "lim"  # a person made it
    assert "Lim S. H." in merging._names.text()
    assert "M. Lim" in merging._names.text()
    QTest.keyClick(merging, Qt.Key.Key_1)
    assert merging.stays == "m-lim"
    QTest.keyClick(merging, Qt.Key.Key_2)
    QTest.keyClick(merging, Qt.Key.Key_Return)
    assert session.read(lambda reader: reader.find(Entity, "m-lim")) is None
    assert entity(session, "lim").aliases == ("Lim S. H.", "M. Lim")
    settle(board, qtbot)
    assert names.chosen == ["lim"]
    session.undo_stack.undo()
    settle(board, qtbot)
    assert entity(session, "m-lim").origin == "entities/1"
    assert "m-lim" in names.model.keys


def test_a_large_merge_shows_that_it_lasts_and_is_one_step(
    board: RegistryBoard, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.views.registry.desk._MANY", 0)
    titles: list[str] = []

    def wait(title: str, work: Callable[[Progress], list[Changes]]) -> list[Changes]:
        titles.append(title)
        return work(Progress(lambda _step: None))

    session.wait = wait
    board.names.table.choose(["lim", "m-lim"])
    board.names.merging.merge.click()
    assert titles == ["Merge 2 names"]
    qtbot.waitUntil(lambda: "m-lim" not in board.names.model.keys)
    assert session.undo_stack.undoText() == "Merge 2 names"
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: "m-lim" in board.names.model.keys)


def test_a_large_merge_that_is_stopped_or_fails_changes_nothing(
    board: RegistryBoard, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.views.registry.desk._MANY", 0)
    board.names.table.choose(["lim", "m-lim"])
    for error in (Cancelled(), OperationError("It cannot be.")):

        def wait(_title: str, _work: object, error: Exception = error) -> list[Changes]:
            raise error

        session.wait = wait
        board.names.merging.merge.click()
    assert session.read(lambda reader: reader.find(Entity, "m-lim")) is not None
    assert not session.undo_stack.canUndo()


def test_different_wikidata_ids_are_pointed_out(board: RegistryBoard, session: Session, qtbot: QtBot) -> None:
    session.apply(PutEntity(entity=Entity(id="x", name="X", wikidata="Q5")))
    settle(board, qtbot)
    board.names.table.choose(["otan", "x"])
    assert "different Wikidata ids: Q5, Q7184" in board.names.merging._warning.text()
    board.names.table.choose(["otan", "lim"])
    assert "different types" in board.names.merging._warning.text()


def test_a_name_is_split_by_the_ticked_mentions(board: RegistryBoard, session: Session, qtbot: QtBot) -> None:
    board.names.table.choose(["otan"])
    board.names.start_split()
    card = board.names.splitting
    assert not card.split.isEnabled()
    card.mentions.setFocus()
    card.mentions.choose(0)
    QTest.keyClick(card.mentions, Qt.Key.Key_Space)
    QTest.keyClick(card.aliases, Qt.Key.Key_Space)
    QTest.keyClicks(card.target, "Alliance")
    assert card.split.isEnabled()
    card.split.click()
    made = entity(session, "alliance")
    assert (made.name, made.aliases, made.type) == ("Alliance", ("NATO",), "ORG")
    naming = session.read(lambda reader: reader.annotations_naming("alliance"))
    assert [record.layer for record in naming] == ["stance"]
    session.undo_stack.undo()
    assert entity(session, "otan").aliases == ("NATO",)


def test_spellings_tick_all_their_mentions_and_what_is_known_can_be_picked(
    board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    board.names.table.choose(["roux"])
    board.names.start_split()
    card = board.names.splitting
    card.mentions.tick(range(len(card.mentions.mentions)), True)
    card.target.setFocus()
    QTest.keyClicks(card.target, "elysee")
    QTest.keyClick(card.target, Qt.Key.Key_Return)
    assert card.target.choice is not None
    card.split.click()
    assert not session.read(lambda reader: reader.annotations_naming("roux"))
    assert len(session.read(lambda reader: reader.annotations_naming("elys"))) == 3


def test_a_removal_says_what_it_does_before_it_does_it(
    board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    board.names.table.choose(["otan"])
    board.names.start_removal()
    card = board.names.removing
    assert card.keep.hasFocus()
    assert "Remove “OTAN”?" in card._title.text()
    assert card._what.text() == "2 mentions will name nobody in the registry."
    assert card._parts.text() == "Entity 1\nStance: Target 1"
    card.remove.click()
    assert session.read(lambda reader: reader.find(Entity, "otan")) is None
    settle(board, qtbot)
    assert len(board.names.chosen) == 1
    session.undo_stack.undo()
    assert entity(session, "otan").name == "OTAN"


def test_several_names_are_removed_in_one_step(board: RegistryBoard, session: Session, qtbot: QtBot) -> None:
    board.names.table.choose(["lim", "elys"])
    board.names.start_removal()
    assert board.names.removing._title.text() == "Remove 2 names?"
    assert board.names.removing._what.text() == "Nothing mentions it."
    board.names.removing.remove.click()
    settle(board, qtbot)
    assert shown(board.names, "name") == ["M. Lim", "Nina Roux", "OTAN"]
    session.undo_stack.undo()
    settle(board, qtbot)
    assert len(board.names.model.keys) == 5


def test_a_new_name_is_called_as_was_searched_and_waits_to_be_typed(
    board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    board.names.search.setText("Tomás Vidal")
    settle(board, qtbot)
    board._actions["registry.new"].trigger()
    qtbot.waitUntil(board.names.card.name.hasFocus)
    assert board.names.chosen == ["tomas-vidal"]
    assert entity(session, "tomas-vidal").name == "Tomás Vidal"
    assert board.names.card.name.selectedText() == "Tomás Vidal"


def test_an_undo_of_a_record_changes_the_counts(board: RegistryBoard, session: Session, qtbot: QtBot) -> None:
    records = session.read(lambda reader: reader.get(Annotation, "n-lim"))
    assert records.features["entity"] == "m-lim"
    names = board.names
    names.table.choose(["m-lim"])
    names.start_removal()
    names.removing.remove.click()
    settle(board, qtbot)
    session.undo_stack.undo()
    settle(board, qtbot)
    row = names.model.row_of("m-lim")
    assert row is not None
    assert shown(names, "mentions")[row] == "1"


def test_a_registry_without_names_says_what_belongs_there(
    board: RegistryBoard, session: Session, qtbot: QtBot
) -> None:
    keys = session.read(lambda reader: [one.id for one in reader.entities()])
    session.apply(RemoveEntities(entities=tuple(keys), actor=session.me))
    settle(board, qtbot)
    assert board.names.model.rowCount() == 0
    assert board.names._empty.isVisible()
    board.names.search.setText("elysee")
    qtbot.waitUntil(board.names._nothing.isVisible)
