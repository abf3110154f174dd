"""Work on other lanes reaches the project through a door, which shuts when the project closes."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotation.i18n import Message
from annotation.operations import Accept, AddArticles, EditArticle, PutEntity, Together
from annotation.project import Operation, Outdated, Project, open_project
from annotation.records import Article, Changes, Entity
from gui.door import PatientDoor, SessionDoor, do_at_once, take_all_back
from gui.tasks import Cancelled, GaveWay, Progress, Step, Tasks
from tests.annotation.newsroom import ANN, dump, imported, named, newsroom_file


class Owner:
    """Has a project open, and hears of what changes."""

    def __init__(self, project: Project) -> None:
        self.project: Project | None = project
        self.heard: list[Changes] = []

    def holds(self, project: Project) -> bool:
        return self.project is project

    def tell(self, project: Project, changes: Changes) -> None:
        self.heard.append(changes)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def owner(tasks: Tasks, tmp_path: Path) -> Iterator[Owner]:
    project = tasks.project.call(lambda: open_project(newsroom_file(tmp_path)))
    yield Owner(project)
    tasks.project.call(project.close)


@pytest.fixture
def door(tasks: Tasks, owner: Owner) -> SessionDoor:
    assert owner.project is not None
    return SessionDoor(tasks.project, owner, owner.project)


def add(door: SessionDoor, *ids: str) -> Changes:
    return door.apply(AddArticles(imported=tuple(imported(id_, f"Words {id_}.") for id_ in ids)))


def elsewhere(tasks: Tasks, door: SessionDoor) -> "Future[int]":
    """The number of articles, asked for on a thread of the free lane."""
    return tasks.free.submit(lambda: door.ask(lambda reader: reader.count_articles()))


def test_questions_are_answered_on_any_thread(tasks: Tasks, door: SessionDoor) -> None:
    assert door.is_open
    assert elsewhere(tasks, door).result() == 3
    assert door.ask(lambda reader: reader.count_articles()) == 3


def test_what_is_done_through_it_is_told_and_counted(owner: Owner, door: SessionDoor) -> None:
    changes = [add(door, "b1", "b2"), add(door, "b3")]
    nothing = door.apply(EditArticle(article="b1", values={"title": "Title b1"}))
    assert not nothing
    assert owner.heard == changes
    assert door.entries == [change.entry for change in changes]
    assert door.articles == 3


def test_once_the_project_is_closed_whoever_asks_is_told_to_stop(
    tasks: Tasks, owner: Owner, door: SessionDoor
) -> None:
    project, owner.project = owner.project, None
    assert not door.is_open
    with pytest.raises(Cancelled):
        elsewhere(tasks, door).result()
    with pytest.raises(Cancelled):
        add(door, "b1")
    assert (owner.heard, door.entries) == ([], [])
    assert project is not None


def silent() -> Progress:
    return Progress(lambda _step: None)


def path_of(owner: Owner) -> Path:
    assert owner.project is not None
    return owner.project.path


def without_texts(path: Path) -> dict[str, list[str]]:
    """All that the project holds; texts are kept when their articles go."""
    return {name: rows for name, rows in dump(path).items() if name != "texts"}


def test_several_steps_are_taken_back_one_by_one_the_newest_first(owner: Owner, door: SessionDoor) -> None:
    before = without_texts(path_of(owner))
    for id_ in ("b1", "b2", "b3"):
        add(door, id_)
    after = without_texts(path_of(owner))
    told: list[int] = []
    progress = Progress(lambda step: told.append(step.done))
    steps = take_all_back(door, tuple(door.entries), ANN.id, progress)
    assert told == [0, 1, 2]
    assert [next(step.of(Article)).record.id for step in steps] == ["b3", "b2", "b1"]
    assert without_texts(path_of(owner)) == before
    again = take_all_back(door, tuple(step.entry for step in steps), ANN.id, silent())
    assert [next(step.of(Article)).record.id for step in again] == ["b1", "b2", "b3"]
    assert without_texts(path_of(owner)) == after
    assert len(owner.heard) == 3, "only what was added was told"


def test_when_it_is_stopped_half_way_all_is_as_it_was(owner: Owner, door: SessionDoor) -> None:
    for id_ in ("b1", "b2", "b3"):
        add(door, id_)
    after = without_texts(path_of(owner))

    def stop(progress: Progress, done: int) -> None:
        if done == 1:
            progress.cancel()

    progress = Progress(lambda step: stop(progress, step.done))
    with pytest.raises(Cancelled):
        take_all_back(door, tuple(door.entries), ANN.id, progress)
    assert without_texts(path_of(owner)) == after


def test_when_one_step_cannot_be_taken_back_all_is_as_it_was(owner: Owner, door: SessionDoor) -> None:
    for id_ in ("b1", "b2"):
        add(door, id_)
    entries = tuple(door.entries)
    door.apply(EditArticle(article="b1", values={"title": "Another"}))
    after = without_texts(path_of(owner))
    with pytest.raises(Outdated):
        take_all_back(door, entries, ANN.id, silent())
    assert without_texts(path_of(owner)) == after


def test_the_journal_says_who_took_what_back(tasks: Tasks, owner: Owner, door: SessionDoor) -> None:
    project = owner.project
    assert project is not None
    suggested = tasks.project.call(lambda: named(project, "e1"))
    done = door.apply(Accept(annotations=(suggested.id,), actor=ANN.id))
    door.take_back(done.entry, ANN.id)
    newest = tasks.project.call(lambda: project.history(1))[0]
    assert (newest.actor, newest.reverts, newest.title) == (ANN.id, done.entry, done.title)


def test_where_nobody_waits_work_is_done_at_once() -> None:
    assert do_at_once("Title", lambda progress: [] if not progress.cancelled else [Changes(None)]) == []  # type: ignore[arg-type]


def test_a_patient_door_tries_again_what_gave_way(
    tasks: Tasks, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert owner.project is not None
    door = SessionDoor(tasks.project, owner, owner.project)
    tries: list[Operation] = []

    def apply_between(operation: Operation) -> Changes:
        tries.append(operation)
        if len(tries) < 3:
            raise GaveWay
        return door.apply(operation)

    monkeypatch.setattr(door, "apply_between", apply_between)
    patient = PatientDoor(door)
    ids = patient.ask(lambda reader: reader.article_ids())
    changes = patient.apply(AddArticles(imported=(imported("Later", "Some words."),)))
    assert len(tries) == 3
    assert owner.heard == [changes]
    assert len(patient.ask(lambda reader: reader.article_ids())) == len(ids) + 1


def test_undoing_one_large_step_tells_how_far_it_is_and_can_be_stopped(tasks: Tasks, owner: Owner) -> None:
    assert owner.project is not None
    door = SessionDoor(tasks.project, owner, owner.project)
    entities = tuple(PutEntity(entity=Entity(id=f"many{n}", name=f"Name {n}")) for n in range(450))
    door.apply(Together(operations=entities, title=Message("Take in names")))
    told: list[Step] = []
    progress = Progress(told.append)

    def stop(step: Step) -> None:
        if step.total == 450:
            stopped.cancel()

    stopped = Progress(stop)
    with pytest.raises(Cancelled):
        take_all_back(door, tuple(door.entries), ANN.id, stopped)
    assert door.ask(lambda reader: reader.find(Entity, "many0")) is not None
    [changes] = take_all_back(door, tuple(door.entries), ANN.id, progress)
    assert len(changes.items) == 450
    assert [step.done for step in told if step.total == 450][:3] == [100, 200, 300]
    assert door.ask(lambda reader: reader.find(Entity, "many0")) is None
