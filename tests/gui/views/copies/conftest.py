"""The Copies board over five articles, three of which are copies; Ann labelled the first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotation.operations import AddAnnotations, AddArticles, PutAnnotator
from annotation.project import create_project
from annotation.records import Annotation, Span
from gui.actions.spec import room_condition
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.views.boards.board import Bench
from gui.views.boards.scope import Scope
from gui.views.copies.board import CopiesBoard
from tests.annotation.newsroom import ANN, imported

BODY = " ".join(f"mot{number}" for number in range(40)) + " dit Nina Roux 👍 devant le port."
OTHER = " ".join(f"autre{number}" for number in range(40))
TEXTS = {
    "a": (BODY, "Agence", "2024-03-01"),
    "b": (BODY.replace("mot20", "👍👍"), "Le Soir", "2024-03-04"),
    "c": (BODY.replace("Nina", "Lina"), "Le Matin", "2024-03-09"),
    "x": (OTHER, "Agence", "2024-03-01"),
    "y": (f"{OTHER} fin", "Le Soir", "2024-03-02"),
    "z": ("Seul.", None, None),
}


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The project, open."""
    path = tmp_path / "copies.selon"
    made = [
        imported(id_, text, outlet=outlet, published=day, title=f"Titre {id_}")
        for id_, (text, outlet, day) in TEXTS.items()
    ]
    start = BODY.index("Nina Roux")
    label = Annotation(
        id="n", article="a", annotator=ANN.id, layer="entity", spans={"mention": (Span(start, start + 9),)},
        features={"type": "PER"}, origin=ANN.id,
    )  # fmt: skip
    with create_project(path) as project:
        project.apply(AddArticles(imported=tuple(made)))
        project.apply(PutAnnotator(annotator=ANN))
        project.apply(AddAnnotations(annotations=(label,), actor=ANN.id))
    tasks = Tasks()
    opened = Session(tasks, "Ann")
    with qtbot.waitSignal(opened.opened):
        opened.open(path)
    yield opened
    opened.close()
    tasks.close()


@pytest.fixture
def board(shell: Shell, session: Session, qtbot: QtBot) -> CopiesBoard:
    """The board, shown, before copies were looked for."""
    made = CopiesBoard(Bench(session=session, actions=shell.actions_table, scope=Scope(shell)))
    here = {room_condition("boards")}
    made.conditions_changed.connect(lambda held: shell.actions_table.update(held | here))
    shell.setCentralWidget(made)
    shell.resize(1280, 760)
    shell.show()
    made.entered()
    return made


@pytest.fixture
def found(board: CopiesBoard, qtbot: QtBot) -> CopiesBoard:
    """The board after copies were found."""
    board.find_copies()
    qtbot.waitUntil(lambda: len(board.groups.rows) == 2 and bool(board.beside.one.positions.text))
    qtbot.waitUntil(lambda: all(one.stands or one.alike is not None for one in board.members.rows))
    return board
