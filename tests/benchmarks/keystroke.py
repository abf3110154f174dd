"""How long a key takes in the Annotate room, from the press to the paint, what it decides being on disk."""

import gc
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotation.importers import Imported
from annotation.operations import Accept, AddArticles, ArticleSuggestions, PutAnnotator, StoreSuggestions
from annotation.project import Project, create_project, open_project
from annotation.records import MACHINE, Annotator, Article, Span, Suggestion, digest
from gui.furnish import Furniture
from gui.settings import Settings
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import ThemeSwitch
from gui.views.annotate import AnnotateRoom
from tests.benchmarks._measure import Measurement, milliseconds, times
from tests.benchmarks._pages import application, settle

NAME = "keystroke"
ALONE = "the operation without a window"
_SIZES = ((5_000, 100), (1_000_000, 20_000))
"""(code points, records) of the articles."""
_SENTENCE = "Le ministre a déclaré que plus de 10 000 soldats seraient déjà sur place selon lui."
_PERSON = Annotator(id="p-rita", name="Rita")
_KEYS = (
    ("next suggestion", "J"),
    ("accept, and go to the next", "\r"),
    ("reject, and go to the next", "X"),
    ("another label", "2"),
    ("undo", "undo"),
)


@dataclass(frozen=True, slots=True)
class _Window:
    """The whole window, an article open in it."""

    shell: Shell
    room: AnnotateRoom

    def press(self, key: str) -> None:
        """Press a key in the article and let everything be painted."""
        target: QWidget = self.room.article.text
        if key == "undo":
            QTest.keyClick(target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(target, Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key)))
        settle()


def run(*, quick: bool) -> Iterator[Measurement]:
    """The times of keys that walk and decide, in a short article and in a book."""
    application()
    with TemporaryDirectory() as name:
        for length, records in _SIZES[:1] if quick else _SIZES:
            path = Path(name) / f"{length}.selon"
            _make(path, length, records)
            size = f"{length // 1000} kB, {records} records"
            runs = 5 if quick else 60
            alone = _accept_alone(path, runs)
            with _window(path) as window:
                for metric, key in _KEYS:
                    baseline = (ALONE, alone) if metric != "next suggestion" else None
                    found = _presses(window, key, min(runs, records // 8))
                    yield milliseconds(NAME, size, metric, found, baseline=baseline)


def _presses(window: _Window, key: str, runs: int) -> list[float]:
    def before() -> None:
        if key == "2":
            window.press("J")

    return times(lambda: window.press(key), runs, before=before)


def _accept_alone(path: Path, runs: int) -> list[float]:
    """The times of accepting a suggestion, committed, in a project that no window shows."""
    with open_project(path) as project:
        ids = [one.id for one in project.read.annotations("a", [MACHINE.id])]
        waiting = iter(ids[-runs:])
        return times(_acceptor(project, waiting), runs)


def _acceptor(project: Project, ids: Iterator[str]) -> Callable[[], object]:
    return lambda: project.apply(Accept(annotations=(next(ids),), actor=_PERSON.id))


def _make(path: Path, length: int, records: int) -> None:
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
        project.apply(PutAnnotator(annotator=_PERSON))
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
def _window(path: Path) -> Iterator[_Window]:
    """The window with the article of a project open and laid out."""
    shell = Shell(Settings(theme="light", annotator=_PERSON.name), _themes())
    tasks = Tasks()
    furniture = Furniture(shell, tasks)
    furniture.detection._warm_up = lambda: None  # type: ignore[method-assign]  # the worker would take a core
    furniture.projects.open(path)
    shell.resize(1280, 800)
    shell.show()
    _wait(lambda: furniture.session.is_open)
    furniture.open_article("a")
    room = shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    _wait(lambda: room.desk.article is not None and not tasks.running and room.article.text.is_laid_out)
    room.article.text.set_motion(on=False)
    room.focus_article()
    settle()
    yield _Window(shell, room)
    shell.close()
    tasks.close()
    shell.deleteLater()
    settle()
    gc.collect()


def _themes() -> ThemeSwitch:
    themes = ThemeSwitch(application())
    themes.choose("light")
    return themes


def _wait(condition: Callable[[], bool]) -> None:
    while not condition():
        QApplication.processEvents()
