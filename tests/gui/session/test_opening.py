"""The one door from the window to a project: opening, closing, and who annotates."""

import getpass
import hashlib
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from annotation.operations import (
    Accept,
    EditArticle,
    EditNote,
    own_id,
    pack_for,
)
from annotation.project import (
    ProjectError,
    ProjectReader,
    ReadOnly,
    create_project,
    open_project,
)
from annotation.records import Annotation, Annotator, new_id
from gui.session import Session, user_name
from gui.tasks import Tasks
from tests.annotation.newsroom import ANN, BOB
from tests.gui.session.work import Log, at_rest, is_locked, mine, suggestion

T = TypeVar("T")


# ---------------------------------------------------------------- opening and closing


def test_a_session_begins_without_a_project(session: Session) -> None:
    assert (session.is_open, session.writable, session.me) == (False, False, "")
    with pytest.raises(RuntimeError):
        session.read(lambda reader: reader.count_articles())


def test_a_project_opens_in_the_background(session: Session, log: Log, path: Path, qtbot: QtBot) -> None:
    session.open(path)
    assert (session.is_open, log.told) == (False, ["opening"])
    qtbot.waitUntil(lambda: session.is_open)
    assert log.told == ["opening", "not opening", "opened"]
    assert (session.path, session.writable) == (path, True)
    assert session.read(lambda reader: reader.count_articles()) == 3


def test_a_project_is_not_changed_by_being_opened_and_closed(
    session: Session, path: Path, qtbot: QtBot
) -> None:
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with qtbot.waitSignal(session.opened):
        session.open(path)
    assert session.annotator is not None
    assert session.annotator.name == "Rita"
    session.close()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_new_project_is_made_and_what_was_to_come_after_is_done(
    session: Session, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    session.create(tmp_path / "new.selon", then=lambda: log.told.append("then"))
    qtbot.waitUntil(lambda: session.is_open)
    assert log.told[-2:] == ["opened", "then"]
    assert session.codebook.layer("source") is not None


@pytest.mark.parametrize("ours", [True, False])
def test_where_a_project_cannot_be_opened_one_hears_of_it(
    ours: bool, session: Session, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    heard: list[Exception] = []
    session.open(tmp_path / "none.selon", on_error=heard.append if ours else None)
    at_rest(session, qtbot)
    (error,) = heard if ours else log.errors
    assert isinstance(error, ProjectError)
    assert log.told == ["opening", "not opening"]


def test_what_was_open_stays_open_where_another_cannot_be(
    opened: Session, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.apply(EditArticle(article="a1", values={"title": "Another"}))
    opened.open(tmp_path / "none.selon")
    at_rest(opened, qtbot)
    assert opened.is_open
    assert opened.undo_stack.canUndo()
    assert log.told == ["opening", "not opening"]


def test_another_project_takes_the_place_of_the_one_that_is_open(
    opened: Session, log: Log, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.selon"
    create_project(other).close()
    opened.apply(EditArticle(article="a1", values={"title": "Another"}))
    with qtbot.waitSignal(opened.opened):
        opened.open(other)
    assert log.told == ["opening", "closing", "closed", "not opening", "opened"]
    assert (opened.path, opened.undo_stack.count(), opened.saved_at) == (other, 0, None)
    assert not is_locked(path)
    assert is_locked(other)


def test_opening_what_is_open_already_changes_nothing(opened: Session, log: Log, path: Path) -> None:
    opened.apply(EditArticle(article="a1", values={"title": "Another"}))
    opened.open(path)
    assert (log.told, opened.undo_stack.count()) == ([], 1)


def test_what_is_open_can_be_opened_read_only_instead(opened: Session, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.opened):
        opened.open(path, read_only=True)
    assert opened.is_open
    assert not opened.writable
    assert not is_locked(path)


def test_of_two_that_are_asked_for_at_once_the_last_one_counts(
    session: Session, log: Log, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.selon"
    create_project(other).close()
    session.open(path)
    session.open(other)
    at_rest(session, qtbot)
    assert session.path == other
    assert log.told.count("opened") == 1
    assert not is_locked(path)


def test_a_double_click_opens_once(session: Session, log: Log, path: Path, qtbot: QtBot) -> None:
    session.open(path)
    session.open(path)
    at_rest(session, qtbot)
    assert session.is_open
    assert log.errors == []
    assert log.told.count("opened") == 1


def test_what_is_given_up_on_its_way_never_comes(
    session: Session, log: Log, path: Path, qtbot: QtBot
) -> None:
    session.open(path)
    session.give_up()
    at_rest(session, qtbot)
    assert (session.is_open, log.told) == (False, ["opening", "not opening"])
    assert not is_locked(path)


def test_closing_while_a_project_is_on_its_way_leaves_it_closed(
    session: Session, log: Log, path: Path
) -> None:
    session.open(path)
    session.close()
    assert not is_locked(path)
    assert log.told == ["opening", "not opening"]


def test_the_end_of_the_program_while_a_project_is_on_its_way_leaves_it_closed(
    path: Path, qtbot: QtBot
) -> None:
    tasks = Tasks()
    session = Session(tasks, "Rita")
    session.open(path)
    session.close()
    tasks.close()
    assert not is_locked(path)


def test_whoever_holds_what_is_not_saved_hears_of_the_closing_before_it_happens(
    opened: Session, path: Path
) -> None:
    record = suggestion(opened)
    opened.apply(Accept(annotations=(record.id,), actor=opened.me))
    me = opened.me
    opened.closing.connect(
        lambda: opened.apply(EditNote(annotation=own_id(record, me), note="just typed", actor=me))
    )
    opened.close()
    with open_project(path) as project:
        assert project.read.get(Annotation, own_id(record, me)).note == "just typed"


def test_closing_twice_or_nothing_does_no_harm(session: Session, log: Log) -> None:
    session.close()
    session.close()
    assert log.told == []


def test_a_project_whose_people_cannot_be_read_is_not_opened(
    session: Session, log: Log, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_reader: ProjectReader) -> None:
        raise ProjectError("It is damaged.")

    monkeypatch.setattr(ProjectReader, "annotators", fail)
    session.open(path)
    at_rest(session, qtbot)
    assert (session.is_open, [str(error) for error in log.errors]) == (False, ["It is damaged."])
    assert "opened" not in log.told
    assert not is_locked(path)


# ---------------------------------------------------------------- who annotates


def names(session: Session) -> list[str]:
    return [person.name for person in session.people()]


def test_the_annotator_is_added_to_the_project_with_what_they_first_do(opened: Session, log: Log) -> None:
    assert names(opened) == ["Ann", "Bob", "Rita"]
    stored = opened.read(lambda reader: reader.annotators())
    assert opened.me not in stored
    opened.apply(Accept(annotations=(suggestion(opened).id,), actor=opened.me))
    assert opened.read(lambda reader: reader.annotators())[opened.me].name == "Rita"
    assert [str(changes.title) for changes in log.changes] == ["Annotator Rita", "Accept"]


def test_undoing_the_first_act_does_not_take_the_annotator_away(opened: Session) -> None:
    opened.apply(Accept(annotations=(suggestion(opened).id,), actor=opened.me))
    assert opened.undo_stack.count() == 1
    opened.undo_stack.undo()
    assert opened.me in opened.read(lambda reader: reader.annotators())
    assert mine(opened) == set()


def test_whoever_the_project_knows_is_known_by_name(tasks: Tasks, path: Path, qtbot: QtBot) -> None:
    session = Session(tasks, "bob")
    with qtbot.waitSignal(session.opened):
        session.open(path)
    assert session.annotator == session.people()[1]
    assert (session.me, names(session)) == (BOB.id, ["Ann", "Bob"])
    session.close()


def test_a_name_of_the_program_itself_is_told_apart(tasks: Tasks, path: Path, qtbot: QtBot) -> None:
    session = Session(tasks, "Gold")
    with qtbot.waitSignal(session.opened):
        session.open(path)
    assert session.apply(Accept(annotations=(suggestion(session).id,), actor=session.me))
    assert names(session) == ["Ann", "Bob", "Gold 2"]
    session.close()


def test_who_only_looks_sees_somebodys_work_and_can_change_nothing(
    session: Session, log: Log, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.opened):
        session.open(path, read_only=True)
    assert (session.me, names(session)) == (ANN.id, ["Ann", "Bob"])
    assert session.apply(Accept(annotations=(suggestion(session).id,), actor=session.me)) is None
    assert isinstance(log.errors[0], ReadOnly)
    assert not session.undo_stack.canUndo()


def test_where_there_is_nobody_a_looker_is_nobody(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    create_project(tmp_path / "empty.selon").close()
    with qtbot.waitSignal(session.opened):
        session.open(tmp_path / "empty.selon", read_only=True)
    assert (session.annotator, session.me, session.people()) == (None, "", [])


def test_one_can_annotate_as_somebody_of_the_project(opened: Session, log: Log) -> None:
    opened.annotate_as(ANN)
    assert (opened.me, opened.annotator_name, log.told) == (ANN.id, "Ann", ["annotator"])
    opened.apply(Accept(annotations=(suggestion(opened).id,), actor=opened.me))
    assert names(opened) == ["Ann", "Bob"], "Rita has done nothing"


def test_a_package_is_opened_as_the_one_for_whom_it_is(
    session: Session, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_project(path) as project:
        pack_for(project, "Bob", tmp_path / "bob.selon", everything=True)
    with qtbot.waitSignal(session.opened):
        session.open(tmp_path / "bob.selon")
    assert session.me == BOB.id
    assert [person.name for person in session.people()] == ["Bob"]


def test_one_can_annotate_under_a_new_name_which_the_project_learns_at_once(opened: Session) -> None:
    opened.annotate_as(Annotator(id=new_id(), name="  Zoé   Noir "))
    assert (opened.annotator_name, names(opened)) == ("Zoé Noir", ["Ann", "Bob", "Zoé Noir"])
    assert not opened.undo_stack.canUndo()


@pytest.mark.parametrize("name", ["ANN", "machine", "gold", " "])
def test_a_name_that_cannot_be_had_is_refused_and_nothing_changes(
    name: str, opened: Session, log: Log
) -> None:
    before = opened.annotator
    opened.annotate_as(Annotator(id=new_id(), name=name))
    assert opened.annotator == before
    assert (len(log.errors), log.told) == (1, [])
    assert opened.apply(Accept(annotations=(suggestion(opened).id,), actor=opened.me))
    assert names(opened) == ["Ann", "Bob", "Rita"]


def test_one_can_say_oneself_that_one_annotates(opened: Session) -> None:
    rita = opened.people()[-1]
    opened.annotate_as(rita)
    assert opened.me == rita.id
    assert opened.read(lambda reader: reader.annotators())[rita.id].name == "Rita"


def test_a_user_without_an_entry_is_called_annotator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "jeanne")
    assert user_name() == "Jeanne"

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4242")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert user_name() == "Annotator"
