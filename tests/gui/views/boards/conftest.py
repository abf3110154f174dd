"""What tests of the boards get: the debate open in a session, and boards that are shown and have read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotation.records import Annotation
from gui.actions import Item
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.views.boards.board import Bench, Board
from gui.views.boards.scope import Scope
from tests.annotation.debate import debate_file
from tests.gui.views.boards.shown import Shown


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The debate, open; Ann annotates."""
    tasks = Tasks()
    made = Session(tasks, "Ann")
    with qtbot.waitSignal(made.opened):
        made.open(debate_file(tmp_path))
    yield made
    made.close()
    tasks.close()


@pytest.fixture
def scope() -> Scope:
    return Scope()


@pytest.fixture
def bench(shell: Shell, session: Session, scope: Scope) -> Bench:
    shell.actions_table.fill("go.room", [Item(key="annotate", text="Annotate")], lambda _key: None)
    return Bench(session=session, actions=shell.actions_table, scope=scope)


@pytest.fixture
def show(shell: Shell, bench: Bench, qtbot: QtBot, unexpected: list[BaseException]) -> Callable[..., Shown]:
    """Shows a board of a kind in the window, when it has read what it shows."""

    def do(kind: Callable[[Bench], Board]) -> Shown:
        board = kind(bench)
        shell.setCentralWidget(board)
        shell.resize(1280, 760)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        made = Shown(board, qtbot)
        board.entered()
        made.rest()
        return made

    return do


@pytest.fixture
def stored(session: Session) -> Callable[[str], Annotation]:
    """Gives a record of the project by its id."""
    return lambda id_: session.read(lambda reader: reader.get(Annotation, id_))
