"""A whole window with a stand-in for the worker process, and what tests ask of it."""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pytestqt.qtbot import QtBot

from annotation.detectors import Detection, DetectionCancelledError, Job, Setup
from annotation.records import Article, Span, Suggestion
from gui.dialogs.importing.dialog import ImportDialog
from gui.furnish import Furniture
from gui.session import Session
from gui.shell import Shell

ANSWERS = 20.0
"""Seconds that a worker waits to be let go on before it gives up, so that no test hangs."""


class Workers:
    """Suggests the first word of every article; once told to `hold`, it waits to be let go or cancelled."""

    made: "list[Workers]" = []  # noqa: RUF012 - every one that was made, for the tests

    def __init__(self, workers: int = 1) -> None:
        self.jobs: list[str] = []
        self.warm = self.closed = False
        self.error: Exception | None = None
        self.answer: Callable[[Job], Detection] = first_word
        self._may_read = threading.Event()
        self._may_read.set()
        self._cancelled = threading.Event()
        Workers.made.append(self)

    def start(self, lang: str = "fr") -> None:
        self.warm = True

    def map(self, jobs: Iterable[Job], setup: Setup | None = None) -> Iterator[tuple[str, Detection]]:
        self._cancelled.clear()
        for job in jobs:
            self._may_read.wait(ANSWERS)
            if self._cancelled.is_set():
                raise DetectionCancelledError("Detection was cancelled.")
            if self.error:
                raise self.error
            self.jobs.append(job.id)
            yield job.id, self.answer(job)

    def detect(self, job: Job, setup: Setup | None = None) -> Detection:
        return next(iter(self.map([job], setup)))[1]

    def hold(self) -> None:
        """Read nothing from now on."""
        self._may_read.clear()

    def let_go(self) -> None:
        """Read on."""
        self._may_read.set()

    def cancel(self) -> None:
        self._cancelled.set()
        self._may_read.set()

    def close(self, *, at_once: bool = False) -> None:
        self.closed = True
        self.cancel()


def first_word(job: Job) -> Detection:
    """The first word of an article as an entity."""
    word = job.text.split()[0]
    start = job.text.index(word)
    found = Suggestion(
        key="1", layer="entity", spans={"mention": (Span(start, start + len(word)),)},
        features={"type": "PER"}, origin="entities/1",
    )  # fmt: skip
    return Detection(job.lang or "fr", suggestions=(found,), models=("m-1",), heard=(found,))


@dataclass
class Window:
    """The window as it is furnished."""

    furniture: Furniture
    workers: Workers
    qtbot: QtBot
    errors: list[BaseException] = field(default_factory=list)
    """What reached the hook for errors that nobody expected."""

    @property
    def shell(self) -> Shell:
        return self.furniture.shell

    @property
    def session(self) -> Session:
        return self.furniture.session

    @property
    def notices(self) -> tuple[str, ...]:
        return self.shell.messages.texts

    def is_enabled(self, action: str) -> bool:
        return self.shell.actions_table[action].isEnabled()

    def do(self, action: str) -> None:
        """Choose an action, if it is enabled."""
        assert self.is_enabled(action), f"{action} is disabled"
        self.shell.actions_table[action].trigger()

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project, and wait until it is there and nothing goes on."""
        with self.qtbot.waitSignal(self.session.opened):
            self.furniture.projects.open(path, read_only=read_only)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing goes on."""
        self.qtbot.waitUntil(lambda: not self.session.tasks.running)

    def import_all(self) -> None:
        """Import everything that the dialog which is open shows."""
        dialogs = self.shell.findChildren(ImportDialog)
        self.qtbot.waitUntil(dialogs[-1].taking.isEnabled)
        dialogs[-1].accept()

    def press_notice(self) -> None:
        """Press the button of the newest notice."""
        notice = list(self.shell.messages._notices.values())[-1]
        assert notice.doer is not None
        notice.doer.click()

    def articles(self) -> list[Article]:
        return self.session.read(lambda reader: list(reader.articles()))

    def suggestions(self, article: str) -> int:
        return len(self.session.read(lambda reader: reader.annotations(article, ["machine"])))
