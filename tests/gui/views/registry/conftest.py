"""The Registry board over the newsroom, with some names and mentions more; Ann annotates."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotation.operations import AddAnnotations, PutEntity
from annotation.records import Entity
from gui.actions.spec import room_condition
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.views.boards.board import Bench
from gui.views.boards.scope import Scope
from gui.views.registry.board import RegistryBoard
from tests.annotation.newsroom import ANN, annotation, newsroom_file

MORE = (
    Entity(id="lim", name="Lim Soo Ho", type="PER", aliases=("Lim S. H.",)),
    Entity(id="m-lim", name="M. Lim", type="PER", origin="entities/1"),
    Entity(id="elys", name="L’Élysée", type="ORG"),
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The project, open."""
    tasks = Tasks()
    made = Session(tasks, "Ann")
    with qtbot.waitSignal(made.opened):
        made.open(newsroom_file(tmp_path))
    for entity in MORE:
        made.apply(PutEntity(entity=entity), undoable=False)
    words = {"mention": ["Nina Roux"]}
    nameless = [annotation(f"n-{id_}", ANN.id, "entity", words, id_, type="PER") for id_ in ("a1", "a2")]
    nameless += [
        annotation("n-s", ANN.id, "entity", {"mention": ["soldats"]}, type="MISC"),
        annotation("n-lim", ANN.id, "entity", {"mention": ["elle"]}, type="PER", entity="m-lim"),
    ]
    made.apply(AddAnnotations(annotations=tuple(nameless)), undoable=False)
    yield made
    made.close()
    tasks.close()


@pytest.fixture
def board(shell: Shell, session: Session, qtbot: QtBot) -> RegistryBoard:
    """The board, shown, all mentions counted."""
    made = RegistryBoard(Bench(session=session, actions=shell.actions_table, scope=Scope(shell)))
    here = {room_condition("boards")}
    made.conditions_changed.connect(lambda held: shell.actions_table.update(held | here))
    shell.setCentralWidget(made)
    shell.resize(1280, 760)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    made.entered()
    settle(made, qtbot)
    return made


def settle(board: RegistryBoard, qtbot: QtBot) -> None:
    """Wait until what was asked for is shown."""

    def rests() -> bool:
        pauses = (board.desk._pause, board.names._pause, board.nameless._pause)
        return not any(one.isActive() for one in pauses) and not board.desk.session.tasks.running

    qtbot.waitUntil(lambda: board.desk.has_counts and rests())
    qtbot.waitUntil(rests)
