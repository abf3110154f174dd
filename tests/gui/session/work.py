"""What tests of the session ask of it, and what it told."""

from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from annotation.project import (
    ProjectLocked,
    open_project,
)
from annotation.records import MACHINE, Annotation, Changes
from gui.session import Session

T = TypeVar("T")


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
