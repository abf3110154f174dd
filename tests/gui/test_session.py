"""The one door from the window to a project: opening, who annotates, asking, changing, undoing, closing."""

import getpass
import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from annotation.i18n import Message, use_language
from annotation.operations import (
    Accept,
    AddArticles,
    ApplyCodebook,
    Discard,
    EditArticle,
    EditNote,
    PutAnnotator,
    own_id,
)
from annotation.project import (
    Operation,
    Outdated,
    Project,
    ProjectError,
    ProjectLocked,
    ProjectReader,
    ReadOnly,
    create_project,
    open_project,
)
from annotation.records import MACHINE, Annotation, Annotator, Article, Changes, new_id
from gui.session import Session, user_name
from gui.tasks import Cancelled, Progress, Tasks
from tests.annotation.newsroom import ANN, BOB, dump, imported, newsroom_file

T = TypeVar("T")


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


class Log:
    """What a session told, in order."""

    def __init__(self, session: Session) -> None:
        self.told: list[str] = []
        self.errors: list[Exception] = []
        self.changes: list[Changes] = []
        session.opening.connect(lambda on: self.told.append("opening" if on else "not opening"))
        session.opened.connect(lambda: self.told.append("opened"))
        session.closing.connect(lambda: self.told.append("closing"))
        session.closed.connect(lambda: self.told.append("closed"))
        session.annotator_changed.connect(lambda: self.told.append("annotator"))
        session.failed.connect(self.errors.append)
        session.changed.connect(self.changes.append)


@pytest.fixture
def session(tasks: Tasks) -> Iterator[Session]:
    """A session without a project; Rita annotates."""
    made = Session(tasks, "Rita")
    yield made
    made.close()


@pytest.fixture
def log(session: Session) -> Log:
    return Log(session)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


@pytest.fixture
def opened(session: Session, log: Log, path: Path, qtbot: QtBot) -> Session:
    """The session with the newsroom open."""
    with qtbot.waitSignal(session.opened):
        session.open(path)
    log.told.clear()
    return session


def is_locked(path: Path) -> bool:
    try:
        open_project(path).close()
    except ProjectLocked:
        return True
    return False


def at_rest(session: Session, qtbot: QtBot) -> None:
    """Wait until nothing is on its way."""
    qtbot.waitUntil(lambda: not session.tasks.running)


def suggestion(session: Session, number: int = 0) -> Annotation:
    return session.read(lambda reader: reader.annotations("a1", [MACHINE.id]))[number]


def mine(session: Session) -> set[str]:
    return {one.id for one in session.read(lambda reader: reader.annotations("a1", [session.me]))}


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


# ---------------------------------------------------------------- asking and changing


def test_what_is_done_is_on_disk_at_once_and_told(opened: Session, log: Log, path: Path) -> None:
    before = len(log.changes)
    changes = opened.apply(EditArticle(article="a1", values={"title": "Another"}))
    with open_project(path, read_only=True) as other:
        assert other.read.get(Article, "a1").title == "Another"
    assert log.changes[before:][-1] == changes
    assert opened.saved_at is not None


def test_what_changes_nothing_is_no_act(opened: Session, log: Log) -> None:
    opened.annotate_as(ANN)
    changes = opened.apply(EditArticle(article="a1", values={"title": "Title a1"}))
    assert changes is not None
    assert not changes
    assert (log.changes, opened.undo_stack.count()) == ([], 0)


def test_what_cannot_be_done_is_said_and_nothing_changes(opened: Session, log: Log, path: Path) -> None:
    before = dump(path)
    assert opened.apply(EditArticle(article="a1", values={"text": "Other words"})) is None
    assert [str(error) for error in log.errors] == ["“text” of an article cannot be changed."]
    assert opened.undo_stack.count() == 0
    assert {**dump(path), "annotators": []} == {**before, "annotators": []}


def test_acts_are_undone_and_done_again_through_the_stack(opened: Session, log: Log) -> None:
    record = suggestion(opened)
    opened.apply(Accept(annotations=(record.id,), actor=opened.me))
    opened.apply(EditNote(annotation=own_id(record, opened.me), note="sure", actor=opened.me))
    stack, told = opened.undo_stack, len(log.changes)
    assert stack.undoText() == "Change the note"
    stack.undo()
    stack.undo()
    assert mine(opened) == set()
    assert not stack.canUndo()
    stack.redo()
    stack.redo()
    assert opened.read(lambda reader: reader.get(Annotation, own_id(record, opened.me))).note == "sure"
    assert len(log.changes) == told + 4


def test_an_act_that_something_else_depends_on_by_now_is_forgotten_and_one_is_told(
    opened: Session, log: Log
) -> None:
    opened.apply(EditArticle(article="a1", values={"title": "Another"}))
    opened.apply(EditArticle(article="a1", values={"title": "A third"}), undoable=False)
    opened.undo_stack.undo()
    assert isinstance(log.errors[0], Outdated)
    assert opened.undo_stack.count() == 0
    assert opened.read(lambda reader: reader.get(Article, "a1")).title == "A third"


def test_what_can_be_undone_is_called_by_its_name_in_the_language_spoken_now(opened: Session) -> None:
    record = suggestion(opened)
    opened.apply(Discard(annotations=(record.id,), actor=opened.me))
    english = opened.undo_stack.undoText()
    use_language("fr")
    opened.retranslate()
    assert opened.undo_stack.undoText() not in ("", english)


def test_another_codebook_is_in_force_at_once_and_after_undo_no_more(opened: Session) -> None:
    toml = opened.read(lambda reader: reader.codebook_toml)
    before = [layer.text for layer in opened.codebook.layers]
    assert "Stance" in before
    assert opened.apply(ApplyCodebook(toml=toml.replace('en = "Stance"', 'en = "Attitude"')))
    assert "Attitude" in [layer.text for layer in opened.codebook.layers]
    opened.undo_stack.undo()
    assert [layer.text for layer in opened.codebook.layers] == before


# ---------------------------------------------------------------- large steps


def import_in_three_steps(session: Session) -> None:
    """What an import does: through a door, remembered as one act."""
    door = session.door()
    for number in range(3):
        door.apply(AddArticles(imported=(imported(f"b{number}", f"Words {number}."),)))
    session.remember(tuple(door.entries), Message("Import"))


def count(session: Session) -> int:
    return session.read(lambda reader: reader.count_articles())


def test_a_large_step_is_one_act_and_told_as_one(opened: Session, log: Log, qtbot: QtBot) -> None:
    import_in_three_steps(opened)
    qtbot.waitUntil(lambda: len(log.changes) == 3)
    assert (opened.undo_stack.count(), opened.undo_stack.undoText()) == (1, "Import")
    opened.undo_stack.undo()
    assert count(opened) == 3
    assert (len(log.changes), len(log.changes[-1].items)) == (4, 3)
    opened.undo_stack.redo()
    assert count(opened) == 6
    opened.undo_stack.undo()
    assert count(opened) == 3


def test_a_large_step_that_is_stopped_is_there_as_before_and_can_be_undone_later(
    opened: Session, qtbot: QtBot
) -> None:
    import_in_three_steps(opened)
    at_once = opened.wait

    def stopped(title: str, work: Callable[[Progress], T]) -> T:
        progress = Progress(lambda step: progress.cancel() if step.done == 1 else None)
        return work(progress)

    opened.wait = stopped
    opened.undo_stack.undo()
    qtbot.waitUntil(opened.undo_stack.canUndo)
    assert count(opened) == 6
    opened.wait = at_once
    opened.undo_stack.undo()
    assert count(opened) == 3
    opened.wait = stopped
    opened.undo_stack.redo()
    qtbot.waitUntil(opened.undo_stack.canRedo)
    assert count(opened) == 3


def test_a_large_step_that_cannot_be_undone_is_there_as_before_and_one_is_told(
    opened: Session, log: Log
) -> None:
    import_in_three_steps(opened)
    opened.apply(EditArticle(article="b0", values={"title": "Another"}), undoable=False)
    opened.undo_stack.undo()
    assert isinstance(log.errors[0], Outdated)
    assert (count(opened), opened.undo_stack.count()) == (6, 0)


def test_remembering_nothing_is_nothing(opened: Session) -> None:
    opened.remember((), Message("Import"))
    assert opened.undo_stack.count() == 0


# ---------------------------------------------------------------- other lanes


def test_what_other_threads_do_is_told_in_the_thread_of_the_window(
    opened: Session, log: Log, qtbot: QtBot
) -> None:
    door, heard = opened.door(), list[threading.Thread]()
    opened.changed.connect(lambda _changes: heard.append(threading.current_thread()))
    operation: Operation = AddArticles(imported=(imported("b1", "Words."),))
    opened.tasks.run(lambda _progress: door.apply(operation))
    qtbot.waitUntil(lambda: len(log.changes) == 1)
    assert heard == [threading.main_thread()]


def test_what_was_done_to_a_project_that_is_closed_by_now_is_not_told_to_the_next(
    opened: Session, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    door = opened.door()
    operation: Operation = AddArticles(imported=(imported("b1", "Words."),))
    opened.tasks.free.submit(lambda: door.apply(operation)).result()
    opened.close()
    with qtbot.waitSignal(opened.opened):
        opened.create(tmp_path / "new.selon")
    at_rest(opened, qtbot)
    assert (log.changes, opened.saved_at) == ([], None)


def test_work_that_goes_on_when_the_project_closes_ends_as_cancelled(opened: Session, qtbot: QtBot) -> None:
    door, ended, may_go_on = opened.door(), list[str](), threading.Event()

    def work(_progress: Progress) -> None:
        may_go_on.wait()
        door.apply(AddArticles(imported=(imported("b1", "Words."),)))

    opened.tasks.run(
        work,
        lambda _none: ended.append("done"),
        lambda _error: ended.append("failed"),
        on_cancelled=lambda: ended.append("cancelled"),
    )
    opened.close()
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["cancelled"]
    with pytest.raises(Cancelled):
        door.ask(lambda reader: reader.count_articles())


def test_an_annotator_who_was_renamed_elsewhere_is_still_the_same(opened: Session) -> None:
    opened.annotate_as(ANN)
    opened.apply(PutAnnotator(annotator=replace(ANN, name="Anne")))
    assert opened.apply(Accept(annotations=(suggestion(opened).id,), actor=opened.me))


def test_errors_that_a_person_cannot_act_on_are_not_swallowed(opened: Session) -> None:
    def fail(_reader: ProjectReader) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        opened.read(fail)


def test_a_project_that_makes_itself_belongs_to_the_session(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    made: list[Project] = []

    def make() -> Project:
        made.append(create_project(tmp_path / "made.selon"))
        return made[0]

    with qtbot.waitSignal(session.opened):
        session.take(tmp_path / "made.selon", make)
    assert session.project is made[0]
