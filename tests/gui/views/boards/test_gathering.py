"""Records gathered for boards: in batches, once, and only what changed anew."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotation.operations import AddAnnotations, Discard, EditFeatures, PutEntity
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.parties import Names
from annotation.project.boards.reader import BoardReader
from annotation.project.boards.stances import Stance
from annotation.records import Entity
from gui.session import Session
from gui.views.boards.gathering import Gathering
from gui.views.boards.scope import Scope
from tests.annotation.debate import record
from tests.annotation.newsroom import ANN, BOB


class Watched:
    """Reads stances, and tells how many at a time."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def __call__(self, boards: BoardReader, keys: Sequence[int], names: Names) -> list[Stance]:
        self.read.append(len(keys))
        return boards.stances(keys, names)


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def looker() -> QObject:
    return QObject()


@pytest.fixture
def gathering(session: Session, scope: Scope, watched: Watched) -> Gathering[Stance]:
    return Gathering(session, scope, "stance", watched)


def rest(gathering: Gathering[Stance], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not gathering._session.tasks.running and not gathering._pause.isActive())


def ids(gathering: Gathering[Stance]) -> str:
    return " ".join(sorted(one.id for one in gathering.records))


def test_nothing_is_read_before_somebody_looks(
    gathering: Gathering[Stance], looker: QObject, watched: Watched, qtbot: QtBot
) -> None:
    gathering.want()
    assert not gathering.ready
    with qtbot.waitSignal(gathering.gathered):
        gathering.look(looker, looking=True)
    assert (ids(gathering), watched.read, gathering.ready) == ("t1 t2 t3 t4", [4], True)
    gathering.want()
    assert watched.read == [4]


def test_only_articles_that_changed_are_read_anew(
    gathering: Gathering[Stance], looker: QObject, watched: Watched, qtbot: QtBot, session: Session
) -> None:
    gathering.look(looker, looking=True)
    rest(gathering, qtbot)
    session.apply(EditFeatures(annotation="t1", features={"polarity": "mixed"}, actor=ANN.id))
    rest(gathering, qtbot)
    assert watched.read == [4, 2]
    assert next(one for one in gathering.records if one.id == "t1").polarity == "mixed"
    session.apply(Discard(annotations=("t1",), actor=ANN.id))
    rest(gathering, qtbot)
    assert (ids(gathering), watched.read) == ("t2 t3 t4", [4, 2, 1])
    session.undo_stack.undo()
    rest(gathering, qtbot)
    assert ids(gathering) == "t1 t2 t3 t4"


def test_a_name_that_changes_changes_everything(
    gathering: Gathering[Stance], looker: QObject, watched: Watched, qtbot: QtBot, session: Session
) -> None:
    gathering.look(looker, looking=True)
    rest(gathering, qtbot)
    session.apply(PutEntity(entity=Entity(id="otan", name="Alliance atlantique", type="ORG")))
    rest(gathering, qtbot)
    assert watched.read == [4, 4]
    assert "Alliance atlantique" in {one.target.name for one in gathering.records if one.target}


def test_other_records_are_read_when_others_are_chosen(
    gathering: Gathering[Stance], looker: QObject, qtbot: QtBot, scope: Scope
) -> None:
    gathering.look(looker, looking=True)
    scope.choose(Chosen(annotator=ANN.id))
    scope.choose(Chosen(annotator=BOB.id))
    rest(gathering, qtbot)
    assert ids(gathering) == "t3 t4"


def test_what_changes_unseen_is_read_when_somebody_looks_again(
    gathering: Gathering[Stance], looker: QObject, watched: Watched, qtbot: QtBot, session: Session
) -> None:
    gathering.look(looker, looking=True)
    rest(gathering, qtbot)
    gathering.look(looker, looking=False)
    new = record("t9", "d1", "stance", {"evidence": ["affirmé"]}, holder={"entity": "police"},
                 target={"entity": "roux"}, polarity="favor")  # fmt: skip
    session.apply(AddAnnotations(annotations=(new,), actor=ANN.id))
    rest(gathering, qtbot)
    assert watched.read == [4]
    gathering.look(looker, looking=True)
    rest(gathering, qtbot)
    assert (ids(gathering), watched.read) == ("t1 t2 t3 t4 t9", [4, 1])


def test_a_project_that_closes_ends_the_reading(
    gathering: Gathering[Stance], looker: QObject, qtbot: QtBot, session: Session
) -> None:
    gathering.look(looker, looking=True)
    session.close()
    qtbot.waitUntil(lambda: not session.tasks.running)
    gathering.want()
    assert not gathering.ready
