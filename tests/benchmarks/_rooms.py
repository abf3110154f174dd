"""Projects with one long article, and the window of the program with it open, for benchmarks of the room."""

import gc
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotation.importers import Imported
from annotation.operations import AddArticles, ArticleSuggestions, PutAnnotator, StoreSuggestions
from annotation.project import create_project
from annotation.records import Annotator, Article, Span, Suggestion, digest
from gui.furnish import Furniture
from gui.settings import Settings
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import ThemeSwitch
from gui.views.annotate import AnnotateRoom
from tests.benchmarks._pages import application, settle

SIZES = ((5_000, 100), (100_000, 2_000), (1_000_000, 20_000))
"""(code points, records) of the articles."""
_SENTENCE = "Le ministre a déclaré que plus de 10 000 soldats seraient déjà sur place selon lui."
_WAITING = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
"""Not a busy loop: that would take the time that threads need."""
PERSON = Annotator(id="p-rita", name="Rita")


@dataclass(frozen=True, slots=True)
class RoomWindow:
    """The whole window, the Annotate room entered."""

    shell: Shell
    room: AnnotateRoom
    tasks: Tasks

    def press(self, key: str) -> None:
        """Press a key in the article and let everything be painted."""
        target: QWidget = self.room.article.text
        if key == "undo":
            QTest.keyClick(target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        elif key == "delete":
            QTest.keyClick(target, Qt.Key.Key_Delete)
        else:
            QTest.keyClick(target, Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key)))
        settle()

    def open(self) -> None:
        """Open the article, wait until all is read and laid out, and give it the keyboard."""
        room = self.room
        room.open_article("a")
        wait(lambda: room.desk.article is not None and room.desk.is_whole and room.article.text.is_laid_out)
        wait(lambda: not self.tasks.running)
        room.article.text.set_motion(on=False)
        room.focus_article()
        settle()


def wait(condition: Callable[[], bool]) -> None:
    """Let the program work until something is true; what it does in the background is not held up."""
    while not condition():
        QApplication.processEvents(_WAITING)


def make_project(path: Path, length: int, records: int) -> None:
    """A project with one article of a length, and so many suggestions in it."""
    chance, vocabulary = random.Random(3), _SENTENCE.split()
    words: list[str] = []
    size = 0
    while size < length:
        words.append(chance.choice(vocabulary) + ("\n" if chance.random() < 0.02 else ""))
        size += len(words[-1]) + 1
    text = " ".join(words)[:length]
    article = Article(id="a", title="A book", text_sha256=digest(text), length=len(text), lang="fr")
    with create_project(path) as project:
        project.apply(AddArticles(imported=(Imported(article=article, text=text),)))
        project.apply(PutAnnotator(annotator=PERSON))
        found = tuple(_suggestion(chance, number, length) for number in range(records))
        every = ArticleSuggestions(article="a", lang="fr", suggestions=found)
        project.apply(StoreSuggestions(found=(every,)))


def _suggestion(chance: random.Random, number: int, length: int) -> Suggestion:
    start = chance.randrange(length - 40)
    end = start + chance.choice((5, 9, 14, 30))
    return Suggestion(
        key=str(number), layer="entity", spans={"mention": (Span(start, end),)},
        features={"type": chance.choice(("PER", "ORG"))}, origin="entities/1",
    )  # fmt: skip


@contextmanager
def room_window(path: Path) -> Iterator[RoomWindow]:
    """The window with a project open and the room entered, no article open."""
    shell = Shell(Settings(theme="light", annotator=PERSON.name), _themes())
    tasks = Tasks()
    furniture = Furniture(shell, tasks)
    furniture.detection._warm_up = lambda: None  # type: ignore[method-assign]  # the worker would take a core
    furniture.projects.open(path)
    shell.resize(1280, 800)
    shell.show()
    wait(lambda: furniture.session.is_open)
    shell.enter("annotate")
    room = shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    settle()
    yield RoomWindow(shell, room, tasks)
    shell.close()
    tasks.close()
    shell.deleteLater()
    settle()
    gc.collect()


def _themes() -> ThemeSwitch:
    themes = ThemeSwitch(application())
    themes.choose("light")
    return themes
