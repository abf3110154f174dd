"""The one door from the window to a project: asking, changing, undoing, large steps, other threads."""

import threading
from collections.abc import Callable
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
    ProjectReader,
    create_project,
    open_project,
)
from annotation.records import Annotation, Article
from gui.door import do_at_once
from gui.session import Session
from gui.tasks import Cancelled, Progress
from tests.annotation.newsroom import ANN, dump, imported
from tests.gui.session.work import Log, at_rest, mine, suggestion

T = TypeVar("T")


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


def test_undoing_an_act_of_very_many_records_is_waited_for(
    opened: Session, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.session._MANY", 1)
    waited: list[str] = []

    def wait(title: str, work: Callable[[Progress], T]) -> T:
        waited.append(title)
        return do_at_once(title, work)

    opened.wait = wait
    opened.apply(AddArticles(imported=(imported("big", "Words."),)))
    opened.undo_stack.undo()
    assert waited == ["Undoing a large step"]
    opened.undo_stack.redo()
    assert len(waited) == 2
